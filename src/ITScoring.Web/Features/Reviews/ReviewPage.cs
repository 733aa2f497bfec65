using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Reviews;

/// <summary>One form under review.</summary>
public sealed class ReviewPage
{
    public required ReviewForm Form { get; init; }

    public required FormDeadline Deadline { get; init; }

    public required IReadOnlyList<(CriteriaGroup Group, GroupScore Declared, GroupScore Verified, IReadOnlyList<CriterionRow> Rows)> Groups { get; init; }

    public required ScoreSheet Declared { get; init; }

    public required ScoreSheet Verified { get; init; }

    /// <summary>Questions that feed no criterion.</summary>
    public required IReadOnlyList<UnscoredRow> Unscored { get; init; }

    /// <summary>Checks for reviewers that do not hold.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    public required IReadOnlyList<string> Undecided { get; init; }

    public required int Applicable { get; init; }

    public required IReadOnlyList<(SubmissionMove Move, string By)> Moves { get; init; }

    /// <summary>Rounds of returning, latest first.</summary>
    public required IReadOnlyList<ReturnRound> Rounds { get; init; }

    /// <summary>Criteria that the agency is to be asked about with the next return.</summary>
    public required IReadOnlyList<Criterion> ToSupplement { get; init; }

    /// <summary>Criteria that the second reviewer has still to judge.</summary>
    public required int AwaitingSecond { get; init; }

    /// <summary>Codes of the criteria that read a value which is not what a shared system says.</summary>
    public required IReadOnlySet<string> DifferFromShared { get; init; }

    public required bool CanJudge { get; init; }

    public required bool CanReopen { get; init; }

    public int Decided => Applicable - Undecided.Count;
}
