using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Reviews;

/// <summary>An agency contests a verdict: K.1, where the reviewer took A from 6 to 5.</summary>
public sealed class ExplanationTests
{
    private readonly Period _period = PeriodIn(PeriodState.Preliminary);
    private readonly Submission _form = FormIn(SubmissionState.Verified);
    private readonly Dictionary<string, Answer> _answers = Declared();
    private readonly CriterionVerdict _verdict;
    private readonly Explanation _explanation = new(0, "K.1");

    public ExplanationTests()
    {
        var review = new Review(Set, PeriodIn(PeriodState.Open), FormIn(SubmissionState.Submitted), _answers.Values, []);
        Done(review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", "5")], "Thiếu.", InTime));
        _verdict = review.VerdictOn("K.1")!;
    }

    [Fact]
    public void The_editor_names_the_contested_values_and_may_rewrite_until_the_head_confirms()
    {
        Write([new("A", "6")]);
        Done(_explanation.Write(_period, _form, Set, Editor, " Có biên bản. ", [new("B", "9"), new("A", "7")], Explaining));

        Assert.Equal(("Có biên bản.", ExplanationState.Drafted, Editor.UserId, Explaining), (_explanation.Text, _explanation.State, _explanation.WrittenById, _explanation.WrittenAt));
        Assert.Equal([("B", "9"), ("A", "7")], _explanation.Contested.Select(value => (value.QuestionCode, value.ClaimedJson!)));

        Done(_explanation.Confirm(_period, _form, Head, Explaining));
        Refused(RefusalKind.WrongState, "đã được thủ trưởng xác nhận", () => _explanation.Write(_period, _form, Set, Editor, "Khác.", [new("A", "6")], Explaining), _explanation);
    }

    [Fact]
    public void An_explanation_has_a_text_and_contests_values_of_its_criterion_each_once()
    {
        var outcome = _explanation.Write(_period, _form, Set, Editor, " ", [], Explaining);
        Assert.Equal((RefusalKind.Input, 2), (outcome.Refusal, outcome.Problems.Count));
        Assert.Equal(["Nhập nội dung giải trình.", "Chọn ít nhất một giá trị đề nghị xem xét lại."], outcome.Problems);

        Refused(RefusalKind.Input, "Câu W không thuộc tiêu chí K.1", () => _explanation.Write(_period, _form, Set, Editor, "Có.", [new("W", "true")], Explaining), _explanation);
        Refused(RefusalKind.Input, "Câu A có hai lần", () => _explanation.Write(_period, _form, Set, Editor, "Có.", [new("A", "6"), new("A", "7")], Explaining), _explanation);
    }

    [Fact]
    public void What_the_system_computes_is_not_contested_and_a_criterion_must_exist()
    {
        Refused(RefusalKind.Input, "Câu C không thuộc tiêu chí K.6", () => new Explanation(0, "K.6").Write(_period, _form, Set, Editor, "Có.", [new("C", "\"a\"")], Explaining));
        Refused(RefusalKind.NotAllowed, "Không có tiêu chí này", () => new Explanation(0, "K.9").Write(_period, _form, Set, Editor, "Có.", [new("A", "6")], Explaining));
    }

    [Fact]
    public void Explaining_and_confirming_end_with_the_response_deadline()
    {
        var last = Response.LastInstantUtc;
        Done(_explanation.MayWrite(_period, _form, Editor, last));
        Assert.Equal(RefusalKind.WrongState, _explanation.MayWrite(_period, _form, Editor, last.AddSeconds(1)).Refusal);
        Done(_explanation.Write(_period, _form, Set, Editor, "Có.", [new("A", "6")], last));

        Refused(RefusalKind.WrongState, "Đã hết hạn giải trình (hết ngày 05/04/2019)", () => _explanation.Write(_period, _form, Set, Editor, "Có thêm.", [new("A", "6")], last.AddSeconds(1)), _explanation);
        Refused(RefusalKind.WrongState, "Đã hết hạn giải trình", () => _explanation.Confirm(_period, _form, Head, last.AddSeconds(1)), _explanation);
        Done(_explanation.Confirm(_period, _form, Head, last));
        Assert.Equal((ExplanationState.Confirmed, Head.UserId, last), (_explanation.State, _explanation.ConfirmedById, _explanation.ConfirmedAt));
    }

    [Fact]
    public void An_explanation_is_confirmed_once()
    {
        Write([new("A", "6")]);
        Done(_explanation.Confirm(_period, _form, Deputy, Explaining));

        Refused(RefusalKind.WrongState, "đã được xác nhận", () => _explanation.Confirm(_period, _form, Head, Explaining), _explanation);
    }

    [Fact]
    public void Accepting_makes_the_claimed_values_final_and_keeps_the_verified_ones()
    {
        Write([new("A", "6"), new("B", null)]);
        Done(_explanation.Confirm(_period, _form, Head, Explaining));
        var version = _period.CohortVersion;

        Done(_explanation.Settle(_period, _form, Set, SecondReviewer, _verdict, [.. _answers.Values], [new("A", "6"), new("B", null)], " Biên bản hợp lệ. ", WindowPast));

        Assert.Equal((ExplanationState.Accepted, SecondReviewer.UserId, WindowPast, "Biên bản hợp lệ."), (_explanation.State, _explanation.SettledById, _explanation.SettledAt, _explanation.SettlementReason));
        Assert.Equal(("6", "5", "6"), (_answers["A"].DeclaredJson, _answers["A"].ValueAt(AnswerStage.Verified), _answers["A"].ValueAt(AnswerStage.Final)));
        Assert.Equal((SecondReviewer.UserId, WindowPast, "Biên bản hợp lệ."), (_answers["A"].FinalById, _answers["A"].FinalAt, _answers["A"].FinalReason));
        Assert.Equal(("10", null), (_answers["B"].ValueAt(AnswerStage.Verified), _answers["B"].ValueAt(AnswerStage.Final)));
        var change = _answers["A"].Changes[^1];
        Assert.Equal((AnswerStage.Final, "5", "6"), (change.Stage, change.From, change.To));
        Assert.Equal(version + 1, _period.CohortVersion);
    }

    [Fact]
    public void Declining_leaves_the_verified_values_final()
    {
        Write([new("A", "6")]);
        Done(_explanation.Confirm(_period, _form, Head, Explaining));
        var before = Seen(_period, _answers["A"]);

        Done(_explanation.Settle(_period, _form, Set, SecondReviewer, _verdict, [_answers["A"]], null, "Không có căn cứ.", WindowPast));

        Assert.Equal((ExplanationState.Declined, "Không có căn cứ."), (_explanation.State, _explanation.SettlementReason));
        Assert.Equal("5", _answers["A"].ValueAt(AnswerStage.Final));
        Assert.Equal(before, Seen(_period, _answers["A"]));
    }

    [Fact]
    public void An_explanation_is_settled_inside_the_window_as_well_as_after_it()
    {
        Write([new("A", "6")]);
        Done(_explanation.Confirm(_period, _form, Head, Explaining));

        Done(_explanation.Settle(_period, _form, Set, SecondReviewer, _verdict, [_answers["A"]], [new("A", "6")], "Đúng.", Explaining));
    }

    [Fact]
    public void The_first_reviewer_and_whoever_set_a_contested_value_do_not_settle()
    {
        Write([new("A", "6")]);
        Done(_explanation.Confirm(_period, _form, Head, Explaining));
        var judgedBySecond = new Review(Set, PeriodIn(PeriodState.Open), FormIn(SubmissionState.Submitted), _answers.Values, []);
        Done(judgedBySecond.Agree(SecondReviewer, Criterion("K.1"), InTime));

        Refused(RefusalKind.NotAllowed, "người khác kết luận", () => Settle(Reviewer, _verdict), [_explanation, .. _answers.Values]);

        // The second reviewer gave the last verdict, the first one the value.
        Refused(RefusalKind.NotAllowed, "người khác kết luận", () => Settle(SecondReviewer, judgedBySecond.VerdictOn("K.1")!), _explanation);
        Refused(RefusalKind.NotAllowed, "người khác kết luận", () => Settle(Reviewer, judgedBySecond.VerdictOn("K.1")!), _explanation);
        Done(Settle(new Actor(30, Role.Reviewer, Office), judgedBySecond.VerdictOn("K.1")!));
    }

    [Fact]
    public void A_reviewer_of_the_home_agency_does_not_settle()
    {
        Write([new("A", "6")]);
        Done(_explanation.Confirm(_period, _form, Head, Explaining));

        Refused(RefusalKind.NotAllowed, "chính cơ quan mình", () => Settle(SecondReviewer with { AgencyId = Own }, _verdict), _explanation);
    }

    [Fact]
    public void Settling_needs_a_reason_a_confirmed_explanation_and_happens_once()
    {
        Write([new("A", "6")]);
        Refused(RefusalKind.WrongState, "chưa được thủ trưởng cơ quan xác nhận", () => Settle(SecondReviewer, _verdict), _explanation);
        Done(_explanation.Confirm(_period, _form, Head, Explaining));
        Refused(RefusalKind.Input, "Nhập lý do kết luận", () => _explanation.Settle(_period, _form, Set, SecondReviewer, _verdict, [_answers["A"]], [new("A", "6")], " ", WindowPast), _explanation, _answers["A"]);
        Done(Settle(SecondReviewer, _verdict));
        Refused(RefusalKind.WrongState, "đã có kết luận", () => Settle(SecondReviewer, _verdict), _explanation, _answers["A"]);
    }

    [Fact]
    public void A_part_of_the_claim_can_be_accepted_and_stands_beside_it()
    {
        Write([new("A", "8")]);
        Done(_explanation.Confirm(_period, _form, Head, Explaining));

        Done(Conclude([new("A", "7")]));

        Assert.Equal(("8", "7", "7"), (_explanation.Contested[0].ClaimedJson, _explanation.Contested[0].FinalJson, _answers["A"].ValueAt(AnswerStage.Final)));
        Assert.Equal("5", _answers["A"].ValueAt(AnswerStage.Verified));
    }

    [Fact]
    public void Final_values_are_those_of_the_explanation_each_once_and_change_something()
    {
        Write([new("A", "6"), new("B", "12")]);
        Done(_explanation.Confirm(_period, _form, Head, Explaining));

        Refused(RefusalKind.Input, "Nhập một giá trị cuối cùng của câu B", () => Conclude([new("A", "6")]), [_explanation, .. _answers.Values]);
        Refused(RefusalKind.Input, "Nhập một giá trị cuối cùng của câu A", () => Conclude([new("A", "6"), new("A", "7"), new("B", "12")]), [_explanation, .. _answers.Values]);
        Refused(RefusalKind.Input, "Câu W không có trong giải trình này", () => Conclude([new("A", "6"), new("B", "12"), new("W", "true")]), [_explanation, .. _answers.Values]);
        Refused(RefusalKind.Input, "chọn không chấp nhận", () => Conclude([new("A", "5"), new("B", "10")]), [_explanation, .. _answers.Values]);
        // What cannot be a value of the question is none, and both problems are said at once.
        var wrong = Conclude([new("A", "6"), new("B", "-1.5")], " ");
        Assert.Equal(RefusalKind.Input, wrong.Refusal);
        Done(Conclude([new("A", "5"), new("B", "12")]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Rounds_are_counted_from_one(int round) => Assert.Throws<ArgumentOutOfRangeException>(() => new Explanation(0, "K.1", round));

    private Outcome Conclude(IReadOnlyList<ValueAdjustment> final, string reason = "Đúng một phần.") =>
        _explanation.Settle(_period, _form, Set, SecondReviewer, _verdict, [.. _answers.Values], final, reason, WindowPast);

    private void Write(IReadOnlyList<ContestedValue> contested) => Done(_explanation.Write(_period, _form, Set, Editor, "Có biên bản.", contested, Explaining));

    private Outcome Settle(Actor reviewer, CriterionVerdict verdict) =>
        _explanation.Settle(_period, _form, Set, reviewer, verdict, [_answers["A"]], [new("A", "6")], "Đúng.", WindowPast);
}
