using ITScoring.Testing;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Features;

/// <summary>The start page, as strangers and people with an account see it.</summary>
public sealed class StartTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task It_says_which_period_is_open_and_who_leads_the_last_published_one()
    {
        using var browser = portal.Browser();

        var page = await browser.GetAsync("/");

        Assert.Equal("Đánh giá mức độ ứng dụng CNTT của cơ quan nhà nước tỉnh Quảng Bình", page.Heading);
        // 20/10/2026 to 19/12/2026.
        Assert.Contains("60ngày nữaĐánh giá mức độ ứng dụng CNTT năm 2026: hạn nộp phiếu trước ngày 20/12/2026", page.Text);
        Assert.Contains("Số liệu từ 01/12/2025 đến hết 30/11/2026.", page.Text);
        // From the expected results of the format's vectors.
        Assert.Equal(
            [["1", "Sở Kế hoạch và Đầu tư", "871,38", "Tốt"], ["2", "Sở Thông tin và Truyền thông", "867,42", "Tốt"], ["3", "Văn phòng UBND tỉnh", "852,57", "Tốt"], ["4", "Sở Giáo dục và Đào tạo", "796,67", "Khá"], ["5", "Sở Giao thông vận tải", "792,72", "Khá"]],
            page.Table());
        Assert.Equal("/results/2018", (await page.FollowAsync("Xem bảng xếp hạng")).Path);
        Assert.Equal("/results/2018/agencies/skhdt", (await page.FollowAsync("Sở Kế hoạch và Đầu tư")).Path);
        Assert.Equal("/sign-in", (await page.FollowAsync("Đăng nhập để kê khai")).Path);
        Assert.Equal("/guidance/2026", (await browser.GetAsync("/guidance")).Path);
    }

    [Fact]
    public async Task Who_is_signed_in_is_led_to_the_own_work()
    {
        using var browser = await portal.SignedInAsync("stc.daumoi");
        var page = await browser.GetAsync("/");
        Assert.DoesNotContain("Đăng nhập để kê khai", page.Text);
        Assert.Equal("/home", (await page.FollowAsync("Việc của tôi")).Path);
    }

    [Fact]
    public async Task After_the_deadline_it_says_how_long_ago_that_was()
    {
        portal.Clock.Set(2026, 12, 22);
        using var browser = portal.Browser();
        Assert.Contains("3ngày quá hạn", (await browser.GetAsync("/")).Text);
        portal.Clock.Set(PortalTemplates.Start);
    }

    [Fact]
    public async Task Public_pages_name_no_person()
    {
        var names = await portal.ReadAsync(db => Task.FromResult(db.Users.Select(u => u.DisplayName).ToList()));
        Assert.True(names.Count > 90);
        using var browser = portal.Browser();
        foreach (var address in new[] { "/", "/sign-in", "/results", "/results/2018", "/results/2018/agencies/stttt", "/results/2018/agencies/sxd", "/guidance/2018", "/guidance/2026" })
        {
            var html = (await browser.GetAsync(address)).Html;
            Assert.DoesNotContain(names, n => html.Contains(n, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Before_the_first_period_it_says_that_there_is_nothing_yet()
    {
        var empty = new EmptyPortal();
        await empty.InitializeAsync();
        using var browser = empty.Browser();
        Assert.Contains("Chưa có kết quả nào được công bố", (await browser.GetAsync("/")).Text);
        var guidance = await browser.GetAsync("/guidance");
        Assert.Equal(("/guidance", 200), (guidance.Path, guidance.Status));
        Assert.Contains("Chưa có kỳ đánh giá nào được mở", guidance.Text);
        await ((IAsyncLifetime)empty).DisposeAsync();
    }
}
