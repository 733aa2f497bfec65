using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.SharedFigures;

/// <summary>Builds the manager's page of shared systems' figures.</summary>
public sealed class SharedImportQuery(AppDbContext db, CurrentUser user, CriteriaSetCache sets, IOptions<PortalOptions> portal)
{
    public async Task<SharedFiguresPage> PageAsync(Period period, string? source = null, SharedPreview? preview = null, CancellationToken cancel = default)
    {
        var figures = await (
            from f in db.SharedFigures.AsNoTracking()
            join u in db.Users.AsNoTracking() on f.ImportedById equals u.Id
            where f.PeriodId == period.Id
            select new { f.SourceCode, f.AgencyId, f.QuestionCode, f.FileName, f.ImportedAt, f.Id, By = u.DisplayName }).ToListAsync(cancel);
        var bySource = figures.ToLookup(f => f.SourceCode);
        // Figures of a system that was taken out of the settings are still there.
        var gone = bySource.Select(g => g.Key).Where(c => portal.Value.SharedSystems.All(s => s.Code != c)).Select(c => new SharedSystem { Code = c, Name = c, ShortName = c });
        return new SharedFiguresPage(
            period,
            [
                .. portal.Value.SharedSystems.Concat(gone).Select(s =>
                {
                    var last = bySource[s.Code].OrderByDescending(f => f.ImportedAt).ThenByDescending(f => f.Id).FirstOrDefault();
                    return new SharedSourceRow(
                        s, bySource[s.Code].Count(), bySource[s.Code].Select(f => f.AgencyId).Distinct().Count(), bySource[s.Code].Select(f => f.QuestionCode).Distinct().Count(), last?.FileName, last?.ImportedAt, last?.By);
                }),
            ],
            period.CriteriaSetVersionId is null ? [] : Offered(await sets.GetAsync(period, cancel)),
            period.MayImportShared(user.Actor) is { Ok: false } closed ? closed.Problems[0] : null,
            period.State < PeriodState.Proposed,
            source,
            preview);
    }

    /// <summary>Questions whose answer is a number of the agency.</summary>
    public static IReadOnlyList<Question> OfTemplate(CriteriaSet set) => [.. set.Questions.Where(q => q is { IsNumber: true, FilledBy: FilledBy.Agency })];

    private static IReadOnlyList<(Section, IReadOnlyList<Question>)> Offered(CriteriaSet set)
    {
        var questions = OfTemplate(set).ToLookup(q => q.Section);
        return [.. set.Sections.Where(s => questions[s.Code].Any()).Select(s => (s, (IReadOnlyList<Question>)[.. questions[s.Code]]))];
    }
}
