using System.Net;
using System.Text.RegularExpressions;
using ITScoring.Domain.Accounts;
using ITScoring.Web.Security;
using ITScoring.Web.Tests.Portal;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Security;

/// <summary>Walks every route of the site as everybody, and expects exactly what the permission table says.</summary>
public sealed partial class RoutePermissionTests(EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    /// <summary>An account of each role.</summary>
    public static readonly TheoryData<Role, string> Accounts = new()
    {
        { Role.Contributor, "stc.nhaplieu" },
        { Role.Editor, "stc.daumoi" },
        { Role.Head, "stc.thutruong" },
        { Role.Deputy, "stc.kythay" },
        { Role.Reviewer, "thamtra1" },
        { Role.PeriodManager, "quanly" },
        { Role.Leader, "lanhdao" },
        { Role.Observer, "theodoi" },
        { Role.Administrator, "quantri" },
    };

    [Fact]
    public void Every_action_asks_for_a_permission_or_says_that_it_is_open_to_everybody()
    {
        var actions = Endpoints().Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null).ToList();
        Assert.True(actions.Count > 50, $"Only {actions.Count} actions were found.");

        var undecided = actions.Where(a => !IsOpen(a) && Asked(a).Count == 0).Select(a => a.DisplayName);
        Assert.True(!undecided.Any(), $"Put [RequirePermission(…)] or [AllowAnonymous] on:\n- {string.Join("\n- ", undecided)}");
        var both = actions.Where(a => IsOpen(a) && Asked(a).Count > 0).Select(a => a.DisplayName);
        Assert.True(!both.Any(), $"[AllowAnonymous] switches [RequirePermission] off; keep one of them on:\n- {string.Join("\n- ", both)}");
    }

    [Fact]
    public void What_is_no_action_is_open_by_name()
    {
        // The fallback for files is the framework's own; it stands only beside a build, not in what was published.
        var others = Endpoints().Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is null && e.RoutePattern.RawText != "{**path:file}").ToList();
        Assert.NotEmpty(others);
        var closed = others.Where(e => !IsOpen(e)).Select(e => $"{e.DisplayName} {e.RoutePattern.RawText}").ToList();
        Assert.True(closed.Count == 0, $"Map these with AllowAnonymous:\n- {string.Join("\n- ", closed)}");
    }

    [Fact]
    public void Every_role_has_its_row_in_the_table_and_is_walked_as()
    {
        Assert.Equal(Enum.GetValues<Role>(), Permissions.Table.Keys.Order());
        Assert.Equal(Enum.GetValues<Role>(), Accounts.Select(a => (Role)a[0]).Order());
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task A_role_passes_where_the_table_lets_it_and_is_refused_elsewhere(Role role, string userName)
    {
        using var browser = await portal.SignedInAsync(userName);
        var (wrong, let, refused) = (new List<string>(), 0, 0);
        foreach (var (endpoint, method, path) in Routes())
        {
            var asked = Asked(endpoint);
            var passes = IsOpen(endpoint) || asked.All(p => Permissions.Allows(role, p));
            // Without a token a post goes no further than the door: 400, and nothing is done.
            using var response = await browser.Http.SendAsync(new HttpRequestMessage(method, path));
            var passed = response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && !LeadsToSignIn(response);
            if (passes ? !passed : response.StatusCode != HttpStatusCode.Forbidden)
                wrong.Add($"{method} {path} answered {(int)response.StatusCode}; the table {(passes ? "lets this role pass" : $"refuses it ({string.Join(", ", asked)})")}");
            if (response.StatusCode == HttpStatusCode.InternalServerError)
                wrong.Add($"{method} {path} answered 500:\n{portal.LogTail()}");
            _ = passes ? let++ : refused++;
        }

        Assert.True(let > 10 && refused > 10, $"{let} routes were open and {refused} closed: is the whole site walked?");
        Assert.True(wrong.Count == 0, $"{role.Name()}:\n- {string.Join("\n- ", wrong)}");
    }

    [Fact]
    public async Task Without_an_account_only_the_open_pages_answer_and_all_others_lead_to_signing_in()
    {
        using var browser = portal.Browser();
        var wrong = new List<string>();
        foreach (var (endpoint, method, path) in Routes())
        {
            using var response = await browser.Http.SendAsync(new HttpRequestMessage(method, path));
            if (LeadsToSignIn(response) == IsOpen(endpoint) || response.StatusCode == HttpStatusCode.InternalServerError)
                wrong.Add($"{method} {path} answered {(int)response.StatusCode} {response.Headers.Location}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData(Role.Administrator, Permission.Review)]
    [InlineData(Role.Administrator, Permission.ManagePeriods)]
    [InlineData(Role.Administrator, Permission.ReadReviews)]
    [InlineData(Role.PeriodManager, Permission.Review)]
    [InlineData(Role.PeriodManager, Permission.Approve)]
    [InlineData(Role.PeriodManager, Permission.ManageAccounts)]
    [InlineData(Role.Reviewer, Permission.ManagePeriods)]
    [InlineData(Role.Contributor, Permission.PresentForm)]
    [InlineData(Role.Editor, Permission.SignOff)]
    [InlineData(Role.Head, Permission.FillForm)]
    [InlineData(Role.Observer, Permission.ReadProposals)]
    [InlineData(Role.Leader, Permission.ReadReviews)]
    public void The_procedure_keeps_these_hands_apart(Role role, Permission permission) => Assert.False(Permissions.Allows(role, permission));

    private static bool IsOpen(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static List<Permission> Asked(Endpoint endpoint) => [.. endpoint.Metadata.GetOrderedMetadata<RequirePermissionAttribute>().Select(a => a.Permission)];

    private static bool LeadsToSignIn(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location is { IsAbsoluteUri: true, AbsolutePath: "/sign-in" };

    private IEnumerable<RouteEndpoint> Endpoints() => portal.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();

    /// <summary>Every action with each of its methods, at an address that leads to it.</summary>
    private IEnumerable<(RouteEndpoint Endpoint, HttpMethod Method, string Path)> Routes()
    {
        foreach (var endpoint in Endpoints().Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null))
        {
            var path = "/" + Parameters().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), ValueOf);
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                yield return (endpoint, new HttpMethod(method), path);
        }
    }

    private static string ValueOf(Match parameter) => parameter.Value switch
    {
        var p when p.Contains(":int:range(400", StringComparison.Ordinal) => "404",
        var p when p.Contains(":int", StringComparison.Ordinal) || p.Contains(":long", StringComparison.Ordinal) => "1",
        var p when p.Contains(":guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
        var p when p.Contains(":regex(^(", StringComparison.Ordinal) => p.Split(":regex(^(")[1].Split('|', ')')[0],
        _ => "x",
    };

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameters();
}
