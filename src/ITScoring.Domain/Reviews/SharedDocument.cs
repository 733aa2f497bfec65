namespace ITScoring.Domain.Reviews;

/// <summary>One document in the forms of several agencies, judged differently under the same criterion.</summary>
/// <param name="Title">As the first of them calls it.</param>
/// <param name="Judged">Each agency that cites it and was judged, in the order given.</param>
public sealed record SharedDocument(string Title, IReadOnlyList<JudgedCriterion> Judged)
{
    /// <summary>Whether one agency's verdict is of another kind than another's.</summary>
    public bool VerdictsDiffer => Judged.Select(judged => judged.Verdict).Distinct().Count() > 1;

    /// <summary>Whether one agency has points and another has none.</summary>
    public bool PointsDiffer => Judged.Where(judged => judged.Points is not null).Select(judged => judged.Points!.Value.Hundredths != 0).Distinct().Count() > 1;
}
