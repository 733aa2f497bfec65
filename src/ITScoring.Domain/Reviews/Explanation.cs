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

    /// <param name="round">One more than the agency's latest explanation of the criterion; two editors who begin the same round meet at its key.</param>
    public Explanation(int submissionId, string criterionCode, int round = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(round, 1);
        (SubmissionId, CriterionCode, Round) = (submissionId, criterionCode, round);
    }

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    public string CriterionCode { get; private set; } = "";

    /// <summary>1 for the agency's first explanation of the criterion; a later response window may bring another.</summary>
    public int Round { get; private set; }

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

    /// <summary>Whether a person may settle it now: a reviewer of another house who neither gave the verdict nor set a contested value.</summary>
    /// <param name="verdict">The verdict contested.</param>
    /// <param name="answers">At least the answers to the contested questions.</param>
    public Outcome MaySettle(Period period, Submission submission, Actor reviewer, CriterionVerdict? verdict, IReadOnlyCollection<Answer> answers)
    {
        if (VerbTable.Check(Verb.Settle, reviewer.Role, period.State, submission.State) is { Ok: false } refused)
            return refused;
        if (period.Barred(reviewer, submission.AgencyId) is { } barred)
            return Outcome.NotAllowed(barred);
        if (verdict?.WasJudgedBy(reviewer.UserId) == true || answers.Any(a => a.VerifiedById == reviewer.UserId && _contested.Exists(c => c.QuestionCode == a.QuestionCode)))
            return Outcome.NotAllowed("Giải trình phải do người khác kết luận, không phải người đã thẩm tra tiêu chí này.");
        return State switch
        {
            ExplanationState.Confirmed => Outcome.Done,
            ExplanationState.Drafted => Outcome.WrongState("Giải trình chưa được thủ trưởng cơ quan xác nhận."),
            _ => Outcome.WrongState("Giải trình này đã có kết luận."),
        };
    }

    /// <summary>Accepts with the values that are final from now on (the claims, or what the settler found of them), or declines; both with a reason.</summary>
    /// <param name="verdict">The verdict contested; its author must be somebody else.</param>
    /// <param name="answers">All answers of the form, those to the contested questions among them.</param>
    /// <param name="final">One value for each contested question; null: declined.</param>
    public Outcome Settle(
        Period period, Submission submission, CriteriaSet set, Actor reviewer, CriterionVerdict? verdict, IReadOnlyCollection<Answer> answers, IReadOnlyList<ValueAdjustment>? final, string? reason, DateTime now)
    {
        if (MaySettle(period, submission, reviewer, verdict, answers) is { Ok: false } refused)
            return refused;
        if (MayConclude(set, answers, final, reason) is { Ok: false } wrong)
            return wrong;
        if (final is not null)
        {
            foreach (var contested in _contested)
            {
                var json = final.First(v => v.QuestionCode == contested.QuestionCode).Json;
                contested.Conclude(json);
                answers.First(a => a.QuestionCode == contested.QuestionCode).Settle(json, reason!.Trim(), reviewer, now);
            }

            period.RaiseCohortVersion();
        }

        (State, SettledById, SettledAt, SettlementReason) =
            (final is null ? ExplanationState.Declined : ExplanationState.Accepted, reviewer.UserId, now, reason!.Trim());
        return Outcome.Done;
    }

    /// <summary>What stands against a conclusion, whoever draws it.</summary>
    /// <inheritdoc cref="Settle" path="/param"/>
    public Outcome MayConclude(CriteriaSet set, IReadOnlyCollection<Answer> answers, IReadOnlyList<ValueAdjustment>? final, string? reason)
    {
        var problems = new List<OutcomeProblem>();
        if (final is not null)
        {
            var check = new ValueCheck(set, answers.ToDictionary(a => a.QuestionCode), AnswerStage.Final);
            problems.AddRange(final.Where(v => !_contested.Exists(c => c.QuestionCode == v.QuestionCode)).Select(v => new OutcomeProblem($"Câu {v.QuestionCode} không có trong giải trình này.")));
            problems.AddRange(_contested.Where(c => final.Count(v => v.QuestionCode == c.QuestionCode) != 1).Select(c => new OutcomeProblem($"Nhập một giá trị cuối cùng của câu {c.QuestionCode}.", c.QuestionCode)));
            if (problems.Count > 0)
                return Outcome.Input(problems);
            if (check.Check(final) is { Ok: false } wrong)
                problems.AddRange(wrong.Details);
            else if (!final.Any(check.IsChange))
                problems.Add(new("Các giá trị cuối cùng đều bằng giá trị đang có: nhập giá trị được chấp nhận, hoặc chọn không chấp nhận.", _contested[0].QuestionCode));
        }

        if (string.IsNullOrWhiteSpace(reason))
            problems.Add(new("Nhập lý do kết luận.", "reason"));
        return problems.Count > 0 ? Outcome.Input(problems) : Outcome.Done;
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
