namespace ITScoring.Domain.Publications;

/// <summary>The internal part of a result record: every value with its reason, self and verified points, explanations, persons.</summary>
public sealed record InternalRecord(
    string Format, string PublicSha256, IReadOnlyList<InternalAgency> Agencies, IReadOnlyList<RecordPerson> Persons)
{
    public const string FormatName = "itscoring/record-internal/1";
}
