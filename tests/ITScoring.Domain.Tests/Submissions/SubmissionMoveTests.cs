using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Submissions;

/// <summary>The moves of a form between its states.</summary>
public sealed class SubmissionMoveTests
{
    private static readonly Deadline ReturnDeadline = Deadline.EndOf(new DateOnly(2018, 12, 28));

    private readonly Period _open = PeriodIn(PeriodState.Open);

    [Fact]
    public void Errors_and_warnings_without_a_note_keep_a_form_from_being_presented_and_submitted()
    {
        var found = Findings(errors: 2, warnings: 2);
        var noted = new HashSet<string> { "W1" };
        var (drafting, waiting) = (FormIn(SubmissionState.Drafting), FormIn(SubmissionState.AwaitingSignOff));

        foreach (var saying in new[] { "Còn 2 lỗi phải sửa.", "Còn 1 cảnh báo chưa có ghi chú." })
        {
            Refused(RefusalKind.Input, saying, () => drafting.Present(_open, Editor, found, noted, InTime), drafting);
            Refused(RefusalKind.Input, saying, () => waiting.Submit(_open, Head, found, noted, Calendar, "{}", "00", InTime), waiting);
        }
    }

    [Fact]
    public void Warnings_with_notes_keep_nothing_back()
    {
        var (found, noted) = (Findings(warnings: 2), new HashSet<string> { "W1", "W2" });
        var form = FormIn(SubmissionState.Drafting);

        Done(form.Present(_open, Editor, found, noted, InTime));
        Done(form.Submit(_open, Head, found, noted, Calendar, "{}", "00", InTime));
    }

    [Theory]
    [InlineData(SubmissionState.Drafting)]
    [InlineData(SubmissionState.Returned)]
    public void Recalling_and_sending_back_lead_where_the_form_came_from(SubmissionState origin)
    {
        var (recalled, sentBack) = (FormIn(origin), FormIn(origin));
        foreach (var form in new[] { recalled, sentBack })
        {
            Done(form.Present(_open, Editor, NothingFound, NoNotes, InTime));
            Assert.Equal((SubmissionState.AwaitingSignOff, origin), (form.State, form.PresentedFrom));
        }

        Done(recalled.Recall(_open, Editor, InTime));
        Done(sentBack.SendBack(_open, Head, " Thiếu phụ lục. ", InTime));

        Assert.Equal((origin, origin), (recalled.State, sentBack.State));
        Assert.Equal((Verb.SendBack, SubmissionState.AwaitingSignOff, origin, "Thiếu phụ lục.", Head.UserId), Move(sentBack));
        Assert.Equal((Verb.Recall, SubmissionState.AwaitingSignOff, origin, null, Editor.UserId), Move(recalled));
    }

    [Fact]
    public void A_form_that_was_returned_and_sent_back_still_opens_the_named_questions_only()
    {
        var form = FormIn(SubmissionState.Returned);
        Done(form.Present(_open, Editor, NothingFound, NoNotes, InTime));
        Done(form.SendBack(_open, Head, "Thiếu.", InTime));

        Done(form.MayAnswer(_open, Editor, Question("A")));
        Assert.Equal(RefusalKind.WrongState, form.MayAnswer(_open, Editor, Question("B")).Refusal);
    }

    [Fact]
    public void Sending_back_needs_a_reason()
    {
        var form = FormIn(SubmissionState.AwaitingSignOff);

        Refused(RefusalKind.Input, "Nhập lý do chuyển lại", () => form.SendBack(_open, Head, " ", InTime), form);
    }

    [Fact]
    public void The_first_submission_fixes_time_signer_and_timeliness_and_leaves_a_receipt()
    {
        var form = FormIn(SubmissionState.AwaitingSignOff);

        Done(form.Submit(_open, Head, NothingFound, NoNotes, Calendar, """{"A":6}""", "abcd", InTime));

        Assert.Equal((SubmissionState.Submitted, true, 1, InTime, InTime, Head.UserId), (form.State, form.IsSubmitted, form.Revision, form.FirstSubmittedAt, form.LastSubmittedAt, form.SignedById));
        Assert.Equal(("a", 0), (form.TimelinessCode, form.WorkingDaysLate));
        var receipt = Assert.Single(form.Receipts);
        Assert.Equal((1, InTime, Head.UserId, """{"A":6}""", "abcd"), (receipt.Revision, receipt.SubmittedAt, receipt.SignedById, receipt.ContentJson, receipt.Sha256));
    }

    [Fact]
    public void A_late_form_is_late_and_not_refused_while_the_period_is_reviewed()
    {
        var (period, form) = (PeriodIn(PeriodState.Reviewing), FormIn(SubmissionState.AwaitingSignOff));

        // Before 20/12: Friday 28/12 is the seventh working day after Wednesday 19/12.
        Submit(form, period, At(2018, 12, 28));

        Assert.Equal(("c", 7), (form.TimelinessCode, form.WorkingDaysLate));
    }

    [Fact]
    public void A_second_submission_is_a_new_revision_and_changes_neither_first_time_nor_timeliness()
    {
        var form = FormIn(SubmissionState.Returned);
        var period = PeriodIn(PeriodState.Reviewing);
        var late = At(2019, 1, 10);
        Done(form.Present(period, Editor, NothingFound, NoNotes, late));

        Done(form.Submit(period, Deputy, NothingFound, NoNotes, Calendar, """{"A":7}""", "ef01", late));

        Assert.Equal((2, InTime, late, Deputy.UserId, "a", 0), (form.Revision, form.FirstSubmittedAt, form.LastSubmittedAt, form.SignedById, form.TimelinessCode, form.WorkingDaysLate));
        Assert.Equal([1, 2], form.Receipts.Select(receipt => receipt.Revision));
        Assert.Equal("""{"A":7}""", form.Receipts[1].ContentJson);
    }

    [Fact]
    public void Submitting_again_answers_the_open_return()
    {
        var form = FormIn(SubmissionState.Returned);
        Done(form.Present(_open, Editor, NothingFound, NoNotes, InTime));
        Assert.NotNull(form.OpenReturn);

        Submit(form, _open, Closing);

        Assert.Null(form.OpenReturn);
        Assert.Equal(Closing, Assert.Single(form.Returns).AnsweredAt);
    }

    [Fact]
    public void A_second_round_opens_its_own_questions_and_not_those_of_the_first()
    {
        var form = FormIn(SubmissionState.Returned); // first round: A
        Done(form.Present(_open, Editor, NothingFound, NoNotes, InTime));
        Submit(form, _open, InTime);
        Done(form.Return(_open, Reviewer, Set, [new ReturnItem("B", "Sai đơn vị.")], ReturnDeadline, InTime));

        Done(form.MayAnswer(_open, Editor, Question("B")));
        Assert.Equal(RefusalKind.WrongState, form.MayAnswer(_open, Editor, Question("A")).Refusal);
    }

    /// <summary>Else a returned answer that makes another question asked could never be handed in again.</summary>
    [Fact]
    public void A_returned_question_opens_those_that_are_asked_because_of_it_directly_or_not()
    {
        var form = FormIn(SubmissionState.Submitted);
        Done(form.Return(_open, Reviewer, Set, [new ReturnItem("W", "Chưa có minh chứng.")], ReturnDeadline, InTime));

        foreach (var code in new[] { "W", "V", "P" })
            Done(form.MayAnswer(_open, Editor, Question(code)));
        foreach (var code in new[] { "A", "B", "T" })
            Assert.Equal(RefusalKind.WrongState, form.MayAnswer(_open, Editor, Question(code)).Refusal);
    }

    [Fact]
    public void A_return_names_questions_with_reasons_and_one_deadline()
    {
        var form = FormIn(SubmissionState.Submitted);

        Done(form.Return(_open, Reviewer, Set, [new ReturnItem("A", "Thiếu chi cục."), new ReturnItem("T", "Thiếu tên.")], ReturnDeadline, InTime));

        var round = form.OpenReturn!;
        Assert.Equal([("A", "Thiếu chi cục."), ("T", "Thiếu tên.")], round.Items.Select(item => (item.QuestionCode, item.Reason)));
        Assert.Equal((ReturnDeadline.LastInstantUtc, ReturnDeadline.Wording, Reviewer.UserId, InTime), (round.DeadlineUtc, round.DeadlineWording, round.ReturnedById, round.ReturnedAt));
    }

    [Theory]
    [InlineData("", "", "Chọn ít nhất một câu hỏi")]
    [InlineData("A", " ", "Nhập lý do trả lại câu A")]
    [InlineData("I", "Thiếu.", "Câu I không phải câu do cơ quan trả lời")]
    [InlineData("C", "Thiếu.", "Câu C không phải câu do cơ quan trả lời")]
    [InlineData("X9", "Thiếu.", "Câu X9 không phải câu do cơ quan trả lời")]
    [InlineData("A,B,A", "Thiếu.", "Câu A có hai lần")]
    public void A_return_that_names_nothing_useful_is_refused(string codes, string reason, string saying)
    {
        var form = FormIn(SubmissionState.Submitted);
        ReturnItem[] items = [.. codes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => new ReturnItem(code, reason))];

        Refused(RefusalKind.Input, saying, () => form.Return(_open, Reviewer, Set, items, ReturnDeadline, InTime), form);
    }

    [Fact]
    public void A_return_lists_all_its_problems_and_a_past_deadline_is_one()
    {
        var form = FormIn(SubmissionState.Submitted);

        var outcome = form.Return(_open, Reviewer, Set, [new ReturnItem("I", "Thiếu."), new ReturnItem("A", "")], Deadline.EndOf(new DateOnly(2018, 12, 9)), InTime);

        Assert.Equal(["Câu I không phải câu do cơ quan trả lời.", "Nhập lý do trả lại câu A.", "Hạn bổ sung phải từ hôm nay trở đi."], outcome.Problems);
        Assert.Equal(SubmissionState.Submitted, form.State);
        Done(form.Return(_open, Reviewer, Set, [new ReturnItem("A", "Thiếu.")], Deadline.EndOf(new DateOnly(2018, 12, 10)), InTime));
    }

    [Fact]
    public void Finishing_needs_a_verdict_on_every_criterion_and_names_those_without()
    {
        var form = FormIn(SubmissionState.Submitted);

        Refused(RefusalKind.Input, "Còn 2 tiêu chí chưa có kết luận hoặc cần xem lại: K.1, K.3.", () => form.Finish(_open, Reviewer, ["K.1", "K.3"], InTime), form);
    }

    [Fact]
    public void Reopening_needs_a_reason_and_leads_back_to_the_reviewer()
    {
        var form = FormIn(SubmissionState.Verified);

        Refused(RefusalKind.Input, "Nhập lý do mở lại", () => form.Reopen(_open, Manager, "", InTime), form);
        Done(form.Reopen(_open, Manager, " Có văn bản mới. ", InTime));

        Assert.Equal((Verb.Reopen, SubmissionState.Verified, SubmissionState.Submitted, "Có văn bản mới.", Manager.UserId), Move(form));
    }

    [Fact]
    public void A_locked_form_refuses_everything_to_the_agency()
    {
        var period = PeriodIn(PeriodState.Reviewing);
        var (drafting, waiting) = (FormIn(SubmissionState.Drafting), FormIn(SubmissionState.AwaitingSignOff));
        Done(period.SendPreliminary(Manager, Sending, [drafting, waiting], Response));
        var open = PeriodIn(PeriodState.Reviewing);

        Refused(RefusalKind.WrongState, "đã khóa", () => drafting.Present(open, Editor, NothingFound, NoNotes, InTime), drafting);
        Refused(RefusalKind.WrongState, "đã khóa", () => waiting.Recall(open, Editor, InTime), waiting);
        Refused(RefusalKind.WrongState, "đã khóa", () => waiting.SendBack(open, Head, "Sửa.", InTime), waiting);
        Refused(RefusalKind.WrongState, "đã khóa", () => waiting.Submit(open, Head, NothingFound, NoNotes, Calendar, "{}", "00", InTime), waiting);
    }

    [Fact]
    public void Every_move_is_written_down_and_raises_the_version_by_one()
    {
        var form = FormIn(SubmissionState.Returned);
        Done(form.Present(_open, Editor, NothingFound, NoNotes, InTime));
        Submit(form, _open, InTime);
        Done(form.Finish(_open, Reviewer, [], Closing));

        Assert.Equal([Verb.Present, Verb.Submit, Verb.Return, Verb.Present, Verb.Submit, Verb.Finish], form.Moves.Select(move => move.Verb));
        Assert.Equal(form.Moves.Count, form.StateVersion);
        Assert.All(form.Moves.Zip(form.Moves.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Fact]
    public void Until_it_comes_in_a_form_is_as_late_as_it_would_be_now()
    {
        var form = FormIn(SubmissionState.AwaitingSignOff);

        Assert.Equal(new Timeliness("a", 0), form.TimelinessAt(InTime, General, Calendar));
        Assert.Equal(new Timeliness("b", 1), form.TimelinessAt(At(2018, 12, 20), General, Calendar));
        Submit(form, _open, InTime);
        Assert.Equal(new Timeliness("a", 0), form.TimelinessAt(At(2019, 3, 1), General, Calendar));
    }

    private static (Verb Verb, SubmissionState From, SubmissionState To, string? Reason, int By) Move(Submission form) =>
        (form.Moves[^1].Verb, form.Moves[^1].From, form.Moves[^1].To, form.Moves[^1].Reason, form.Moves[^1].MovedById);
}
