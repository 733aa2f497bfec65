using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.PointsToWin;

/// <summary>Builds the page on where the points are; all sums are the engine's.</summary>
public sealed class PointsToWinQuery(FormState forms)
{
    public async Task<PointsToWinPage> PageAsync(OwnForm form, bool byEvidence, CancellationToken cancel = default)
    {
        var state = await forms.OfAsync(form, cancel);
        var (missing, unproved) = (state.Findings.Unproved, state.UnprovedCriteria(form.Set));
        var rows = form.Set.Criteria.Select(c => Row(form.Set, state, c, missing, unproved)).ToList();
        // A stable sort: equal ones stay in the order of the set.
        var listed = byEvidence
            ? rows.Where(r => unproved.Contains(r.Criterion.Code)).OrderByDescending(r => r.Unproved).ToList()
            : rows.Where(r => r.Score.ToWin > Points.Zero).OrderByDescending(r => r.Score.ToWin).ToList();
        return new PointsToWinPage(
            form,
            byEvidence,
            listed,
            [.. rows.Except(listed).Where(r => r.Score.Applicable).Select(r => r.Criterion.Code)],
            state.Sheet,
            state.Sheet.ToWin(form.Set.Criteria.Select(c => c.Code).ToHashSet()),
            state.Sheet.SumOf(unproved).Points,
            form.Period.State < PeriodState.Preliminary);
    }

    private static PointsRow Row(CriteriaSet set, FormState.Loaded state, Criterion criterion, IReadOnlySet<string> missing, IReadOnlySet<string> unproved)
    {
        var score = state.Sheet.Criterion(criterion.Code);
        return new PointsRow(
            criterion,
            score,
            [.. set.QuestionsOf(criterion).Where(q => state.Findings.Asked.Contains(q.Code)).Select(q => (q, state.Values.ContainsKey(q.Code), missing.Contains(q.Code)))],
            unproved.Contains(criterion.Code) ? score.Points ?? Points.Zero : Points.Zero);
    }
}
