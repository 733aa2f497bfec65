using System.Text.Json.Nodes;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>A draft in somebody's browser: items are added and saved as the pages do.</summary>
internal sealed class Workshop(PortalFactory portal, PortalClient client, int set)
{
    public int Set => set;

    public string Path => $"/criteria-sets/{set}";

    public static async Task<Workshop> BeginAsync(PortalFactory portal, PortalClient client, string code = "THU-1")
    {
        var page = await client.PostAsync("/criteria-sets/new", Fields(("code", code), ("title", "Bộ thử")));
        return new Workshop(portal, client, Id(page.Expect(200)));
    }

    /// <summary>A draft that says what a file says.</summary>
    public static async Task<Workshop> ImportAsync(PortalFactory portal, PortalClient client, byte[] json) =>
        new(portal, client, Id((await client.UploadAsync("/criteria-sets/import", "file", "bo.json", json)).Expect(200)));

    public static int Id(PortalPage page) => int.Parse(page.Path.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);

    public static KeyValuePair<string, string>[] Fields(params (string Name, string Value)[] fields) => [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))];

    public Workshop In(PortalClient other) => new(portal, other, set);

    public Task<PortalPage> GetAsync(string more = "") => client.GetAsync(Path + more);

    /// <returns>The key of the new item.</returns>
    public async Task<string> AddAsync(SetItemKind kind, string? holder = null)
    {
        var page = await client.PostAsync($"/set-items/{set}", Fields(("kind", kind.ToString()), ("holder", holder ?? "")));
        return page.Expect(200).Path.Split('/')[3];
    }

    /// <summary>Saves fields over what the page showed: those not named stay as the page has them.</summary>
    public async Task<PortalPage> SaveAsync(string key, params (string Name, string Value)[] fields) => await SaveAsync(await client.GetAsync($"/set-items/{set}/{key}"), fields);

    public async Task<PortalPage> SaveAsync(PortalPage shown, params (string Name, string Value)[] fields)
    {
        var sent = new List<KeyValuePair<string, string>>();
        foreach (var control in shown.All("form[data-item] input[name], form[data-item] textarea[name], form[data-item] select[name]"))
        {
            var name = control.GetAttribute("name")!;
            if (name == "__RequestVerificationToken" || fields.Any(f => f.Name == name) || (control.GetAttribute("type") == "checkbox" && !control.HasAttribute("checked")))
                continue;
            sent.Add(KeyValuePair.Create(name, control switch
            {
                AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? "",
                AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value,
                _ => control.GetAttribute("value") ?? "",
            }));
        }

        return await client.PostAsync(shown.Path, [.. sent, .. Fields(fields)]);
    }

    public Task<PortalPage> ItemAsync(string key) => client.GetAsync($"/set-items/{set}/{key}");

    public Task<string> KeyOfAsync(SetItemKind kind, string code) => portal.ReadAsync(async db =>
        (await db.SetItems.Where(i => i.CriteriaSetVersionId == set && i.Kind == kind).ToListAsync()).Single(i => i.Read()["code"]?.ToString() == code).Key);

    public Task<JsonObject> StoredAsync(string key) => portal.ReadAsync(async db => (await db.SetItems.SingleAsync(i => i.CriteriaSetVersionId == set && i.Key == key)).Read());

    public Task<byte[]> FileAsync() => client.Http.GetByteArrayAsync(Path + "/file.json");
}
