namespace ITScoring.Domain.Publications;

/// <summary>A result record as it was frozen: canonical JSON and its hashes. Never altered.</summary>
public sealed class FrozenRecord
{
    private FrozenRecord()
    {
    }

    public FrozenRecord(int periodId, RecordStage stage, DateTime frozenAt, string publicJson, string publicSha256, string internalJson, string internalSha256, string? cohortJson = null) =>
        (PeriodId, Stage, FrozenAt, PublicJson, PublicSha256, InternalJson, InternalSha256, CohortJson) = (periodId, stage, frozenAt, publicJson, publicSha256, internalJson, internalSha256, cohortJson);

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    public RecordStage Stage { get; private set; }

    public DateTime FrozenAt { get; private set; }

    /// <summary>The part that may be published: codes, offices, points, values marked public.</summary>
    public string PublicJson { get; private set; } = "";

    /// <summary>Lower-case hexadecimal SHA-256 of <see cref="PublicJson"/> in UTF-8.</summary>
    public string PublicSha256 { get; private set; } = "";

    /// <summary>Reasons, explanations, persons.</summary>
    public string InternalJson { get; private set; } = "";

    public string InternalSha256 { get; private set; } = "";

    /// <summary>The answers that the points were computed from, as a cohort of the exchange format; null in records frozen before they were kept here.</summary>
    public string? CohortJson { get; private set; }
}
