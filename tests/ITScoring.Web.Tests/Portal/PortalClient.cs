using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Io;
using ITScoring.Web.Demo;

namespace ITScoring.Web.Tests.Portal;

/// <summary>
/// A person's browser without JavaScript: gets pages, follows links and redirects, fills forms by their labels and presses their buttons.
/// Every page it meets is held against <see cref="PageManners"/>, and no answer may be a 500.
/// </summary>
public sealed class PortalClient(HttpClient http, PortalFactory portal) : IDisposable
{
    private const int MaxRedirects = 5;

    /// <summary>For what is no page: downloads, headers, requests that no browser would send.</summary>
    public HttpClient Http { get; } = http;

    public Task<PortalPage> GetAsync(string path) => SendAsync(new HttpRequestMessage(System.Net.Http.HttpMethod.Get, path));

    /// <summary>Signs in through the page; fails when that does not work.</summary>
    public async Task<PortalPage> SignInAsync(string userName, string password = DemoAccounts.Password)
    {
        var page = await (await GetAsync("/sign-in")).Fill("Tên đăng nhập", userName).Fill("Mật khẩu", password).PressAsync("Đăng nhập");
        Assert.True(page.Document.QuerySelector(".who") is not null, $"{userName} could not sign in:\n{page}");
        return page;
    }

    /// <summary>Posts fields as somebody would who made the request by hand, with an antiforgery token of the account's own.</summary>
    public async Task<PortalPage> PostAsync(string path, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        var token = await TokenAsync();
        return await SendAsync(new HttpRequestMessage(System.Net.Http.HttpMethod.Post, path) { Content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]) });
    }

    /// <summary>Posts a body of any kind, as it stands.</summary>
    public Task<PortalPage> PostBodyAsync(string path, HttpContent body) => SendAsync(new HttpRequestMessage(System.Net.Http.HttpMethod.Post, path) { Content = body });

    /// <summary>An antiforgery token of whoever is signed in.</summary>
    public async Task<string> TokenAsync() =>
        (await GetAsync("/sign-in")).Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";

    /// <summary>Sends a file as a form with one file box does.</summary>
    public async Task<PortalPage> UploadAsync(string path, string field, string fileName, byte[] content)
    {
        var token = await TokenAsync();
        return await SendAsync(new HttpRequestMessage(System.Net.Http.HttpMethod.Post, path)
        {
            Content = new MultipartFormDataContent { { new ByteArrayContent(content), field, fileName }, { new StringContent(token), "__RequestVerificationToken" } },
        });
    }

    public void Dispose() => Http.Dispose();

    internal Task<PortalPage> SubmitAsync(DocumentRequest request)
    {
        var message = new HttpRequestMessage(request.Method == AngleSharp.Io.HttpMethod.Post ? System.Net.Http.HttpMethod.Post : System.Net.Http.HttpMethod.Get, request.Target.Href);
        if (message.Method == System.Net.Http.HttpMethod.Post)
        {
            message.Content = new StreamContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.MimeType ?? "application/x-www-form-urlencoded");
        }

        return SendAsync(message);
    }

    private async Task<PortalPage> SendAsync(HttpRequestMessage message)
    {
        for (var redirects = 0; ; redirects++)
        {
            var response = await Http.SendAsync(message);
            var address = response.RequestMessage!.RequestUri!;
            if (response.Headers.Location is { } location && (int)response.StatusCode is >= 300 and < 400)
            {
                Assert.True(redirects < MaxRedirects, $"{address} leads in circles.");
                // A fragment is the browser's own business.
                message = new HttpRequestMessage(System.Net.Http.HttpMethod.Get, new Uri(address, location));
                continue;
            }

            var html = await response.Content.ReadAsStringAsync();
            if (response.StatusCode == HttpStatusCode.InternalServerError)
                Assert.Fail($"{message.Method} {address.PathAndQuery} answered 500. The log ends with:\n{portal.LogTail()}");
            var context = BrowsingContext.New(Configuration.Default);
            var document = (IHtmlDocument)await context.OpenAsync(r => r.Content(html).Address(address.AbsoluteUri).Header("Content-Type", "text/html; charset=utf-8"));
            var page = new PortalPage(this, response, document, html);
            if (response.Content.Headers.ContentType?.MediaType == "text/html")
                PageManners.Check(page);
            return page;
        }
    }
}
