using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;

namespace ITScoring.Domain.Reviews;

/// <summary>Giải trình: the agency's answer to a criterion's verdict. Written by the editor, confirmed by the head, settled by a reviewer other than the first.</summary>
public sealed class Explanation : IVersioned
{
    private readonly List<ContestedValue> _contested = [];

    private Explanation()
    {
    }

    public Explanation(int submissionId, string criterionCode) => (SubmissionId, CriterionCode) = (submissionId, criterionCode);

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    public string CriterionCode { get; private set; } = "";

    public string Text { get; private set; } = "";

    public ExplanationState State { get; private set; }

    public int WrittenById { get; private set; }

    public DateTime WrittenAt { get; private set; }

    public int? ConfirmedById { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }

    public int? SettledById { get; private set; }

    public DateTime? SettledAt { get; private set; }

    /// <summary>Why it was accepted or declined.</summary>
    public string? SettlementReason { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ContestedValue> Contested => _contested;

    /// <summary>Writes or rewrites the explanation while the response window is open and the head has not confirmed it.</summary>
    /// <param name="contested">The values contested; at least one, all of questions that the criterion reads.</param>
    public Outcome Write(Period period, Submission submission, CriteriaSet set, Actor editor, string? text, IReadOnlyList<ContestedValue> contested, DateTime now)
    {
        if (MayWrite(period, submission, editor, now) is { Ok: false } refused)
            return refused;
        if (set.FindCriterion(CriterionCode) is not { } criterion)
            return Outcome.NotAllowed("Không có tiêu chí này.");
        var problems = new List<OutcomeProblem>();
        if (string.IsNullOrWhiteSpace(text))
            problems.Add(new("Nhập nội dung giải trình.", "text"));
        if (contested.Count == 0)
            problems.Add("Chọn ít nhất một giá trị đề nghị xem xét lại.");
        var own = set.QuestionsOf(criterion).Where(q => q.FilledBy != FilledBy.System).Select(q => q.Code).ToHashSet();
        problems.AddRange(contested.Where(c => !own.Contains(c.QuestionCode)).Select(c => new OutcomeProblem($"Câu {c.QuestionCode} không thuộc tiêu chí {CriterionCode}.")));
        problems.AddRange(contested.GroupBy(c => c.QuestionCode).Where(g => g.Count() > 1).Select(g => new OutcomeProblem($"Câu {g.Key} có hai lần trong các giá trị đề nghị.")));
        if (problems.Count > 0)
            return Outcome.Input(problems);
        _contested.Clear();
        _contested.AddRange(contested);
        (Text, WrittenById, WrittenAt) = (text!.Trim(), editor.UserId, now);
        return Outcome.Done;
    }

    /// <summary>Whether the agency's editor may write or rewrite it now.</summary>
    public Outcome MayWrite(Period period, Submission submission, Actor editor, DateTime now)
    {
        if (Check(Verb.Explain, period, submission, editor, now) is { Ok: false } refused)
            return refused;
        return State == ExplanationState.Drafted ? Outcome.Done : Outcome.WrongState("Giải trình đã được thủ trưởng xác nhận nên không sửa được.");
    }

    public Outcome Confirm(Period period, Submission submission, Actor head, DateTime now)
    {
        if (Check(Verb.ConfirmExplanation, period, submission, head, now) is { Ok: false } refused)
            return refused;
        if (!head.SignsOff(now))
            return Outcome.NotAllowed("Ngoài thời gian được giao ký thay thủ trưởng.");
        if (State != ExplanationState.Drafted)
            return Outcome.WrongState("Giải trình này đã được xác nhận.");
        (State, ConfirmedById, ConfirmedAt) = (ExplanationState.Confirmed, head.UserId, now);
        return Outcome.Done;
    }

    /// <summary>Accepts (the claimed values become final) or declines, with a reason.</summary>
    /// <param name="verdict">The verdict contested; its author must be somebody else.</param>
    /// <param name="answers">The answers to the contested questions.</param>
    public Outcome Settle(
        Period period, Submission submission, Actor reviewer, CriterionVerdict? verdict, IReadOnlyCollection<Answer> answers, bool accept, string? reason, DateTime now)
    {
        if (VerbTable.Check(Verb.Settle, reviewer.Role, period.State, submission.State) is { Ok: false } refused)
            return refused;
        if (period.Barred(reviewer, submission.AgencyId) is { } barred)
            return Outcome.NotAllowed(barred);
        if (verdict?.JudgedById == reviewer.UserId || answers.Any(a => a.VerifiedById == reviewer.UserId))
            return Outcome.NotAllowed("Giải trình phải do người khác kết luận, không phải người đã thẩm tra tiêu chí này.");
        if (State != ExplanationState.Confirmed)
            return Outcome.WrongState(State == ExplanationState.Drafted ? "Giải trình chưa được thủ trưởng cơ quan xác nhận." : "Giải trình này đã có kết luận.");
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.InputAt("reason", "Nhập lý do kết luận.");
        if (accept)
        {
            foreach (var contested in _contested)
            {
                var answer = answers.FirstOrDefault(a => a.QuestionCode == contested.QuestionCode)
                    ?? throw new InvalidOperationException($"The answer to {contested.QuestionCode} was not loaded.");
                answer.Settle(contested.ClaimedJson, reason.Trim(), reviewer, now);
            }

            period.RaiseCohortVersion();
        }

        (State, SettledById, SettledAt, SettlementReason) =
            (accept ? ExplanationState.Accepted : ExplanationState.Declined, reviewer.UserId, now, reason.Trim());
        return Outcome.Done;
    }

    private static Outcome Check(Verb verb, Period period, Submission submission, Actor actor, DateTime now)
    {
        if (!actor.WorksFor(submission.AgencyId))
            return Outcome.NotAllowed("Phiếu này không thuộc cơ quan của anh/chị.");
        if (VerbTable.Check(verb, actor.Role, period.State, submission.State) is { Ok: false } refused)
            return refused;
        return period.ResponseDeadline!.IsPast(now)
            ? Outcome.WrongState($"Đã hết hạn giải trình ({period.ResponseDeadlineWording}).")
            : Outcome.Done;
    }
}
