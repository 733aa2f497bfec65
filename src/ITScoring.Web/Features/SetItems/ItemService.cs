using System.Text.Json.Nodes;
using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.SetItems;

/// <summary>Changes items of a draft. Every change is kept with who and when; what two people change in different fields is put together.</summary>
public sealed class ItemService(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Stores what was made of an item.</summary>
    /// <param name="seen">Version of the item that the page showed.</param>
    /// <param name="renameEverywhere">Whether a changed code is changed wherever it is used; else one that is used is refused.</param>
    public Task<ItemSave> SaveAsync(int setId, string key, int seen, JsonObject mine, bool renameEverywhere, CancellationToken cancel = default) => AgainAsync(
        setId,
        async (set, items) =>
        {
            if (items.Find(i => i.Key == key) is not { } item)
                return new ItemSave(Outcome.WrongState("Mục này vừa được người khác xóa. Quay lại danh sách để xem bộ tiêu chí hiện nay."), []);
            var theirs = item.Read();
            var shown = item.Version == seen ? theirs : await SeenAsync(set, key, seen, cancel) ?? theirs;
            var merge = ItemMerge.Of(shown, mine, theirs);
            if (merge.Clashes.Count > 0)
                return new ItemSave(Outcome.WrongState("Có người vừa sửa cùng mục này."), merge.Clashes);
            var refusal = theirs["code"]?.ToString() == merge.Merged["code"]?.ToString()
                ? null
                : Rename(set, await db.SetItems.Where(i => i.CriteriaSetVersionId == setId).ToListAsync(cancel), item, theirs, merge.Merged, renameEverywhere);
            var merged = !JsonNode.DeepEquals(merge.Merged, mine);
            Put(set, item, merge.Merged);
            if (item.Kind == SetItemKind.Head)
                set.TakeHead(set.Code, merge.Merged["title"]?.ToString() is { } title ? title[..Math.Min(title.Length, Lengths.Name)] : "");
            return new ItemSave(refusal ?? Outcome.Done, [], merged);
        },
        cancel,
        key);

    /// <returns>Key of the new item, when the outcome is done.</returns>
    public async Task<(Outcome Outcome, string? Key)> AddAsync(int setId, SetItemKind kind, string? holder, CancellationToken cancel = default)
    {
        string? key = null;
        var save = await AgainAsync(
            setId,
            (set, items) =>
            {
                if (kind is SetItemKind.Head or SetItemKind.Classes)
                    return Task.FromResult(new ItemSave(Outcome.Input("Không thêm được mục loại này."), []));
                var group = kind == SetItemKind.Criterion ? items.Find(i => i.Kind == SetItemKind.Group && i.Key == holder) : null;
                var section = kind == SetItemKind.Question ? items.Find(i => i.Kind == SetItemKind.Section && i.Key == holder) : null;
                if ((kind == SetItemKind.Criterion && group is null) || (kind == SetItemKind.Question && section is null))
                    return Task.FromResult(new ItemSave(Outcome.Input(kind == SetItemKind.Criterion ? "Thêm một nhóm trước, rồi thêm tiêu chí vào nhóm." : "Thêm một phần trước, rồi thêm câu hỏi vào phần."), []));
                var item = new SetItem(SetItem.NewKey(), kind, group?.Key, Place(items, kind, group, section), SetDocument.Text(NewItem.Of(kind, items, group, section)));
                // A new question stands behind the last one of its section.
                foreach (var later in items.Where(i => i.Kind == kind && i.GroupKey == item.GroupKey && i.Order >= item.Order))
                    Move(set, later, later.Order + 1);
                set.Add([item]);
                db.SetItemChanges.Add(new SetItemChange(set, item, SetChangeKind.Added, 1, item.Json, user.UserId, clock.UtcNow()));
                key = item.Key;
                return Task.FromResult(new ItemSave(Outcome.Done, []));
            },
            cancel);
        return (save.Outcome, save.Outcome.Ok ? key : null);
    }

    /// <summary>Moves an item before or behind its neighbour, or to a place among its neighbours.</summary>
    /// <param name="to"><c>up</c>, <c>down</c>, or the key of the item whose place it takes.</param>
    public Task<ItemSave> MoveAsync(int setId, string key, string? to, CancellationToken cancel = default) => AgainAsync(
        setId,
        (set, items) =>
        {
            if (items.Find(i => i.Key == key) is not { } item)
                return Task.FromResult(new ItemSave(Outcome.WrongState("Mục này vừa được người khác xóa."), []));
            var row = items.Where(i => i.Kind == item.Kind && i.GroupKey == item.GroupKey).OrderBy(i => i.Order).ThenBy(i => i.Id).ToList();
            // Questions are moved within their section; those of other sections keep their places.
            var among = item.Kind == SetItemKind.Question ? row.Where(i => SectionOf(i) == SectionOf(item)).ToList() : row;
            var place = among.IndexOf(item);
            var target = to switch { "up" => place - 1, "down" => place + 1, _ => among.FindIndex(i => i.Key == to) };
            if (target < 0 || target >= among.Count || target == place)
                return Task.FromResult(new ItemSave(Outcome.Done, []));
            var slots = among.Select(i => row.IndexOf(i)).ToList();
            among.RemoveAt(place);
            among.Insert(target, item);
            foreach (var (moved, slot) in among.Zip(slots))
                row[slot] = moved;
            for (var i = 0; i < row.Count; i++)
                Move(set, row[i], i);
            return Task.FromResult(new ItemSave(Outcome.Done, []));
        },
        cancel);

    /// <summary>Takes an item out, a group only when it is empty.</summary>
    public Task<ItemSave> RemoveAsync(int setId, string key, CancellationToken cancel = default) => AgainAsync(
        setId,
        (set, items) =>
        {
            if (items.Find(i => i.Key == key) is not { } item)
                return Task.FromResult(new ItemSave(Outcome.Done, []));
            if (item.Kind is SetItemKind.Head or SetItemKind.Classes)
                return Task.FromResult(new ItemSave(Outcome.Input("Không xóa được mục này."), []));
            var inside = item.Kind switch
            {
                SetItemKind.Group => items.Count(i => i.GroupKey == item.Key),
                SetItemKind.Section => items.Count(i => i.Kind == SetItemKind.Question && SectionOf(i) == CriteriaSets.WorkedSet.CodeOf(item)),
                _ => 0,
            };
            if (inside > 0)
                return Task.FromResult(new ItemSave(Outcome.WrongState($"{ItemLabels.Name(item)} còn {inside} {(item.Kind == SetItemKind.Group ? "tiêu chí" : "câu hỏi")}: chuyển hoặc xóa chúng trước."), []));
            db.SetItems.Remove(item);
            db.SetItemChanges.Add(new SetItemChange(set, item, SetChangeKind.Removed, item.Version + 1, null, user.UserId, clock.UtcNow()));
            return Task.FromResult(new ItemSave(Outcome.Done, []));
        },
        cancel);

    private static string? SectionOf(SetItem question) => CriteriaSets.WorkedSet.TextOf(question, "section");

    private static int Place(List<SetItem> items, SetItemKind kind, SetItem? group, SetItem? section)
    {
        var row = items.Where(i => i.Kind == kind && i.GroupKey == group?.Key).ToList();
        var before = section is null ? row : row.Where(i => SectionOf(i) == CriteriaSets.WorkedSet.CodeOf(section)).ToList();
        return before.Count > 0 ? before.Max(i => i.Order) + 1 : row.Count > 0 ? row.Max(i => i.Order) + 1 : 0;
    }

    /// <summary>Loads the draft, lets the change happen and saves; when somebody else saved in between, the same again on what stands there now.</summary>
    /// <param name="only">Key of the one item that the change needs; null: all.</param>
    private async Task<ItemSave> AgainAsync(int setId, Func<CriteriaSetVersion, List<SetItem>, Task<ItemSave>> change, CancellationToken cancel, string? only = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var set = await db.CriteriaSetVersions.SingleAsync(v => v.Id == setId, cancel);
            if (set.MayEdit(user.Actor) is { Ok: false } refused)
                return new ItemSave(refused, []);
            var items = await db.SetItems.Where(i => i.CriteriaSetVersionId == setId && (only == null || i.Key == only)).ToListAsync(cancel);
            var save = await change(set, items);
            try
            {
                await db.SaveChangesAsync(cancel);
                return save;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<JsonObject?> SeenAsync(CriteriaSetVersion set, string key, int version, CancellationToken cancel)
    {
        var json = await db.SetItemChanges.Where(c => c.SetKey == set.Key && c.ItemKey == key && c.ItemVersion <= version && c.Json != null)
            .OrderByDescending(c => c.ItemVersion).Select(c => c.Json).FirstOrDefaultAsync(cancel);
        return json is null ? null : JsonNode.Parse(json) as JsonObject;
    }

    /// <returns>Why the code stays as it was; null: it is changed, or was not to be.</returns>
    private Outcome? Rename(CriteriaSetVersion set, List<SetItem> items, SetItem item, JsonObject before, JsonObject after, bool everywhere)
    {
        var (from, to) = (before["code"]?.ToString(), after["code"]?.ToString());
        if (string.IsNullOrEmpty(from) || from == to || item.Kind is SetItemKind.Head)
            return null;
        // Two items of one code: whose uses they are cannot be told.
        if (items.Count(i => i.Kind == item.Kind && CriteriaSets.WorkedSet.CodeOf(i) == from) > 1)
            return null;
        var uses = CodeUses.Of(items, item, from);
        if (uses.Count == 0)
            return null;
        if (!everywhere || string.IsNullOrEmpty(to))
        {
            after["code"] = from;
            var names = string.Join(", ", uses.Take(8).Select(ItemLabels.Name)) + (uses.Count > 8 ? "…" : "");
            return Outcome.InputAt(
                "/code", $"Mã {from} đang được dùng ở {uses.Count} chỗ ({names}) nên chưa đổi. Đánh dấu “Đổi mã ở mọi nơi đang dùng” rồi lưu, hoặc giữ mã cũ. Các mục khác đã lưu.");
        }

        foreach (var use in uses)
            Put(set, use, CodeUses.Renamed(use, item.Kind, from, to)!);
        return null;
    }

    private void Put(CriteriaSetVersion set, SetItem item, JsonObject json)
    {
        var text = SetDocument.Text(json);
        if (text == item.Json)
            return;
        item.Put(text);
        db.SetItemChanges.Add(new SetItemChange(set, item, SetChangeKind.Edited, NextVersion(item), text, user.UserId, clock.UtcNow()));
    }

    private void Move(CriteriaSetVersion set, SetItem item, int order)
    {
        if (item.Order == order)
            return;
        item.Place(order);
        db.SetItemChanges.Add(new SetItemChange(set, item, SetChangeKind.Moved, NextVersion(item), item.Json, user.UserId, clock.UtcNow()));
    }

    private int NextVersion(SetItem item) => (int)db.Entry(item).Property(i => i.Version).OriginalValue + 1;
}
