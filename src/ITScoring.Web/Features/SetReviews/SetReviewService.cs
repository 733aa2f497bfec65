using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Web.Features.CriteriaSets;
using ITScoring.Web.Features.SetItems;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.SetReviews;

/// <summary>The verbs of the review of a draft; each with its audit row in one save. Null: there is no such thing for the user.</summary>
public sealed class SetReviewService(AppDbContext db, SetReviewQuery query, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    public async Task<Outcome?> AskAsync(WorkedSet worked, IReadOnlyCollection<int> reviewers, CancellationToken cancel = default)
    {
        var possible = (await query.PossibleAsync(cancel)).ToDictionary(p => p.Id, p => p.Name);
        if (reviewers.Any(id => !possible.ContainsKey(id)))
            return Outcome.InputAt("reviewers", "Chọn người rà soát trong danh sách.");
        return await VerbAsync(worked, set => set.AskForReview(user.Actor, reviewers), "set.ask-review", string.Join(", ", reviewers.Order().Select(id => possible[id])), cancel);
    }

    public Task<Outcome?> EndAsync(WorkedSet worked, CancellationToken cancel = default) => VerbAsync(worked, set => set.EndReview(user.Actor), "set.end-review", null, cancel);

    public Task<Outcome?> AgreeAsync(WorkedSet worked, string? sha256, CancellationToken cancel = default) =>
        VerbAsync(worked, set => set.Agree(user.Actor, sha256, worked.Sha256, clock.UtcNow()), "set.agree", worked.Sha256, cancel);

    /// <param name="item">Key of the item that the comment speaks of.</param>
    public async Task<Outcome?> CommentAsync(WorkedSet worked, string? item, string? text, CancellationToken cancel = default)
    {
        if (worked.Document.Find(item ?? "") is not { } found)
            return Outcome.InputAt("item", "Chọn mục của bộ tiêu chí.");
        var set = await db.CriteriaSetVersions.Include(v => v.Reviewers).SingleAsync(v => v.Id == worked.Version.Id, cancel);
        var (outcome, comment) = SetComment.Write(set, user.Actor, found, PlainText.Clean(text), clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        db.SetComments.Add(comment!);
        audit.Record("set.comment", set.Name, null, ItemLabels.Name(found));
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    public async Task<Outcome?> ResolveAsync(WorkedSet worked, int id, string? resolution, CancellationToken cancel = default)
    {
        if (await db.SetComments.FirstOrDefaultAsync(c => c.Id == id && c.CriteriaSetVersionId == worked.Version.Id, cancel) is not { } comment)
            return null;
        var outcome = comment.Resolve(user.Actor, PlainText.Clean(resolution), clock.UtcNow());
        if (!outcome.Ok)
            return outcome;
        audit.Record("set.resolve-comment", worked.Version.Name, null, worked.Document.Find(comment.ItemKey) is { } item ? ItemLabels.Name(item) : null);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    private async Task<Outcome?> VerbAsync(WorkedSet worked, Func<CriteriaSetVersion, Outcome> verb, string action, string? to, CancellationToken cancel)
    {
        var set = await db.CriteriaSetVersions.Include(v => v.Reviewers).SingleAsync(v => v.Id == worked.Version.Id, cancel);
        var outcome = verb(set);
        if (!outcome.Ok)
            return outcome;
        audit.Record(action, set.Name, worked.Version.State.Name(), to ?? set.State.Name());
        await db.SaveChangesAsync(cancel);
        return outcome;
    }
}
