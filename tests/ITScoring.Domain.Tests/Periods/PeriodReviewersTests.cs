using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Periods;

/// <summary>Assignments by form, group and criterion, and conflicts of interest.</summary>
public sealed class PeriodReviewersTests
{
    private static readonly Actor Third = new(30, Role.Reviewer, Office);

    private readonly Period _open = PeriodIn(PeriodState.Open);

    [Fact]
    public void A_criterion_given_to_somebody_is_his_and_no_other_is()
    {
        Done(_open.AssignReviewers(Manager, [Own, Other], AssignmentPart.Of(Criterion("K.2")), [Third], AssignmentMode.Add, InTime));

        Assert.True(_open.IsAssigned(Third.UserId, Own) && _open.IsAssigned(Third.UserId, Other));
        Assert.True(_open.IsAssigned(Third.UserId, Own, Set, Criterion("K.2")));
        Assert.False(_open.IsAssigned(Third.UserId, Own, Set, Criterion("K.1")));
        var review = new Review(Set, _open, FormIn(SubmissionState.Submitted), Declared().Values, []);
        Done(review.Agree(Third, Criterion("K.2"), InTime));
        Refused(RefusalKind.NotAllowed, "người khác", () => review.Agree(Third, Criterion("K.1"), InTime));
        Assert.Contains("người khác", Assert.Single(review.MayReturn(Third, ["B"]).Problems));
        Assert.True(review.MayReturn(Third, ["A"]).Ok);
    }

    [Fact]
    public void A_group_given_to_somebody_is_all_its_criteria()
    {
        Done(_open.AssignReviewers(Manager, [Own], AssignmentPart.Of(Set.Groups[0]), [Third], AssignmentMode.Replace, InTime));
        Assert.All(Set.Groups[0].Criteria, c => Assert.True(_open.IsAssigned(Third.UserId, Own, Set, c)));
    }

    [Fact]
    public void Replacing_and_removing_touch_the_named_part_only()
    {
        var part = AssignmentPart.Of(Criterion("K.2"));
        Done(_open.AssignReviewers(Manager, [Own], part, [Third, SecondReviewer], AssignmentMode.Add, InTime));
        Done(_open.AssignReviewers(Manager, [Own], part, [Third], AssignmentMode.Remove, InTime));
        Assert.Equal([SecondReviewer.UserId], _open.Assignments.Where(a => a.Part == part).Select(a => a.ReviewerId));
        Done(_open.AssignReviewers(Manager, [Own], part, [Third], AssignmentMode.Replace, InTime));
        Assert.Equal([Third.UserId], _open.Assignments.Where(a => a.Part == part).Select(a => a.ReviewerId));
        Assert.Equal([Reviewer.UserId, SecondReviewer.UserId], _open.Assignments.Where(a => a.Part == AssignmentPart.WholeForm).Select(a => a.ReviewerId).Order());
        Refused(RefusalKind.Input, "ít nhất một chuyên viên", () => _open.AssignReviewers(Manager, [Own], part, [], AssignmentMode.Add, InTime), _open);
        Refused(RefusalKind.Input, "ít nhất một cơ quan", () => _open.AssignReviewers(Manager, [], part, [Third], AssignmentMode.Add, InTime), _open);
    }

    [Fact]
    public void Whoever_declares_a_conflict_judges_there_no_more_until_the_manager_lifts_it()
    {
        var form = FormIn(SubmissionState.Submitted);
        var review = new Review(Set, _open, form, Declared().Values, []);
        Done(review.Agree(Reviewer, Criterion("K.1"), InTime));
        Done(_open.DeclareConflict(Reviewer, Own, "Vợ là kế toán trưởng.", InTime));

        Assert.False(_open.IsAssigned(Reviewer.UserId, Own));
        Refused(RefusalKind.NotAllowed, "xung đột", () => review.Agree(Reviewer, Criterion("K.2"), InTime), form);
        Refused(RefusalKind.NotAllowed, "xung đột", () => form.Finish(_open, Reviewer, [], InTime), form);
        Refused(RefusalKind.Input, "xung đột", () => _open.AssignReviewers(Manager, Own, [Reviewer], InTime), _open);
        review.LookAgainAfterConflict(Reviewer, InTime);
        Assert.Equal((VerdictKind.NeedsReview, "Người thẩm tra đã khai báo xung đột lợi ích."), (review.VerdictOn("K.1")!.Kind, review.VerdictOn("K.1")!.ReviewAgainBecause));

        var conflict = Assert.Single(_open.Conflicts);
        Refused(RefusalKind.NotAllowed, "quản lý", () => _open.LiftConflict(Reviewer, conflict, "Đã chuyển công tác.", InTime), _open, conflict);
        Refused(RefusalKind.Input, "lý do", () => _open.LiftConflict(Manager, conflict, " ", InTime), _open, conflict);
        Done(_open.LiftConflict(Manager, conflict, "Đã chuyển công tác.", InTime));
        Refused(RefusalKind.WrongState, "đã được gỡ", () => _open.LiftConflict(Manager, conflict, "Lần nữa.", InTime), _open, conflict);
        Done(review.Agree(Reviewer, Criterion("K.2"), InTime));
    }

    [Fact]
    public void A_conflict_is_declared_by_the_reviewer_once_with_a_reason_with_another_agency_that_takes_part()
    {
        Refused(RefusalKind.Input, "lý do", () => _open.DeclareConflict(Reviewer, Own, "  ", InTime), _open);
        Refused(RefusalKind.Input, "tham gia", () => _open.DeclareConflict(Reviewer, 99, "Vì.", InTime), _open);
        Refused(RefusalKind.Input, "luôn từ chối", () => _open.DeclareConflict(Reviewer with { AgencyId = Own }, Own, "Vì.", InTime), _open);
        Refused(RefusalKind.NotAllowed, "Chỉ chuyên viên", () => _open.DeclareConflict(Manager, Own, "Vì.", InTime), _open);
        Refused(RefusalKind.WrongState, "Đã trình", () => PeriodIn(PeriodState.Proposed).DeclareConflict(Reviewer, Own, "Vì.", WindowPast));
        Done(_open.DeclareConflict(Reviewer, Own, "Vì.", InTime));
        Refused(RefusalKind.Input, "đã khai báo", () => _open.DeclareConflict(Reviewer, Own, "Vì.", InTime), _open);
    }
}
