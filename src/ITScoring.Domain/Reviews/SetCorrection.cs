using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;

namespace ITScoring.Domain.Reviews;

/// <summary>
/// A running period goes over to a corrected version of its criteria set: answers stay where they are, by question code; verdicts on criteria that the correction
/// touches are to be looked at again, and forms whose verification was finished with one of them are open again.
/// </summary>
public static class SetCorrection
{
    /// <param name="period">With its criteria set.</param>
    /// <param name="submissions">All forms of the period.</param>
    /// <param name="verdicts">All verdicts of those forms.</param>
    /// <param name="touched">Codes of the criteria whose points may be others.</param>
    public static Outcome Apply(
        Period period, CriteriaSetVersion set, IReadOnlyList<Submission> submissions, IReadOnlyList<CriterionVerdict> verdicts, IReadOnlySet<string> touched, Actor manager, string? reason, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.InputAt("reason", "Nêu lý do chuyển kỳ đánh giá sang phiên bản mới.");
        if (period.CorrectSet(manager, set) is { Ok: false } refused)
            return refused;
        var because = $"Bộ tiêu chí đính chính, nay là {set.Name}: {reason.Trim()}";
        foreach (var verdict in verdicts.Where(verdict => touched.Contains(verdict.CriterionCode)))
        {
            verdict.AskAgain(because, manager, now);
            var form = submissions.First(submission => submission.Id == verdict.SubmissionId);
            if (form.State == SubmissionState.Verified)
                form.Reopen(period, manager, because, now);
        }

        return Outcome.Done;
    }
}
