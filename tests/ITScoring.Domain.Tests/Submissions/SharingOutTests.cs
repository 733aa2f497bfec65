using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Submissions;

/// <summary>Who was given which section, what that lets them do, and when a section counts as done.</summary>
public sealed class SharingOutTests
{
    private static readonly Actor Other1 = new(31, Role.Contributor, Own);
    private static readonly Section Only = Set.Sections[0];
    private static readonly DateOnly Due = new(2018, 12, 14);

    private readonly Period _open = PeriodIn(PeriodState.Open);
    private readonly Submission _form = FormIn(SubmissionState.Drafting);
    private readonly Answer _answer = new(0, "A");

    [Fact]
    public void A_section_given_to_nobody_is_every_contributors()
    {
        Done(_form.Declare(_open, Contributor, Question("A"), _answer, "6", null, InTime));
        Done(_form.Declare(_open, Other1, Question("A"), _answer, "7", null, InTime));
    }

    [Fact]
    public void A_given_section_is_answered_and_proved_by_those_who_have_it_and_by_the_editor()
    {
        Done(_form.ShareOut(_open, Editor, Only, [Contributor], Due, " Hỏi văn thư. ", InTime));

        var given = Assert.Single(_form.Assignments);
        Assert.Equal((Only.Code, Contributor.UserId, Due, "Hỏi văn thư.", Editor.UserId, InTime), (given.SectionCode, given.ContributorId, given.DueOn, given.Word, given.AssignedById, given.AssignedAt));
        Done(_form.Declare(_open, Contributor, Question("A"), _answer, "6", null, InTime));
        Done(_form.Declare(_open, Editor, Question("A"), _answer, "7", null, InTime));
        Refused(RefusalKind.NotAllowed, "đã được giao cho người khác", () => _form.Declare(_open, Other1, Question("A"), _answer, "8", null, InTime), _form, _answer);
        Refused(RefusalKind.NotAllowed, "đã được giao cho người khác", () => _form.Link(_open, Other1, Question("A"), "https://stc.vn", null, InTime, out _), _form);
    }

    [Fact]
    public void Taking_a_section_back_from_everybody_opens_it_again()
    {
        Done(_form.ShareOut(_open, Editor, Only, [Contributor], null, null, InTime));
        Done(_form.ShareOut(_open, Editor, Only, [], null, null, InTime));

        Assert.Empty(_form.Assignments);
        Done(_form.Declare(_open, Other1, Question("A"), _answer, "8", null, InTime));
    }

    [Fact]
    public void Who_keeps_a_section_unchanged_keeps_the_time_it_was_given()
    {
        Done(_form.ShareOut(_open, Editor, Only, [Contributor], Due, null, Opening));
        Done(_form.ShareOut(_open, Editor, Only, [Contributor, Other1], Due, null, InTime));
        Assert.Equal([Opening, InTime], _form.Assignments.Select(a => a.AssignedAt));

        Done(_form.ShareOut(_open, Editor, Only, [Contributor, Other1], Due.AddDays(1), null, InTime.AddHours(1)));
        Assert.All(_form.Assignments, a => Assert.Equal(InTime.AddHours(1), a.AssignedAt));
    }

    [Fact]
    public void Only_the_editor_shares_out_and_only_to_contributors_of_the_agency()
    {
        Refused(RefusalKind.NotAllowed, "Chỉ đầu mối CNTT", () => _form.ShareOut(_open, Contributor, Only, [Contributor], null, null, InTime), _form);
        Refused(RefusalKind.NotAllowed, "không thuộc cơ quan", () => _form.ShareOut(_open, new Actor(40, Role.Editor, Other), Only, [Contributor], null, null, InTime), _form);
        Refused(RefusalKind.Input, "người nhập liệu của cơ quan", () => _form.ShareOut(_open, Editor, Only, [Head], null, null, InTime), _form);
        Refused(RefusalKind.Input, "người nhập liệu của cơ quan", () => _form.ShareOut(_open, Editor, Only, [new Actor(41, Role.Contributor, Other)], null, null, InTime), _form);
        Refused(RefusalKind.Input, "chọn người được giao", () => _form.ShareOut(_open, Editor, Only, [], Due, null, InTime), _form);
        Refused(RefusalKind.Input, "chọn người được giao", () => _form.ShareOut(_open, Editor, Only, [], null, "Làm sớm.", InTime), _form);
    }

    [Fact]
    public void The_due_day_lies_between_today_and_the_agencys_deadline()
    {
        // "Trước ngày 20/12/2018" ends with the 19th; InTime is the 10th.
        Refused(RefusalKind.Input, "từ hôm nay trở đi", () => _form.ShareOut(_open, Editor, Only, [Contributor], new DateOnly(2018, 12, 9), null, InTime), _form);
        Refused(RefusalKind.Input, "trước ngày 20/12/2018", () => _form.ShareOut(_open, Editor, Only, [Contributor], new DateOnly(2018, 12, 20), null, InTime), _form);
        Done(_form.ShareOut(_open, Editor, Only, [Contributor], new DateOnly(2018, 12, 10), null, InTime));
        Done(_form.ShareOut(_open, Editor, Only, [Contributor], new DateOnly(2018, 12, 19), null, InTime));
        // One that has passed meanwhile is kept, and whoever is late already still shares out.
        Done(_form.ShareOut(_open, Editor, Only, [Contributor], new DateOnly(2018, 12, 19), "Gấp.", Closing));
        Done(_form.ShareOut(_open, Editor, Only, [Contributor], new DateOnly(2018, 12, 24), null, Closing));
    }

    [Fact]
    public void A_returned_section_is_due_by_the_returns_deadline()
    {
        var form = FormIn(SubmissionState.Returned); // until the end of 28/12/2018

        Refused(RefusalKind.Input, "hết ngày 28/12/2018", () => form.ShareOut(_open, Editor, Only, [Contributor], new DateOnly(2018, 12, 29), null, InTime), form);
        Done(form.ShareOut(_open, Editor, Only, [Contributor], new DateOnly(2018, 12, 28), null, InTime));
    }

    [Theory]
    [InlineData(SubmissionState.AwaitingSignOff)]
    [InlineData(SubmissionState.Submitted)]
    [InlineData(SubmissionState.Verified)]
    public void Nothing_is_shared_out_or_declared_done_while_nobody_can_answer(SubmissionState state)
    {
        var form = FormIn(state);

        Refused(RefusalKind.WrongState, "khi phiếu ở trạng thái", () => form.ShareOut(_open, Editor, Only, [Contributor], null, null, InTime), form);
        Refused(RefusalKind.WrongState, "khi phiếu ở trạng thái", () => form.DeclareDone(_open, Editor, Only, 0, "aa", InTime), form);
        Refused(RefusalKind.WrongState, "khi phiếu ở trạng thái", () => form.WithdrawDone(_open, Editor, Only), form);
    }

    [Fact]
    public void A_section_is_declared_done_by_those_whose_it_is_once_every_question_is_answered()
    {
        Done(_form.ShareOut(_open, Editor, Only, [Contributor], null, null, Opening));

        Refused(RefusalKind.NotAllowed, "giao cho người khác", () => _form.DeclareDone(_open, Other1, Only, 0, "aa", InTime), _form);
        Refused(RefusalKind.NotAllowed, "không được nhập câu trả lời", () => _form.DeclareDone(_open, Head, Only, 0, "aa", InTime), _form);
        Refused(RefusalKind.Input, "còn 2 câu chưa trả lời", () => _form.DeclareDone(_open, Contributor, Only, 2, "aa", InTime), _form);
        Done(_form.DeclareDone(_open, Contributor, Only, 0, "aa", Opening));
        Done(_form.DeclareDone(_open, Editor, Only, 0, "bb", InTime));

        var done = Assert.Single(_form.SectionsDone);
        Assert.Equal((Editor.UserId, InTime, false, true), (done.DeclaredById, done.DeclaredAt, done.Stands("aa"), done.Stands("bb")));
        Done(_form.WithdrawDone(_open, Contributor, Only));
        Refused(RefusalKind.WrongState, "chưa được đánh dấu xong", () => _form.WithdrawDone(_open, Contributor, Only), _form);
    }

    [Fact]
    public void Content_changes_with_a_value_a_note_and_a_document_and_with_nothing_of_others()
    {
        List<Answer> answers = [_answer, new Answer(0, "I")];
        string Content(params Evidence[] evidence) => SectionContent.Sha256(Set, Only.Code, answers, evidence);
        var seen = new List<string> { Content() };

        Done(_form.Declare(_open, Editor, Question("A"), _answer, "6", null, InTime));
        seen.Add(Content());
        Done(_form.Declare(_open, Editor, Question("A"), _answer, "6", "Gồm cả chi cục.", InTime));
        seen.Add(Content());
        Done(_form.Link(_open, Editor, Question("A"), "https://stc.vn", null, InTime, out var link));
        seen.Add(Content(link!));
        Done(_form.Reuse(_open, Editor, Question("B"), link!));
        seen.Add(Content(link!));

        Assert.Equal(5, seen.Distinct().Count());
        Done(_form.RemoveEvidence(_open, Editor, Question("B"), link!, InTime));
        Assert.Equal(seen[3], Content(link!));
        // A value of the inspector's question is not the agency's.
        Assert.Equal(seen[3], SectionContent.Sha256(Set, Only.Code, [_answer], [link!]));
        // The value given back is what was declared done: nothing has changed then.
        Done(_form.Declare(_open, Editor, Question("A"), _answer, "9", "Gồm cả chi cục.", InTime));
        Assert.NotEqual(seen[2], Content());
        Done(_form.Declare(_open, Editor, Question("A"), _answer, "6", "Gồm cả chi cục.", InTime));
        Assert.Equal(seen[2], Content());
    }
}
