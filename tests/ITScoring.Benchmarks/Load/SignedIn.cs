using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ITScoring.Benchmarks.Load;

/// <summary>Somebody who signed in as people do; keeps the cookies.</summary>
internal sealed class SignedIn : IDisposable
{
    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _cookies = [];

    private SignedIn(Uri address, int number)
    {
        // Cookies by hand: a container would not send secure ones over the loopback's plain HTTP.
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        _client.DefaultRequestHeaders.Add("X-Forwarded-For", $"10.0.{number / 250}.{1 + (number % 250)}");
        _client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        (Address, Number) = (address, number);
    }

    /// <summary>Of the site.</summary>
    public Uri Address { get; }

    public int Number { get; }

    /// <summary>The <c>Cookie</c> header of a request.</summary>
    public string Cookies { get; private set; } = "";

    /// <param name="number">Of the connection; gives it an address of its own.</param>
    public static async Task<SignedIn> AsAsync(Uri address, string userName, int number)
    {
        var person = new SignedIn(address, number);
        var page = await person.PageAsync("/sign-in");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent(
            [
                new("userName", userName),
                new("password", LoadData.Password),
                new("__RequestVerificationToken", TokenOf(page)),
            ]),
        };
        using var answer = await person.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.Redirect ? person : throw new InvalidOperationException($"{userName} cannot sign in: {(int)answer.StatusCode}.");
    }

    public static string TokenOf(IHtmlDocument page) =>
        ((IHtmlInputElement?)page.QuerySelector("main form input[name=__RequestVerificationToken]"))?.Value ?? throw new InvalidOperationException("The page has no form.");

    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path} answers {(int)answer.StatusCode}.");
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>Keeps what a browser would keep; the sign-in cookie is renewed every minute. One-time notices are dropped: nobody follows the redirect that shows them.</summary>
    public void Take(string setCookie)
    {
        var pair = setCookie.Split(';')[0].Split('=', 2);
        if (pair[0].Contains("TempData", StringComparison.Ordinal))
            return;
        _cookies[pair[0]] = pair[1];
        Cookies = string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Sends a request with the cookies and keeps those that come back.</summary>
    /// <exception cref="HttpRequestException">The site did not answer to the end.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", Cookies);
        var answer = await _client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            Take(cookie);
        return answer;
    }
}
