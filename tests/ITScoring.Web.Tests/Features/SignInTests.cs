using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Features;

public sealed class SignInTests(EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    [Fact]
    public async Task An_account_signs_in_lands_on_its_work_and_signs_out()
    {
        using var browser = portal.Browser();

        var home = await browser.SignInAsync("stc.daumoi");
        Assert.Equal((200, "/home"), (home.Status, home.Path));

        var after = await home.PressAsync("Đăng xuất");
        Assert.Equal("Đã đăng xuất.", after.Notice);
        Assert.Equal("/sign-in", (await browser.GetAsync("/home")).Path);
    }
}
