using System.Text.Json;

namespace ITScoring.Web.Tests.Portal;

/// <summary>Reads the API as a program does.</summary>
internal static class ApiAnswers
{
    /// <summary>What an address answers; fails when it is no JSON with status 200.</summary>
    public static async Task<JsonElement> ApiAsync(this PortalClient browser, string path)
    {
        using var response = await browser.Http.GetAsync(path);
        Assert.Equal((path, 200, "application/json; charset=utf-8"), (path, (int)response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return json.RootElement.Clone();
    }

    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();
}
