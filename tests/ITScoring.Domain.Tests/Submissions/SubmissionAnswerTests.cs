using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Submissions;

/// <summary>What an agency writes on its form: values, notes, evidence.</summary>
public sealed class SubmissionAnswerTests
{
    private readonly Period _open = PeriodIn(PeriodState.Open);
    private readonly Submission _form = FormIn(SubmissionState.Drafting);
    private readonly Answer _answer = new(0, "A");

    [Fact]
    public void A_declared_value_keeps_author_and_time_and_leaves_a_change()
    {
        Done(_form.Declare(_open, Editor, Question("A"), _answer, "6", " Gồm cả chi cục. ", InTime));

        Assert.Equal(("6", Editor.UserId, InTime, "Gồm cả chi cục."), (_answer.DeclaredJson, _answer.DeclaredById, _answer.DeclaredAt, _answer.Note));
        var change = Assert.Single(_answer.Changes);
        Assert.Equal((AnswerStage.Declared, null, "6", Editor.UserId, Editor.Role, InTime), (change.Stage, change.From, change.To, change.ChangedById, change.ChangedByRole, change.ChangedAt));
        Assert.Equal(0, _form.StateVersion);
    }

    [Fact]
    public void Another_value_leaves_the_old_one_in_the_history()
    {
        Done(_form.Declare(_open, Editor, Question("A"), _answer, "6", null, Opening));
        Done(_form.Declare(_open, Contributor, Question("A"), _answer, null, null, InTime));

        Assert.Null(_answer.DeclaredJson);
        Assert.Equal([(null, "6", Editor.UserId), ("6", null, Contributor.UserId)], _answer.Changes.Select(change => (change.From, change.To, change.ChangedById)));
    }

    [Fact]
    public void The_same_value_again_is_no_change_and_a_note_alone_is_no_new_value()
    {
        Done(_form.Declare(_open, Editor, Question("A"), _answer, "6", null, Opening));
        Done(_form.Declare(_open, Contributor, Question("A"), _answer, "6", "Đã kiểm tra.", InTime));

        Assert.Single(_answer.Changes);
        Assert.Equal((Editor.UserId, Opening, "Đã kiểm tra."), (_answer.DeclaredById, _answer.DeclaredAt, _answer.Note));
    }

    [Fact]
    public void A_note_of_spaces_is_none()
    {
        Done(_form.Declare(_open, Editor, Question("A"), _answer, "6", "  ", Opening));

        Assert.Null(_answer.Note);
    }

    [Theory]
    [InlineData("I")] // the inspector's
    [InlineData("C")] // the system's
    public void What_others_fill_in_is_not_declared_by_the_agency(string code) => Refused(
        RefusalKind.NotAllowed, $"Câu {code} do cơ quan thẩm tra hoặc hệ thống điền", () => _form.Declare(_open, Editor, Question(code), _answer, "1", null, InTime), _form, _answer);

    [Fact]
    public void A_question_that_is_not_asked_can_hold_a_value_until_the_check()
    {
        // V is asked when W; what a form may hold is a matter of presenting, not of saving.
        Done(_form.Declare(_open, Editor, Question("V"), _answer, "3", null, InTime));
    }

    [Fact]
    public void On_a_returned_form_only_the_named_questions_change()
    {
        var form = FormIn(SubmissionState.Returned); // A is named
        var other = new Answer(0, "B");

        Done(form.Declare(_open, Editor, Question("A"), _answer, "7", null, InTime));
        Done(form.Cite(_open, Editor, Question("A"), "12/KH", new DateOnly(2018, 1, 2), "Sở", "V/v", InTime, out var evidence));
        Refused(RefusalKind.WrongState, "Câu B không nằm trong các mục được trả lại", () => form.Declare(_open, Editor, Question("B"), other, "7", null, InTime), form, other);
        Refused(RefusalKind.WrongState, "Câu B", () => form.Cite(_open, Editor, Question("B"), "12/KH", new DateOnly(2018, 1, 2), "Sở", "V/v", InTime, out _), form);
        Refused(RefusalKind.WrongState, "Câu B", () => form.Reuse(_open, Editor, Question("B"), evidence!), form, evidence);
    }

    [Fact]
    public void A_citation_keeps_its_parts_trimmed_and_proves_the_question()
    {
        Done(_form.Cite(_open, Editor, Question("A"), " 12/KH-STC ", new DateOnly(2018, 3, 5), " Sở Tài chính ", " Kế hoạch ứng dụng CNTT ", InTime, out var evidence));

        Assert.Equal(
            (EvidenceKind.Citation, "12/KH-STC", new DateOnly(2018, 3, 5), "Sở Tài chính", "Kế hoạch ứng dụng CNTT", Editor.UserId, InTime),
            (evidence!.Kind, evidence.Number, evidence.Date, evidence.Issuer, evidence.Abstract, evidence.AddedById, evidence.AddedAt));
        Assert.Equal("A", Assert.Single(evidence.Uses).QuestionCode);
    }

    [Fact]
    public void A_citation_without_its_parts_is_refused_with_every_part_named()
    {
        var outcome = _form.Cite(_open, Editor, Question("A"), "", null, " ", null, InTime, out var evidence);

        Assert.Equal(RefusalKind.Input, outcome.Refusal);
        Assert.Equal(["Nhập số, ký hiệu văn bản.", "Nhập ngày ban hành.", "Nhập cơ quan ban hành.", "Nhập trích yếu."], outcome.Problems);
        Assert.Null(evidence);
    }

    [Theory]
    [InlineData("https://stc.quangbinh.gov.vn/van-ban?id=12", "https://stc.quangbinh.gov.vn/van-ban?id=12")]
    [InlineData(" http://stc.quangbinh.gov.vn/b%C3%A1o%20c%C3%A1o ", "http://stc.quangbinh.gov.vn/b%C3%A1o%20c%C3%A1o")]
    public void A_link_is_an_http_or_https_address(string typed, string kept)
    {
        Done(_form.Link(_open, Editor, Question("A"), typed, " ", InTime, out var evidence));

        Assert.Equal((EvidenceKind.Link, kept, null), (evidence!.Kind, evidence.Url, evidence.Abstract));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("stc.quangbinh.gov.vn")]
    [InlineData("/van-ban")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://stc.quangbinh.gov.vn/tep")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://")]
    [InlineData("mailto:stc@quangbinh.gov.vn")]
    public void Another_address_is_refused(string? typed)
    {
        Refused(RefusalKind.Input, "bắt đầu bằng http:// hoặc https://", () => _form.Link(_open, Editor, Question("A"), typed, null, InTime, out _), _form);
    }

    [Fact]
    public void One_document_serves_several_questions_and_leaves_with_the_last()
    {
        Done(_form.Link(_open, Editor, Question("A"), "https://stc.vn", "Trang", InTime, out var evidence));
        Done(_form.Reuse(_open, Contributor, Question("B"), evidence!));
        Done(_form.Reuse(_open, Contributor, Question("B"), evidence!));
        Assert.Equal(["A", "B"], evidence!.Uses.Select(use => use.QuestionCode));

        Done(_form.RemoveEvidence(_open, Editor, Question("A"), evidence, InTime));
        Assert.Null(evidence.RemovedAt);
        Done(_form.RemoveEvidence(_open, Editor, Question("B"), evidence, Closing));
        Assert.Equal(Closing, evidence.RemovedAt);
    }

    [Fact]
    public void A_document_that_is_gone_or_of_another_question_is_not_there()
    {
        Done(_form.Link(_open, Editor, Question("A"), "https://stc.vn", null, InTime, out var evidence));

        Refused(RefusalKind.WrongState, "Không tìm thấy", () => _form.RemoveEvidence(_open, Editor, Question("B"), evidence!, InTime), evidence);
        Done(_form.RemoveEvidence(_open, Editor, Question("A"), evidence!, InTime));
        Refused(RefusalKind.WrongState, "Không tìm thấy", () => _form.Reuse(_open, Editor, Question("B"), evidence!), evidence);
    }

    [Theory]
    [InlineData(SubmissionState.AwaitingSignOff)]
    [InlineData(SubmissionState.Submitted)]
    [InlineData(SubmissionState.Verified)]
    public void Nothing_is_proved_or_taken_away_once_the_form_was_presented(SubmissionState state)
    {
        Done(_form.Link(_open, Editor, Question("A"), "https://stc.vn", null, InTime, out var evidence));
        var form = FormIn(state);

        Refused(RefusalKind.WrongState, state.Name(), () => form.Cite(_open, Editor, Question("A"), "12/KH", new DateOnly(2018, 1, 2), "Sở", "V/v", InTime, out _), form);
        Refused(RefusalKind.WrongState, state.Name(), () => form.Link(_open, Editor, Question("A"), "https://stc.vn", null, InTime, out _), form);
        Refused(RefusalKind.WrongState, state.Name(), () => form.Reuse(_open, Editor, Question("B"), evidence!), form, evidence);
        Refused(RefusalKind.WrongState, state.Name(), () => form.RemoveEvidence(_open, Editor, Question("A"), evidence!, InTime), form, evidence);
    }

    [Fact]
    public void A_note_on_a_warning_is_never_empty()
    {
        var note = new CheckNote(1, "W1", " Số liệu đúng. ", Editor.UserId, Opening);
        note.Rewrite("Đã đối chiếu.", Contributor.UserId, InTime);

        Assert.Equal(("Đã đối chiếu.", Contributor.UserId, InTime), (note.Text, note.WrittenById, note.WrittenAt));
        Assert.Throws<ArgumentException>(() => note.Rewrite(" ", Editor.UserId, InTime));
        Assert.Throws<ArgumentException>(() => new Answer(1, ""));
    }
}
