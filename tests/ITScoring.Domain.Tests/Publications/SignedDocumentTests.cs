using ITScoring.Domain.Accounts;
using ITScoring.Domain.Files;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Tests.Workflow;

namespace ITScoring.Domain.Tests.Publications;

public sealed class SignedDocumentTests
{
    private static readonly DocumentReference[] Decisions = [Procedure.Decision];

    private static readonly DocumentReference Letter = new("12/STTTT", new DateOnly(2018, 12, 3), null);

    [Fact]
    public void The_manager_attaches_all_kinds_the_leader_the_decision_and_nobody_else_any()
    {
        foreach (var kind in Enum.GetValues<SignedDocumentKind>())
        {
            Assert.True(Attach(Procedure.Manager, PeriodState.Published, kind).Ok);
            Assert.Equal(kind == SignedDocumentKind.Decision, Attach(Procedure.Leader, PeriodState.Published, kind).Ok);
            foreach (var actor in new[] { Procedure.Contributor, Procedure.Editor, Procedure.Head, Procedure.Deputy, Procedure.Reviewer, new Actor(20, Role.Observer, null), new Actor(21, Role.Administrator, null) })
                Assert.Equal(RefusalKind.NotAllowed, Attach(actor, PeriodState.Published, kind).Refusal);
        }
    }

    [Fact]
    public void A_period_in_preparation_has_no_documents_and_one_that_was_not_approved_no_decision()
    {
        foreach (var state in Enum.GetValues<PeriodState>())
        {
            Assert.Equal(state > PeriodState.Draft, Attach(Procedure.Manager, state, SignedDocumentKind.Letter).Ok);
            Assert.Equal(RefusalKind.WrongState, SignedDocument.Check(Procedure.Manager, Procedure.PeriodIn(state), SignedDocumentKind.Decision, Procedure.Decision, [], [], null, Procedure.Deciding).Refusal);
        }
    }

    [Theory]
    [InlineData("321/QĐ-UBND", 19, true)]
    [InlineData(" 321/qđ-ubnd ", 19, true)]
    [InlineData("321/QĐ-UBND", 18, false)]
    [InlineData("322/QĐ-UBND", 19, false)]
    public void A_decision_is_one_by_which_the_result_was_approved_or_corrected(string number, int day, bool isTaken) =>
        Assert.Equal(isTaken, Attach(Procedure.Leader, PeriodState.Approved, SignedDocumentKind.Decision, new DocumentReference(number, new DateOnly(2019, 4, day), null)).Ok);

    [Fact]
    public void Number_date_and_a_PDF_are_asked_for()
    {
        Assert.Equal("number", At(Attach(Procedure.Manager, PeriodState.Open, SignedDocumentKind.Letter, Letter with { Number = " " })));
        Assert.Equal("date", At(Attach(Procedure.Manager, PeriodState.Open, SignedDocumentKind.Letter, Letter with { Date = new DateOnly(2019, 4, 21) })));
        Assert.Equal("file", At(Attach(Procedure.Manager, PeriodState.Open, SignedDocumentKind.Letter, file: Stored('a', FileKind.Docx))));
        Assert.Equal(RefusalKind.Input, SignedDocument.Check(Procedure.Manager, Procedure.PeriodIn(PeriodState.Open), SignedDocumentKind.Letter, Letter, Decisions, [], 5, Procedure.Deciding).Refusal);

        static string? At(Outcome outcome) => Assert.Single(outcome.Details).At;
    }

    [Fact]
    public void The_same_document_with_another_file_takes_the_place_and_with_the_same_file_changes_nothing()
    {
        var period = Procedure.PeriodIn(PeriodState.Published);
        var first = Take(period, Letter, [], 'a');
        Assert.Null(first.ReplacesId);
        Assert.Equal(first.Id, Take(period, Letter with { Number = "12/stttt" }, [first], 'b').ReplacesId);
        Assert.Null(Take(period, Letter with { Number = "13/STTTT" }, [first], 'b').ReplacesId);
        Assert.Equal(first.Id, Take(period, Letter with { Abstract = "Trích yếu đã sửa" }, [first], 'a').ReplacesId);
        var (again, _) = SignedDocument.Attach(Procedure.Manager, period, SignedDocumentKind.Letter, Letter, Decisions, [first], null, Stored('a'), "a.pdf", SignatureReport.None, Procedure.Deciding);
        Assert.Equal("file", Assert.Single(again.Details).At);
        // The leader replaces no other kind.
        Assert.Equal(RefusalKind.NotAllowed, SignedDocument.Check(Procedure.Leader, period, SignedDocumentKind.Decision, Procedure.Decision, Decisions, [first], first.Id, Procedure.Deciding).Refusal);
    }

    [Theory]
    [InlineData("", SignatureState.None)]
    [InlineData("Intact", SignatureState.Intact)]
    [InlineData("AddedTo", SignatureState.AddedTo)]
    [InlineData("AddedTo Intact", SignatureState.Intact)]
    [InlineData("Altered Intact", SignatureState.Altered)]
    [InlineData("Unreadable Intact", SignatureState.Unreadable)]
    [InlineData("Unreadable Altered", SignatureState.Altered)]
    public void One_wrong_signature_spoils_the_file_and_a_later_right_one_covers_what_was_added(string signatures, SignatureState expected) =>
        Assert.Equal(expected, new SignatureReport([.. signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => new FileSignature(Enum.Parse<SignatureState>(s), null))]).State);

    private static Outcome Attach(Actor by, PeriodState state, SignedDocumentKind kind, DocumentReference? document = null, StoredFile? file = null) =>
        SignedDocument.Attach(by, Procedure.PeriodIn(state), kind, document ?? (kind == SignedDocumentKind.Decision ? Procedure.Decision : Letter), Decisions, [], null, file ?? Stored('a'), "a.pdf", SignatureReport.None, Procedure.Deciding).Outcome;

    private static SignedDocument Take(Period period, DocumentReference document, SignedDocument[] documents, char hash)
    {
        var (outcome, taken) = SignedDocument.Attach(Procedure.Manager, period, SignedDocumentKind.Letter, document, Decisions, documents, null, Stored(hash), "a.pdf", SignatureReport.None, Procedure.Deciding);
        Procedure.Done(outcome);
        return taken!;
    }

    private static StoredFile Stored(char hash, FileKind kind = FileKind.Pdf) => new(Procedure.Office, new string(hash, 64), 100, kind, Procedure.Manager.UserId, Procedure.Deciding, willBeScanned: false);
}
