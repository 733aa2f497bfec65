using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.Receipts;

/// <summary>One receipt as it was made, whatever the form says today; the page and the PDF show the same.</summary>
/// <param name="SignedBy">Name and office of whoever signed.</param>
/// <param name="Rows">Every answer handed in, in set order.</param>
public sealed record ReceiptPage(OwnForm Form, FormDeadline Deadline, SubmissionReceipt Receipt, IReadOnlyList<int> Revisions, string SignedBy, Signature Signature, IReadOnlyList<ReceiptRow> Rows)
{
    /// <summary>Tells receipts apart: <c>2026/STC/1</c>.</summary>
    public string Code => $"{Form.Period.Code}/{Form.Agency.Code}/{Receipt.Revision}";

    /// <summary>Whether the first submission came in time, in words.</summary>
    public string Timeliness => $"Nộp {Deadline.Lateness}" + (Deadline.IsLate ? " (tính theo lần nộp đầu)" : "");

    /// <summary>Sections with something handed in.</summary>
    public IEnumerable<(Section Section, IReadOnlyList<ReceiptRow> Rows)> Sections =>
        Form.Set.Sections.Select(s => (s, (IReadOnlyList<ReceiptRow>)[.. Rows.Where(r => r.Question.Section == s.Code)])).Where(s => s.Item2.Count > 0);

    /// <summary>Each document once, with the questions that it proves, in the order of first use.</summary>
    public IReadOnlyList<(HandedInDocument Document, IReadOnlyList<string> Questions)> Documents =>
        [.. Rows.SelectMany(r => r.Evidence.Select(e => (e, r.Question.Code))).GroupBy(p => p.e).Select(g => (g.Key, (IReadOnlyList<string>)[.. g.Select(p => p.Code)]))];
}
