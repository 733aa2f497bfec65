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
    public const int MostCharacters = 60_000;

    // Tabs of one person; more than a few at the same instant are no accident.
    private const int Attempts = 5;

    public Task<ReviewDraft?> FindAsync(ReviewForm form, Criterion criterion, CancellationToken cancel) =>
        db.ReviewDrafts.FirstOrDefaultAsync(d => d.SubmissionId == form.Submission.Id && d.CriterionCode == criterion.Code && d.ReviewerId == user.UserId, cancel);

    /// <summary>The controls of a draft as a form would post them.</summary>
    public static FormCollection FieldsOf(ReviewDraft draft) =>
        new((JsonSerializer.Deserialize<Dictionary<string, string[]>>(draft.FieldsJson) ?? []).ToDictionary(f => f.Key, f => new StringValues(f.Value)));

    /// <summary>Keeps what was typed; of two tabs that keep at the same instant the later one stays.</summary>
    /// <returns>When it was kept; null: it is larger than <see cref="MostCharacters"/> and was not.</returns>
    public async Task<DateTime?> KeepAsync(ReviewForm form, Criterion criterion, IFormCollection fields, CancellationToken cancel)
    {
        var own = fields.Where(f => f.Key.StartsWith(CriterionQuery.Prefix, StringComparison.Ordinal) || f.Key == "reason").ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray());
        var json = JsonSerializer.Serialize(own);
        if (json.Length > MostCharacters)
            return null;
        for (var attempt = 1; ; attempt++)
        {
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
                return draft.SavedAt;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // The other tab was first: its row, or its absence, is read anew.
                db.Entry(draft).State = EntityState.Detached;
            }
        }
    }

    /// <summary>In the save of the verdicts that follow from them.</summary>
    public async Task DropAsync(ReviewForm form, IEnumerable<Criterion> criteria, CancellationToken cancel)
    {
        var codes = criteria.Select(c => c.Code).ToList();
        db.ReviewDrafts.RemoveRange(await db.ReviewDrafts.Where(d => d.SubmissionId == form.Submission.Id && d.ReviewerId == user.UserId && codes.Contains(d.CriterionCode)).ToListAsync(cancel));
    }

    /// <summary>The person throws it away.</summary>
    public async Task DiscardAsync(ReviewForm form, Criterion criterion, CancellationToken cancel)
    {
        await DropAsync(form, [criterion], cancel);
        await db.SaveChangesAsync(cancel);
    }
}
