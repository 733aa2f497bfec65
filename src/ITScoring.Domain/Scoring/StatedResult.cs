namespace ITScoring.Domain.Scoring;

/// <summary>A result file (section 7 of the format): what was computed, as text.</summary>
public sealed record StatedResult(string Format, StatedSet CriteriaSet, IReadOnlyList<StatedAgency> Agencies)
{
    public static StatedResult Of(CohortResult result) => new(ResultFile.Format, new StatedSet(result.Set.Code, result.Set.Version), [.. result.Sheets.Select(StatedAgency.Of)]);
}
