using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Sections;

/// <summary>One question on the section page.</summary>
public sealed class QuestionCard
{
    public required Question Question { get; init; }

    public required Answer? Answer { get; init; }

    public required QuestionField Field { get; init; }

    /// <summary>Note as shown.</summary>
    public required string? Note { get; init; }

    public required bool CanEdit { get; init; }

    /// <summary>Whether it is asked with the answers as stored.</summary>
    public required bool IsAsked { get; init; }

    /// <summary>Why the entry could not be stored, or why somebody else's value stands.</summary>
    public string? Problem { get; init; }

    /// <summary>Bounds, checks, missing evidence, as the stored answers stand.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>What stood there last year; null: nothing.</summary>
    public LastYear? Last { get; init; }

    /// <summary>Why the reviewer returned this question; null: not returned.</summary>
    public string? ReturnReason { get; init; }

    public string? SavedBy { get; init; }

    public string Id => Question.Code.ToLowerInvariant();

    public bool HasErrors => Problem is not null || Findings.Any(f => f.Level == CheckLevel.Error && f.Kind is not FindingKind.Missing and not FindingKind.EvidenceMissing);

    public bool HasWarnings => Findings.Any(f => f.Level == CheckLevel.Warning);
}
