namespace ITScoring.Domain.Publications;

/// <summary>The public part of a result record: what pages, CSV, JSON and everybody may read. Never names of persons.</summary>
public sealed record PublicRecord(
    string Format, string? Notice, string Stage, RecordCriteriaSet CriteriaSet, RecordPeriod Period, IReadOnlyList<RecordBlock> Blocks, IReadOnlyList<RecordAgency> Agencies)
{
    public const string FormatName = "itscoring/record-public/1";
}
