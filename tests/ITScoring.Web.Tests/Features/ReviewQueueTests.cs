using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Features;

public sealed class ReviewQueueTests(ReviewQueueTests.Open open) : IClassFixture<ReviewQueueTests.Open>
{
    private readonly StagePortal _portal = open.Portal;

    [Theory]
    [InlineData("thamtra1", "Sở Nội vụ|Sở Tài chính|Sở Y tế|Ban Quản lý Khu kinh tế|UBND thị xã Ba Đồn")]
    [InlineData("thamtra2", "Sở Tài chính|Ban Dân tộc")]
    [InlineData("thamtra5", "Sở Thông tin và Truyền thông")]
    [InlineData("thamtra4", "")]
    public async Task A_reviewer_sees_what_was_assigned_to_him_and_nothing_else(string reviewer, string agencies)
    {
        using var browser = await _portal.SignedInAsync(reviewer);
        var page = await browser.GetAsync("/reviews");

        Assert.Contains("Đánh giá mức độ ứng dụng CNTT năm 2026", page.Text);
        if (agencies.Length == 0)
            Assert.Contains("Chưa có phiếu nào được phân công", page.Text);
        else
            Assert.Equal(agencies.Split('|'), page.Table().Select(r => r[0]));
    }

    [Fact]
    public async Task The_manager_sees_all_and_who_verifies_them()
    {
        using var browser = await _portal.SignedInAsync("quanly");
        var page = await browser.GetAsync("/reviews");
        var names = await _portal.ReadAsync(db => Task.FromResult(db.Users.Where(u => u.UserName!.StartsWith("thamtra")).ToDictionary(u => u.UserName!, u => u.DisplayName)));

        Assert.Equal(9, page.Table().Count);
        var row = page.Table().Single(r => r[0] == "Sở Tài chính");
        Assert.StartsWith("Đã nộp", row[1]);
        Assert.Equal($"{names["thamtra1"]}, {names["thamtra2"]}", row[3]);
        // 60 criteria apply to Sở Tài chính, none is judged; declared and verified are still the same; since 28 September 22 days have passed.
        Assert.Equal(("0/60", "0,00", "22"), (row[4], row[7], row[8]));
        Assert.Equal(row[5], row[6]);
        var missing = page.Table().Single(r => r[0] == "Sở Y tế");
        Assert.Equal(("–", "–", "–", "–"), (missing[5], missing[6], missing[7], missing[8]));
    }

    [Fact]
    public async Task A_filter_is_saved_under_a_name_opened_replaced_and_removed_by_its_owner_only()
    {
        using var browser = await _portal.SignedInAsync("quanly");
        var found = await (await browser.GetAsync("/reviews")).Fill("Tìm cơ quan, người thẩm tra", "so tai chinh").PressAsync("Lọc");
        Assert.Equal("Nhập tên bộ lọc.", (await found.PressAsync("Lưu bộ lọc")).Expect(422).ProblemAt("Lưu điều kiện đang lọc với tên"));

        var saved = await found.Fill("Lưu điều kiện đang lọc với tên", "Tài chính").PressAsync("Lưu bộ lọc");
        Assert.Equal("Đã lưu bộ lọc “Tài chính”.", saved.Notice);
        var opened = await (await browser.GetAsync("/reviews")).FollowAsync("Tài chính");
        Assert.Equal(["Sở Tài chính"], opened.Table().Select(r => r[0]));

        // The same name once more replaces it; what is too long for an address is refused and nothing is lost.
        var other = await (await browser.GetAsync("/reviews")).Fill("Tìm cơ quan, người thẩm tra", "dan toc").PressAsync("Lọc");
        await other.Fill("Lưu điều kiện đang lọc với tên", "Tài chính").PressAsync("Lưu bộ lọc");
        Assert.Equal(["Ban Dân tộc"], (await (await browser.GetAsync("/reviews")).FollowAsync("Tài chính")).Table().Select(r => r[0]));
        var refused = (await browser.PostAsync("/reviews/filters", new("period", "2026"), new("name", "Tài chính"), new("search", new string('x', 2001)))).Expect(422);
        Assert.Equal(["Điều kiện lọc dài quá nên không lưu được. Rút ngắn ô tìm rồi lưu lại."], refused.Problems);

        using var reviewer = await _portal.SignedInAsync("thamtra1");
        var id = await _portal.ReadAsync(db => Task.FromResult(db.SavedFilters.Single(f => f.Name == "Tài chính").Id));
        Assert.False((await reviewer.GetAsync("/reviews")).HasButton("Bỏ bộ lọc Tài chính"));
        Assert.Equal(404, (await reviewer.PostAsync($"/reviews/filters/{id}/remove", new KeyValuePair<string, string>("period", "2026"))).Status);
        Assert.False((await (await browser.GetAsync("/reviews")).PressAsync("Bỏ bộ lọc Tài chính")).HasButton("Bỏ bộ lọc Tài chính"));
    }

    [Fact]
    public async Task A_search_ignores_marks_finds_reviewers_too_and_a_state_narrows_the_list()
    {
        using var browser = await _portal.SignedInAsync("quanly");
        var page = await browser.GetAsync("/reviews");

        var found = await page.Fill("Tìm cơ quan, người thẩm tra", "so TAI chinh").PressAsync("Lọc");
        Assert.Equal(["Sở Tài chính"], found.Table().Select(r => r[0]));
        Assert.Equal("so TAI chinh", found.ValueOf("Tìm cơ quan, người thẩm tra"));
        var reviewer = found.Table()[0][3].Split(", ")[1];
        var his = await found.Fill("Tìm cơ quan, người thẩm tra", reviewer).PressAsync("Lọc");
        Assert.Equal(["Sở Tài chính", "Ban Dân tộc"], his.Table().Select(r => r[0]));
        var drafting = await page.Fill("Tìm cơ quan, người thẩm tra", "").Fill("Trạng thái", "Đang kê khai").PressAsync("Lọc");
        Assert.Equal(["Sở Y tế", "UBND thị xã Ba Đồn"], drafting.Table().Select(r => r[0]));
        var none = await drafting.Fill("Tìm cơ quan, người thẩm tra", "tai chinh").PressAsync("Lọc");
        Assert.Contains("Không có phiếu nào khớp", none.Text);
        Assert.Empty(none.All("main table"));
    }

    [Fact]
    public async Task The_list_is_sorted_by_difference_and_by_waiting()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        using var reviewer = await portal.SignedInAsync("thamtra2");
        // 60/69 instead of 63/69 of 25 points: 21,74 − 22,83.
        await (await reviewer.GetAsync("/reviews/2026/stc/criteria/VI.4")).Fill("N05, giá trị thẩm tra", "60").Fill("Lý do điều chỉnh", "Ba người chưa có chứng chỉ.").PressAsync("Lưu điều chỉnh");
        using var browser = await portal.SignedInAsync("quanly");

        var byDifference = await (await browser.GetAsync("/reviews")).Fill("Sắp xếp", "Chênh nhiều nhất").PressAsync("Lọc");
        Assert.Equal(("Sở Tài chính", "−1,09", "1/60"), (byDifference.Table()[0][0], byDifference.Table()[0][7], byDifference.Table()[0][4]));
        Assert.Equal("Chênh nhiều nhất", PortalPage.TextOf(byDifference.One("select[name=sort] option[selected]")));
        var byWaiting = await byDifference.Fill("Sắp xếp", "Chờ lâu nhất").PressAsync("Lọc");
        Assert.Equal(["–", "–"], byWaiting.Table().TakeLast(2).Select(r => r[8]));
    }

    [Theory]
    [InlineData("/reviews?state=nothing&sort=nothing", 200)]
    [InlineData("/reviews?search=%F0%9F%92%A9&period=2026", 200)]
    [InlineData("/reviews?period=none", 404)]
    [InlineData("/reviews/none/stc", 404)]
    [InlineData("/reviews/2026/none", 404)]
    [InlineData("/reviews/2026/stc/criteria/none", 404)]
    [InlineData("/reviews/2026/stc/values/none", 404)]
    public async Task Whatever_stands_in_the_address_is_no_error_of_the_site(string path, int status)
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = path.Contains("/values/", StringComparison.Ordinal) ? await browser.PostAsync(path) : await browser.GetAsync(path);
        Assert.Equal(status, page.Status);
    }

    [Fact]
    public async Task Before_any_period_is_open_the_queue_says_so()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Draft);
        using var browser = await portal.SignedInAsync("thamtra1");
        Assert.Contains("Chưa có kỳ đánh giá nào đang mở", (await browser.GetAsync("/reviews")).Text);
        Assert.Equal(404, (await browser.GetAsync("/reviews/2026/stc")).Status);
    }

    public sealed class Open() : StageFixture(PeriodState.Open);
}
