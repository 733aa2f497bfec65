using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Features;

/// <summary>
/// Figures of shared systems beside what is declared. Sở Tài chính declares 77 computers (H02), 90,5 Mbps (H05), 6.910 documents (U05), a server room of its own (H12 b);
/// Sở TTTT 40 computers; Ban Dân tộc 22. Sở Y tế never hands in.
/// </summary>
public sealed class SharedFigureReadingTests(SharedFigureReadingTests.Open open) : IClassFixture<SharedFigureReadingTests.Open>
{
    private const string List = "/shared-figures/2026/differences";

    private readonly StagePortal _portal = open.Portal;

    [Fact]
    public async Task The_list_has_what_is_above_the_tolerance_marked_with_words()
    {
        using var manager = await _portal.SignedInAsync("quanly");
        var page = await manager.GetAsync(List);

        // 77 against 75,5 would be 1,98 %; against 75 it is 2 ÷ 75 = 2,6666… %. 90,5 against 100 is 9,5 % less. 40 against 40 is the same; 22 against 0 cannot be measured.
        Assert.Equal(
            [
                ("Sở Tài chính", "77 máy", "77 máy", "75 máyMột cửa", "Kê khai cao hơn ≈ 2,6667 %", "Vượt mức"),
                ("Sở Tài chính", "90,5 Mbps", "90,5 Mbps", "100 MbpsQLVB&ĐH", "Kê khai thấp hơn 9,5 %", "Vượt mức"),
                ("Sở Tài chính", "Có phòng máy chủ riêng tại cơ quan", "Có phòng máy chủ riêng tại cơ quan", "Không cóQLVB&ĐH", "Khác nhau", "Khác nhau"),
                ("Ban Dân tộc", "22 máy", "22 máy", "0 máyQLVB&ĐH", "Hệ thống ghi 0", "Vượt mức"),
            ],
            page.Table().Select(r => (r[0], r[2], r[3], r[4], r[5], r[6])));
        Assert.Contains("4 dòng", page.Text);
        Assert.All(page.All("main tbody .tag"), t => Assert.NotNull(t.QuerySelector("svg")));
        Assert.Contains("chênh quá 2 %", page.Text);

        var all = await page.Fill("Hiện", "Tất cả số liệu").PressAsync("Lọc");
        Assert.Equal(8, all.Table().Count);
        // 6.910 against 6.775 is 135 ÷ 6.775 = 1,99… % more.
        Assert.Contains(all.Table(), r => r[4] == "6.775 văn bảnQLVB&ĐH" && r[6] == "Trong mức");
        Assert.Contains(all.Table(), r => r[0] == "Sở Y tế" && r[2] == "Chưa trả lời" && r[5] == "–" && r[6] == "Chưa nộp phiếu");
        Assert.Contains(all.Table(), r => r[0] == "Sở Thông tin và Truyền thông" && r[5] == "Bằng nhau" && r[6] == "Trong mức");
        var one = await all.Fill("Cơ quan", "Sở Tài chính").Fill("Hệ thống", "Một cửa").PressAsync("Lọc");
        Assert.Equal([("Sở Tài chính", "75 máyMột cửa")], one.Table().Select(r => (r[0], r[4])));
        var none = await one.Fill("Cơ quan", "Sở Nội vụ").PressAsync("Lọc");
        Assert.Contains("Không có chênh lệch nào", none.Text);
        Assert.Equal(404, (await manager.GetAsync("/shared-figures/2099/differences")).Status);

        var criterion = await page.FollowAsync(page.Table()[0][1]);
        Assert.StartsWith("/reviews/2026/stc/criteria/", criterion.Path);
        Assert.Contains("Hệ thống dùng chung", criterion.Text);
    }

    [Theory]
    [InlineData("thamtra1", "STTTT", "Sở Tài chính|Sở Tài chính|Sở Tài chính")]
    [InlineData("thamtra2", "STTTT", "Sở Tài chính|Sở Tài chính|Sở Tài chính|Ban Dân tộc")]
    [InlineData("thamtra5", "STC", "Không có chênh lệch nào")]
    [InlineData("thamtra3", "STC", "Chưa có số liệu hệ thống dùng chung")]
    [InlineData("thamtra4", "STC", "Chưa có số liệu hệ thống dùng chung")]
    public async Task A_reviewer_sees_only_the_agencies_assigned(string reviewer, string other, string agencies)
    {
        using var browser = await _portal.SignedInAsync(reviewer);
        var page = await browser.GetAsync(List);
        if (page.All("main tbody tr").Count == 0)
            Assert.Contains(agencies, page.Text);
        else
            Assert.Equal(agencies.Split('|'), page.Table().Select(r => r[0]));
        // Nor by naming another in the address.
        Assert.Empty((await browser.GetAsync(List + $"?agency={other}&show=all")).All("main tbody tr"));
        Assert.Contains("Chênh lệch với hệ thống dùng chung", (await browser.GetAsync("/reviews")).Text);
    }

    [Theory]
    [InlineData("stc.daumoi")]
    [InlineData("lanhdao")]
    [InlineData("theodoi")]
    public async Task Others_have_no_such_list(string userName)
    {
        using var browser = await _portal.SignedInAsync(userName);
        Assert.Equal(403, (await browser.GetAsync(List)).Status);
    }

    [Fact]
    public async Task The_form_marks_the_criteria_and_the_criterion_shows_each_system_beside_the_value()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var form = await browser.GetAsync("/reviews/2026/stc");
        var marked = form.All("main tbody tr").Where(r => r.TextContent.Contains("Khác hệ thống dùng chung", StringComparison.Ordinal)).Select(r => PortalPage.TextOf(r.QuerySelector("th a"))).ToList();
        Assert.NotEmpty(marked);
        // H02 counts in I.1, H05 in I.3; nothing is wrong with U05, of which II has criteria.
        Assert.Contains(marked, m => m.StartsWith("I.3. ", StringComparison.Ordinal));
        Assert.DoesNotContain(marked, m => m.StartsWith("II.", StringComparison.Ordinal));

        var criterion = await browser.GetAsync("/reviews/2026/stc/criteria/I.3");
        Assert.Contains("QLVB&ĐH: 100 Mbps Kê khai thấp hơn 9,5 %", criterion.Text);
        Assert.NotNull(criterion.One("dl.kv .tag--mid svg"));
        // A form that was not handed in has nothing to compare yet.
        var syt = (await browser.GetAsync("/reviews/2026/syt/criteria/I.3")).Text;
        Assert.Contains("QLVB&ĐH: 30 Mbps Chưa nộp phiếu", syt);
        Assert.DoesNotContain("Khác hệ thống dùng chung", (await browser.GetAsync("/reviews/2026/syt")).Text);
    }

    [Fact]
    public async Task A_verified_value_that_agrees_with_the_system_says_so_in_the_list()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        await FillAsync(portal);
        using var browser = await portal.SignedInAsync("thamtra1");
        await (await browser.GetAsync("/reviews/2026/stc/criteria/I.3")).Fill("H05, giá trị thẩm tra", "100").Fill("Lý do điều chỉnh", "Hệ thống ghi 100 Mbps.").PressAsync("Lưu điều chỉnh");

        var row = (await browser.GetAsync(List)).Table().Single(r => r[4].StartsWith("100 Mbps", StringComparison.Ordinal));
        Assert.Equal(("90,5 Mbps", "100 Mbps", "Vượt mức Giá trị thẩm tra trong mức"), (row[2], row[3], row[6]));
    }

    [Fact]
    public async Task Another_tolerance_draws_the_line_elsewhere()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        await FillAsync(portal);
        using var manager = await portal.SignedInAsync("quanly");
        await (await manager.GetAsync("/shared-figures/2026")).Fill("Mức chênh lệch", "9,5").PressAsync("Lưu mức chênh lệch");
        // 9,5 % is just within; 0 and words stay.
        Assert.Equal(["Không cóQLVB&ĐH", "0 máyQLVB&ĐH"], (await manager.GetAsync(List)).Table().Select(r => r[4]));
    }

    [Fact]
    public async Task An_agency_never_sees_what_the_systems_say_of_it()
    {
        foreach (var userName in new[] { "stc.daumoi", "stc.thutruong", "stc.nhaplieu" })
        {
            using var browser = await _portal.SignedInAsync(userName);
            foreach (var path in new[] { "/home", "/submissions/2026/stc", "/submissions/2026/stc/sections/h", "/submissions/2026/stc/check", "/submissions/2026/stc/points" })
            {
                var page = await browser.GetAsync(path);
                Assert.DoesNotContain("dùng chung:", page.Text);
                Assert.DoesNotContain("Hệ thống dùng chung", page.Text);
                Assert.DoesNotContain("75 máy", page.Text);
                Assert.DoesNotContain("100 Mbps", page.Text);
            }

            Assert.Contains((await browser.GetAsync("/reviews/2026/stc/criteria/I.3")).Status, new[] { 403, 404 });
        }
    }

    [Fact]
    public async Task Beyond_50_rows_the_list_is_paged_and_keeps_its_filter()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        using var manager = await portal.SignedInAsync("quanly");
        string[] questions = ["H01", "H02", "H04", "H08", "H09", "U01", "U02", "U03", "U04", "U05"];
        var csv = "Cơ quan;" + string.Join(';', questions) + "\n" + string.Concat(new[] { "VPUBND", "SNV", "STC", "STTTT", "BDT", "DONGHOI" }.Select(a => a + string.Concat(questions.Select(_ => ";19999")) + "\n"));
        var preview = await SharedFigureImportTests.UploadAsync(manager, "dvc", "a.csv", SharedFigureImportTests.Csv(csv));
        await preview.Expect(200).PressAsync("Ghi số liệu");

        var page = await manager.GetAsync(List + "?source=dvc");
        Assert.Equal(50, page.Table().Count);
        Assert.Contains("60 dòng", page.Text);
        var next = await page.FollowAsync("Trang sau");
        Assert.Equal(10, next.Table().Count);
        Assert.Equal("dvc", next.ValueOf("Hệ thống"));
        Assert.Equal(50, (await next.FollowAsync("Trang trước")).Table().Count);
    }

    private static async Task FillAsync(StagePortal portal)
    {
        using var manager = await portal.SignedInAsync("quanly");
        foreach (var (source, text) in new[]
        {
            ("qlvb", "Cơ quan;H02;H05;U05;H12\nSTC;77;100;6775;c\nSTTTT;40;;;\nBDT;0;;;\nSYT;;30;;\n"),
            ("mot-cua", "Cơ quan;H02\nSTC;75\n"),
        })
        {
            var preview = await SharedFigureImportTests.UploadAsync(manager, source, "a.csv", SharedFigureImportTests.Csv(text));
            Assert.StartsWith("Đã nhập", (await preview.Expect(200).PressAsync("Ghi số liệu")).Notice);
        }
    }

    public sealed class Open : IAsyncLifetime
    {
        public StagePortal Portal { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Portal = await StagePortal.AtAsync(PeriodState.Open);
            await FillAsync(Portal);
        }

        public async Task DisposeAsync() => await Portal.DisposeAsync();
    }
}
