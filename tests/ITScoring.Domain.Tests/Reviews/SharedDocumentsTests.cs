using System.Text;
using ITScoring.Domain.Files;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Reviews;

/// <summary>The same document in two agencies' forms, and whether it was judged the same way.</summary>
public sealed class SharedDocumentsTests
{
    private readonly Period _open = PeriodIn(PeriodState.Open);
    private readonly Submission _form = FormIn(SubmissionState.Drafting);

    [Fact]
    public void A_document_that_one_agency_was_given_and_another_was_not_is_named_with_both()
    {
        var found = Assert.Single(SharedDocuments.JudgedDifferently(
            [Citation("STC"), Citation("SNV"), Citation("SYT", "99/KH-UBND")],
            [Judged("SNV", VerdictKind.Adjusted, 0), Judged("STC", VerdictKind.Agreed, 1000), Judged("SYT", VerdictKind.Adjusted, 0)]));

        Assert.Equal("12/QĐ-UBND", found.Title);
        Assert.Equal(["SNV", "STC"], found.Judged.Select(j => j.AgencyCode));
        Assert.True(found is { VerdictsDiffer: true, PointsDiffer: true });
    }

    [Fact]
    public void Verdicts_of_two_kinds_are_enough_and_so_are_points_for_one_only()
    {
        CitedDocument[] both = [Citation("STC"), Citation("SNV")];

        Assert.True(Assert.Single(SharedDocuments.JudgedDifferently(both, [Judged("STC", VerdictKind.Agreed, 1000), Judged("SNV", VerdictKind.Adjusted, 500)])) is { VerdictsDiffer: true, PointsDiffer: false });
        Assert.True(Assert.Single(SharedDocuments.JudgedDifferently(both, [Judged("STC", VerdictKind.Agreed, 1000), Judged("SNV", VerdictKind.Agreed, 0)])) is { VerdictsDiffer: false, PointsDiffer: true });
        // A deduction that one is spared.
        Assert.Single(SharedDocuments.JudgedDifferently(both, [Judged("STC", VerdictKind.Agreed, -500), Judged("SNV", VerdictKind.Agreed, 0)]));
    }

    [Fact]
    public void Nothing_is_said_where_all_were_judged_alike_or_only_one_was_judged_or_the_criterion_does_not_apply()
    {
        CitedDocument[] both = [Citation("STC"), Citation("SNV")];

        Assert.Empty(SharedDocuments.JudgedDifferently(both, [Judged("STC", VerdictKind.Agreed, 1000), Judged("SNV", VerdictKind.Agreed, 500)]));
        Assert.Empty(SharedDocuments.JudgedDifferently(both, [Judged("STC", VerdictKind.Agreed, 1000)]));
        Assert.Empty(SharedDocuments.JudgedDifferently(both, []));
        Assert.Empty(SharedDocuments.JudgedDifferently(both, [Judged("STC", VerdictKind.Agreed, 1000), new JudgedCriterion("SNV", VerdictKind.Agreed, null)]));
        Assert.Empty(SharedDocuments.JudgedDifferently([], [Judged("STC", VerdictKind.Agreed, 1000), Judged("SNV", VerdictKind.Adjusted, 0)]));
    }

    [Fact]
    public void A_document_that_an_agency_cites_twice_is_not_shared() =>
        Assert.Empty(SharedDocuments.JudgedDifferently([Citation("STC"), Citation("STC")], [Judged("STC", VerdictKind.Agreed, 1000), Judged("SNV", VerdictKind.Adjusted, 0)]));

    [Theory]
    [InlineData("12 /qđ-ubnd", "UBND  tỉnh Quảng Bình")] // spaces and case
    [InlineData(" 12/QĐ-UBND ", "ubnd tỉnh quảng bình")]
    public void A_citation_is_known_by_number_day_and_issuer_however_they_are_written(string number, string issuer)
    {
        Assert.Equal(Citation("STC").Identity, Citation("SNV", number, issuer).Identity);
        Assert.Equal(Citation("STC").Identity, Citation("SNV", number.Normalize(NormalizationForm.FormD), issuer.Normalize(NormalizationForm.FormD)).Identity);
    }

    [Fact]
    public void Another_number_day_or_issuer_is_another_document()
    {
        string[] all = [Citation("A").Identity, Citation("A", "13/QĐ-UBND").Identity, Citation("A", issuer: "Sở Nội vụ").Identity, Citation("A", day: 6).Identity, Citation("A", "12/QD-UBND").Identity];

        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void A_file_is_known_by_its_content_whatever_it_is_called()
    {
        Assert.Equal(File("Báo cáo.pdf", 'a').Identity, File("bao-cao (1).pdf", 'a').Identity);
        Assert.NotEqual(File("Báo cáo.pdf", 'a').Identity, File("Báo cáo.pdf", 'b').Identity);
    }

    [Theory]
    [InlineData("https://quangbinh.gov.vn/vb?id=1", "HTTPS://QuangBinh.gov.vn:443/vb?id=1", true)]
    [InlineData("https://quangbinh.gov.vn", "https://quangbinh.gov.vn/", true)]
    [InlineData("https://quangbinh.gov.vn/vb", "https://quangbinh.gov.vn/vb/#trang-2", true)]
    [InlineData("https://quangbinh.gov.vn/vb?id=1", "https://quangbinh.gov.vn/vb?id=2", false)]
    [InlineData("https://quangbinh.gov.vn/VB", "https://quangbinh.gov.vn/vb", false)] // a path knows case
    [InlineData("https://quangbinh.gov.vn/vb", "http://quangbinh.gov.vn/vb", false)]
    public void A_link_is_known_by_its_address(string one, string other, bool same) => Assert.Equal(same, Link(one).Identity == Link(other).Identity);

    private static JudgedCriterion Judged(string agency, VerdictKind verdict, long hundredths) => new(agency, verdict, new Points(hundredths));

    private CitedDocument Citation(string agency, string number = "12/QĐ-UBND", string issuer = "UBND tỉnh Quảng Bình", int day = 5)
    {
        Done(_form.Cite(_open, Editor, Question("A"), number, new DateOnly(2018, 3, day), issuer, "V/v ban hành quy chế", InTime, out var evidence));
        return CitedDocument.Of(agency, evidence!);
    }

    private CitedDocument Link(string url)
    {
        Done(_form.Link(_open, Editor, Question("A"), url, null, InTime, out var evidence));
        return CitedDocument.Of("STC", evidence!);
    }

    private CitedDocument File(string name, char content)
    {
        Done(_form.Attach(_open, Editor, Question("A"), new StoredFile(_form.AgencyId, new string(content, 64), 1, FileKind.Pdf, 1, InTime, false), name, null, InTime, out var evidence));
        return CitedDocument.Of("STC", evidence!);
    }
}
