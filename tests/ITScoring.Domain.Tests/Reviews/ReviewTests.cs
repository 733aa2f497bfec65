using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Reviews;

/// <summary>Verdicts on criteria and verified values of answers; the set is that of <see cref="Workflow.Procedure"/>, declared are A 6, B 10, W yes, V 3.</summary>
public sealed class ReviewTests
{
    private readonly Period _open = PeriodIn(PeriodState.Open);
    private readonly Submission _form = FormIn(SubmissionState.Submitted);
    private readonly Dictionary<string, Answer> _answers = Declared();
    private readonly Review _review;

    public ReviewTests() => _review = new Review(Set, _open, _form, _answers.Values, []);

    [Fact]
    public void Agreeing_keeps_the_values_and_gives_a_verdict_of_the_reviewer()
    {
        var before = Seen(_answers.Values);

        Done(_review.Agree(Reviewer, Criterion("K.1"), InTime));

        var verdict = Assert.Single(_review.NewVerdicts);
        Assert.Equal(("K.1", VerdictKind.Agreed, null, Reviewer.UserId, InTime, true), (verdict.CriterionCode, verdict.Kind, verdict.Reason, verdict.JudgedById, verdict.JudgedAt, verdict.Stands));
        Assert.Equal(before, Seen(_answers.Values));
        Assert.Equal(0, _open.CohortVersion);
    }

    [Fact]
    public void Agreeing_twice_gives_one_verdict()
    {
        Done(_review.Agree(Reviewer, Criterion("K.1"), InTime));
        Done(_review.Agree(SecondReviewer, Criterion("K.1"), Closing));

        Assert.Equal((SecondReviewer.UserId, Closing), (Assert.Single(_review.NewVerdicts).JudgedById, _review.NewVerdicts[0].JudgedAt));
    }

    [Fact]
    public void Adjusting_keeps_the_declared_value_and_gives_the_verified_one_author_time_and_reason()
    {
        Done(_review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", "5"), new ValueAdjustment("B", "10")], " Biên bản kiểm kê ghi 5. ", InTime));

        var answer = _answers["A"];
        Assert.Equal(("6", "5", "5", "6"), (answer.DeclaredJson, answer.ValueAt(AnswerStage.Verified), answer.ValueAt(AnswerStage.Final), answer.ValueAt(AnswerStage.Declared)));
        Assert.Equal((Reviewer.UserId, InTime, "Biên bản kiểm kê ghi 5."), (answer.VerifiedById, answer.VerifiedAt, answer.VerifiedReason));
        var change = answer.Changes[^1];
        Assert.Equal((AnswerStage.Verified, "6", "5", "Biên bản kiểm kê ghi 5.", Reviewer.UserId), (change.Stage, change.From, change.To, change.Reason, change.ChangedById));
        Assert.Equal((VerdictKind.Adjusted, "Biên bản kiểm kê ghi 5."), (_review.VerdictOn("K.1")!.Kind, _review.VerdictOn("K.1")!.Reason));
        Assert.False(_answers["B"].HasVerified);
        Assert.Equal(1, _open.CohortVersion);
    }

    [Fact]
    public void A_value_that_differs_from_the_declared_one_needs_a_reason() =>
        Refused(RefusalKind.Input, "Nhập lý do điều chỉnh (A)", () => _review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", "5")], " ", InTime), All());

    [Fact]
    public void A_value_taken_away_needs_a_reason_too()
    {
        Refused(RefusalKind.Input, "Nhập lý do điều chỉnh (A)", () => _review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", null)], null, InTime), All());
        Done(_review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", null)], "Không có tài liệu.", InTime));
        Assert.True(_answers["A"] is { HasVerified: true, IsAdjusted: true, VerifiedJson: null });
    }

    [Fact]
    public void Without_a_value_that_differs_adjusting_is_agreeing()
    {
        Done(_review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", "6"), new ValueAdjustment("B", "10")], null, InTime));

        Assert.Equal(VerdictKind.Agreed, _review.VerdictOn("K.1")!.Kind);
        Assert.Equal(0, _open.CohortVersion);
    }

    [Fact]
    public void Going_back_to_the_declared_value_needs_no_reason_and_leaves_its_trace()
    {
        Done(_review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", "5")], "Thiếu.", InTime));
        Done(_review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", "6")], null, Closing));

        Assert.True(_answers["A"] is { HasVerified: false, VerifiedJson: null, VerifiedReason: null });
        Assert.Equal([("6", "5"), ("5", "6")], _answers["A"].Changes.Where(c => c.Stage == AnswerStage.Verified).Select(c => (c.From!, c.To!)));
        Assert.Equal((VerdictKind.Agreed, null), (_review.VerdictOn("K.1")!.Kind, _review.VerdictOn("K.1")!.Reason));
        Assert.Equal(2, _open.CohortVersion);
    }

    [Fact]
    public void A_reason_worded_anew_is_worded_anew_for_the_value_too()
    {
        Done(_review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", "5")], "Thieu.", InTime));
        Done(_review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", "5")], "Biên bản kiểm kê ghi 5.", Closing));

        Assert.Equal(("5", "Biên bản kiểm kê ghi 5."), (_answers["A"].VerifiedJson, _answers["A"].VerifiedReason));
        Assert.Equal("Biên bản kiểm kê ghi 5.", _review.VerdictOn("K.1")!.Reason);
        Assert.Equal(["Thieu.", "Biên bản kiểm kê ghi 5."], _answers["A"].Changes.Where(c => c.Stage == AnswerStage.Verified).Select(c => c.Reason));
        Assert.Equal(1, _open.CohortVersion); // no value moved
    }

    [Fact]
    public void A_reason_given_under_another_criterion_stays()
    {
        Done(_review.Adjust(Reviewer, Criterion("K.2"), [new ValueAdjustment("A", "5")], "Biên bản kiểm kê.", InTime));
        Done(_review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", "5"), new ValueAdjustment("B", "12")], "Thêm 2 máy.", Closing));

        Assert.Equal(("Biên bản kiểm kê.", "Thêm 2 máy."), (_answers["A"].VerifiedReason, _answers["B"].VerifiedReason));
        Done(_review.Adjust(Reviewer, Criterion("K.1"), [], "Thêm 2 máy trạm.", Closing));
        Assert.Equal(("Biên bản kiểm kê.", "Thêm 2 máy trạm."), (_answers["A"].VerifiedReason, _answers["B"].VerifiedReason));
    }

    [Fact]
    public void Under_a_criterion_only_its_own_questions_are_adjusted_and_never_the_systems()
    {
        Refused(RefusalKind.Input, "Câu B không thuộc tiêu chí K.2", () => _review.Adjust(Reviewer, Criterion("K.2"), [new ValueAdjustment("B", "5")], "Lý do.", InTime), All());
        Refused(RefusalKind.NotAllowed, "Câu C do hệ thống xác định", () => _review.Adjust(Reviewer, Criterion("K.6"), [new ValueAdjustment("C", "\"a\"")], "Lý do.", InTime), All());
    }

    [Fact]
    public void A_shared_answer_moves_the_given_verdicts_of_the_other_criteria_and_only_those()
    {
        Done(_review.Agree(Reviewer, Criterion("K.1"), InTime));
        Done(_review.Agree(Reviewer, Criterion("K.4"), InTime));
        Assert.Equal(["K.1"], _review.Moved(Criterion("K.2"), ["A"]).Select(criterion => criterion.Code));

        Done(_review.Adjust(Reviewer, Criterion("K.2"), [new ValueAdjustment("A", "5")], "Thiếu.", InTime));

        Assert.Equal((VerdictKind.NeedsReview, "Giá trị A đã được điều chỉnh.", false), (_review.VerdictOn("K.1")!.Kind, _review.VerdictOn("K.1")!.ReviewAgainBecause, _review.VerdictOn("K.1")!.Stands));
        Assert.Equal((VerdictKind.Agreed, VerdictKind.Adjusted), (_review.VerdictOn("K.4")!.Kind, _review.VerdictOn("K.2")!.Kind));
        Assert.Equal(["K.2", "K.1"], _review.Touched.Select(verdict => verdict.CriterionCode));
        Assert.Equal("5", _answers["A"].ValueAt(AnswerStage.Verified));
    }

    [Fact]
    public void A_verdict_not_given_yet_is_not_made_by_a_shared_answer()
    {
        Done(_review.Adjust(Reviewer, Criterion("K.2"), [new ValueAdjustment("A", "5")], "Thiếu.", InTime));

        Assert.Null(_review.VerdictOn("K.1"));
        Assert.Equal(["K.2"], _review.NewVerdicts.Select(verdict => verdict.CriterionCode));
    }

    [Fact]
    public void An_answer_that_decides_whether_another_is_asked_moves_the_criteria_of_that_one_too()
    {
        // K.5 reads V, which is asked only when W says that there is a site; K.5 itself does not read W.
        Done(_review.Agree(Reviewer, Criterion("K.5"), InTime));
        Assert.Equal(["K.5"], _review.Moved(Criterion("K.4"), ["W"]).Select(criterion => criterion.Code));

        Done(_review.Adjust(Reviewer, Criterion("K.4"), [new ValueAdjustment("W", "false")], "Trang đã đóng.", InTime));

        Assert.Equal(VerdictKind.NeedsReview, _review.VerdictOn("K.5")!.Kind);
    }

    [Fact]
    public void A_verdict_to_be_looked_at_again_stands_once_it_is_given_again()
    {
        Done(_review.Agree(Reviewer, Criterion("K.1"), InTime));
        Done(_review.Adjust(Reviewer, Criterion("K.2"), [new ValueAdjustment("A", "5")], "Thiếu.", InTime));

        Done(_review.Agree(Reviewer, Criterion("K.1"), Closing));

        Assert.True(_review.VerdictOn("K.1") is { Stands: true, ReviewAgainBecause: null });
        Assert.Equal("5", _answers["A"].ValueAt(AnswerStage.Verified));
    }

    [Fact]
    public void Agreeing_waits_for_the_inspectors_values()
    {
        Refused(RefusalKind.Input, "Nhập câu I", () => _review.Agree(Reviewer, Criterion("K.3"), InTime), All());

        Done(_review.Adjust(Reviewer, Criterion("K.3"), [new ValueAdjustment("I", "8")], null, InTime));

        var answer = Assert.Single(_review.NewAnswers);
        Assert.Equal(("I", "8", null, Reviewer.UserId), (answer.QuestionCode, answer.ValueAt(AnswerStage.Verified), answer.VerifiedReason, answer.VerifiedById));
        Assert.Equal((VerdictKind.Agreed, 1), (_review.VerdictOn("K.3")!.Kind, _open.CohortVersion));
        Done(_review.Agree(Reviewer, Criterion("K.3"), InTime));
    }

    [Fact]
    public void Adjusting_that_leaves_the_inspectors_value_open_changes_nothing_at_all()
    {
        var set = Sets.Of(
            [""" "code": "A", "type": "integer" """, """ "code": "I", "type": "integer", "filledBy": "inspector" """, """ "code": "J", "type": "integer", "filledBy": "inspector", "askWhen": "I > 5" """],
            (10, """ "rule": {"kind": "points", "value": "A + I + J"} """),
            (10, """ "rule": {"kind": "count", "value": "A", "each": 1} """));
        var review = new Review(set, _open, _form, [_answers["A"]], []);
        var (first, second) = (set.FindCriterion("K.1")!, set.FindCriterion("K.2")!);
        Done(review.Agree(Reviewer, second, InTime));

        Refused(RefusalKind.Input, "Nhập câu I", () => review.Adjust(Reviewer, first, [new ValueAdjustment("A", "5")], "Thiếu.", InTime), [_open, _answers["A"], review.VerdictOn("K.2")]);
        Assert.Empty(review.NewAnswers);

        // With I above 5, J is asked as well; the new value of I counts already.
        Refused(RefusalKind.Input, "Nhập câu J", () => review.Adjust(Reviewer, first, [new ValueAdjustment("I", "6")], null, InTime), [_open, _answers["A"]]);
        Assert.Empty(review.NewAnswers);
        Done(review.Adjust(Reviewer, first, [new ValueAdjustment("I", "5")], null, InTime));
        Assert.Equal(VerdictKind.Agreed, review.VerdictOn("K.1")!.Kind);
    }

    [Fact]
    public void A_question_that_feeds_no_criterion_is_adjusted_on_its_own()
    {
        Refused(RefusalKind.Input, "Câu A thuộc tiêu chí K.1, K.2", () => _review.AdjustUnscored(Reviewer, Question("A"), "5", "Thiếu.", InTime), All());
        Refused(RefusalKind.Input, "Nhập lý do điều chỉnh (T)", () => _review.AdjustUnscored(Reviewer, Question("T"), "\"Phòng CNTT\"", null, InTime), All());

        Done(_review.AdjustUnscored(Reviewer, Question("T"), "\"Phòng CNTT\"", "Theo quyết định.", InTime));

        var answer = Assert.Single(_review.NewAnswers);
        Assert.Equal((null, "\"Phòng CNTT\"", "Theo quyết định."), (answer.DeclaredJson, answer.VerifiedJson, answer.VerifiedReason));
        Assert.Empty(_review.NewVerdicts);
    }

    [Fact]
    public void A_question_that_nobody_adjusted_keeps_its_declared_value() =>
        Assert.Equal(("6", "6", "6"), (_answers["A"].ValueAt(AnswerStage.Declared), _answers["A"].ValueAt(AnswerStage.Verified), _answers["A"].ValueAt(AnswerStage.Final)));

    [Fact]
    public void Undecided_are_the_applicable_criteria_without_a_standing_verdict_in_set_order()
    {
        Done(_review.Agree(Reviewer, Criterion("K.1"), InTime));
        Done(_review.Agree(Reviewer, Criterion("K.5"), InTime));
        Done(_review.Adjust(Reviewer, Criterion("K.2"), [new ValueAdjustment("A", "5")], "Thiếu.", InTime));

        // K.1 moved with A; K.3 and K.6 have none; K.4 does not apply here.
        Assert.Equal(["K.1", "K.3", "K.6"], _review.Undecided(new HashSet<string> { "K.6", "K.5", "K.3", "K.2", "K.1" }));
    }

    [Fact]
    public void When_a_returned_form_comes_back_the_criteria_that_the_questions_move_are_looked_at_again()
    {
        var verdicts = new[] { "K.1", "K.2", "K.4", "K.5" }.Select(code =>
        {
            Done(_review.Agree(Reviewer, Criterion(code), InTime));
            return _review.VerdictOn(code)!;
        }).ToList();
        Done(_form.Return(_open, Reviewer, Set, [new ReturnItem("B", "Sai."), new ReturnItem("W", "Thiếu.")], General, InTime));

        _review.LookAgainAfter(_form.OpenReturn!, Head, InTime);

        // B feeds K.1; W feeds K.4 and decides whether V of K.5 is asked; K.2 reads A alone.
        Assert.Equal([false, true, false, false], verdicts.Select(verdict => verdict.Stands));
        Assert.Equal(["K.1", "K.4", "K.5"], _review.Touched.Select(verdict => verdict.CriterionCode));
        Assert.Equal("Cơ quan đã bổ sung câu được trả lại.", verdicts[0].ReviewAgainBecause);
    }

    [Fact]
    public void When_the_agency_comes_to_state_what_the_reviewer_found_the_value_is_no_longer_adjusted()
    {
        Done(_review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", "5")], "Thiếu.", InTime));
        Done(_form.Return(_open, Reviewer, Set, [new ReturnItem("A", "Thiếu.")], General, InTime));
        Done(_form.Declare(_open, Editor, Question("A"), _answers["A"], "5", null, InTime));
        Done(_form.Present(_open, Editor, NothingFound, NoNotes, InTime));
        Submit(_form, _open, InTime);

        Assert.False(_answers["A"].IsAdjusted);
        Done(_review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", "5")], null, Closing));
        Assert.Equal(VerdictKind.Agreed, _review.VerdictOn("K.1")!.Kind);
    }

    private IEnumerable<object> All() => [_open, _form, .. _answers.Values, .. _review.NewAnswers, .. _review.NewVerdicts];
}
