using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Explanations;

/// <summary>Reads what was sent to an agency from the latest preliminary record of the period.</summary>
public sealed class PreliminaryResults(AppDbContext db)
{
    /// <summary>Null: nothing has been sent, or the agency never handed in.</summary>
    public async Task<PreliminaryResult?> FindAsync(OwnForm form, CancellationToken cancel = default)
    {
        if (form.Period.State < PeriodState.Preliminary || !form.Submission.IsSubmitted)
            return null;
        var frozen = await db.FrozenRecords.AsNoTracking().Where(r => r.PeriodId == form.Period.Id && r.Stage == RecordStage.Preliminary).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel);
        if (frozen is null)
            return null;
        var (said, inside) = (RecordJson.ReadPublic(frozen.PublicJson), RecordJson.ReadInternal(frozen.InternalJson));
        var (sheet, points) = (said.Agencies.First(a => a.Code == form.Agency.Code), inside.Agencies.First(a => a.Code == form.Agency.Code));
        var answers = points.Answers.ToDictionary(a => a.Question);
        return new PreliminaryResult(
            form,
            frozen.FrozenAt,
            frozen.PublicSha256,
            said.Notice,
            form.Period.ResponseDeadlineWording!,
            points,
            sheet.ApplicableMax,
            [.. said.CriteriaSet.Groups.Select(g => Group(form.Set, g, sheet, points, answers))]);
    }

    private static PreliminaryGroup Group(CriteriaSet set, RecordGroup group, RecordAgency sheet, InternalAgency points, Dictionary<string, InternalAnswer> answers)
    {
        var (scored, inside) = (sheet.Criteria.ToDictionary(c => c.Code), points.Criteria.ToDictionary(c => c.Code));
        List<PreliminaryCriterion> criteria =
        [
            .. group.Criteria.Select(c => new PreliminaryCriterion(c, scored[c.Code].Applicable, inside[c.Code].Self, inside[c.Code].Verified, inside[c.Code].Final, RecordReasons.OfReview(set, inside[c.Code], answers))),
        ];
        return new PreliminaryGroup(group, sheet.Groups.First(g => g.Code == group.Code).ApplicableMax, points.Groups?.FirstOrDefault(g => g.Code == group.Code), criteria);
    }
}
