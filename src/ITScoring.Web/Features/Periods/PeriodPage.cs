using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;

namespace ITScoring.Web.Features.Periods;

/// <summary>The manager's page of a period.</summary>
public sealed record PeriodPage(Period Period, IReadOnlyList<PeriodRow> Rows, int OpenExplanations, int PreviousFigures, string? PreviousSource, bool IsPastDeadline, bool IsPastResponse)
{
    /// <summary>Imported figures of shared systems.</summary>
    public required int SharedFigures { get; init; }

    /// <summary>Agencies that confirmed that they made the period known.</summary>
    public required int Confirmed { get; init; }

    public int Submitted => Rows.Count(r => r.Submission is { IsSubmitted: true });

    public int Verified => Rows.Count(r => r.Submission?.State == SubmissionState.Verified);

    /// <summary>The verb that comes next for the manager; null: it is others' turn.</summary>
    public Verb? Next => Period.State switch
    {
        PeriodState.Draft => Verb.Open,
        PeriodState.Open => Verb.CloseCollecting,
        PeriodState.Reviewing => Verb.SendPreliminary,
        PeriodState.Preliminary => Verb.Propose,
        _ => null,
    };
}
