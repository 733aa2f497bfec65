using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Results across years with a changed set and changed agencies: what is comparable is compared, the rest is named, nothing is guessed.</summary>
public sealed class ResultYearsTests : IClassFixture<ResultYearsTests.TwoYears>
{
    private readonly StagePortal _portal;

    public ResultYearsTests(TwoYears published) => _portal = published.Portal;

    [Fact]
    public async Task Every_year_has_its_figures_and_every_agency_its_ranks()
    {
        using var browser = _portal.Browser();
        var page = (await browser.GetAsync("/results/years")).Expect(200);

        var years = page.Table("section[aria-labelledby=nam] table");
        Assert.Equal(["2026", "2025"], years.Select(r => r[0]));
        Assert.Equal(["6 / 7 nộp phiếu", "8 / 8 nộp phiếu"], years.Select(r => r[1]));
        // By hand, 2025: Văn phòng UBND tỉnh keeps its score; with 650,50, 600, 500, 400, 300 and 200.
        var office = ShownResult.Number(page.Table("section[aria-labelledby=hang] table").Single(r => r[0] == "Văn phòng UBND tỉnh")[2].Split(' ')[1])!;
        var mean = (Points.Parse(office).Hundredths + 650_50 + 600_00 + 500_00 + 400_00 + 300_00 + 200_00) / 7.0;
        Assert.Equal(new Points((long)Math.Round(mean, MidpointRounding.AwayFromZero)).ToVietnamese(), years[1][2]);
        Assert.Equal("500,00", years[1][3]);

        var agencies = page.Table("section[aria-labelledby=hang] table").ToDictionary(r => r[0]);
        Assert.Equal("1 650,50", agencies["Sở Tài chính"][2]);
        Assert.Equal("2 600,00 Số liệu của cơ quan tiền thân: Sở Tổ chức", agencies["Sở Nội vụ"][2]);
        Assert.Equal("– Hợp nhất từ Sở Bưu chính (500,00, hạng 4), Sở Viễn thông (400,00, hạng 5); không so sánh", agencies["Sở Thông tin và Truyền thông"][2]);
        Assert.Equal("– Chia tách từ Văn phòng Miền núi; không so sánh", agencies["Ban Dân tộc"][2]);
        // What is no more stands in the year in which it was.
        Assert.Equal("–", agencies["Sở Bưu chính"][1]);
    }

    [Fact]
    public async Task The_chart_and_its_table_have_the_numbers_of_the_page()
    {
        using var browser = _portal.Browser();
        var page = await browser.GetAsync("/results/years");
        var years = page.Table("section[aria-labelledby=nam] table").Reverse().ToList();

        var twin = page.Table("section[aria-labelledby=duong] table");
        Assert.Equal(years.Select(r => (r[0], r[2], r[3])), twin.Select(r => (r[0], r[1], r[2])));
        var labels = page.All("section[aria-labelledby=duong] svg[role=img] text.t-halo").Select(PortalPage.TextOf).Order();
        Assert.Equal(years.SelectMany(r => new[] { r[2], r[3] }).Order(), labels);
        // The two years have different sets: the way between them is dashed.
        Assert.Equal(2, page.All("section[aria-labelledby=duong] svg[role=img] line.c-line--old").Count);
    }

    [Fact]
    public async Task An_agencys_page_shows_its_years_and_those_of_its_predecessor()
    {
        using var browser = _portal.Browser();
        var page = await browser.GetAsync("/results/2026/agencies/snv");
        var rows = page.TableUnder("Qua các năm");

        Assert.Equal(2, rows.Count);
        var shown = ShownResult.Agency(page);
        Assert.Equal(shown.Score, ShownResult.Number(rows[0][1]));
        Assert.Equal(("600,00", "60,0 %", "2 / 7"), (rows[1][1], rows[1][2], rows[1][3]));
        Assert.Contains("Số liệu của cơ quan tiền thân: Sở Tổ chức", rows[1][0]);
        // Third now; its predecessor was second.
        Assert.Contains("giảm 1 bậc", page.Text);
        Assert.Equal("/results/2025/agencies/snvcu", page.Under("Qua các năm").QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")).Last());
        // Nothing to draw, and still said.
        var merged = await browser.GetAsync("/results/2026/agencies/stttt");
        Assert.Contains("Hợp nhất từ Sở Bưu chính", merged.TableUnder("Qua các năm")[1][0]);
        Assert.Null(merged.Under("Qua các năm").QuerySelector("svg[role=img]"));
    }

    [Fact]
    public async Task Only_criteria_measured_alike_in_both_years_are_compared_and_all_others_are_named_with_the_reason()
    {
        using var browser = _portal.Browser();
        var page = (await browser.GetAsync("/results/2026/changes")).Expect(200);

        Assert.Equal("Năm 2026 so với năm 2025", page.Heading);
        var others = page.TableUnder("Tiêu chí không so được").ToDictionary(r => r[0].Split(". ")[0], r => r[1]);
        Assert.Equal(["I.11", "I.2", "I.6", "I.7", "X.9"], others.Keys.Order());
        Assert.Equal("Điểm tối đa 15 thành 20", others["I.2"]);
        Assert.Equal("Quy tắc chấm khác", others["I.6"]);
        Assert.Equal("Tên gọi khác, năm 2025: Tên cũ của tiêu chí", others["I.7"]);
        Assert.Equal(("Tiêu chí mới", "Chỉ có năm 2025"), (others["I.11"], others["X.9"]));
        Assert.Contains("56 / 60", page.Text);
    }

    [Fact]
    public async Task An_agencys_change_is_the_difference_of_its_core_and_whoever_cannot_be_compared_says_why()
    {
        using var browser = _portal.Browser();
        var page = await browser.GetAsync("/results/2026/changes?since=2025&block=SBN");
        var rows = page.Table("section[aria-labelledby=co-quan] table").ToDictionary(r => page.All($"tr[data-agency]").First(t => PortalPage.TextOf(t.QuerySelector("th")) == r[0]).GetAttribute("data-agency")!);

        var criteria = ShownResult.Agency(await browser.GetAsync("/results/2026/agencies/stc")).Criteria;
        // By hand: without I.2 (20), I.6 (12), I.7 (8) and I.11 (6) there are 954 points; in 2025 I.1 had 10,00, all else as in 2026.
        var now = criteria.Where(c => c.Key is not ("I.2" or "I.6" or "I.7" or "I.11")).Sum(c => Points.Parse(c.Value ?? "0").Hundredths);
        var change = Points.Parse(criteria["I.1"]!).Hundredths - 10_00;
        var max = new Points(1000_00 - 20_00 - 12_00 - 8_00 - Points.Parse(await MaxAsync("I.11")).Hundredths);
        Assert.StartsWith($"{new Points(now).ToVietnamese()} / {Startup(max)}", rows["STC"][2]);
        Assert.StartsWith($"{new Points(now - change).ToVietnamese()} / {Startup(max)}", rows["STC"][1]);
        Assert.Equal("+" + new Points(change).ToVietnamese(), rows["STC"][3]);
        // The predecessor has the same points: nothing changed.
        Assert.Equal("0,00", rows["SNV"][3]);
        foreach (var (code, why) in new[] { ("STTTT", "Hợp nhất từ"), ("BDT", "Chia tách từ Văn phòng Miền núi"), ("SYT", "Không nộp phiếu kỳ này") })
        {
            Assert.Contains(why, rows[code][0]);
            Assert.Equal("–", rows[code][3]);
        }
    }

    [Theory]
    [InlineData("/results/2026/changes?since=2024")]
    [InlineData("/results/2026/changes?since=2026")]
    [InlineData("/results/2026/changes?block=XX")]
    [InlineData("/results/2024/changes")]
    [InlineData("/results/years?block=XX")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var browser = _portal.Browser();
        (await browser.GetAsync(path)).Expect(404);
    }

    [Fact]
    public async Task The_first_year_has_nothing_to_be_compared_with_and_says_so()
    {
        using var browser = _portal.Browser();
        Assert.Contains("Chưa có kỳ trước để so sánh", (await browser.GetAsync("/results/2025/changes")).Expect(200).Text);
    }

    [Fact]
    public async Task Before_anything_is_published_the_years_say_so()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Approved);
        using var browser = portal.Browser();
        Assert.Contains("Chưa có kết quả nào được công bố", (await browser.GetAsync("/results/years")).Expect(200).Text);
    }

    private static string Startup(Points points) => ITScoring.Web.Startup.Display.Short(points);

    private async Task<string> MaxAsync(string criterion) => RecordJson.ReadPublic(await _portal.ReadAsync(db => db.FrozenRecords.Where(r => r.Stage == RecordStage.Proposal).OrderBy(r => r.Id).Select(r => r.PublicJson).FirstAsync()))
        .CriteriaSet.Groups.SelectMany(g => g.Criteria).Single(c => c.Code == criterion).Max;

    public sealed class TwoYears : IAsyncLifetime
    {
        public StagePortal Portal { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Portal = await StagePortal.AtAsync(PeriodState.Published);
            await EarlierYear.AddAsync(Portal);
        }

        public async Task DisposeAsync() => await Portal.DisposeAsync();
    }
}
