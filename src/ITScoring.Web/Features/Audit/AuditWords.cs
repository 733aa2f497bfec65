using ITScoring.Domain.Auditing;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Audit;

/// <summary>The values of an audit row as people read them: names of states, answers with their units. What has no such name stays as it was written.</summary>
public static class AuditWords
{
    /// <param name="value">The row's value before or after.</param>
    /// <param name="set">The criteria set of the row's period, for answers; null: they stay as JSON.</param>
    public static string? Of(AuditEntry entry, string? value, CriteriaSet? set) => value is null ? null : Noun(entry.Action) switch
    {
        "submission" when Enum.TryParse<SubmissionState>(value, out var state) => state.Name(),
        "period" when Enum.TryParse<PeriodState>(value, out var state) => state.Name(),
        "verdict" => value switch
        {
            nameof(VerdictKind.Agreed) => "Đồng ý",
            nameof(VerdictKind.Adjusted) => "Điều chỉnh",
            nameof(VerdictKind.NeedsReview) => "Cần xem lại",
            _ => value,
        },
        "explanation" => value switch
        {
            nameof(ExplanationState.Drafted) => "Chờ thủ trưởng xác nhận",
            nameof(ExplanationState.Confirmed) => "Chờ kết luận",
            nameof(ExplanationState.Accepted) => "Được chấp nhận",
            nameof(ExplanationState.Declined) => "Không được chấp nhận",
            _ => value,
        },
        "answer" when HoldsAnswers(entry.Action) && set?.FindQuestion(entry.Subject) is { } question && AnswerText.Value(question, value) is { } answer => AnswerText.Of(question, answer),
        _ => value,
    };

    /// <summary>Whether the rows of an act hold answers as canonical JSON.</summary>
    public static bool HoldsAnswers(string action) => action is "answer.declare" or "answer.take-over" or "answer.verify" or "answer.finalise";

    private static string Noun(string action) => action.Split('.')[0];
}
