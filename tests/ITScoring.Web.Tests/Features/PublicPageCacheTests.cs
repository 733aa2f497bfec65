using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Results;
using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Tests.Features;

/// <summary>Public pages are kept for strangers, by address and publication, and never mixed with pages of somebody who signed in.</summary>
public sealed class PublicPageCacheTests
{
    private static readonly string[] Pages =
    [
        "/results", "/results/2026", "/results/2026/agencies/stc", "/results/2026/heat-map", "/results/2026/method", "/results/2026/compare?a=stc&a=snv", "/results/2026/changes", "/results/years",
    ];

    [Fact]
    public async Task A_stranger_gets_the_kept_page_with_all_its_headers_and_without_a_cookie()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        using var browser = portal.Browser();
        foreach (var path in Pages)
        {
            var first = (await browser.GetAsync(path)).Expect(200);
            // Held against PageManners like every page.
            var second = (await browser.GetAsync(path)).Expect(200);
            Assert.Equal((path, false, true), (path, IsKept(first), IsKept(second)));
            Assert.Equal(first.Html, second.Html);
            Assert.False(first.Response.Headers.Contains("Set-Cookie") || second.Response.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Whoever_signed_in_gets_a_page_of_his_own_that_nobody_else_is_shown()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        using var stranger = portal.Browser();
        using var head = await portal.SignedInAsync("stc.thutruong");
        foreach (var path in Pages)
        {
            // First the account's, then the stranger's: nothing of the account was kept.
            var own = (await head.GetAsync(path)).Expect(200);
            Assert.NotNull(own.Document.QuerySelector(".who"));
            var strange = (await stranger.GetAsync(path)).Expect(200);
            Assert.Null(strange.Document.QuerySelector(".who"));
            Assert.False(IsKept(strange));
            // And the other way round.
            Assert.True(IsKept(await stranger.GetAsync(path)));
            var again = (await head.GetAsync(path)).Expect(200);
            Assert.Equal((path, false, true), (path, IsKept(again), again.Document.QuerySelector(".who") is not null));
        }
    }

    [Fact]
    public async Task What_was_published_is_looked_up_again_after_the_time_that_the_settings_give()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        await using var scope = portal.Services.CreateAsyncScope();
        var (always, hourly) = (Stamp(0), Stamp(3_600_000));
        var before = await always.ReadAsync(scope.ServiceProvider);
        Assert.Equal(before, await hourly.ReadAsync(scope.ServiceProvider));
        await EarlierYear.AddAsync(portal);

        Assert.NotEqual(before, await always.ReadAsync(scope.ServiceProvider));
        // Without a look: there is no database to ask.
        Assert.Equal(before, await hourly.ReadAsync(new ServiceCollection().BuildServiceProvider()));

        PublicStamp Stamp(int milliseconds) => new(TimeProvider.System, Options.Create(new PublicationOptions { KnownMilliseconds = milliseconds }), portal.Services.GetRequiredService<StoredSettings>());
    }

    [Fact]
    public async Task A_cookie_that_may_carry_a_message_keeps_its_page_out()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        using var stranger = portal.Browser();
        Assert.False(IsKept(await stranger.GetAsync("/results/2026")));
        Assert.True(IsKept(await stranger.GetAsync("/results/2026")));
        using var other = portal.Browser();
        other.Http.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Mvc.CookieTempDataProvider=x");
        Assert.False(IsKept(await other.GetAsync("/results/2026")));
        Assert.False(IsKept(await other.GetAsync("/results/2026")));
    }

    [Fact]
    public async Task Each_choice_on_a_page_is_a_page_of_its_own_and_a_search_is_never_kept()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        using var browser = portal.Browser();
        foreach (var path in new[] { "/results/2026?block=HTX", "/results/2026?group=II", "/results/2026?class=Yếu", "/results/2026/compare?a=snv&a=stc", "/results/2026/compare?a=stc&a=snv&only=differences", "/results/2026/heat-map?block=HTX" })
        {
            var first = await browser.GetAsync(path);
            Assert.Equal((path, false), (path, IsKept(first)));
            var second = await browser.GetAsync(path);
            Assert.Equal((true, first.Html), (IsKept(second), second.Html));
        }

        await browser.GetAsync("/results/2026?search=so");
        Assert.False(IsKept(await browser.GetAsync("/results/2026?search=so")));
        await browser.GetAsync("/results/2026/agencies/none");
        Assert.False(IsKept((await browser.GetAsync("/results/2026/agencies/none")).Expect(404)));
    }

    [Fact]
    public async Task With_a_new_publication_no_kept_page_is_shown_any_more()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        using var browser = portal.Browser();
        foreach (var path in Pages)
            await browser.GetAsync(path);

        await using (var db = portal.Database.Open())
        {
            var period = await db.Periods.AsNoTracking().SingleAsync();
            var old = await db.Publications.Include(p => p.Record).SingleAsync();
            var record = RecordJson.ReadPublic(old.Record!.PublicJson);
            var json = RecordJson.Write(record with { Agencies = [.. record.Agencies.Select(a => a with { Name = a.Name.Replace("Sở Tài chính", "Sở Tài chính (đã đính chính)", StringComparison.Ordinal) })] });
            var frozen = new FrozenRecord(period.Id, RecordStage.Correction, old.PublishedAt, json, EarlierYear.Sha(json), "{}", EarlierYear.Sha("{}"));
            db.Publications.Add(new Publication(period.Id, 2, frozen, old.PublishedAt, old.DecisionNumber, old.DecisionDate, old.Id, "Ghi sai tên."));
            await db.SaveChangesAsync();
        }

        foreach (var path in Pages)
        {
            var page = (await browser.GetAsync(path)).Expect(200);
            Assert.Equal((path, false), (path, IsKept(page)));
            if (path.Contains("stc", StringComparison.Ordinal) || path == "/results/2026")
                Assert.Contains("Sở Tài chính (đã đính chính)", page.Text);
        }
    }

    /// <summary>Only a page from the store tells its age.</summary>
    private static bool IsKept(PortalPage page) => page.Response.Headers.Contains("Age");
}
