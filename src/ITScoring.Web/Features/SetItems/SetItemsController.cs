using System.Text.Json.Nodes;
using ITScoring.Data;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Web.Features.CriteriaSets;
using ITScoring.Web.Features.Presence;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using ITScoring.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.SetItems;

/// <summary>The items of a draft: a page each, saved as one types; added, moved, taken out.</summary>
[Route("set-items/{set:int}")]
public sealed class SetItemsController(WorkedSets sets, ItemQuery query, ItemService service, AppDbContext db, CurrentUser user, PresenceBoard board, TimeProvider clock) : Controller
{
    private const string SamplePrefix = "sample-";

    [HttpGet("{key}")]
    [RequirePermission(Permission.ReadCriteriaSets)]
    public async Task<IActionResult> Item(int set, string key, CancellationToken cancel) => await FindAsync(set, key, cancel) is { } found
        ? View(await query.PageAsync(found.Set, found.Item, found.Item.Read(), found.Item.Version, Samples(), cancel))
        : NotFound();

    [HttpPost("{key}")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public async Task<IActionResult> Item(int set, string key, int version, string? act, string? renameEverywhere, CancellationToken cancel)
    {
        if (await FindAsync(set, key, cancel) is not { } found)
            return NotFound();
        if (!found.Set.IsDraft)
            return Conflicted(await query.PageAsync(found.Set, found.Item, found.Item.Read(), found.Item.Version, Samples(), cancel), "Bộ tiêu chí này không còn là bản nháp nên không sửa được. Tạo phiên bản mới để đính chính.");
        var form = ItemForm.Read(found.Item.Kind, Request.Form, found.Item.Read(), ItemQuery.LinesOf(found.Set));
        if (act is not null and not "next" and not "save" and not "try")
            ItemForm.Act(form.Json, act);
        var save = await service.SaveAsync(set, key, version, form.Json, renameEverywhere == "true", cancel);
        if (save.Outcome.Ok)
            board.Edited(PresenceBoard.ItemOf(set, key), user.UserId, user.DisplayName);
        if (save.Outcome.Ok && form.Slips.Count == 0 && act is not "try" && !Request.Headers.ContainsKey("X-Requested-With"))
        {
            if (act == "next" && found.Item.Kind is not (SetItemKind.Head or SetItemKind.Classes))
                return await AddedAsync(set, found.Item.Kind, HolderOf(found), cancel);
            if (act is null or "save" or "next")
                TempData["Notice"] = "Đã lưu.";
            return Redirect($"/set-items/{set}/{key}{PlaceOf(act, form.Json)}");
        }

        if (await FindAsync(set, key, cancel) is not { } now)
            return NotFound();
        // What was refused is shown as it was typed; what was stored as it stands now, others' changes included.
        var refused = save.Clashes.Count > 0 || (!save.Outcome.Ok && save.Outcome.Refusal != Domain.RefusalKind.Input);
        var shown = refused ? form.Json : now.Item.Read();
        var page = await query.PageAsync(now.Set, now.Item, shown, now.Item.Version, Samples(), cancel) with
        {
            Slips = form.Slips,
            Clashes = save.Clashes,
            ClashWith = save.Clashes.Count > 0 ? await LastChangedByAsync(now, cancel) : null,
            Merged = save.Merged,
            Kept = refused ? null : $"Đã lưu {VietnamTime.Clock(clock.UtcNow())}",
        };
        if (!save.Outcome.Ok)
            this.Refuse(save.Outcome);
        return View(page);
    }

    /// <summary>An open page says that it is open, and learns who else has the item open.</summary>
    [HttpPost("{key}/presence")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    [IdleRequest]
    public async Task<IActionResult> Presence(int set, string key, CancellationToken cancel)
    {
        if (await FindAsync(set, key, cancel) is null)
            return NotFound();
        var place = PresenceBoard.ItemOf(set, key);
        board.Opened(place, user.UserId, user.DisplayName);
        return Json(new { others = board.Others(place, user.UserId, "mục này") });
    }

    [HttpPost("")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public async Task<IActionResult> Add(int set, SetItemKind? kind, string? holder, CancellationToken cancel) =>
        await sets.FindAsync(set, cancel) is null || kind is null || !Enum.IsDefined(kind.Value) ? NotFound() : await AddedAsync(set, kind.Value, holder, cancel);

    [HttpPost("{key}/move")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public async Task<IActionResult> Move(int set, string key, string? to, CancellationToken cancel)
    {
        if (await FindAsync(set, key, cancel) is not { } found)
            return NotFound();
        var save = await service.MoveAsync(set, key, to, cancel);
        if (!save.Outcome.Ok)
            TempData["Notice"] = save.Outcome.Problems[0];
        return Redirect($"{ListOf(set, found.Item.Kind)}#i-{key}");
    }

    [HttpGet("{key}/remove")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public async Task<IActionResult> Remove(int set, string key, CancellationToken cancel) => await FindAsync(set, key, cancel) is { } found
        ? View(await query.PageAsync(found.Set, found.Item, found.Item.Read(), found.Item.Version, Samples(), cancel))
        : NotFound();

    [HttpPost("{key}/remove")]
    [ActionName("Remove")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public async Task<IActionResult> RemoveIt(int set, string key, CancellationToken cancel)
    {
        if (await FindAsync(set, key, cancel) is not { } found)
            return NotFound();
        var save = await service.RemoveAsync(set, key, cancel);
        if (save.Outcome.Ok)
        {
            TempData["Notice"] = $"Đã xóa {ItemLabels.Name(found.Item)}.";
            return Redirect(ListOf(set, found.Item.Kind));
        }

        this.Refuse(save.Outcome);
        return View("Remove", await query.PageAsync(found.Set, found.Item, found.Item.Read(), found.Item.Version, Samples(), cancel));
    }

    /// <summary>The page on which items of a kind are listed.</summary>
    public static string ListOf(int set, SetItemKind kind) => $"/criteria-sets/{set}" + kind switch
    {
        SetItemKind.Section or SetItemKind.Question => "/survey",
        SetItemKind.Group or SetItemKind.Criterion => "/criteria",
        SetItemKind.Check => "/checks",
        SetItemKind.Example => "/examples",
        _ => "",
    };

    private async Task<IActionResult> AddedAsync(int set, SetItemKind kind, string? holder, CancellationToken cancel)
    {
        var (outcome, key) = await service.AddAsync(set, kind, holder, cancel);
        if (outcome.Ok)
            return Redirect($"/set-items/{set}/{key}");
        TempData["Notice"] = outcome.Problems[0];
        return Redirect(ListOf(set, kind));
    }

    /// <summary>Where the page is opened after a button of a list: at the first field of a new line, so that one can type on; else at the list.</summary>
    private static string PlaceOf(string? act, JsonObject json)
    {
        if (act?.Split(':', 2) is not [var verb, var list])
            return "";
        if (verb != "add")
            return "#" + FieldTagHelper.IdOf(list[..list.LastIndexOf('/')]) + "-rows";
        var rows = list.Split('/').Skip(1).Aggregate((JsonNode?)json, (at, step) => at is JsonArray of ? of[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : at?[step]) as JsonArray;
        var first = list.Split('/')[^1] switch { "classes" => "name", "bands" => "side", "cases" => "when", "of" => "kind", _ => "code" };
        return "#" + FieldTagHelper.IdOf($"{list}/{(rows?.Count ?? 1) - 1}/{first}");
    }

    private static string? HolderOf((WorkedSet Set, SetItem Item) found) => found.Item.Kind == SetItemKind.Question
        ? found.Set.Document.Of(SetItemKind.Section).FirstOrDefault(s => WorkedSet.CodeOf(s) == WorkedSet.TextOf(found.Item, "section"))?.Key
        : found.Item.GroupKey;

    private async Task<(WorkedSet Set, SetItem Item)?> FindAsync(int set, string key, CancellationToken cancel) =>
        await sets.FindAsync(set, cancel) is { IsDraft: true } found && found.Document.Find(key) is { } item ? (found, item) : null;

    private async Task<string?> LastChangedByAsync((WorkedSet Set, SetItem Item) found, CancellationToken cancel) =>
        await db.SetItemChanges.Where(c => c.SetKey == found.Set.Version.Key && c.ItemKey == found.Item.Key && c.UserId != user.UserId).OrderByDescending(c => c.Id)
            .Join(db.Users, c => c.UserId, u => u.Id, (_, u) => u.DisplayName).FirstOrDefaultAsync(cancel);

    private IActionResult Conflicted(ItemPage page, string why)
    {
        this.Refuse(Domain.Outcome.WrongState(why));
        return View("Item", page);
    }

    private Dictionary<string, string> Samples() => !Request.HasFormContentType
        ? []
        : Request.Form.Where(f => f.Key.StartsWith(SamplePrefix, StringComparison.Ordinal)).ToDictionary(f => f.Key[SamplePrefix.Length..], f => f.Value.ToString());
}
