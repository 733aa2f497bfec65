using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Web.Features.CriteriaSets;
using ITScoring.Web.Features.SetItems;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.SetReviews;

/// <summary>Reads the review of a draft.</summary>
public sealed class SetReviewQuery(AppDbContext db, WorkedSets sets, CurrentUser user)
{
    /// <returns>Null: it is no draft, or not for the user.</returns>
    public async Task<WorkedSet?> FindAsync(int id, CancellationToken cancel = default) => await sets.FindAsync(id, cancel) is { IsDraft: true } set ? set : null;

    /// <summary>Who can be asked to look at a set: whoever may read sets, the user apart.</summary>
    public async Task<IReadOnlyList<(int Id, string Name, string Role)>> PossibleAsync(CancellationToken cancel = default)
    {
        var roles = Permissions.Table.Where(r => r.Value.Contains(Permission.ReadCriteriaSets)).Select(r => r.Key).ToList();
        var found = await db.Users.Where(u => roles.Contains(u.Role) && u.SuspendedAt == null && u.Id != user.UserId).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName, u.Role }).ToListAsync(cancel);
        return [.. found.Select(u => (u.Id, u.DisplayName, u.Role.Name()))];
    }

    public async Task<SetReviewPage?> PageAsync(int id, CancellationToken cancel = default)
    {
        if (await FindAsync(id, cancel) is not { } set)
            return null;
        var names = set.Version.Reviewers.Select(r => r.UserId).ToList();
        var reviewers = await db.Users.Where(u => names.Contains(u.Id)).OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancel);
        var comments = await db.SetComments.AsNoTracking().Where(c => c.CriteriaSetVersionId == id).OrderBy(c => c.Id)
            .Join(db.Users, c => c.AuthorId, u => u.Id, (c, u) => new { Comment = c, u.DisplayName }).ToListAsync(cancel);
        var rows = comments.Select(c => new SetCommentRow(
            c.Comment,
            c.DisplayName,
            set.Document.Find(c.Comment.ItemKey) is { } item ? ItemLabels.Name(item) : "Mục đã xóa",
            c.Comment.IsOpen && (user.Can(Permission.ManageCriteriaSets) || c.Comment.AuthorId == user.UserId)));
        return new SetReviewPage(
            set,
            [.. reviewers.Select(r => (r.Id, r.DisplayName, set.Version.Reviewers.First(n => n.UserId == r.Id)))],
            user.Can(Permission.ManageCriteriaSets) ? await PossibleAsync(cancel) : [],
            [.. rows],
            set.Version.Reviewers.Any(r => r.UserId == user.UserId),
            user.Can(Permission.ManageCriteriaSets));
    }
}
