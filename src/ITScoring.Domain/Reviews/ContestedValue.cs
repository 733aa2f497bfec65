namespace ITScoring.Domain.Reviews;

/// <summary>A verified value that an explanation contests, and what the agency holds instead.</summary>
public sealed class ContestedValue
{
    private ContestedValue()
    {
    }

    public ContestedValue(string questionCode, string? claimedJson) => (QuestionCode, ClaimedJson) = (questionCode, claimedJson);

    public int Id { get; private set; }

    public int ExplanationId { get; private set; }

    public string QuestionCode { get; private set; } = "";

    /// <summary>Canonical JSON of what should stand; null: unanswered.</summary>
    public string? ClaimedJson { get; private set; }

    /// <summary>Canonical JSON of what was concluded, once the explanation is accepted: the claim, or what the settler found instead.</summary>
    public string? FinalJson { get; private set; }

    internal void Conclude(string? json) => FinalJson = json;
}
