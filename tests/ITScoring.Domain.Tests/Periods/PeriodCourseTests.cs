using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Periods;

/// <summary>An open period on its way to the published result.</summary>
public sealed class PeriodCourseTests
{
    private static readonly DateTime LastSecond = General.LastInstantUtc;

    [Fact]
    public void Collecting_ends_after_the_general_deadline_and_not_in_its_last_second()
    {
        var period = PeriodIn(PeriodState.Open);

        Refused(RefusalKind.WrongState, "Chưa hết hạn nộp phiếu (trước ngày 20/12/2018)", () => period.CloseCollecting(Manager, LastSecond.AddMilliseconds(999)), period);
        Done(period.CloseCollecting(Manager, LastSecond.AddSeconds(1)));
    }

    [Fact]
    public void Collecting_ends_although_an_extension_still_runs()
    {
        var period = PeriodIn(PeriodState.Open);
        Done(period.Extend(Manager, Own, Deadline.EndOf(new DateOnly(2019, 1, 15)), "Sáp nhập đơn vị.", null, null));

        Done(period.CloseCollecting(Manager, Closing));
    }

    [Fact]
    public void An_extension_moves_the_deadline_of_that_agency_only()
    {
        var period = PeriodIn(PeriodState.Open);
        var later = Deadline.EndOf(new DateOnly(2018, 12, 28));

        Done(period.Extend(Manager, Own, later, " Sáp nhập đơn vị. ", new DocumentReference("55/STTTT", new DateOnly(2018, 12, 18), "Gia hạn"), new Submission(1, Own)));

        var agency = period.FindAgency(Own)!;
        Assert.Equal((later, "Sáp nhập đơn vị.", "55/STTTT ngày 18/12/2018: Gia hạn"), (period.DeadlineOf(agency), agency.ExtensionReason, agency.ExtensionLetterInWords));
        Assert.Equal(General, period.DeadlineOf(period.FindAgency(Other)!));
    }

    [Fact]
    public void An_extension_makes_a_form_on_time_that_would_be_late()
    {
        var (period, form) = (PeriodIn(PeriodState.Open), FormIn(SubmissionState.AwaitingSignOff));
        Done(period.Extend(Manager, Own, Deadline.EndOf(new DateOnly(2018, 12, 28)), "Sáp nhập đơn vị.", null, form));
        Done(period.CloseCollecting(Manager, Closing));

        Submit(form, period, At(2018, 12, 28));

        Assert.Equal(("a", 0), (form.TimelinessCode, form.WorkingDaysLate));
    }

    [Fact]
    public void An_extension_is_refused_to_others_without_reason_and_when_it_is_not_later()
    {
        var period = PeriodIn(PeriodState.Open);
        var later = Deadline.EndOf(new DateOnly(2018, 12, 28));

        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.PeriodManager))
            Refused(RefusalKind.NotAllowed, "Chỉ người quản lý", () => period.Extend(Manager with { Role = role }, Own, later, "Lý do.", null, null), period);
        Refused(RefusalKind.Input, "không tham gia", () => period.Extend(Manager, 99, later, "Lý do.", null, null), period);
        Refused(RefusalKind.Input, "Nhập lý do gia hạn", () => period.Extend(Manager, Own, later, " ", null, null), period);
        Refused(RefusalKind.Input, "phải sau hạn chung", () => period.Extend(Manager, Own, Deadline.EndOf(General.Day), "Lý do.", null, null), period);
    }

    [Fact]
    public void A_form_that_was_handed_in_gets_no_extension()
    {
        var (period, form) = (PeriodIn(PeriodState.Open), FormIn(SubmissionState.Returned));

        Refused(RefusalKind.WrongState, "Sở Tài chính đã nộp phiếu", () => period.Extend(Manager, Own, Deadline.EndOf(new DateOnly(2018, 12, 28)), "Lý do.", null, form), period);
    }

    [Theory]
    [InlineData(PeriodState.Draft, false)]
    [InlineData(PeriodState.Open, true)]
    [InlineData(PeriodState.Reviewing, true)]
    [InlineData(PeriodState.Preliminary, false)]
    [InlineData(PeriodState.Proposed, false)]
    [InlineData(PeriodState.Approved, false)]
    [InlineData(PeriodState.Published, false)]
    public void Deadlines_are_extended_only_while_forms_can_come_in(PeriodState state, bool possible)
    {
        var period = PeriodIn(state);

        Outcome Extend() => period.Extend(Manager, Own, Deadline.EndOf(new DateOnly(2018, 12, 28)), "Lý do.", null, null);
        if (possible)
            Done(Extend());
        else
            Refused(RefusalKind.WrongState, state.Name(), Extend, period);
    }

    [Theory]
    [InlineData(SubmissionState.Submitted)]
    [InlineData(SubmissionState.Returned)]
    public void The_preliminary_result_waits_for_every_submitted_form_and_names_the_agency(SubmissionState state)
    {
        var (period, form) = (PeriodIn(PeriodState.Reviewing), FormIn(state));

        Refused(RefusalKind.Input, $"Sở Tài chính: phiếu đang ở trạng thái “{state.Name()}”", () => period.SendPreliminary(Manager, Sending, [form], Response), period, form);
    }

    [Fact]
    public void A_returned_form_that_was_presented_again_still_keeps_the_preliminary_result_waiting()
    {
        var (period, form) = (PeriodIn(PeriodState.Reviewing), FormIn(SubmissionState.Returned));
        Done(form.Present(period, Editor, NothingFound, NoNotes, Closing));

        Refused(RefusalKind.Input, "Sở Tài chính", () => period.SendPreliminary(Manager, Sending, [form], Response), period, form);
    }

    [Theory]
    [InlineData(SubmissionState.Drafting)]
    [InlineData(SubmissionState.AwaitingSignOff)]
    public void Sending_the_preliminary_result_locks_a_form_that_never_came_in(SubmissionState state)
    {
        var (period, form) = (PeriodIn(PeriodState.Reviewing), FormIn(state));
        var before = form.StateVersion;

        Done(period.SendPreliminary(Manager, Sending, [form], Response));

        // The version rises, so a save that races the locking fails.
        Assert.Equal((Sending, state, before + 1), (form.LockedAt, form.State, form.StateVersion));
        Assert.Equal(Timeliness.Never, form.TimelinessAt(Sending, General, Calendar));
    }

    [Fact]
    public void A_verified_form_is_not_locked()
    {
        var (period, form) = (PeriodIn(PeriodState.Reviewing), FormIn(SubmissionState.Verified));
        var before = Seen(form);

        Done(period.SendPreliminary(Manager, Sending, [form], Response, new DocumentReference("200/STTTT", new DateOnly(2019, 3, 25), null)));

        Assert.Equal(before, Seen(form));
        Assert.Equal((Response, Verb.SendPreliminary), (period.ResponseDeadline, period.Letters[^1].Verb));
    }

    [Fact]
    public void A_response_deadline_that_is_past_is_refused()
    {
        var (period, form) = (PeriodIn(PeriodState.Reviewing), FormIn(SubmissionState.Drafting));

        Refused(RefusalKind.Input, "Hạn giải trình", () => period.SendPreliminary(Manager, Response.LastInstantUtc.AddSeconds(1), [form], Response), period, form);
    }

    [Fact]
    public void A_locked_form_stays_locked_when_the_result_is_handed_back_and_sent_again()
    {
        var (period, form) = (PeriodIn(PeriodState.Reviewing), FormIn(SubmissionState.Drafting));
        Done(period.SendPreliminary(Manager, Sending, [form], Response));
        Done(period.Propose(Manager, WindowPast, [], Proposed));
        Done(period.HandBack(Leader, "Rà soát lại."));

        Refused(RefusalKind.WrongState, "đã khóa", () => form.Present(period, Editor, NothingFound, NoNotes, WindowPast), form);
        Refused(RefusalKind.WrongState, "đã khóa", () => form.Declare(period, Editor, Question("A"), new Answer(0, "A"), "1", null, WindowPast), form);
        var before = Seen(form);
        Done(period.SendPreliminary(Manager, Deciding, [form], Deadline.EndOf(new DateOnly(2019, 5, 10))));
        Assert.Equal(before, Seen(form));
    }

    [Fact]
    public void A_result_is_proposed_when_the_window_is_past_and_not_in_its_last_second()
    {
        var period = PeriodIn(PeriodState.Preliminary);

        Refused(RefusalKind.WrongState, "Chưa hết hạn giải trình (hết ngày 05/04/2019)", () => period.Propose(Manager, Response.LastInstantUtc, [], Proposed), period);
        Done(period.Propose(Manager, Response.LastInstantUtc.AddSeconds(1), [], Proposed));
        Assert.Equal(Proposed, period.ProposedSha256);
    }

    [Fact]
    public void A_result_is_not_proposed_while_a_confirmed_explanation_is_open()
    {
        var (period, form) = (PeriodIn(PeriodState.Preliminary), FormIn(SubmissionState.Verified));
        var (drafted, confirmed) = (new Explanation(0, "K.1"), new Explanation(0, "K.2"));
        foreach (var explanation in new[] { drafted, confirmed })
            Done(explanation.Write(period, form, Set, Editor, "Có.", [new ContestedValue("A", "7")], Explaining));
        Done(confirmed.Confirm(period, form, Head, Explaining));

        Refused(RefusalKind.WrongState, "Còn 1 giải trình chưa có kết luận", () => period.Propose(Manager, WindowPast, [drafted, confirmed], Proposed), period);

        // What the head never confirmed was never received.
        Done(confirmed.Settle(period, form, Set, SecondReviewer, null, [], null, "Không có căn cứ.", WindowPast));
        Done(period.Propose(Manager, WindowPast, [drafted, confirmed], Proposed));
    }

    [Fact]
    public void Handing_back_needs_a_reason_and_forgets_the_proposal()
    {
        var period = PeriodIn(PeriodState.Proposed);

        Refused(RefusalKind.Input, "Nhập lý do chuyển lại", () => period.HandBack(Leader, " "), period);
        Done(period.HandBack(Leader, "Rà soát lại."));

        Assert.Equal((PeriodState.Reviewing, null), (period.State, period.ProposedSha256));
    }

    [Fact]
    public void The_leader_approves_exactly_the_record_that_was_proposed()
    {
        var period = PeriodIn(PeriodState.Proposed);

        Refused(RefusalKind.WrongState, "không phải kết quả đã trình", () => period.Approve(Leader, Deciding, Decision, "bbbb"), period);
        Done(period.Approve(Leader, Deciding, Decision with { Number = " 321/QĐ-UBND " }, Proposed));

        Assert.Equal((Proposed, "321/QĐ-UBND", Decision.Date, Decision.Abstract), (period.ApprovedSha256, period.DecisionNumber, period.DecisionDate, period.DecisionAbstract));
    }

    [Fact]
    public void A_decision_has_a_number_and_a_date_that_is_not_tomorrow()
    {
        var period = PeriodIn(PeriodState.Proposed);

        // 17 hours UTC is the next day in Vietnam.
        Refused(RefusalKind.Input, "Nhập số quyết định", () => period.Approve(Leader, Deciding, Decision with { Number = "" }, Proposed), period);
        Refused(RefusalKind.Input, "Ngày quyết định", () => period.Approve(Leader, At(2019, 4, 18, 16), Decision, Proposed), period);
        Done(period.Approve(Leader, At(2019, 4, 18, 17), Decision, Proposed));
    }

    [Fact]
    public void Only_the_approved_record_is_published()
    {
        var period = PeriodIn(PeriodState.Approved);

        Refused(RefusalKind.WrongState, "không phải kết quả đã được phê duyệt", () => period.Publish(Leader, Deciding, "bbbb"), period);
        Done(period.Publish(Leader, Deciding, Proposed));

        Assert.Equal((true, Deciding), (period.IsPublished, period.PublishedAt));
    }

    [Fact]
    public void A_demonstration_stays_one()
    {
        var period = Planned();
        Assert.False(period.IsDemo);

        period.MarkAsDemo();
        Done(period.Open(Manager, Opening));

        Assert.True(period.IsDemo);
    }
}
