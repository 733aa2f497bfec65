using ITScoring.Domain.Files;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Submissions;

/// <summary>Files as evidence, and what is done with documents: order, parts, names, replacing.</summary>
public sealed class FileEvidenceTests
{
    private readonly Period _open = PeriodIn(PeriodState.Open);
    private readonly Submission _form = FormIn(SubmissionState.Drafting);

    [Fact]
    public void A_file_with_malware_proves_nothing_and_is_attached_to_nothing()
    {
        var file = FileOf(_form);
        Done(_form.Attach(_open, Editor, Question("A"), file, "Báo cáo.pdf", null, InTime, out var evidence));
        Assert.True(evidence!.Proves);

        file.MarkInfected("Eicar", InTime);

        Assert.False(evidence.Proves || file.IsServed);
        Refused(RefusalKind.Input, "có mã độc (Eicar)", () => _form.Attach(_open, Editor, Question("B"), file, "Báo cáo.pdf", null, InTime, out _), _form);
    }

    [Fact]
    public void A_file_of_another_agency_is_attached_to_nothing() => Refused(
        RefusalKind.NotAllowed,
        "không thuộc cơ quan",
        () => _form.Attach(_open, Editor, Question("A"), new StoredFile(_form.AgencyId + 1, new string('a', 64), 1, FileKind.Pdf, 1, InTime, false), "x.pdf", null, InTime, out _),
        _form);

    [Fact]
    public void At_the_ends_a_document_stays_where_it_is()
    {
        var documents = Enumerable.Range(1, 3).Select(i => Link(_form, "A", i)).ToList();

        Done(_form.MoveEvidence(_open, Editor, Question("A"), documents, documents[0], up: true));
        Assert.Equal([1, 2, 3], documents.Select(d => d.Uses.Single().Position));
        Done(_form.MoveEvidence(_open, Editor, Question("A"), documents, documents[0], up: false));
        Assert.Equal([2, 1, 3], documents.Select(d => d.Uses.Single().Position));
    }

    [Fact]
    public void Only_parts_that_the_answer_has_can_be_proved_and_none_means_the_whole()
    {
        var document = Link(_form, "A", 1);
        Refused(RefusalKind.Input, "Câu A không có phần “x”", () => _form.LimitEvidence(_open, Editor, Question("A"), document, null, ["x"]), document);
        Done(_form.LimitEvidence(_open, Editor, Question("A"), document, null, []));
        Assert.Equal("", document.Uses.Single().Part);
    }

    [Fact]
    public void On_a_returned_form_a_document_is_replaced_where_it_may_be_and_stays_elsewhere()
    {
        var form = FormIn(SubmissionState.Returned); // A is named
        Done(_form.Link(_open, Editor, Question("A"), "https://stc.vn/cu", null, Opening, out var old));
        Done(_form.Reuse(_open, Editor, Question("B"), old!));
        Done(form.Link(_open, Editor, Question("A"), "https://stc.vn/moi", null, InTime, out var @new));

        Done(form.ReplaceEvidence(_open, Editor, Set, Question("A"), old!, @new!, InTime));

        Assert.Equal(["A"], @new!.Uses.Select(u => u.QuestionCode));
        Assert.Equal(["B"], old!.Uses.Select(u => u.QuestionCode));
        Assert.Null(old.RemovedAt);
    }

    [Fact]
    public void A_citation_is_called_by_its_number_and_not_renamed()
    {
        Done(_form.Cite(_open, Editor, Question("A"), "12/KH", new DateOnly(2018, 1, 2), "Sở", "V/v", InTime, out var evidence));
        Refused(RefusalKind.WrongState, "gọi theo số, ký hiệu", () => _form.RenameEvidence(_open, Editor, Question("A"), evidence!, "Kế hoạch"), evidence!);
    }

    [Fact]
    public void A_scanner_that_is_silent_is_asked_again_after_1_2_4_minutes_and_at_most_an_hour()
    {
        var file = FileOf(_form);
        var waits = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            file.MarkNotScanned(InTime);
            waits.Add((file.NextScanAt - InTime).TotalMinutes);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], waits);
        Assert.Equal((ScanState.Failed, true), (file.Scan, file.IsServed));
    }

    private static StoredFile FileOf(Submission form) => new(form.AgencyId, new string('a', 64), 1000, FileKind.Pdf, 1, InTime, willBeScanned: true);

    private Evidence Link(Submission form, string question, int position)
    {
        Done(form.Link(_open, Editor, Question(question), $"https://stc.vn/{position}", null, InTime, out var evidence, new EvidencePlace("", position)));
        return evidence!;
    }
}
