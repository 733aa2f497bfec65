using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Reviews;

/// <summary>Two who judge without knowing of each other: compared when both have judged, a difference goes to the council.</summary>
public sealed class SecondReviewTests
{
    private static readonly Domain.Accounts.Actor Blind = new(20, Domain.Accounts.Role.Reviewer, Office);

    private readonly Period _open = PeriodIn(PeriodState.Open);
    private readonly Submission _form = FormIn(SubmissionState.Submitted);
    private readonly SecondReview _second;
    private readonly Review _review;
    private readonly Dictionary<string, Answer> _answers = Declared();

    public SecondReviewTests()
    {
        _second = SecondReview.Assign(_form.Id, "K.1", Manager, Blind.UserId, InTime);
        _review = new Review(Set, _open, _form, _answers.Values, [], [_second]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_same_values_agree_whoever_is_first(bool secondIsFirst)
    {
        Action[] judge =
        [
            () => Done(_review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", "5")], "Thiếu.", InTime)),
            () => Done(_review.GiveSecond(Blind, Criterion("K.1"), [new ValueAdjustment("A", "5")], "Chỉ có năm.", InTime)),
        ];
        judge[secondIsFirst ? 1 : 0]();
        Assert.True(_second.IsBlind);
        judge[secondIsFirst ? 0 : 1]();

        Assert.Equal((true, false, VerdictKind.Adjusted, VerdictKind.Adjusted), (_second.Agrees, _second.IsBlind, _second.FirstKind, _second.Kind));
        Assert.Equal(VerdictKind.Adjusted, _review.VerdictOn("K.1")!.Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Different_values_go_to_the_council_and_stay_the_first_ones_verdict(bool secondIsFirst)
    {
        Action[] judge = [() => Done(_review.Agree(Reviewer, Criterion("K.1"), InTime)), () => Done(_review.GiveSecond(Blind, Criterion("K.1"), [new ValueAdjustment("B", "40")], "Một máy hỏng.", InTime))];
        judge[secondIsFirst ? 1 : 0]();
        judge[secondIsFirst ? 0 : 1]();

        var verdict = _review.VerdictOn("K.1")!;
        Assert.Equal((false, VerdictKind.ReferredToCouncil, Reviewer.UserId), (_second.Agrees, verdict.Kind, verdict.JudgedById));
        Assert.Equal([null, VerdictKind.Agreed], verdict.Changes.Select(c => c.From));
        Assert.Contains(verdict, _review.Touched);
        // Neither of the two takes it back from the council.
        Refused(RefusalKind.WrongState, "Hội đồng", () => _review.Agree(Reviewer, Criterion("K.1"), InTime), verdict);
        Refused(RefusalKind.WrongState, "đã có kết luận", () => _review.GiveSecond(Blind, Criterion("K.1"), [], null, InTime), _second);
    }

    [Fact]
    public void The_second_judges_what_was_declared_not_what_the_first_made_of_it()
    {
        Done(_review.Adjust(Reviewer, Criterion("K.2"), [new ValueAdjustment("A", "5")], "Thiếu.", InTime));
        var declared = _answers["A"].DeclaredJson;

        Done(_review.GiveSecond(Blind, Criterion("K.1"), [], null, InTime));

        Assert.Equal(declared, _second.Values()["A"]);
        Assert.Equal(VerdictKind.Agreed, _second.Kind);
    }

    [Fact]
    public void A_value_that_differs_needs_a_reason_and_a_foreign_question_is_refused()
    {
        Refused(RefusalKind.Input, "Nhập lý do", () => _review.GiveSecond(Blind, Criterion("K.1"), [new ValueAdjustment("A", "5")], " \t", InTime), _second);
        Refused(RefusalKind.Input, "không thuộc", () => _review.GiveSecond(Blind, Criterion("K.1"), [new ValueAdjustment("T", "\"x\"")], "Vì.", InTime), _second);
    }

    [Fact]
    public void Nobody_else_judges_a_second_time_and_nobody_in_conflict()
    {
        Refused(RefusalKind.NotAllowed, "không được phân công", () => _review.GiveSecond(Reviewer, Criterion("K.1"), [], null, InTime), _second);
        Refused(RefusalKind.NotAllowed, "không được phân công", () => _review.GiveSecond(Blind, Criterion("K.2"), [], null, InTime), _second);
        Refused(RefusalKind.NotAllowed, "chính cơ quan", () => _review.GiveSecond(Blind with { AgencyId = Own }, Criterion("K.1"), [], null, InTime), _second);
        Done(_open.DeclareConflict(Blind, Own, "Vợ là kế toán trưởng.", InTime));
        Refused(RefusalKind.NotAllowed, "xung đột", () => _review.GiveSecond(Blind, Criterion("K.1"), [], null, InTime), _second);
    }

    [Fact]
    public void What_the_agency_hands_in_anew_is_judged_a_second_time_again()
    {
        Done(_review.GiveSecond(Blind, Criterion("K.1"), [], null, InTime));
        Done(_form.Return(_open, Reviewer, Set, [new ReturnItem("A", "Thiếu.")], General, InTime));

        _review.LookAgainAfter(_form.OpenReturn!, Head, InTime.AddDays(1));

        var again = Assert.Single(_review.NewSeconds);
        Assert.Equal((2, true, Blind.UserId), (again.Round, again.IsOpen, again.ReviewerId));
        Assert.Equal((InTime.AddDays(1), "Cơ quan đã bổ sung câu được trả lại."), (_second.ClosedAt!.Value, _second.ClosedBecause));
        Assert.Equal(["K.1"], _review.AwaitingSecond(new HashSet<string> { "K.1", "K.2" }));
    }

    [Fact]
    public void A_form_is_not_finished_while_the_second_has_not_judged()
    {
        var awaiting = _review.AwaitingSecond(new HashSet<string> { "K.1" });
        Assert.Equal(["K.1"], awaiting);
        // Not which one, and nothing before everything is judged.
        Refused(RefusalKind.Input, "Còn 1 tiêu chí chờ thẩm tra lần hai. ", () => _form.Finish(_open, Reviewer, [], InTime, awaiting), _form);
        Assert.Equal(["Còn 1 tiêu chí chưa có kết luận hoặc cần xem lại: K.2."], _form.Finish(_open, Reviewer, ["K.2"], InTime, awaiting).Problems);
        Done(_second.Withdraw(Manager, "Người thẩm tra nghỉ ốm.", InTime));
        Assert.Empty(new Review(Set, _open, _form, _answers.Values, [], [_second]).AwaitingSecond(new HashSet<string> { "K.1" }));
    }

    [Fact]
    public void Withdrawing_needs_the_manager_and_a_reason_and_an_open_second_review()
    {
        Refused(RefusalKind.NotAllowed, "quản lý", () => _second.Withdraw(Reviewer, "Bận.", InTime), _second);
        Refused(RefusalKind.Input, "lý do", () => _second.Withdraw(Manager, "  ", InTime), _second);
        Done(_review.GiveSecond(Blind, Criterion("K.1"), [], null, InTime));
        Refused(RefusalKind.WrongState, "đã có kết luận", () => _second.Withdraw(Manager, "Bận.", InTime), _second);
    }
}
