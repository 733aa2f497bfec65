using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Startup;

/// <summary>While invented data is there every page says so; a site without it never does.</summary>
public sealed class DemoNoticeTests(DemoPortal demo, EmptyPortal empty) : IClassFixture<DemoPortal>, IClassFixture<EmptyPortal>
{
    private static readonly (string? User, string[] Pages)[] Pages =
    [
        (null, ["/", "/sign-in", "/results", "/results/2018", "/results/2018/agencies/stc", "/guidance/2018", "/khong-co"]),
        ("stc.daumoi", ["/home", "/password", "/submissions/2026/stc", "/submissions/2026/stc/sections/H", "/submissions/2026/stc/check", "/submissions/2026/stc/questions/H04/evidence", "/submissions/2018/stc/receipt", "/explanations/2018/stc", "/accounts"]),
        ("stc.thutruong", ["/submissions/2026/stc/sign-off"]),
        ("thamtra1", ["/reviews"]),
        ("quanly", ["/periods", "/periods/2018"]),
        ("lanhdao", ["/approvals", "/approvals/2018"]),
        ("quantri", ["/accounts", "/audit"]),
    ];

    [Fact]
    public async Task With_demonstration_data_every_page_says_so()
    {
        foreach (var (user, pages) in Pages)
        {
            using var browser = user is null ? demo.Browser() : await demo.SignedInAsync(user);
            foreach (var address in pages)
            {
                var page = await browser.GetAsync(address);
                var notice = page.All("body *").Where(e => PortalPage.TextOf(e) == DemoNotice.Text).ToList();
                Assert.True(notice.Count > 0, $"{address} does not say “{DemoNotice.Text}”:\n{page}");
            }
        }
    }

    [Fact]
    public async Task Without_it_no_page_does()
    {
        foreach (var (user, pages) in Pages)
        {
            using var browser = user is null ? empty.Browser() : await empty.SignedInAsync(user);
            foreach (var address in pages)
                Assert.DoesNotContain(DemoNotice.Text, (await browser.GetAsync(address)).Html);
        }
    }
}
