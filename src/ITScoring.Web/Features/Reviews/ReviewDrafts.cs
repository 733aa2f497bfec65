using System.Text.Json;
using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace ITScoring.Web.Features.Reviews;

/// <summary>What a reviewer typed under a criterion and has not yet concluded.</summary>
public sealed class ReviewDrafts(AppDbContext db, CurrentUser user, TimeProvider clock)
{
    /// <summary>Characters that a draft may have: the longest reason and a table's worth of values.</summary>
    private const int MostCharacters = 60_000;

    public Task<ReviewDraft?> FindAsync(ReviewForm form, Criterion criterion, CancellationToken cancel) =>
        db.ReviewDrafts.FirstOrDefaultAsync(d => d.SubmissionId == form.Submission.Id && d.CriterionCode == criterion.Code && d.ReviewerId == user.UserId, cancel);

    /// <summary>The controls of a draft as a form would post them.</summary>
    public static FormCollection FieldsOf(ReviewDraft draft) =>
        new((JsonSerializer.Deserialize<Dictionary<string, string[]>>(draft.FieldsJson) ?? []).ToDictionary(f => f.Key, f => new StringValues(f.Value)));

    /// <summary>Keeps what was typed; two tabs that keep at the same instant are both content with either.</summary>
    /// <returns>When it was kept; null: it is larger than any honest draft.</returns>
    public async Task<DateTime?> KeepAsync(ReviewForm form, Criterion criterion, IFormCollection fields, CancellationToken cancel)
    {
        var own = fields.Where(f => f.Key.StartsWith(CriterionQuery.Prefix, StringComparison.Ordinal) || f.Key == "reason").ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray());
        var json = JsonSerializer.Serialize(own);
        if (json.Length > MostCharacters)
            return null;
        var draft = await FindAsync(form, criterion, cancel);
        if (draft is null)
        {
            draft = new ReviewDraft(form.Submission.Id, criterion.Code, user.UserId);
            db.ReviewDrafts.Add(draft);
        }

        draft.Keep(json, clock.UtcNow());
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Entry(draft).State = EntityState.Detached;
        }

        return draft.SavedAt;
    }

    /// <summary>In the save of the verdict that follows from it.</summary>
    public async Task DropAsync(ReviewForm form, Criterion criterion, CancellationToken cancel)
    {
        if (await FindAsync(form, criterion, cancel) is { } draft)
            db.ReviewDrafts.Remove(draft);
    }

    /// <summary>The person throws it away.</summary>
    public async Task DiscardAsync(ReviewForm form, Criterion criterion, CancellationToken cancel)
    {
        await DropAsync(form, criterion, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
