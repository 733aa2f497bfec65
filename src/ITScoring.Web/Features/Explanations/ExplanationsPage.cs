using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.Explanations;

/// <summary>The agency's own result from the preliminary result on.</summary>
public sealed class ExplanationsPage
{
    public required OwnForm Form { get; init; }

    /// <summary>False until the preliminary result has been sent; then there is nothing below.</summary>
    public required bool IsSent { get; init; }

    public required bool WindowOpen { get; init; }

    /// <summary>When the latest preliminary result was sent.</summary>
    public DateTime? WindowOpenedAt { get; init; }

    public ScoreSheet? Declared { get; init; }

    public ScoreSheet? Verified { get; init; }

    public ScoreSheet? Final { get; init; }

    public IReadOnlyList<(CriteriaGroup Group, IReadOnlyList<ExplanationRow> Rows)> Groups { get; init; } = [];

    /// <summary>Whole days from today until the last day of the window; 0 on that day.</summary>
    public int DaysLeft { get; init; }

    /// <summary>The documents that came with explanations, by explanation.</summary>
    public ILookup<int, Evidence> Evidence { get; init; } = Array.Empty<Evidence>().ToLookup(e => e.Id);

    /// <summary>Explanations that wait for the head, with their criteria.</summary>
    public IReadOnlyList<(Criterion Criterion, Explanation Explanation)> Waiting =>
        [.. Groups.SelectMany(g => g.Rows).SelectMany(r => r.Explanations.Where(e => e.State == ExplanationState.Drafted).Select(e => (r.Criterion, e)))];

    public int Drafted => Waiting.Count;

    /// <summary>Whether the agency may write on a criterion: nothing is confirmed, and nothing was settled in this window.</summary>
    public bool IsOpen(ExplanationRow row) =>
        WindowOpen && row.Explanations.All(e => e.State == ExplanationState.Drafted || e.SettledAt < WindowOpenedAt);

    public string Path => $"/explanations/{Form.Period.Code}/{Form.Agency.Code.ToLowerInvariant()}";
}
