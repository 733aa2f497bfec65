using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Features;

/// <summary>"Việc của tôi" of the agencies of the demonstration, whose forms stand in every state that an open period allows.</summary>
public sealed class AgencyHomeTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    /// <summary>Agency, state of its form, what is said of it, whether it waits for the editor, for the head.</summary>
    public static readonly TheoryData<string, string, string, bool, bool> Forms = new()
    {
        { "vpubnd", "Đang kê khai", "Hạn nộp trước ngày 20/12/2026, còn 60 ngày.", true, false },
        { "snv", "Đang kê khai", "Hạn nộp hết ngày 27/12/2026, còn 68 ngày.", true, false },
        { "stc", "Đang kê khai", "Hạn nộp trước ngày 20/12/2026, còn 60 ngày.", true, false },
        { "sxd", "Đang kê khai", "Hạn nộp trước ngày 20/12/2026, còn 60 ngày.", true, false },
        { "stnmt", "Chờ thủ trưởng duyệt", "Hạn nộp trước ngày 20/12/2026, còn 60 ngày.", false, true },
        // Signed six days ago at 15:00, and a minute more for each agency.
        { "sdl", "Đã nộp", "Đã nộp lúc 15:13 ngày 14/10/2026.", false, false },
        { "syt", "Trả lại để bổ sung", "Được trả lại để bổ sung.", true, false },
        { "bdt", "Đã thẩm tra", "Đã nộp lúc 15:18 ngày 14/10/2026.", false, false },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Each_state_is_said_and_waits_for_whose_step_is_next(string agency, string state, string detail, bool forEditor, bool forHead)
    {
        foreach (var (user, waits) in new[] { ("daumoi", forEditor), ("thutruong", forHead) })
        {
            using var browser = portal.Browser();
            var home = await browser.SignInAsync($"{agency}.{user}");

            var item = PortalPage.TextOf(home.All("main li").Single(l => PortalPage.TextOf(l).StartsWith("Phiếu khảo sát: Đánh giá mức độ ứng dụng CNTT năm 2026", StringComparison.Ordinal)));
            Assert.Contains(detail, item);
            Assert.EndsWith(state, item);
            Assert.Equal(waits, home.All("main li").Single(l => PortalPage.TextOf(l) == item).QuerySelector(".tag--mid") is not null);
            var form = await home.FollowAsync("Phiếu khảo sát: Đánh giá mức độ ứng dụng CNTT năm 2026");
            Assert.Equal($"/submissions/2026/{agency}" + (forHead && user == "thutruong" ? "/sign-off" : ""), form.Path);
        }
    }

    [Fact]
    public async Task The_published_period_leads_to_the_form_and_to_the_result()
    {
        using var browser = portal.Browser();
        var home = await browser.SignInAsync("stc.daumoi");

        Assert.Contains("Đã hết thời gian giải trình.", home.Text);
        var result = await home.FollowAsync("Kết quả và giải trình: Đánh giá mức độ ứng dụng CNTT năm 2018");
        Assert.Equal(("/explanations/2018/stc", "Kết quả và giải trình"), (result.Path, result.Heading));
        var form = await home.FollowAsync("Phiếu khảo sát: Đánh giá mức độ ứng dụng CNTT năm 2018");
        Assert.Contains("Đã nộp lúc", form.Text);
    }
}
