using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;

namespace ITScoring.Domain.Tests.Workflow;

/// <summary>
/// The verb table as the domain description words it, line by line. Where a line names no state of the period (present, recall, send back,
/// finish, reopen), a form moves only while the period is open or in review: afterwards submitted forms are verified and others locked.
/// Explanations answer a verdict, so their form is verified. "Head" always includes the acting deputy.
/// </summary>
internal static class ProcedureTable
{
    private const string Text = """
        Open               | PeriodManager      | Draft          | -
        Answer             | Editor Contributor | Open Reviewing | Drafting Returned
        Present            | Editor             | Open Reviewing | Drafting Returned
        Recall             | Editor             | Open Reviewing | AwaitingSignOff
        SendBack           | Head Deputy        | Open Reviewing | AwaitingSignOff
        Submit             | Head Deputy        | Open Reviewing | AwaitingSignOff
        Judge              | Reviewer           | Open Reviewing | Submitted
        JudgeSecond        | Reviewer           | Open Reviewing | Submitted
        DecideInCouncil    | PeriodManager      | Open Reviewing | Submitted
        Return             | Reviewer           | Open Reviewing | Submitted
        Finish             | Reviewer           | Open Reviewing | Submitted
        Reopen             | PeriodManager      | Open Reviewing | Verified
        CloseCollecting    | PeriodManager      | Open           | -
        SendPreliminary    | PeriodManager      | Reviewing      | -
        Explain            | Editor             | Preliminary    | Verified
        ConfirmExplanation | Head Deputy        | Preliminary    | Verified
        Settle             | Reviewer           | Preliminary    | Verified
        Propose            | PeriodManager      | Preliminary    | -
        HandBack           | Leader             | Proposed       | -
        Approve            | Leader             | Proposed       | -
        Publish            | Leader             | Approved       | -
        PrepareCorrection  | PeriodManager      | Published      | -
        PublishCorrection  | Leader             | Published      | -
        """;

    private static readonly Dictionary<Verb, Line> Lines = Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(cells => Enum.Parse<Verb>(cells[0]), cells => new Line(Of<Role>(cells[1]), Of<PeriodState>(cells[2]), cells[3] == "-" ? null : Of<SubmissionState>(cells[3])));

    public static IReadOnlyCollection<Verb> Verbs => Lines.Keys;

    public static bool ConcernsForm(Verb verb) => Lines[verb].Forms is not null;

    /// <summary>Null: done. A wrong role weighs more than a wrong state.</summary>
    public static RefusalKind? Refusal(Verb verb, Role role, PeriodState period, SubmissionState? form)
    {
        var line = Lines[verb];
        return !line.Roles.Contains(role) ? RefusalKind.NotAllowed
            : !line.Periods.Contains(period) || (line.Forms is not null && (form is null || !line.Forms.Contains(form.Value))) ? RefusalKind.WrongState
            : null;
    }

    private static HashSet<T> Of<T>(string names)
        where T : struct, Enum => [.. names.Split(' ').Select(Enum.Parse<T>)];

    private sealed record Line(HashSet<Role> Roles, HashSet<PeriodState> Periods, HashSet<SubmissionState>? Forms);
}
