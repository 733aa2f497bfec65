using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.Sections;

/// <summary>What the section page shows.</summary>
public sealed class SectionPage
{
    public required OwnForm Form { get; init; }

    public required Section Section { get; init; }

    public required IReadOnlyList<QuestionCard> Cards { get; init; }

    /// <summary>Criteria that this section feeds, with their provisional scores.</summary>
    public required IReadOnlyList<(Criterion Criterion, CriterionScore Score)> Criteria { get; init; }

    /// <summary>Whether scores see only this agency's own values; false from the preliminary result on.</summary>
    public required bool IsProvisional { get; init; }

    public required Section? Previous { get; init; }

    public required Section? Next { get; init; }

    public required int Number { get; init; }

    public required int SectionCount { get; init; }

    public required FormDeadline Deadline { get; init; }

    /// <summary>Documents of the form that are not yet on a question, to be used again.</summary>
    public required IReadOnlyList<Domain.Submissions.Evidence> AllEvidence { get; init; }

    /// <summary>Colleagues who have the section open, a sentence each.</summary>
    public required IReadOnlyList<string> OthersHere { get; init; }

    public bool CanEdit => Cards.Any(c => c.CanEdit);

    public string? ConflictNotice { get; init; }

    /// <summary>Points so far and applicable maximum of the criteria shown.</summary>
    public required (Points Points, Points Max) Sum { get; init; }
}
