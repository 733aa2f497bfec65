using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.Explanations;

/// <summary>The agency's own result from the preliminary result on.</summary>
public sealed class ExplanationsPage
{
    public required OwnForm Form { get; init; }

    /// <summary>False until the preliminary result has been sent; then there is nothing below.</summary>
    public required bool IsSent { get; init; }

    public required bool WindowOpen { get; init; }

    /// <summary>When this round's preliminary result was sent; what was settled before belongs to a round that UBND tỉnh handed back.</summary>
    public DateTime? SentAt { get; init; }

    public ScoreSheet? Declared { get; init; }

    public ScoreSheet? Verified { get; init; }

    public ScoreSheet? Final { get; init; }

    public IReadOnlyList<(CriteriaGroup Group, IReadOnlyList<ExplanationRow> Rows)> Groups { get; init; } = [];

    public int Drafted => Groups.SelectMany(g => g.Rows).SelectMany(r => r.Explanations).Count(e => e.State == Domain.Reviews.ExplanationState.Drafted);

    /// <summary>Whether a criterion may be explained: nothing of this round is confirmed or settled.</summary>
    public bool IsOpen(ExplanationRow row) => WindowOpen && row.Explanations.All(e => e.State == Domain.Reviews.ExplanationState.Drafted || e.SettledAt < SentAt);

    public string Path => $"/explanations/{Form.Period.Code}/{Form.Agency.Code.ToLowerInvariant()}";
}
