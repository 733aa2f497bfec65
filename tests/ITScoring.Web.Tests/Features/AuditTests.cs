using System.Text.RegularExpressions;
using ITScoring.Web.Features.Audit;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>The audit log of the demonstration: a whole evaluation by 94 people.</summary>
public sealed partial class AuditTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task The_newest_rows_stand_first_and_the_order_turns_round()
    {
        using var browser = await portal.SignedInAsync("quantri");

        var newest = await browser.GetAsync("/audit");
        Assert.Equal(50, newest.Table().Count);
        Assert.Equal("Đăng nhập", newest.Table()[0][2]);
        Assert.Contains("(quantri)", newest.Table()[0][1]);
        Assert.Contains("Quản trị hệ thống", newest.Table()[0][1]);

        var oldest = await newest.FollowAsync("Lúc ▼");
        Assert.Equal("ascending", oldest.All("th[aria-sort]").Single().GetAttribute("aria-sort"));
        var first = await portal.ReadAsync(db => db.AuditEntries.OrderBy(e => e.Id).FirstAsync());
        Assert.Equal(AuditActions.Name(first.Action), oldest.Table()[0][2]);
        var second = await oldest.FollowAsync("Trang sau");
        Assert.NotEqual(oldest.Table()[0], second.Table()[0]);
        Assert.Equal(200, (await browser.GetAsync("/audit?page=2000000000")).Status);
    }

    [Fact]
    public async Task Filters_narrow_by_person_act_period_agency_and_days()
    {
        using var browser = await portal.SignedInAsync("quantri");

        var approved = await (await browser.GetAsync("/audit")).Fill("Việc", "Phê duyệt kết quả").PressAsync("Lọc");
        var row = Assert.Single(approved.Table());
        Assert.Contains("(lanhdao)", row[1]);
        Assert.Contains("Lãnh đạo UBND tỉnh", row[1]);

        var ours = await (await browser.GetAsync("/audit")).Fill("Việc", "Ký nộp phiếu").Fill("Cơ quan", "Sở Tài chính").PressAsync("Lọc");
        Assert.NotEmpty(ours.Table());
        Assert.All(ours.Table(), r => Assert.Contains("Sở Tài chính", r[3]));

        var expected = await portal.ReadAsync(db => db.AuditEntries.CountAsync(e => e.At >= new DateTime(2018, 12, 17, 17, 0, 0, DateTimeKind.Utc) && e.At < new DateTime(2018, 12, 18, 17, 0, 0, DateTimeKind.Utc)));
        var day = await (await browser.GetAsync("/audit")).Fill("Từ ngày", "18/12/2018").Fill("Đến hết ngày", "18/12/2018").PressAsync("Lọc");
        Assert.True(expected == 0 ? day.Text.Contains("Không có dòng nào khớp") : day.Text.Contains($"{expected.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("vi-VN"))} dòng"));
    }

    [Fact]
    public async Task A_search_ignores_marks_and_says_when_nothing_fits()
    {
        using var browser = await portal.SignedInAsync("quantri");

        var found = await (await browser.GetAsync("/audit")).Fill("Tìm trong nội dung", "PHE DUYET").PressAsync("Lọc");
        Assert.Contains(found.Table(), r => r[2] == "Phê duyệt kết quả");
        var none = await found.Fill("Tìm trong nội dung", "khong co chu nay o dau").PressAsync("Lọc");
        Assert.Contains("Không có dòng nào khớp", none.Text);
    }

    [Fact]
    public async Task Values_stand_in_words_and_not_as_the_machine_keeps_them()
    {
        using var browser = await portal.SignedInAsync("quantri");
        var all = await browser.GetAsync("/audit");
        async Task<IReadOnlyList<string>> OfAsync(string act) => [.. (await all.Fill("Việc", act).PressAsync("Lọc")).Table().Select(r => r[4])];

        Assert.Equal(["Chờ thủ trưởng duyệt → Đã nộp"], (await OfAsync("Ký nộp phiếu")).Distinct());
        Assert.Equal(["Đã trình UBND tỉnh → Đã phê duyệt"], await OfAsync("Phê duyệt kết quả"));
        Assert.Contains("Chờ kết luận → Được chấp nhận", await OfAsync("Kết luận giải trình"));
        Assert.Equal(["Đồng ý"], (await OfAsync("Đồng ý tiêu chí")).Distinct());
        Assert.Contains(await OfAsync("Phân công thẩm tra"), a => a.Contains("(thamtra1)", StringComparison.Ordinal));
        var answers = await OfAsync("Kê khai");
        Assert.NotEmpty(answers);
        Assert.DoesNotContain(answers, a => a.Length == 0 || a is "true" or "false" || a.Contains('"') || a.Contains('['));
        Assert.Contains(await OfAsync("Lập kế hoạch kỳ"), p => p.Contains("số liệu 01/12/2017–30/11/2018", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("32/12/2018", "", "Từ ngày")]
    [InlineData("", "hôm qua", "Đến hết ngày")]
    [InlineData("20/12/2018", "19/12/2018", "Đến hết ngày")]
    public async Task A_day_that_is_none_is_said_at_its_field(string from, string until, string field)
    {
        using var browser = await portal.SignedInAsync("quantri");
        var page = (await (await browser.GetAsync("/audit")).Fill("Từ ngày", from).Fill("Đến hết ngày", until).PressAsync("Lọc")).Expect(422);
        Assert.NotEqual("", page.ProblemAt(field));
        Assert.Equal((from, until), (page.ValueOf("Từ ngày"), page.ValueOf("Đến hết ngày")));
    }

    [Fact]
    public async Task Every_act_of_a_whole_evaluation_has_a_Vietnamese_name()
    {
        var acts = await portal.ReadAsync(db => db.AuditEntries.Select(e => e.Action).Distinct().ToListAsync());
        Assert.True(acts.Count > 15, $"Only {acts.Count} kinds of acts were recorded.");
        Assert.Empty(acts.Except(AuditActions.Names.Keys));
    }

    [Fact]
    public void Every_act_that_the_sources_record_has_a_Vietnamese_name()
    {
        var acts = SourceFolder.Files(SourceFolder.Web, "*.cs").Where(f => !f.EndsWith("AuditActions.cs", StringComparison.Ordinal))
            .SelectMany(f => Acts().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().ToList();
        Assert.True(acts.Count > 30, $"Only {acts.Count} acts were found in the sources.");
        var nameless = acts.Except(AuditActions.Names.Keys).ToList();
        Assert.True(nameless.Count == 0, $"Give these a name in Features/Audit/AuditActions.cs: {string.Join(", ", nameless)}");
    }

    [GeneratedRegex("""
        "((?:account|answer|audit|evidence|explanation|finding|holiday|period|submission|verdict)\.[a-z-]+)"
        """)]
    private static partial Regex Acts();
}
