using ITScoring.Web.Demo;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Browser.Tests;

/// <summary>
/// Every page of the site as everybody who has it, in the states that the demonstration and a site before its first period show: axe finds nothing at both
/// widths, and no page scrolls sideways. What the story meets on its way (errors, messages) is checked there.
/// </summary>
[Collection(PagesCollection.Name)]
public sealed class PagesTests(ChromiumFixture chromium)
{
    /// <summary>By account of the demonstration; an empty name is somebody who has not signed in.</summary>
    private static readonly (string UserName, string[] Paths)[] WithDemo =
    [
        ("",
        [
            "/", "/sign-in", "/results", "/results/2018", "/results/2018?search=khong-co", "/results/2018?group=II", "/results/2018/agencies/stc", "/results/2018/agencies/bdt",
            "/results/2018/heat-map", "/results/2018/compare", "/results/2018/compare?a=stc&a=svhtt&a=vpubnd&a=snnptnt", "/results/2018/method", "/results/2018/changes", "/results/years",
            "/guidance/2018", "/khong-co-trang-nay", "/results/1999",
        ]),
        ("stc.nhaplieu", ["/home", "/tour", "/submissions/2026/stc", "/submissions/2026/stc/sections/t", "/submissions/2026/stc/sections/w"]),
        ("stc.daumoi",
        [
            "/submissions/2026/stc/sections/h", "/submissions/2026/stc/sections/h?rows=H07", "/submissions/2026/stc/sections/c", "/submissions/2026/stc/check",
            "/submissions/2026/stc/questions/H04/evidence", "/explanations/2026/stc", "/submissions/2018/stc", "/submissions/2018/stc/sections/d", "/submissions/2018/stc/receipt",
            "/explanations/2018/stc", "/explanations/2018/stc/criteria/VI.5", "/submissions/2026/syt", "/password", "/sign-ins", "/second-factor",
            "/submissions/2026/stc/assignments", "/submissions/2026/stc/what-if", "/submissions/2026/stc/points-to-win", "/submissions/2026/stc/points-to-win?sort=evidence",
            "/submissions/2026/stc/questions/H04/evidence/store", "/notices", "/documents/2018", "/documents/2026",
        ]),
        ("syt.daumoi", ["/home", "/submissions/2026/syt", "/submissions/2026/syt/sections/h"]),
        ("stnmt.thutruong", ["/home", "/submissions/2026/stnmt/sign-off"]),
        ("bdt.thutruong", ["/submissions/2026/bdt"]),
        ("thamtra2",
        [
            "/home", "/reviews", "/reviews?search=khong-co", "/reviews/2026/svhtt", "/reviews/2026/svhtt/criteria/I.3", "/reviews/2026/svhtt/criteria/I.4", "/reviews/2026/svhtt/criteria/III.13",
            "/reviews/2026/svhtt/criteria/V.3", "/reviews/2026/svhtt/return?q=H04", "/reviews/2026/syt", "/settlements", "/settlements/2018/sxd/II.13", "/settlements/2018/record",
            "/reviews?view=mine", "/conflicts/2026", "/councils/2026", "/comparisons/2026", "/comparisons/2026/I.3?agency=svhtt", "/shared-figures/2026/differences",
        ]),
        ("quanly",
        [
            "/home", "/periods", "/periods/new", "/periods/2026", "/periods/2018", "/periods/2026/plan", "/periods/2026/reviewers", "/periods/2026/previous", "/periods/2018/previous",
            "/periods/2026/close", "/periods/2026/agencies/snv/extension", "/holidays", "/reviews/2026/bdt", "/reviews/2018/stc/criteria/VI.5", "/approvals", "/approvals/2018", "/accounts",
            "/progress/2026", "/progress/2018", "/second-reviews/2026", "/councils/2026", "/conflicts/2026", "/comparisons/2018", "/comparisons/2018/I.3", "/shared-figures/2026",
            "/documents/2018", "/documents/2026",
        ]),
        ("lanhdao", ["/home", "/approvals", "/approvals/2018", "/documents/2018"]),
        ("theodoi", ["/home", "/approvals/2018"]),
        ("quantri", ["/home", "/accounts", "/accounts?search=khong-co", "/accounts/new", "/accounts/1", "/accounts/1/suspend", "/accounts/1/reset", "/audit", "/audit?search=khong-co", "/audit?from=32/13/2018", "/outbox", "/integrity", "/settings", "/accounts/1/dropsecondfactor"]),
    ];

    private static readonly (string UserName, string[] Paths)[] BeforeTheFirstPeriod =
    [
        ("", ["/", "/results", "/results/years", "/guidance"]),
        ("stc.daumoi", ["/home"]),
        ("thamtra1", ["/home", "/reviews", "/settlements"]),
        ("quanly", ["/home", "/periods"]),
        ("lanhdao", ["/home", "/approvals"]),
    ];

    [BrowserFact]
    public async Task No_page_of_the_demonstration_bars_anybody()
    {
        await using var portal = new DemoPortal { OnNetwork = true };
        await portal.InitializeAsync();
        await WalkAsync(portal, WithDemo);
    }

    [BrowserFact]
    public async Task No_page_of_a_site_before_its_first_period_bars_anybody()
    {
        await using var portal = new EmptyPortal { OnNetwork = true };
        await portal.InitializeAsync();
        await WalkAsync(portal, BeforeTheFirstPeriod);
    }

    private async Task WalkAsync(PortalFactory portal, (string UserName, string[] Paths)[] walks)
    {
        var ledger = new PageLedger();
        var journey = new Journey(chromium, portal.Address);
        await journey.RunAsync(async () =>
        {
            foreach (var (userName, paths) in walks)
            {
                var visitor = await journey.VisitorAsync();
                if (userName.Length > 0)
                    await visitor.SignInAsync(userName, DemoAccounts.Password);
                foreach (var path in paths)
                {
                    await visitor.OpenAsync(path);
                    Assert.True(await visitor.Page.Locator("h1").CountAsync() == 1, $"{path} is no page of the site: {await visitor.Page.ContentAsync()}");
                    await ledger.CheckAsync(visitor.Page, userName.Length > 0 ? userName : "public");
                }
            }

            ledger.AssertClean(atLeast: walks.Sum(w => w.Paths.Length));
        });
    }
}
