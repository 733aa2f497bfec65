using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace ITScoring.Web.Tests.Portal;

/// <summary>Browsers on a portal that runs in process.</summary>
public static class PortalBrowsers
{
    private static int _clients;

    /// <summary>A browser of its own: own cookies, own network address. Nobody is signed in.</summary>
    public static PortalClient Browser(this PortalFactory portal)
    {
        var n = Interlocked.Increment(ref _clients);
        var http = portal.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false, HandleCookies = true });
        http.DefaultRequestHeaders.Add(PortalFactory.AddressHeader, new IPAddress([10, (byte)(n >> 16), (byte)(n >> 8), (byte)n]).ToString());
        return new PortalClient(http, portal);
    }

    /// <summary>A browser in which an account of the demonstration has signed in, e.g. <c>stc.daumoi</c>, <c>thamtra1</c>, <c>quanly</c>.</summary>
    public static async Task<PortalClient> SignedInAsync(this PortalFactory portal, string userName)
    {
        var browser = portal.Browser();
        await browser.SignInAsync(userName);
        return browser;
    }
}
