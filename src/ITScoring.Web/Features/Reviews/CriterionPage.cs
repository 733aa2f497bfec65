using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Comparisons;

namespace ITScoring.Web.Features.Reviews;

/// <summary>One criterion in three columns: rule, what the agency says, the verdict.</summary>
public sealed class CriterionPage
{
    public required ReviewForm Form { get; init; }

    public required Criterion Criterion { get; init; }

    public required CriterionScore Declared { get; init; }

    public required CriterionScore Verified { get; init; }

    /// <summary>Points with the values as typed; null: nothing was tried.</summary>
    public CriterionScore? Tried { get; init; }

    public required IReadOnlyList<QuestionRow> Questions { get; init; }

    public required CriterionVerdict? Verdict { get; init; }

    public string? JudgedBy { get; init; }

    public required string Reason { get; init; }

    /// <summary>Other criteria with a verdict that the typed values move: code, name, points now and with the typed values.</summary>
    public IReadOnlyList<(Criterion Criterion, Points? Now, Points? Then)> Moves { get; init; } = [];

    /// <summary>Every value and verdict, latest first.</summary>
    public required IReadOnlyList<HistoryLine> History { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The criterion's place among the agencies of the block.</summary>
    public required BetweenAgencies Between { get; init; }

    public required int Position { get; init; }

    public required int Count { get; init; }

    public required Criterion? Previous { get; init; }

    public required Criterion? Next { get; init; }

    /// <summary>Whether the person may give a verdict now, and if not, why.</summary>
    public required Outcome MayJudge { get; init; }

    /// <summary>When the shown fields were kept as a draft; null: they are what is stored.</summary>
    public DateTime? DraftSavedAt { get; init; }

    /// <summary>The draft was typed before what is stored now: somebody else was at it.</summary>
    public bool DraftIsOvertaken { get; init; }

    /// <summary>The second judgement once both are given and compared: question, value of the second; null: there is none, or it is still hidden.</summary>
    public SecondJudgement? Second { get; init; }

    public bool CanJudge => MayJudge.Ok;

    public string Link(Criterion criterion) => Form.PathOf(criterion);
}
