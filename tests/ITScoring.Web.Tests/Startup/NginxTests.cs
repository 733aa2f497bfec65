using System.Net;
using System.Text.RegularExpressions;
using ITScoring.Web.Demo;
using ITScoring.Web.Tests.Commands;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Startup;

/// <summary>The configuration of deploy/nginx.conf in a real nginx, before two processes of the portal on one database.</summary>
public sealed partial class NginxTests
{
    [NginxFact]
    public async Task Two_nodes_behind_nginx_share_a_session_know_the_browsers_address_and_one_may_end()
    {
        using var place = Installation.Make(await PortalTemplates.Empty);
        (place.Settings["Proxy__ForwardedHeaders"], place.Settings["RateLimits__SignInsPerMinute"], place.Settings["Drain__Seconds"]) = ("true", "2", "2");
        await using var one = await place.StartAsync();
        await using var two = await place.StartAsync();
        await using var nginx = await Nginx.StartAsync(one.Address.Port, two.Address.Port);

        // HTTP leads to HTTPS, and the portal knows that it is asked by HTTPS.
        using (var plain = nginx.From("127.0.0.1"))
        using (var moved = await plain.GetAsync($"http://cong.test:{nginx.PlainPort}/results"))
            Assert.Equal((HttpStatusCode.PermanentRedirect, "https://cong.test/results"), (moved.StatusCode, moved.Headers.Location?.ToString()));
        using var browser = nginx.From("127.0.0.2");
        var signedIn = await SignInAsync(browser, "quantri", DemoAccounts.Password);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Contains(signedIn.Headers.GetValues("Set-Cookie"), c => c.StartsWith("itscoring=", StringComparison.Ordinal) && c.Contains("secure", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("max-age=", Assert.Single(signedIn.Headers.GetValues("Strict-Transport-Security")));
        // The next requests come to both nodes in turn; the session is one.
        for (var i = 0; i < 6; i++)
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/accounts")).StatusCode);

        // Each node lets an address try twice: of six more tries from there some are refused, from elsewhere none, and what a browser claims about its address does not help.
        using var clumsy = nginx.From("127.0.0.3");
        clumsy.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        var tries = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            clumsy.DefaultRequestHeaders.Remove("X-Forwarded-For");
            clumsy.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i}");
            tries.Add((await SignInAsync(clumsy, "khong.co", "sai-mat-khau-1")).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, tries);
        using var elsewhere = nginx.From("127.0.0.4");
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(elsewhere, "quantri", DemoAccounts.Password)).StatusCode);

        // One node ends; nobody notices.
        one.Terminate();
        Assert.Equal(0, await one.EndAsync());
        for (var i = 0; i < 6; i++)
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/accounts")).StatusCode);
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string userName, string password)
    {
        var page = await browser.GetStringAsync("/sign-in");
        var token = Token().Match(page).Groups[1].Value;
        Assert.NotEqual("", token);
        return await browser.PostAsync("/sign-in", new FormUrlEncodedContent([new("userName", userName), new("password", password), new("__RequestVerificationToken", token)]));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
