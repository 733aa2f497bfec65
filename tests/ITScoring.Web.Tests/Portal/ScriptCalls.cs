using System.Text.Json;

namespace ITScoring.Web.Tests.Portal;

/// <summary>Requests as the scripts of an open page send them.</summary>
internal static class ScriptCalls
{
    /// <summary>Posts with the page's token; the answer's status and data (undefined when there is none).</summary>
    public static async Task<(int Status, JsonElement Data)> PostByScriptAsync(this PortalPage page, PortalClient browser, string path, params (string Name, string Value)[] fields)
    {
        var token = page.All("input[name=__RequestVerificationToken]")[0].GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", token)]) };
        return await SendAsync(browser, request);
    }

    public static async Task<(int Status, JsonElement Data)> GetByScriptAsync(this PortalClient browser, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(browser, request);
    }

    private static async Task<(int Status, JsonElement Data)> SendAsync(PortalClient browser, HttpRequestMessage request)
    {
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        using var response = await browser.Http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonSerializer.Deserialize<JsonElement>(body) : default);
    }
}
