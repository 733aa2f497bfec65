using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Tours;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Security;

namespace ITScoring.Web.Tests.Features;

/// <summary>The tour of a role: its own steps, and every one of them leads to a page that this role may open.</summary>
public sealed class ToursTests
{
    [Fact]
    public async Task Every_role_sees_its_own_steps_and_each_leads_to_a_page_that_opens_with_a_running_period()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        await WalkAsync(portal);
    }

    [Fact]
    public async Task Before_the_first_period_too_every_step_leads_to_a_page_that_opens()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        await WalkAsync(portal);
    }

    [Fact]
    public async Task The_home_page_offers_the_tour_until_this_account_has_seen_it()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var person = portal.Browser();
        var home = await person.SignInAsync("stc.daumoi");
        Assert.True(home.HasHeading("Lần đầu dùng cổng?"));
        var tour = await home.FollowAsync("Xem hướng dẫn nhanh");
        Assert.Contains("Đầu mối CNTT", tour.Text, StringComparison.Ordinal);
        var seen = await tour.PressAsync("Đã xem");
        Assert.Equal("/home", seen.Path);
        Assert.False(seen.HasHeading("Lần đầu dùng cổng?"));
        Assert.False((await person.GetAsync("/home")).HasHeading("Lần đầu dùng cổng?"));
        Assert.Equal("Hướng dẫn nhanh", (await (await person.GetAsync("/notices")).FollowAsync("Hướng dẫn nhanh")).Heading);

        // Somebody else at the same machine has not seen it.
        await person.PostAsync("/sign-out");
        Assert.True((await person.SignInAsync("stc.nhaplieu")).HasHeading("Lần đầu dùng cổng?"));
    }

    private static async Task WalkAsync(PortalFactory portal)
    {
        var wrong = new List<string>();
        foreach (var row in RoutePermissionTests.Accounts)
        {
            var (role, userName) = ((Role)row[0], (string)row[1]);
            using var browser = await portal.SignedInAsync(userName);
            var page = (await browser.GetAsync("/tour")).Expect(200);
            var (aim, steps) = TourSteps.Of(role);
            Assert.InRange(steps.Count, 4, 6);
            Assert.Contains(aim[1..], page.Text, StringComparison.Ordinal);
            Assert.Equal(steps.Select(s => s.Title), page.All(".tour h2").Select(h => PortalPage.TextOf(h)));
            foreach (var href in page.All(".tour a").Select(a => a.GetAttribute("href")!).Distinct())
            {
                Assert.DoesNotContain('{', href);
                if (await browser.GetAsync(href) is { Status: not 200 } closed)
                    wrong.Add($"{role}: {href} answered {closed.Status}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
