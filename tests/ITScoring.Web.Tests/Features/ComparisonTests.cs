using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>
/// One criterion across all agencies, once all have been verified. I.3 is Mbps for each person, the best of the block has 40 points: Ban Quản lý Khu
/// kinh tế 200,25/47, Ban Dân tộc 80/24, Văn phòng UBND tỉnh 120/76, Sở TTTT 50/37 (declared 200), Sở Nội vụ and Sở Tài chính 90,5/69.
/// </summary>
public sealed class ComparisonTests(ComparisonTests.Verified verified) : IClassFixture<ComparisonTests.Verified>
{
    private const string Bandwidth = "/comparisons/2026/I.3";
    private const string Home = "Sở Thông tin và Truyền thông";

    private readonly StagePortal _portal = verified.Portal;

    [Fact]
    public async Task All_agencies_stand_side_by_side_with_values_points_and_verdicts_highest_first()
    {
        using var browser = await _portal.SignedInAsync("quanly");
        var page = (await browser.GetAsync(Bandwidth + "?block=" + await BlockAsync("STC"))).Expect(200);
        var rows = page.Table("table.compare");

        // Median 1,465, MAD 0,155: what is beyond 3,5 × 0,155 ÷ 0,6745 = 0,80 from it is far from the others.
        Assert.Equal(["Ban Quản lý Khu kinh tế khác biệt lớn", "Ban Dân tộc khác biệt lớn", "Văn phòng UBND tỉnh", Home, "Sở Nội vụ", "Sở Tài chính", "Sở Y tế"], rows.Select(r => r[1]));
        Assert.Equal(["1", "2", "3", "4", "5", "5", "–"], rows.Select(r => r[0]));
        // 40 × (50/37) ÷ (200,25/47) = 12,687; of the declared values the best was Sở TTTT's own 200/37.
        Assert.Equal(["4", Home, "37", "Kê khai 200 → thẩm tra 50", "1,35", "40,00", "12,69", "−27,31", "Điều chỉnh Hợp đồng kênh truyền ghi 50 Mbps."], rows[3].Take(9));
        Assert.Equal(["5", "Sở Tài chính", "69", "90,5", "1,31"], rows[5].Take(5));
        Assert.Equal("Đồng ý", rows[5][8]);
        Assert.Equal("Chưa nộp phiếu", rows[6][2]);
        Assert.Equal("descending", page.One("th[aria-sort=descending]").GetAttribute("aria-sort"));
        Assert.Equal("Thẩm tra ▼", PortalPage.TextOf(page.One("th[aria-sort=descending]")));
    }

    [Fact]
    public async Task The_dots_say_in_words_what_they_show_and_mark_the_agency_that_was_asked_for()
    {
        using var browser = await _portal.SignedInAsync("quanly");
        var page = (await browser.GetAsync(Bandwidth + "?agency=stc&block=" + await BlockAsync("STC"))).Expect(200);

        var drawing = page.One("svg[role=img]");
        var named = drawing.GetAttribute("aria-labelledby")!.Split(' ').Select(id => PortalPage.TextOf(page.Document.GetElementById(id))).ToList();
        Assert.Equal("I.3. Băng thông Internet quy đổi bình quân trên CBCCVC: giá trị thẩm tra H05 ÷ T02 của 6 cơ quan", named[0]);
        Assert.StartsWith("6 cơ quan, thấp nhất 1,31, cao nhất 4,26; Sở Tài chính 1,31; khác biệt lớn: Ban ", named[1]);
        Assert.Equal(6, drawing.QuerySelectorAll("circle").Length);
        Assert.Equal("Sở Tài chính 1,31", PortalPage.TextOf(drawing.QuerySelector("text.t-strong")));
        Assert.Contains("Sở Tài chính", PortalPage.TextOf(page.One("tr.is-me")));
    }

    [Theory]
    [InlineData("sort=name&order=asc", "Ban Dân tộc", "ascending")]
    [InlineData("sort=self", Home, "descending")]
    [InlineData("sort=self&order=asc", "Sở Nội vụ", "ascending")]
    [InlineData("sort=measure", "Ban Quản lý Khu kinh tế", "descending")]
    [InlineData("sort=difference&order=asc", Home, "ascending")]
    [InlineData("sort=không&order=x&page=9999&agency=%00&block=KHONG", "Ban Quản lý Khu kinh tế", "descending")]
    public async Task Each_column_sorts_and_what_is_no_choice_is_left_out(string query, string first, string sorted)
    {
        using var browser = await _portal.SignedInAsync("quanly");
        var page = (await browser.GetAsync($"{Bandwidth}?{query}" + (query.Contains("block", StringComparison.Ordinal) ? "" : "&block=" + await BlockAsync("STC")))).Expect(200);

        Assert.StartsWith(first, page.Table("table.compare")[0][1]);
        Assert.Single(page.All($"th[aria-sort={sorted}]"));
        Assert.Contains("Chưa nộp phiếu", page.Table("table.compare")[^1][2]);
    }

    [Fact]
    public async Task Only_the_agencies_of_a_block_are_shown()
    {
        using var browser = await _portal.SignedInAsync("quanly");
        var all = (await browser.GetAsync(Bandwidth)).Table("table.compare").Select(r => r[1]).ToList();
        var district = (await browser.GetAsync(Bandwidth + "?block=" + await BlockAsync("DONGHOI"))).Table("table.compare").Select(r => r[1]).ToList();

        Assert.Equal(9, all.Count);
        Assert.Equal(2, district.Count);
    }

    [Fact]
    public async Task A_reviewer_sees_of_the_home_agency_nothing_but_the_name()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = (await browser.GetAsync(Bandwidth)).Expect(200);
        var row = Assert.Single(page.Table("table.compare"), r => r[1] == Home);

        Assert.Equal(["–", Home, "Cơ quan của anh/chị, không hiển thị"], row);
        Assert.DoesNotContain("50 Mbps", page.Html);
        Assert.DoesNotContain("12,69", page.Text);
        Assert.DoesNotContain(page.All("circle"), c => PortalPage.TextOf(c).Contains(Home, StringComparison.Ordinal));
        // Others' agencies are compared, their forms only opened where they were assigned.
        var names = page.All("table.compare tbody th a").Select(PortalPage.TextOf).ToList();
        Assert.Contains("Sở Tài chính", names);
        Assert.DoesNotContain("Ban Dân tộc", names);
        Assert.Contains(page.Table("table.compare"), r => r[1].StartsWith("Ban Dân tộc", StringComparison.Ordinal) && r[3] == "80");
    }

    [Fact]
    public async Task Who_holds_the_best_is_named_with_what_the_others_would_get_without()
    {
        // Without 200,25/47 the best is 80/24: Văn phòng 14,82 → 18,95 (+4,13), Sở Nội vụ and Sở Tài chính 12,31 → 15,74 (+3,43 each),
        // Sở TTTT 12,69 → 16,22 (+3,53), Ban Dân tộc 31,29 → 40,00 (+8,71); together 23,23.
        using var manager = await _portal.SignedInAsync("quanly");
        var all = PortalPage.TextOf((await manager.GetAsync(Bandwidth + "?block=" + await BlockAsync("STC"))).Under("Mức chuẩn của khối"));
        Assert.Contains("Ban Quản lý Khu kinh tế Mức chuẩn của khối do cơ quan này xác lập; nếu không có, các cơ quan khác thay đổi tổng cộng +23,23 điểm, nhiều nhất +8,71.", all);
        Assert.Contains("Sở Thông tin và Truyền thông12,69 → 16,22", all);

        // Not what would betray the home agency's.
        using var reviewer = await _portal.SignedInAsync("thamtra1");
        var others = PortalPage.TextOf((await reviewer.GetAsync(Bandwidth + "?block=" + await BlockAsync("STC"))).Under("Mức chuẩn của khối"));
        Assert.Contains("tổng cộng +19,70 điểm, nhiều nhất +8,71.", others);
        Assert.DoesNotContain(Home, others);

        Assert.False((await manager.GetAsync("/comparisons/2026/I.1")).HasHeading("Mức chuẩn của khối"));
    }

    [Fact]
    public async Task The_criterions_review_shows_its_place_with_the_neighbours()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = (await browser.GetAsync("/reviews/2026/stc/criteria/I.3")).Expect(200);
        var rows = page.TableUnder("Giữa các cơ quan");

        // Of five that may be seen the two that are far from the others, and the two before it.
        Assert.Equal(["1", "2", "3", "4", "4"], rows.Select(r => r[0]));
        Assert.Equal(["khác biệt lớn", "khác biệt lớn", "", "", ""], rows.Select(r => r[^1]));
        Assert.Equal(["Sở Tài chính (phiếu đang xem)", "1,31", "12,31", "Đồng ý"], rows[4].Skip(1).Take(4));
        Assert.DoesNotContain(Home, PortalPage.TextOf(page.Under("Giữa các cơ quan")));
        var whole = (await page.FollowAsync("Cả 5 cơ quan")).Expect(200);
        Assert.Equal("I.3. Băng thông Internet quy đổi bình quân trên CBCCVC", whole.Heading);
        Assert.Contains("Sở Tài chính", PortalPage.TextOf(whole.One("tr.is-me")));
    }

    [Fact]
    public async Task The_criteria_are_found_without_marks_and_sorted_by_what_differs()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var all = (await browser.GetAsync("/comparisons/2026")).Expect(200);
        Assert.Equal(50, all.Table().Count);
        Assert.Equal("I.1. Tỷ lệ CBCCVC được trang bị máy tính", all.Table()[0][0]);
        Assert.Equal(10, (await all.FollowAsync("Trang sau")).Table().Count);

        Assert.Equal(["I.3. Băng thông Internet quy đổi bình quân trên CBCCVC"], (await browser.GetAsync("/comparisons/2026?search=bang+thong")).Table().Select(r => r[0]));
        Assert.Contains("Không có tiêu chí nào khớp", (await browser.GetAsync("/comparisons/2026?search=zzz&sort=x&page=-4")).Expect(200).Text);
        Assert.Equal(50, (await browser.GetAsync("/comparisons/2026?sort=spread&page=abc")).Expect(200).Table().Count);
    }

    [Theory]
    [InlineData("/comparisons/2031")]
    [InlineData("/comparisons/2031/I.3")]
    [InlineData("/comparisons/2026/I.99")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        Assert.Equal(404, (await browser.GetAsync(path)).Status);
    }

    [Fact]
    public async Task An_agency_far_from_the_others_is_marked_with_its_score()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Reviewing);
        // Five have a firewall (12 points), one has none: MAD 0, MeanAD 12 ÷ 6 = 2, z = −12 ÷ (1,253314 × 2) = −4,787.
        await portal.ReadAsync(async db =>
        {
            await Answers(db, "H10").ExecuteUpdateAsync(s => s.SetProperty(a => a.DeclaredJson, "true").SetProperty(a => a.HasVerified, false));
            await Answers(db, "H10", "BDT").ExecuteUpdateAsync(s => s.SetProperty(a => a.DeclaredJson, "false"));
            return await RaiseAsync(db);
        });
        using var browser = await portal.SignedInAsync("quanly");

        var page = (await browser.GetAsync("/comparisons/2026/I.6")).Expect(200);
        Assert.Equal("Ban Dân tộc khác biệt lớn", Assert.Single(page.Table("table.compare"), r => r[1].EndsWith("khác biệt lớn", StringComparison.Ordinal))[1]);
        Assert.Contains("Ban Dân tộc: 0z = −4,79", PortalPage.TextOf(page.One("details.mt-3")));
        Assert.Contains("6 giá trị, trung vị 12, độ lệch tuyệt đối trung bình 2", page.Text);
        Assert.Single(page.All("circle.c-dot--out"));
        Assert.Equal("1 cơ quan", Assert.Single((await browser.GetAsync("/comparisons/2026?search=tuong+lua")).Table())[4]);
        Assert.Contains("Ban Dân tộc", (await browser.GetAsync("/reviews/2026/stc/criteria/I.6")).TableUnder("Giữa các cơ quan").Where(r => r[^1] == "khác biệt lớn").Select(r => r[1]));
    }

    [Fact]
    public async Task One_document_that_led_to_different_verdicts_is_named_with_the_agencies()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Reviewing);
        await portal.ReadAsync(async db =>
        {
            foreach (var agency in new[] { "STC", "SNV", "STTTT" })
            {
                var form = db.Submissions.Where(s => s.PeriodId == db.Periods.Single(p => p.Code == SmallPeriod.Code).Id && db.Agencies.Any(a => a.Id == s.AgencyId && a.Code == agency)).Select(s => s.Id);
                await db.Evidence.Where(e => form.Contains(e.SubmissionId) && e.Kind == EvidenceKind.Link && e.Uses.Any(u => u.QuestionCode == "W02")).ExecuteUpdateAsync(s => s.SetProperty(e => e.Url, "https://quangbinh.gov.vn/quy-che").SetProperty(e => e.Abstract, "Quy chế chung"));
                if (agency != "SNV")
                    await db.CriterionVerdicts.Where(v => form.Contains(v.SubmissionId) && v.CriterionCode == "III.1").ExecuteUpdateAsync(s => s.SetProperty(v => v.Kind, VerdictKind.Adjusted));
            }

            return 0;
        });

        using var manager = await portal.SignedInAsync("quanly");
        var all = PortalPage.TextOf((await manager.GetAsync("/comparisons/2026/III.1")).Under("Cùng một tài liệu, kết luận khác nhau"));
        Assert.Contains("Quy chế chung (khác kết luận)", all);
        Assert.Contains("Sở Nội vụ: Đồng ý", all);
        Assert.Contains("Sở Tài chính: Điều chỉnh", all);
        Assert.Contains(Home, all);

        using var reviewer = await portal.SignedInAsync("thamtra1");
        var others = PortalPage.TextOf((await reviewer.GetAsync("/comparisons/2026/III.1")).Under("Cùng một tài liệu, kết luận khác nhau"));
        Assert.Contains("Sở Tài chính: Điều chỉnh", others);
        Assert.DoesNotContain(Home, others);
        Assert.False((await reviewer.GetAsync("/comparisons/2026/III.2")).HasHeading("Cùng một tài liệu, kết luận khác nhau"));
    }

    [Fact]
    public async Task Whatever_the_home_agency_says_the_reviewers_page_stays_the_same()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Reviewing);
        using var reviewer = await portal.SignedInAsync("thamtra1");
        string[] paths = ["/comparisons/2026/VI.4", "/comparisons/2026?search=chuan+ky+nang", "/reviews/2026/stc/criteria/VI.4"];
        var before = await TextsAsync();

        await portal.ReadAsync(async db =>
        {
            await Answers(db, "N05", "STTTT").ExecuteUpdateAsync(s => s.SetProperty(a => a.DeclaredJson, "1").SetProperty(a => a.HasVerified, false));
            return await RaiseAsync(db);
        });

        Assert.Equal(before, await TextsAsync());
        using var manager = await portal.SignedInAsync("quanly");
        Assert.Contains((await manager.GetAsync(paths[0])).Table("table.compare"), r => r[1] == Home && r[3] == "1");

        async Task<List<string>> TextsAsync()
        {
            var texts = new List<string>();
            foreach (var path in paths)
                texts.Add((await reviewer.GetAsync(path)).Expect(200).Text);
            return texts;
        }
    }

    [Fact]
    public async Task Before_anybody_handed_in_there_is_nothing_to_compare()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Draft);
        using var browser = await portal.SignedInAsync("quanly");
        Assert.Equal(404, (await browser.GetAsync("/comparisons/2026")).Status);
        Assert.Equal(404, (await browser.GetAsync(Bandwidth)).Status);
        Assert.Equal(404, (await browser.GetAsync("/progress/2026")).Status);
    }

    private async Task<string> BlockAsync(string agency) => await _portal.ReadAsync(async db =>
        (await db.Periods.Include(p => p.Agencies).SingleAsync(p => p.Code == SmallPeriod.Code)).FindAgency(agency)!.BlockCode);

    private static IQueryable<Answer> Answers(AppDbContext db, string question, string? agency = null) => db.Answers.Where(a => a.QuestionCode == question && db.Submissions.Any(s =>
        s.Id == a.SubmissionId && db.Periods.Any(p => p.Id == s.PeriodId && p.Code == SmallPeriod.Code) && (agency == null || db.Agencies.Any(x => x.Id == s.AgencyId && x.Code == agency))));

    /// <summary>As every write of such a value does.</summary>
    private static Task<int> RaiseAsync(AppDbContext db) => db.Periods.Where(p => p.Code == SmallPeriod.Code).ExecuteUpdateAsync(s => s.SetProperty(p => p.CohortVersion, p => p.CohortVersion + 1));

    public sealed class Verified() : StageFixture(PeriodState.Reviewing);
}
