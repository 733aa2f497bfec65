using System.Text.RegularExpressions;
using ITScoring.Domain.Periods;
using ITScoring.Web.Security;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Security;

/// <summary>Whose form it is: another agency's is not found, on every route, by every hand.</summary>
public sealed partial class AgencyRightsTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Theory]
    [InlineData("nhaplieu")]
    [InlineData("daumoi")]
    [InlineData("thutruong")]
    [InlineData("kythay")]
    public async Task Another_agencys_form_is_not_found_on_any_route_and_the_own_one_is(string who)
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        await survey.SubmitAsync("sct");
        var browser = await portal.BrowserOfAsync("stc." + who);
        var (wrong, walked, found) = (new List<string>(), 0, 0);
        foreach (var (endpoint, method, pattern) in Routes())
        {
            var allowed = endpoint.Metadata.GetOrderedMetadata<RequirePermissionAttribute>().All(p => Permissions.Allows(RoleOf(who), p.Permission));
            foreach (var code in new[] { "sct", "SCT", "Sct", "sxd" })
            {
                walked++;
                var status = await AskAsync(browser, method, Address(pattern, survey.Code, code));
                if (status != (allowed ? 404 : 403))
                    wrong.Add($"{method} {Address(pattern, survey.Code, code)} answered {status}");
            }

            // What speaks of one explanation, or of the preliminary result, is there from then on only.
            var isThere = !pattern.Contains("criteria", StringComparison.Ordinal) && !pattern.Contains("{id", StringComparison.Ordinal) && !pattern.EndsWith("preliminary.pdf", StringComparison.Ordinal);
            foreach (var code in new[] { "stc", "STC", "Stc" }.Where(_ => allowed && method == "GET" && isThere))
            {
                found++;
                if (await AskAsync(browser, method, Address(pattern, survey.Code, code)) is not 200 and var status)
                    wrong.Add($"{method} {Address(pattern, survey.Code, code)}, the own form, answered {status}");
            }
        }

        Assert.True(walked >= 4 * 18 && found >= 3 * 6, $"{walked} and {found} addresses were asked for: is the whole agency's side walked?");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("thamtra1")]
    [InlineData("quanly")]
    [InlineData("lanhdao")]
    [InlineData("theodoi")]
    [InlineData("quantri")]
    public async Task Who_does_not_work_for_an_agency_has_none_of_its_pages_not_even_of_the_home_agency(string userName)
    {
        var survey = await Survey.OpenAsync(portal);
        var browser = await portal.BrowserOfAsync(userName);
        var wrong = new List<string>();
        foreach (var (_, method, pattern) in Routes())
        {
            foreach (var code in new[] { "stc", "stttt" })
            {
                if (await AskAsync(browser, method, Address(pattern, survey.Code, code)) is not 403 and var status)
                    wrong.Add($"{method} {Address(pattern, survey.Code, code)} answered {status}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("nhaplieu", "check/present")]
    [InlineData("nhaplieu", "check/recall")]
    [InlineData("nhaplieu", "sign-off")]
    [InlineData("daumoi", "sign-off")]
    [InlineData("daumoi", "sign-off/send-back")]
    [InlineData("thutruong", "sections/A")]
    [InlineData("thutruong", "check/notes")]
    [InlineData("thutruong", "check/present")]
    [InlineData("kythay", "sections/A")]
    [InlineData("kythay", "questions/A02/evidence/link")]
    public async Task On_the_own_form_each_hand_does_its_own_part_only(string who, string act)
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        if (act.StartsWith("sign-off", StringComparison.Ordinal) || act.EndsWith("recall", StringComparison.Ordinal))
            await survey.PresentAsync();
        var before = await survey.FormAsync();

        var page = await (await portal.BrowserOfAsync("stc." + who)).PostAsync(survey.Path(act), [new("declaration", "true"), new("reason", "x"), new("v-A01", "1"), new("o-A01", ""), new("A01", "7"), new("url", "https://example.invalid")]);

        Assert.Equal((403, "Không có quyền xem trang này"), (page.Status, page.Heading));
        Assert.Equal((before.State, before.StateVersion), ((await survey.FormAsync()).State, (await survey.FormAsync()).StateVersion));
        Assert.Equal("120", await survey.ValueAsync("A01"));
    }

    [Fact]
    public async Task A_period_that_is_being_prepared_or_does_not_exist_has_no_forms()
    {
        await portal.AsAsync("quanly", async services =>
        {
            var service = services.GetRequiredService<Web.Features.Periods.PeriodService>();
            return await service.CreateAsync("dang-chuan-bi", 2027, "Kỳ đang chuẩn bị");
        });
        var survey = await Survey.OpenAsync(portal);
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        Assert.Equal(PeriodState.Draft, await portal.ReadAsync(db => Task.FromResult(db.Periods.Single(p => p.Code == "dang-chuan-bi").State)));
        foreach (var period in new[] { "dang-chuan-bi", "khong-co", survey.Code.ToUpperInvariant(), survey.Code + "%20", "%2e%2e", "a%0ab" })
        {
            foreach (var (_, method, pattern) in Routes().Where(r => r.Method == "GET" && !r.Pattern.EndsWith("/sign-off", StringComparison.Ordinal)))
                Assert.Equal((period, 404), (period, await AskAsync(browser, method, Address(pattern, period, "stc"))));
        }
    }

    [Fact]
    public async Task An_account_moved_to_another_agency_loses_the_old_form_within_a_minute()
    {
        var survey = await Survey.OpenAsync(portal);
        using var browser = await portal.SignedInAsync("sxd.nhaplieu");
        Assert.Equal(200, (await browser.GetAsync(survey.Path(agency: "sxd"))).Status);
        using var administrator = await portal.SignedInAsync("quantri");
        await (await (await administrator.GetAsync("/accounts?search=sxd.nhaplieu")).FollowAsync("sxd.nhaplieu")).Fill("Cơ quan", "Sở Công Thương").PressAsync("Lưu");

        portal.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("/sign-in", (await browser.GetAsync(survey.Path(agency: "sxd"))).Path);
        await browser.SignInAsync("sxd.nhaplieu");
        Assert.Equal(404, (await browser.GetAsync(survey.Path(agency: "sxd"))).Status);
        Assert.Equal(200, (await browser.GetAsync(survey.Path(agency: "sct"))).Status);
        portal.Clock.Set(PortalTemplates.Start);
    }

    private static Domain.Accounts.Role RoleOf(string who) => who switch
    {
        "nhaplieu" => Domain.Accounts.Role.Contributor,
        "daumoi" => Domain.Accounts.Role.Editor,
        "thutruong" => Domain.Accounts.Role.Head,
        _ => Domain.Accounts.Role.Deputy,
    };

    private static async Task<int> AskAsync(PortalClient browser, string method, string address) =>
        method == "GET"
            ? (await browser.GetAsync(address)).Status
            : (await browser.PostAsync(address, [new("declaration", "true"), new("reason", "x"), new("text", "x"), new("url", "https://example.invalid"), new("v-A01", "0"), new("A01", "7")])).Status;

    private static string Address(string pattern, string period, string agency) => "/" + Parameters().Replace(pattern, m => m.Groups[1].Value switch
    {
        "period" => period,
        "agency" => agency,
        "section" => "A",
        "question" => "A02",
        "criterion" => "I.1",
        _ => "1",
    });

    /// <summary>Every action of the agency's side: the routes below a period and an agency that ask for a right on the own form.</summary>
    private IEnumerable<(RouteEndpoint Endpoint, string Method, string Pattern)> Routes() =>
        from endpoint in portal.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null
        let pattern = endpoint.RoutePattern.RawText!.TrimStart('/')
        where pattern.StartsWith("submissions/", StringComparison.Ordinal) || pattern.StartsWith("explanations/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (endpoint, method, pattern);

    [GeneratedRegex(@"\{([a-z]+)[^}]*\}", RegexOptions.IgnoreCase)]
    private static partial Regex Parameters();
}
