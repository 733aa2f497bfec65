using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications.Years;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Publications.Attention;

/// <summary>Finds in a frozen result what deserves a second look. It only points; what it means is for people to say.</summary>
public static class ResultAttention
{
    /// <summary>A change of the total counts as large from this part of the scale on: a twentieth.</summary>
    public const int LargeChangeDivisor = 20;

    /// <summary>A class counts as nearly reached within this part of the scale: a two-hundredth.</summary>
    public const int NearClassDivisor = 200;

    /// <summary>Places from which on a change of rank is named.</summary>
    public const int RankShiftFrom = 5;

    /// <param name="set">The set that the record was scored with.</param>
    /// <param name="before">The result published before; null: there is none, and no change of rank is looked for.</param>
    /// <param name="lineage">Who took over from whom since.</param>
    /// <returns>In the order of <see cref="AttentionKind"/>, within it the largest first, else in the order of the record.</returns>
    public static IReadOnlyList<AttentionPoint> Of(PublicRecord record, InternalRecord inside, CriteriaSet set, PublicRecord? before, AgencyLineage lineage)
    {
        var details = inside.Agencies.ToDictionary(a => a.Code);
        // What the review fills in itself has no self value to move from.
        var inspected = record.CriteriaSet.Groups.SelectMany(g => g.Criteria).Select(c => c.Code).Where(c => set.QuestionsOf(set.FindCriterion(c)!).Any(q => q.FilledBy == FilledBy.Inspector)).ToHashSet();
        var assessed = record.Agencies.Where(a => a.Submitted).Select(a => (Agency: a, Inside: details[a.Code])).ToList();
        return
        [
            .. Each(AttentionKind.NotSubmitted, record.Agencies.Where(a => !a.Submitted)),
            .. Each(AttentionKind.Late, record.Agencies.Where(a => a.Timeliness is { } code && new Timeliness(code, null).IsLate)),
            .. LargeChanges(record, assessed, inspected),
            .. from a in assessed
               let declined = a.Inside.Explanations.Where(e => e.State == nameof(ExplanationState.Declined)).Select(e => e.Criterion).Distinct().ToList()
               where declined.Count > 0
               select new AttentionPoint(AttentionKind.Declined, [a.Agency], declined),
            .. MovedCriteria(record, assessed, inspected),
            .. MovedByOthers(assessed, set),
            .. NearClasses(record),
            .. from tie in record.Agencies.Where(a => a.Rank is not null).GroupBy(a => (a.Block, Rank: a.Rank!.Value))
               where tie.Count() > 1
               select new AttentionPoint(AttentionKind.Tie, [.. tie], [], Points.Parse(tie.First().RankingScore!), tie.Key.Rank),
            .. RankShifts(record, before, lineage),
        ];
    }

    private static IEnumerable<AttentionPoint> Each(AttentionKind kind, IEnumerable<RecordAgency> agencies) => agencies.Select(a => new AttentionPoint(kind, [a], []));

    private static IEnumerable<AttentionPoint> LargeChanges(PublicRecord record, IEnumerable<(RecordAgency Agency, InternalAgency Inside)> assessed, HashSet<string> inspected)
    {
        var scale = Points.Parse(record.CriteriaSet.Scale).Hundredths;
        return from a in assessed
               let moved = a.Inside.Criteria.Where(c => !inspected.Contains(c.Code) && c.Self != c.Final).ToList()
               let change = StageMove.Of(moved.Select(c => (c.Self, c.Final))).Sum
               where Math.Abs(change.Hundredths) * LargeChangeDivisor >= scale
               orderby Math.Abs(change.Hundredths) descending
               select new AttentionPoint(AttentionKind.LargeChange, [a.Agency], [.. moved.Select(c => c.Code)], change);
    }

    private static IEnumerable<AttentionPoint> MovedCriteria(PublicRecord record, IReadOnlyCollection<(RecordAgency Agency, InternalAgency Inside)> assessed, HashSet<string> inspected) =>
        from g in record.CriteriaSet.Groups
        from criterion in g.Criteria
        where !inspected.Contains(criterion.Code)
        let moved = (from a in assessed
                     let c = a.Inside.Criteria.First(x => x.Code == criterion.Code)
                     let change = StageMove.Change(c.Self, c.Final)
                     where change is { Hundredths: not 0 }
                     select (a.Agency, Change: change.Value)).ToList()
        where moved.Count * 2 > assessed.Count
        orderby moved.Count descending
        select new AttentionPoint(AttentionKind.CriterionMoved, [.. moved.Select(m => m.Agency)], [criterion.Code], moved.Aggregate(Points.Zero, (sum, m) => sum + m.Change));

    /// <summary>Final points that differ from the verified ones though none of the agency's own answers to the criterion does.</summary>
    private static IEnumerable<AttentionPoint> MovedByOthers(IEnumerable<(RecordAgency Agency, InternalAgency Inside)> assessed, CriteriaSet set) =>
        from a in assessed
        let own = a.Inside.Answers.Where(x => x.Verified != x.Final).Select(x => x.Question).ToHashSet()
        let moved = a.Inside.Criteria.Where(c => c.Verified != c.Final && !set.QuestionsOf(set.FindCriterion(c.Code)!).Any(q => own.Contains(q.Code))).ToList()
        where moved.Count > 0
        select new AttentionPoint(AttentionKind.MovedByOthers, [a.Agency], [.. moved.Select(c => c.Code)], StageMove.Of(moved.Select(c => (c.Verified, c.Final))).Sum);

    private static IEnumerable<AttentionPoint> NearClasses(PublicRecord record)
    {
        var scale = Points.Parse(record.CriteriaSet.Scale);
        var limits = record.CriteriaSet.Classes.Select(c => (c.Name, From: Rational.Parse(c.From) * scale.ToRational())).ToList();
        return from a in record.Agencies
               where a.RankingScore is not null && a.Class is not null
               let score = Points.Parse(a.RankingScore!).ToRational()
               from limit in limits
               let missing = limit.From - score
               where missing > Rational.Zero && missing * NearClassDivisor < scale.ToRational()
               orderby missing
               select new AttentionPoint(AttentionKind.NearClass, [a], [], missing.ToPoints(), null, limit.Name);
    }

    private static IEnumerable<AttentionPoint> RankShifts(PublicRecord record, PublicRecord? before, AgencyLineage lineage) =>
        before is null ? [] :
        from a in record.Agencies
        where a.Rank is not null
        let then = lineage.Former(a.Code, before)
        where then?.Rank is not null && then.Block == a.Block
        let gained = then.Rank!.Value - a.Rank!.Value
        where Math.Abs(gained) >= RankShiftFrom
        orderby Math.Abs(gained) descending
        select new AttentionPoint(AttentionKind.RankShift, [a], [], null, gained);
}
