using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.SharedFigures;

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

    /// <summary>Shared systems' figures by question code.</summary>
    public required ILookup<string, SharedFigureView> Shared { get; init; }

    public required CriterionVerdict? Verdict { get; init; }

    public string? JudgedBy { get; init; }

    public required string Reason { get; init; }

    /// <summary>Other criteria with a verdict that the typed values move: code, name, points now and with the typed values.</summary>
    public IReadOnlyList<(Criterion Criterion, Points? Now, Points? Then)> Moves { get; init; } = [];

    public required IReadOnlyList<(AnswerChange Change, Question Question, string By)> History { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required int Position { get; init; }

    public required int Count { get; init; }

    public required Criterion? Previous { get; init; }

    public required Criterion? Next { get; init; }

    public required bool CanJudge { get; init; }

    public string Link(Criterion criterion) => $"{Form.Path}/criteria/{criterion.Code}";
}
