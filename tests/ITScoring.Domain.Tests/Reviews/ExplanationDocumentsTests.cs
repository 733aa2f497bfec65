using ITScoring.Domain.Accounts;
using ITScoring.Domain.Files;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Reviews;

/// <summary>The documents of an explanation: they come and go while it can be rewritten, and prove nothing of the form.</summary>
public sealed class ExplanationDocumentsTests
{
    private static readonly DateOnly Day = new(2018, 11, 5);

    private readonly Period _period = PeriodIn(PeriodState.Preliminary);
    private readonly Submission _form = FormIn(SubmissionState.Verified);
    private readonly Explanation _explanation = new(0, "K.1");

    public ExplanationDocumentsTests() => Done(_explanation.Write(_period, _form, Set, Editor, "Có biên bản.", [new("A", "7")], Explaining));

    [Fact]
    public void A_citation_a_link_and_a_file_support_the_explanation_and_no_question()
    {
        Done(_explanation.Cite(_period, _form, Editor, " 12/BB ", Day, "Sở A", "Biên bản", Explaining, out var citation));
        Done(_explanation.Link(_period, _form, Editor, "https://a.invalid/x", " ", Explaining, out var link));
        Done(_explanation.Attach(_period, _form, Editor, File(Own), "Biên bản.pdf", Explaining, out var file));

        Assert.Equal(("12/BB", "https://a.invalid/x", "Biên bản.pdf"), (citation!.Title, link!.Title, file!.Title));
        Assert.All([citation, link, file], e => Assert.Equal((0, 0, Editor.UserId, Explaining), (e.ExplanationId!.Value, e.Uses.Count, e.AddedById, e.AddedAt)));
    }

    [Fact]
    public void They_are_checked_like_any_other_document()
    {
        Assert.Equal(4, _explanation.Cite(_period, _form, Editor, " ", null, null, "", Explaining, out _).Problems.Count);
        Assert.Equal("url", Assert.Single(_explanation.Link(_period, _form, Editor, "ftp://a.invalid", null, Explaining, out _).Details).At);
        Refused(RefusalKind.NotAllowed, "không thuộc cơ quan", () => _explanation.Attach(_period, _form, Editor, File(Other), "a.pdf", Explaining, out _), _explanation);
    }

    [Fact]
    public void Only_the_editor_of_the_agency_adds_and_only_until_the_head_confirms_or_the_window_ends()
    {
        Outcome Link(Actor actor, DateTime at) => _explanation.Link(_period, _form, actor, "https://a.invalid", null, at, out _);
        Done(_explanation.Link(_period, _form, Editor, "https://a.invalid", null, Explaining, out var link));

        Refused(RefusalKind.NotAllowed, "không thuộc cơ quan", () => Link(Editor with { AgencyId = Other }, Explaining), _explanation);
        Refused(RefusalKind.NotAllowed, "không được giải trình", () => Link(Head, Explaining), _explanation);
        Refused(RefusalKind.WrongState, "Đã hết hạn giải trình", () => Link(Editor, Response.LastInstantUtc.AddSeconds(1)), _explanation);
        Done(_explanation.Confirm(_period, _form, Head, Explaining));
        Refused(RefusalKind.WrongState, "đã được thủ trưởng xác nhận", () => Link(Editor, Explaining), _explanation);
        Refused(RefusalKind.WrongState, "đã được thủ trưởng xác nhận", () => _explanation.RemoveEvidence(_period, _form, Editor, link!, Explaining), _explanation, link!);
    }

    [Fact]
    public void A_document_is_removed_once_and_one_of_the_form_not_at_all()
    {
        Done(_explanation.Link(_period, _form, Editor, "https://a.invalid", null, Explaining, out var link));
        var open = FormIn(SubmissionState.Drafting);
        Done(open.Link(PeriodIn(PeriodState.Open), Editor, Question("A"), "https://b.invalid", null, InTime, out var ofForm));

        Done(_explanation.RemoveEvidence(_period, _form, Editor, link!, Explaining));
        Assert.Equal(Explaining, link!.RemovedAt);
        Refused(RefusalKind.WrongState, "Không tìm thấy", () => _explanation.RemoveEvidence(_period, _form, Editor, link, Explaining), link);
        Refused(RefusalKind.WrongState, "Không tìm thấy", () => _explanation.RemoveEvidence(_period, _form, Editor, ofForm!, Explaining), ofForm!);
        Refused(RefusalKind.WrongState, "Không tìm thấy", () => open.Reuse(PeriodIn(PeriodState.Open), Editor, Question("B"), link), link);
    }

    private static StoredFile File(int agency) => new(agency, new string('a', 64), 10, FileKind.Pdf, Editor.UserId, Explaining, willBeScanned: false);
}
