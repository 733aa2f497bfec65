using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using static ITScoring.Domain.Accounts.Role;
using static ITScoring.Domain.Periods.PeriodState;
using static ITScoring.Domain.Submissions.SubmissionState;

namespace ITScoring.Domain.Workflow;

/// <summary>
/// The verbs of the procedure, by whom and in which states. What is not listed is refused. Ownership (home agency,
/// assignment, the time a deputy may sign) and the conditions of each verb stand with the verb itself.
/// </summary>
public static class VerbTable
{
    private static readonly PeriodState[] Collecting = [PeriodState.Open, Reviewing];

    /// <summary>One rule for each verb.</summary>
    public static readonly IReadOnlyDictionary<Verb, VerbRule> Rules = new[]
    {
        Row(Verb.Open, "mở kỳ đánh giá", [PeriodManager], [Draft]),
        Row(Verb.Answer, "nhập câu trả lời", [Editor, Contributor], Collecting, [Drafting, Returned]),
        Row(Verb.Present, "trình thủ trưởng", [Editor], Collecting, [Drafting, Returned]),
        Row(Verb.Recall, "rút lại phiếu đã trình", [Editor], Collecting, [AwaitingSignOff]),
        Row(Verb.SendBack, "chuyển lại cho đầu mối", [Head, Deputy], Collecting, [AwaitingSignOff]),
        Row(Verb.Submit, "ký nộp phiếu", [Head, Deputy], Collecting, [AwaitingSignOff]),
        Row(Verb.Judge, "thẩm tra", [Reviewer], Collecting, [Submitted]),
        Row(Verb.JudgeSecond, "thẩm tra lần hai", [Reviewer], Collecting, [Submitted]),
        Row(Verb.DecideInCouncil, "ghi quyết định của Hội đồng", [PeriodManager], Collecting, [Submitted]),
        Row(Verb.Return, "trả lại để bổ sung", [Reviewer], Collecting, [Submitted]),
        Row(Verb.Finish, "kết thúc thẩm tra phiếu", [Reviewer], Collecting, [Submitted]),
        Row(Verb.Reopen, "mở lại phiếu đã thẩm tra", [PeriodManager], Collecting, [Verified]),
        Row(Verb.CloseCollecting, "kết thúc thu phiếu", [PeriodManager], [PeriodState.Open]),
        Row(Verb.SendPreliminary, "gửi kết quả sơ bộ", [PeriodManager], [Reviewing]),
        Row(Verb.Explain, "giải trình", [Editor], [Preliminary], [Verified]),
        Row(Verb.ConfirmExplanation, "xác nhận giải trình", [Head, Deputy], [Preliminary], [Verified]),
        Row(Verb.Settle, "kết luận giải trình", [Reviewer], [Preliminary], [Verified]),
        Row(Verb.Propose, "trình UBND tỉnh", [PeriodManager], [Preliminary]),
        Row(Verb.HandBack, "chuyển lại để thẩm tra thêm", [Leader], [Proposed]),
        Row(Verb.Approve, "phê duyệt kết quả", [Leader], [Proposed]),
        Row(Verb.Publish, "công bố kết quả", [Leader], [Approved]),
        Row(Verb.PrepareCorrection, "chuẩn bị đính chính", [PeriodManager], [Published]),
        Row(Verb.PublishCorrection, "công bố đính chính", [Leader], [Published]),
    }.ToDictionary(r => r.Verb);

    /// <summary>Whether role and states allow the verb; refusals say what is in the way.</summary>
    public static Outcome Check(Verb verb, Role role, PeriodState period, SubmissionState? submission = null)
    {
        var rule = Rules[verb];
        if (!rule.Roles.Contains(role))
            return Outcome.NotAllowed($"Vai trò {role.Name()} không được {rule.Name}.");
        if (!rule.Periods.Contains(period))
            return Outcome.WrongState($"Không thể {rule.Name} khi kỳ đánh giá ở trạng thái “{period.Name()}”.");
        if (rule.Submissions is { } states && (submission is not { } state || !states.Contains(state)))
            return Outcome.WrongState($"Không thể {rule.Name} khi phiếu ở trạng thái “{submission?.Name() ?? "chưa có phiếu"}”.");
        return Outcome.Done;
    }

    private static VerbRule Row(Verb verb, string name, Role[] roles, PeriodState[] periods, SubmissionState[]? submissions = null) =>
        new(verb, name, roles.ToHashSet(), periods.ToHashSet(), submissions?.ToHashSet());
}
