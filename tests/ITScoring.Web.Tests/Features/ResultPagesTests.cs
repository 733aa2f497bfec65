using ITScoring.Domain.Publications;
using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Features;

/// <summary>The pages around the published demonstration: charts with their tables, heat map, comparison, method. Their numbers are the record's.</summary>
public sealed class ResultPagesTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task The_ranking_has_a_chart_whose_bars_labels_and_table_are_the_records_scores()
    {
        using var browser = portal.Browser();
        var record = await RecordAsync(browser);
        var page = await browser.GetAsync("/results/2018");

        var twin = page.Table("section[aria-labelledby=bieu-do] table").ToDictionary(r => r[0]);
        Assert.Equal(21, twin.Count);
        foreach (var agency in record.Agencies)
            Assert.Equal((agency.Rank.ToString(), Shown(agency.RankingScore!)), (twin[agency.Name][1], twin[agency.Name][2]));
        Assert.All(page.All("section[aria-labelledby=bieu-do] svg[role=img]"), picture => Assert.Equal(twin.Values.Select(r => r[2]), picture.QuerySelectorAll("text.t-strong").Select(PortalPage.TextOf)));
        var svg = page.One("section[aria-labelledby=bieu-do] svg.chart--narrow");
        // 871,38 of 1.000 is 87,14 % of the width.
        Assert.Equal("87.14%", svg.QuerySelector(".c-bar")!.GetAttribute("width"));
        Assert.Equal(["500", "650", "800"], svg.QuerySelectorAll("text.t-mid").Select(PortalPage.TextOf));
        Assert.Contains("cao nhất Sở Kế hoạch và Đầu tư 871,38; thấp nhất Ban Dân tộc 442,23", PortalPage.TextOf(svg.QuerySelector("desc")));
    }

    [Fact]
    public async Task An_agencys_radar_says_the_shares_of_its_table_and_stands_against_the_mean_of_the_block()
    {
        using var browser = portal.Browser();
        var record = await RecordAsync(browser);
        var page = await browser.GetAsync("/results/2018/agencies/stc");

        var rows = page.TableUnder("Các nhóm tiêu chí");
        var labels = page.One("section[aria-labelledby=nhom] svg[role=img]").QuerySelectorAll("text").Select(PortalPage.TextOf).Chunk(2).ToList();
        Assert.Equal(rows.Select(r => (r[0].Split('.')[0], r[3])), labels.Select(l => (l[0], l[1])));
        foreach (var (row, group) in rows.Zip(record.CriteriaSet.Groups))
        {
            var shares = record.Agencies.Where(a => a.Rank is not null).Select(a => a.Groups.Single(g => g.Code == group.Code)).Where(g => g.ApplicableMax != "0.00")
                .Select(g => decimal.Parse(g.Points, System.Globalization.CultureInfo.InvariantCulture) / decimal.Parse(g.ApplicableMax, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(Math.Round(shares.Average() * 100, 1, MidpointRounding.AwayFromZero).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',') + " %", row[4]);
        }

        // Văn phòng UBND tỉnh has no procedures: the line is open at group IV.
        var open = await browser.GetAsync("/results/2018/agencies/vpubnd");
        Assert.NotNull(open.One("section[aria-labelledby=nhom] svg[role=img]").QuerySelector("polyline.c-area"));
        Assert.Contains("chưa có năm khác để so", open.Text);
    }

    [Fact]
    public async Task The_heat_map_has_every_agencys_share_of_every_group_in_its_cells_and_in_its_table()
    {
        using var browser = portal.Browser();
        var record = await RecordAsync(browser);
        var page = (await browser.GetAsync("/results/2018/heat-map")).Expect(200);

        var twin = page.Table("main .twin table").ToDictionary(r => r[0]);
        foreach (var agency in record.Agencies)
            Assert.Equal(agency.Groups.Select(g => Display.Percent(Points(g.Points), Points(g.ApplicableMax)).Replace(" %", "")), twin[agency.Name].Skip(1));
        foreach (var svg in page.All("main svg.chart[role=img]"))
        {
            var cells = svg.QuerySelectorAll("text.t-cell:not(.t-strong):not(.t-tiny)").Select(PortalPage.TextOf).ToList();
            Assert.Equal(record.Agencies.OrderBy(a => a.Rank).SelectMany(a => twin[a.Name].Skip(1)), cells);
            Assert.Equal(21 * 6, svg.QuerySelectorAll("rect.c-cell").Length);
        }

        Assert.Single(page.All("main svg.chart--wide .heat-0"));
        (await browser.GetAsync("/results/2018/heat-map?block=XX")).Expect(404);
        (await browser.GetAsync("/results/1999/heat-map")).Expect(404);
    }

    [Fact]
    public async Task Agencies_are_put_into_the_comparison_by_a_form_and_taken_out_by_a_link()
    {
        using var browser = portal.Browser();
        var page = await (await browser.GetAsync("/results/2018/agencies/stc")).FollowAsync("So sánh với cơ quan khác");
        Assert.Contains("Chọn thêm ít nhất một cơ quan", page.Text);

        page = await page.Fill("Thêm cơ quan", "Sở Văn hóa và Thể thao").PressAsync("Thêm");
        Assert.Equal("?a=stc&a=svhtt", page.Response.RequestMessage!.RequestUri!.Query);
        Assert.Equal(["Sở Tài chính", "Sở Văn hóa và Thể thao"], page.All(".basket a.fw-semibold").Select(PortalPage.TextOf));

        page = await page.FollowAsync("Bỏ Sở Tài chính khỏi so sánh");
        Assert.Equal("?a=svhtt", page.Response.RequestMessage!.RequestUri!.Query);
        Assert.Equal("", (await page.FollowAsync("Bỏ Sở Văn hóa và Thể thao khỏi so sánh")).Response.RequestMessage!.RequestUri!.Query);
    }

    [Fact]
    public async Task Compared_agencies_show_the_records_total_groups_and_criteria_side_by_side()
    {
        using var browser = portal.Browser();
        var record = await RecordAsync(browser);
        string[] codes = ["STC", "VPUBND", "SVHTT", "BDT"];
        var agencies = codes.Select(c => record.Agencies.Single(a => a.Code == c)).ToList();
        var page = (await browser.GetAsync("/results/2018/compare?a=stc&a=vpubnd&a=SVHTT&a=bdt")).Expect(200);

        var totals = page.TableUnder("Tổng điểm");
        Assert.Equal(agencies.Select(a => Shown(a.RankingScore!)), totals[0].Skip(1).Select(c => c.Split(' ')[0]));
        Assert.Equal(agencies.Select(a => $"{a.Rank} / 21"), totals[2].Skip(1));
        var groups = page.TableUnder("Nhóm tiêu chí");
        foreach (var (row, n) in groups.Select((r, n) => (r, n)))
        {
            foreach (var (cell, agency) in row.Skip(1).Zip(agencies))
            {
                var score = agency.Groups[n];
                if (score.ApplicableMax == "0.00")
                    Assert.Equal("không áp dụng", cell);
                else
                    Assert.Contains(Shown(score.Points), cell);
            }
        }

        var criteria = page.All("section[aria-labelledby=tieu-chi] tr[data-criterion]");
        Assert.Equal(60, criteria.Count);
        foreach (var row in criteria)
        {
            var scores = agencies.Select(a => a.Criteria.Single(c => c.Code == row.GetAttribute("data-criterion"))).ToList();
            var cells = row.QuerySelectorAll("td").Skip(1).Take(4).ToList();
            Assert.Equal(scores.Select(s => s.Points is null ? "không áp dụng" : Shown(s.Points)), cells.Select(c => PortalPage.TextOf(c).Replace(" (cao nhất)", "")));
            // The best is marked where they differ, in words too.
            var given = scores.Where(s => s.Points is not null).Select(s => Points(s.Points!)).ToList();
            Assert.Equal(
                scores.Select(s => given.Distinct().Count() > 1 && s.Points is not null && Points(s.Points) == given.Max()),
                cells.Select(c => c.ClassList.Contains("is-best") && PortalPage.TextOf(c).EndsWith("(cao nhất)", StringComparison.Ordinal)));
            Assert.Equal(given.Count > 1 ? Display.Of(given.Max() - given.Min()) : "–", PortalPage.TextOf(row.QuerySelectorAll("td").Last()));
        }

        var different = await page.FollowAsync("Chỉ chỗ khác nhau");
        var shown = different.All("section[aria-labelledby=tieu-chi] tr[data-criterion]").Count;
        Assert.Equal(record.CriteriaSet.Groups.SelectMany(g => g.Criteria).Count(c => agencies.Select(a => a.Criteria.Single(x => x.Code == c.Code).Points).Distinct().Count() > 1), shown);
        Assert.InRange(shown, 1, 59);
    }

    [Fact]
    public async Task More_than_four_are_not_compared_and_the_page_says_whom_it_left_out()
    {
        using var browser = portal.Browser();
        var page = (await browser.GetAsync("/results/2018/compare?a=stc&a=stc&a=snv&a=syt&a=bdt&a=stp&a=sxd")).Expect(200);

        Assert.Equal(4, page.All(".basket li").Count);
        Assert.Contains("Chưa đưa vào: Sở Tư pháp, Sở Xây dựng.", page.Text);
        Assert.False(page.HasField("Thêm cơ quan"));
        (await browser.GetAsync("/results/2018/compare?a=stc&a=khong-co")).Expect(404);
        (await browser.GetAsync("/results/1999/compare")).Expect(404);
        (await browser.GetAsync("/results/2018/compare?a=&a=%20&a=stc")).Expect(200);
    }

    [Fact]
    public async Task The_method_tells_every_criterion_with_the_records_maximum_and_rule()
    {
        using var browser = portal.Browser();
        var record = await RecordAsync(browser);
        var page = (await browser.GetAsync("/results/2018/method")).Expect(200);

        var rows = page.All("tr[data-criterion]").ToDictionary(r => r.GetAttribute("data-criterion")!, r => r.QuerySelectorAll("th, td").Select(PortalPage.TextOf).ToList());
        Assert.Equal(60, rows.Count);
        foreach (var c in record.CriteriaSet.Groups.SelectMany(g => g.Criteria))
        {
            Assert.Equal(($"{c.Code}. {c.Name}", Display.Short(Points(c.Max)), Spaced(c.Rule)), (rows[c.Code][0], rows[c.Code][1], rows[c.Code][2]));
            Assert.Contains(Spaced(c.Basis ?? ""), rows[c.Code][3]);
        }

        Assert.Equal([("Tốt", "80", "800"), ("Khá", "65", "650"), ("Trung bình", "50", "500"), ("Yếu", "0", "0")], page.TableUnder("Xếp loại").Select(r => (r[0], r[1], r[2])));
        Assert.Contains("1, 2, 2, 4", page.Text);
        (await browser.GetAsync("/results/1999/method")).Expect(404);
    }

    [Theory]
    [InlineData("/results/2018")]
    [InlineData("/results/2018/agencies/stc")]
    [InlineData("/results/2018/compare?a=stc&a=bdt")]
    [InlineData("/results/2018/heat-map")]
    [InlineData("/results/2018/method")]
    [InlineData("/results/2018/changes")]
    [InlineData("/results/years")]
    public async Task Every_page_leads_to_the_others_and_every_chart_is_named_and_described(string path)
    {
        using var browser = portal.Browser();
        var page = (await browser.GetAsync(path)).Expect(200);

        Assert.Equal(
            ["/results/2018", "/results/2018/heat-map", "/results/2018/compare", "/results/2018/changes", "/results/years", "/results/2018/method"],
            page.All("nav[aria-label='Các trang kết quả'] a").Select(a => a.GetAttribute("href")!));
        Assert.All(page.All("main svg[role=img]"), svg =>
        {
            Assert.NotEqual("", PortalPage.TextOf(page.Document.GetElementById(svg.GetAttribute("aria-labelledby")!)));
            Assert.NotEqual("", PortalPage.TextOf(page.Document.GetElementById(svg.GetAttribute("aria-describedby")!)));
        });
    }

    private static async Task<PublicRecord> RecordAsync(PortalClient browser) => RecordJson.ReadPublic(await browser.Http.GetStringAsync("/results/2018.json"));

    private static ITScoring.Domain.Scoring.Points Points(string text) => ITScoring.Domain.Scoring.Points.Parse(text);

    private static string Shown(string points) => Display.Of(Points(points));

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
