using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Tests.Workflow;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Periods;

/// <summary>Preparing a period: plan, agencies, reviewers, opening.</summary>
public sealed class PeriodPlanTests
{
    private static readonly DateOnly From = new(2017, 12, 1);
    private static readonly DateOnly Through = new(2018, 11, 30);

    private readonly Period _draft = new("2018", 2018, "Đánh giá năm 2018");

    [Fact]
    public void A_plan_keeps_set_window_deadline_and_disclosure()
    {
        var set = SetVersion();

        Done(_draft.Plan("Đánh giá ứng dụng CNTT năm 2018", set, From, Through, General, disclosesDeclaredFigures: true));

        Assert.Equal(("Đánh giá ứng dụng CNTT năm 2018", set, From, Through, true), (_draft.Title, _draft.CriteriaSetVersion, _draft.DataFrom, _draft.DataThrough, _draft.DisclosesDeclaredFigures));
        Assert.Equal(General, _draft.Deadline);
        Assert.Equal("trước ngày 20/12/2018", _draft.DeadlineWording);
    }

    [Fact]
    public void Declared_figures_are_closed_to_the_public_unless_the_plan_opens_them() => Assert.False(_draft.DisclosesDeclaredFigures);

    [Theory]
    [InlineData(" ", "2017-12-01", "2018-11-30", "2018-12-20", "Nhập tên kỳ đánh giá")]
    [InlineData("Năm 2018", "2018-12-01", "2018-11-30", "2018-12-20", "Ngày kết thúc lấy số liệu")]
    [InlineData("Năm 2018", "2017-12-01", "2018-11-30", "2018-11-30", "Hạn nộp phiếu")]
    public void A_plan_that_does_not_fit_together_is_refused_and_the_old_one_stays(string title, string from, string through, string before, string saying)
    {
        Done(_draft.Plan("Kế hoạch cũ", SetVersion(), From, Through, General, disclosesDeclaredFigures: false));

        Refused(RefusalKind.Input, saying, () => _draft.Plan(title, SetVersion(), DateOnly.Parse(from, null), DateOnly.Parse(through, null), Deadline.Before(DateOnly.Parse(before, null)), true), _draft);
    }

    [Theory]
    [InlineData(PeriodState.Open)]
    [InlineData(PeriodState.Published)]
    public void An_open_period_keeps_its_plan_and_its_agencies(PeriodState state)
    {
        var period = PeriodIn(state);

        Refused(RefusalKind.WrongState, "đã mở", () => period.Plan("Khác", SetVersion(), From, Through, General, true), period);
        Refused(RefusalKind.WrongState, "đã mở", () => period.TakeIn([]), period);
    }

    [Fact]
    public void Taking_in_replaces_the_agencies_and_drops_the_reviewers_of_those_who_left()
    {
        var period = Planned();
        Done(period.AssignReviewers(Manager, Other, [SecondReviewer], Opening));

        Done(period.TakeIn([TakingPart(Other, "SNV", "Sở Nội vụ"), TakingPart(14, "SXD", "Sở Xây dựng")]));

        Assert.Equal(["SNV", "SXD"], period.Agencies.Select(agency => agency.Code));
        Assert.False(period.IsAssigned(Reviewer.UserId, Own));
        Assert.True(period.IsAssigned(SecondReviewer.UserId, Other));
    }

    [Fact]
    public void An_agency_named_twice_is_not_taken_in() =>
        Refused(RefusalKind.Input, "Sở Tài chính có hai lần", () => _draft.TakeIn([TakingPart(Own, "STC", "Sở Tài chính"), TakingPart(Own, "STC", "Sở Tài chính")]), _draft);

    [Fact]
    public void An_agency_that_is_not_ranked_needs_a_reason()
    {
        Assert.Throws<ArgumentException>(() => new PeriodAgency(1, "STC", "Sở Tài chính", "SBN", "Sở, ban, ngành", 1, isRanked: false));
        Assert.Equal("Mới thành lập", new PeriodAgency(1, "STC", "Sở Tài chính", "SBN", "Sở, ban, ngành", 1, isRanked: false, "Mới thành lập").NotRankedReason);
    }

    [Fact]
    public void Opening_lists_everything_that_is_missing_at_once()
    {
        var before = Seen(_draft);

        var outcome = _draft.Open(Manager, Opening);

        Assert.Equal(RefusalKind.Input, outcome.Refusal);
        Assert.Equal(["Chọn bộ tiêu chí.", "Nhập thời gian lấy số liệu.", "Nhập hạn nộp phiếu.", "Chọn ít nhất một cơ quan tham gia."], outcome.Problems);
        Assert.Equal(before, Seen(_draft));
    }

    [Theory]
    [InlineData(CriteriaSetState.Draft)]
    [InlineData(CriteriaSetState.Replaced)]
    public void A_set_that_is_not_in_force_does_not_open(CriteriaSetState state)
    {
        Done(_draft.Plan("Năm 2018", SetVersion(state), From, Through, General, false));
        Done(_draft.TakeIn([TakingPart(Own, "STC", "Sở Tài chính")]));

        Refused(RefusalKind.Input, "Bộ tiêu chí THU phiên bản 1 chưa có hiệu lực", () => _draft.Open(Manager, Opening), _draft);
    }

    [Fact]
    public void Opening_keeps_the_time_and_the_letter()
    {
        var period = Planned();

        Done(period.Open(Manager, Opening, new DocumentReference("1234/STTTT-CNTT", new DateOnly(2018, 12, 3), "V/v đánh giá")));

        Assert.Equal((PeriodState.Open, Opening), (period.State, period.OpenedAt));
        var letter = Assert.Single(period.Letters);
        Assert.Equal(("1234/STTTT-CNTT", new DateOnly(2018, 12, 3), "V/v đánh giá"), (letter.Number, letter.Date, letter.Abstract));
    }

    [Fact]
    public void Assigning_replaces_the_earlier_reviewers_of_that_agency_only()
    {
        var period = Planned();
        Done(period.AssignReviewers(Manager, Other, [Reviewer], Opening));

        Done(period.AssignReviewers(Manager, Own, [SecondReviewer, SecondReviewer], Closing));

        Assert.Equal([(Own, SecondReviewer.UserId), (Other, Reviewer.UserId)], period.Assignments.Select(a => (a.AgencyId, a.ReviewerId)).Order());
    }

    [Fact]
    public void A_reviewer_kept_by_a_new_assignment_keeps_its_date()
    {
        var period = Planned();

        Done(period.AssignReviewers(Manager, Own, [Reviewer], Closing));

        Assert.Equal(Opening, Assert.Single(period.Assignments).AssignedAt);
    }

    [Fact]
    public void Reviewers_are_assigned_by_the_manager_to_agencies_that_take_part_and_never_to_their_own()
    {
        var period = Planned();

        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.PeriodManager))
            Refused(RefusalKind.NotAllowed, "Chỉ người quản lý", () => period.AssignReviewers(Manager with { Role = role }, Own, [Reviewer], Opening), period);
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Reviewer))
            Refused(RefusalKind.Input, "Chỉ chuyên viên thẩm tra", () => period.AssignReviewers(Manager, Own, [Reviewer with { Role = role }], Opening), period);
        Refused(RefusalKind.Input, "không tham gia", () => period.AssignReviewers(Manager, 99, [Reviewer], Opening), period);
        Refused(RefusalKind.Input, "chính cơ quan này", () => period.AssignReviewers(Manager, Own, [SecondReviewer, Reviewer with { AgencyId = Own }], Opening), period);
    }

    [Theory]
    [InlineData(PeriodState.Draft, true)]
    [InlineData(PeriodState.Open, true)]
    [InlineData(PeriodState.Reviewing, true)]
    [InlineData(PeriodState.Preliminary, true)] // a second reviewer may be needed to settle
    [InlineData(PeriodState.Proposed, false)]
    [InlineData(PeriodState.Approved, false)]
    [InlineData(PeriodState.Published, false)]
    public void Reviewers_can_be_assigned_until_the_result_is_proposed(PeriodState state, bool possible)
    {
        var period = PeriodIn(state);

        if (possible)
            Done(period.AssignReviewers(Manager, Other, [SecondReviewer], Sending));
        else
            Refused(RefusalKind.WrongState, state.Name(), () => period.AssignReviewers(Manager, Other, [SecondReviewer], Sending), period);
    }

    [Fact]
    public void A_new_period_needs_a_code_and_a_title()
    {
        Assert.Throws<ArgumentException>(() => new Period(" ", 2018, "Năm 2018"));
        Assert.Throws<ArgumentException>(() => new Period("2018", 2018, ""));
    }

    [Fact]
    public void Agencies_are_found_by_code_in_any_case_and_deadlines_are_asked_for_only_once_planned()
    {
        var period = Planned();

        Assert.Same(period.FindAgency(Own), period.FindAgency("stc"));
        Assert.Null(period.FindAgency("SXD"));
        Assert.Throws<InvalidOperationException>(() => _draft.DeadlineOf(TakingPart(Own, "STC", "Sở Tài chính")));
    }
}
