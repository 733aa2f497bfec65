using System.Text;
using System.Text.Json.Nodes;
using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.CriteriaSets;

/// <summary>Begins, throws away and puts in force versions of criteria sets.</summary>
public sealed class SetService(AppDbContext db, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    private const string Empty = """{"title": "", "scale": 100, "sections": [], "questions": [], "groups": [], "classes": [{"name": "Tốt", "from": 0.8}, {"name": "Khá", "from": 0.65}, {"name": "Trung bình", "from": 0.5}, {"name": "Yếu", "from": 0}]}""";

    /// <summary>An empty draft under a new code.</summary>
    public Task<(Outcome Outcome, CriteriaSetVersion? Set)> BeginAsync(string? code, string? title, CancellationToken cancel = default)
    {
        var root = JsonNode.Parse(Empty)!.AsObject();
        root["title"] = title ?? "";
        return CodeProblem(code) is { } problem ? Task.FromResult<(Outcome, CriteriaSetVersion?)>((problem, null)) : DraftAsync(root, code!, newSet: true, null, "set.begin", cancel);
    }

    /// <summary>A copy under a new code.</summary>
    public Task<(Outcome Outcome, CriteriaSetVersion? Set)> CopyAsync(WorkedSet from, string? code, CancellationToken cancel = default) => CodeProblem(code) is { } problem
        ? Task.FromResult<(Outcome, CriteriaSetVersion?)>((problem, null))
        : DraftAsync(JsonNode.Parse(from.Document.Utf8)!.AsObject(), code!, newSet: true, $"Sao chép từ {from.Version.Name}", "set.copy", cancel);

    /// <summary>The next version of the same set: how a set in force is corrected.</summary>
    public Task<(Outcome Outcome, CriteriaSetVersion? Set)> NextAsync(WorkedSet from, string? reason, CancellationToken cancel = default) => string.IsNullOrWhiteSpace(reason)
        ? Task.FromResult<(Outcome, CriteriaSetVersion?)>((Outcome.InputAt("reason", "Nêu lý do tạo phiên bản mới: đính chính gì, theo văn bản nào."), null))
        : DraftAsync(JsonNode.Parse(from.Document.Utf8)!.AsObject(), from.Version.Code, newSet: false, reason, "set.next-version", cancel);

    /// <summary>A draft from a file. When its version is there already, it becomes the next one.</summary>
    public async Task<(Outcome Outcome, CriteriaSetVersion? Set)> ImportAsync(byte[] utf8, CancellationToken cancel = default)
    {
        JsonObject? root;
        try
        {
            root = JsonNode.Parse(utf8) as JsonObject;
            _ = root?.Count;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or ArgumentException)
        {
            root = null;
        }

        if (root is null)
            return (Outcome.InputAt("file", "Tệp không phải JSON hợp lệ."), null);
        var code = root["code"]?.ToString();
        return CodeForm(code) is { } wrong ? (wrong, null) : await DraftAsync(root, code!, newSet: false, "Nhập từ tệp", "set.import", cancel);
    }

    /// <summary>Throws away a version that no period uses.</summary>
    public async Task<Outcome> DeleteAsync(int id, CancellationToken cancel = default)
    {
        if (user.Role != Domain.Accounts.Role.PeriodManager)
            return Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được xóa bộ tiêu chí.");
        var set = await db.CriteriaSetVersions.Include(v => v.Items).Include(v => v.Reviewers).SingleAsync(v => v.Id == id, cancel);
        if (await db.Periods.Where(p => p.CriteriaSetVersionId == id).Select(p => p.Title).FirstOrDefaultAsync(cancel) is { } period)
            return Outcome.WrongState($"Bộ tiêu chí {set.Name} đang dùng cho {period} nên không xóa được. Đổi bộ tiêu chí của kỳ đó trước (khi kỳ còn đang chuẩn bị), hoặc giữ lại.");
        db.SetComments.RemoveRange(await db.SetComments.Where(c => c.CriteriaSetVersionId == id).ToListAsync(cancel));
        db.CriteriaSetVersions.Remove(set);
        audit.Record("set.delete", set.Name, set.State.Name(), null);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>Puts a draft in force; the version of the same set that was in force is replaced.</summary>
    /// <param name="sha256">Of what the page showed.</param>
    public async Task<Outcome> PutInForceAsync(WorkedSet worked, string? sha256, CancellationToken cancel = default)
    {
        if (worked.Sha256 != sha256)
            return Outcome.WrongState("Bộ tiêu chí vừa được sửa sau khi trang này mở ra. Xem lại rồi thực hiện.");
        var set = await db.CriteriaSetVersions.Include(v => v.Items).Include(v => v.Reviewers).SingleAsync(v => v.Id == worked.Version.Id, cancel);
        var comments = await db.SetComments.CountAsync(c => c.CriteriaSetVersionId == set.Id && c.ResolvedAt == null, cancel);
        var outcome = set.PutInForce(user.Actor, worked.Reading, worked.Document.Utf8, comments, clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        foreach (var earlier in await db.CriteriaSetVersions.Where(v => v.Code == set.Code && v.Id != set.Id && v.State == CriteriaSetState.InForce).ToListAsync(cancel))
        {
            earlier.Replace();
            audit.Record("set.replace", earlier.Name, CriteriaSetState.InForce.Name(), CriteriaSetState.Replaced.Name());
        }

        audit.Record("set.put-in-force", set.Name, CriteriaSetState.UnderReview.Name(), set.State.Name(), set.Sha256);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    private static Outcome? CodeForm(string? code) =>
        code is not null && CodeForms.IsSet(code) ? null : Outcome.InputAt("code", $"Mã bộ tiêu chí gồm {CodeForms.SetInWords}; ví dụ QB-2019.");

    private Outcome? CodeProblem(string? code) => user.Role != Domain.Accounts.Role.PeriodManager
        ? Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được soạn bộ tiêu chí.")
        : CodeForm(code);

    private async Task<(Outcome Outcome, CriteriaSetVersion? Set)> DraftAsync(JsonObject root, string code, bool newSet, string? reason, string action, CancellationToken cancel)
    {
        if (user.Role != Domain.Accounts.Role.PeriodManager)
            return (Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được soạn bộ tiêu chí."), null);
        var taken = await db.CriteriaSetVersions.Where(v => v.Code == code).Select(v => new { v.Number, v.State }).ToListAsync(cancel);
        if (newSet && taken.Count > 0)
            return (Outcome.InputAt("code", $"Đã có bộ tiêu chí mã {code}. Dùng mã khác, hoặc tạo phiên bản mới của bộ đó."), null);
        var wanted = root["version"]?.ToString() is { } typed && int.TryParse(typed, out var version) && version >= 1 ? version : 1;
        var number = newSet ? 1 : taken.Exists(t => t.Number == wanted) ? taken.Max(t => t.Number) + 1 : wanted;
        // The order of the format: code and version first.
        var ordered = new JsonObject { ["code"] = code, ["version"] = number };
        foreach (var (key, value) in root.ToList())
        {
            if (key is not ("code" or "version"))
                ordered[key] = value?.DeepClone();
        }

        var now = clock.UtcNow();
        var title = root["title"]?.ToString() is { Length: > 0 } text ? text : code;
        var json = SetDocument.Text(ordered);
        var set = CriteriaSetVersion.Begin(code, number, title.Length > Lengths.Name ? title[..Lengths.Name] : title, json, reason is { Length: > Lengths.Text } ? reason[..Lengths.Text] : reason, now);
        var items = SetDocument.Split(Encoding.UTF8.GetBytes(json))!;
        set.Add(items);
        db.CriteriaSetVersions.Add(set);
        db.SetItemChanges.AddRange(items.Select(item => new SetItemChange(set, item, SetChangeKind.Added, 1, item.Json, user.UserId, now)));
        audit.Record(action, set.Name, null, set.State.Name(), reason);
        await db.SaveChangesAsync(cancel);
        return (Outcome.Done, set);
    }
}
