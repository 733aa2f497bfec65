using ITScoring.Domain;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Scoring;

/// <summary>Whose points and ranks move when a verified or final value changes: for the page that is shown next.</summary>
public sealed class MovementWatch(PeriodScores scores, ShownMovements shown)
{
    /// <summary>Makes the change and notes what it moved.</summary>
    /// <param name="stage">The stage whose values change.</param>
    /// <param name="changeAsync">Loads nothing anew of the period; saves.</param>
    public async Task<Outcome> DuringAsync(Period period, AnswerStage stage, Func<Task<Outcome>> changeAsync, CancellationToken cancel = default)
    {
        var before = await scores.ScoreAsync(period, stage, cancel);
        var outcome = await changeAsync();
        if (outcome.Ok)
            shown.Note(period, ScoreMovement.Between(before, await scores.ScoreAsync(period, stage, cancel)));
        return outcome;
    }
}
