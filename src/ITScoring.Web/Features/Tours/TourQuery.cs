using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Tours;

/// <summary>The tour of the role in which somebody works, with addresses of the newest period. A step whose page is not there yet leads to the list of work.</summary>
public sealed class TourQuery(AppDbContext db, CurrentUser user)
{
    public async Task<TourPage> PageAsync(CancellationToken cancel)
    {
        var (aim, steps) = TourSteps.Of(user.Role);
        var opened = db.Periods.AsNoTracking().Where(p => p.State != PeriodState.Draft);
        var period = await opened.OrderByDescending(p => p.Year).ThenByDescending(p => p.Id).Select(p => p.Code).FirstOrDefaultAsync(cancel);
        var form = !user.Role.WorksForAgency() ? null : await (
            from p in opened
            join s in db.Submissions.AsNoTracking() on p.Id equals s.PeriodId
            join a in db.Agencies.AsNoTracking() on s.AgencyId equals a.Id
            where a.Id == user.AgencyId
            orderby p.Year descending, p.Id descending
            select p.Code + "/" + a.Code.ToLower()).FirstOrDefaultAsync(cancel);
        return new TourPage(user.Role, aim, [.. steps.Select(s => WithAddress(s, "{form}", form)).Select(s => WithAddress(s, "{period}", period))]);
    }

    private static TourStep WithAddress(TourStep step, string stands, string? path) => !step.Href.Contains(stands, StringComparison.Ordinal) ? step
        : path is null ? step with { Where = "Việc của tôi", Href = "/home" }
        : step with { Href = step.Href.Replace(stands, path, StringComparison.Ordinal) };
}
