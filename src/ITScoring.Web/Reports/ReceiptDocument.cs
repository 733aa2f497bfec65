using ITScoring.Web.Features.Receipts;
using ITScoring.Web.Reports.Pdf;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>The receipt as an official document (Nghị định 30/2020/NĐ-CP, Phụ lục I): two-column head, kind and abstract, what was handed in, signature.</summary>
public static class ReceiptDocument
{
    private static readonly TextStyle Body = new(FontFace.Regular, 13);
    private static readonly TextStyle Bold = new(FontFace.Bold, 13);
    private static readonly TextStyle Motto = new(FontFace.Bold, 13, TextAlign.Centre);
    private static readonly TextStyle Title = new(FontFace.Bold, 14, TextAlign.Centre);
    private static readonly TextStyle Remark = new(FontFace.Italic, 12, TextAlign.Centre);

    /// <summary>The document as PDF/A-2b.</summary>
    public static byte[] Write(ReceiptPage receipt, PortalOptions portal)
    {
        var form = receipt.Form;
        using var flow = new PageFlow($"Biên nhận phiếu khảo sát {receipt.Code}");
        OfficialHead.Write(flow, portal, $"Mã: {receipt.Code}", VietnamTime.DayOf(receipt.Receipt.SubmittedAt));
        flow.Space(14);
        flow.Text("BIÊN NHẬN", Title);
        flow.Text($"Phiếu khảo sát của {form.Agency.Name}", Title);
        flow.Text(form.Period.Title, Title);
        if (form.Period.IsDemo)
            flow.Text(DemoNotice.Text, Remark);
        flow.Space(12);
        foreach (var (name, value) in Facts(receipt))
            flow.Columns(0.36, [(name, Body)], [(value, Body)]);
        flow.Columns(0.36, [("Mã SHA-256 của nội dung", Body)], [(receipt.Receipt.Sha256, new TextStyle(FontFace.Regular, 11))]);
        WriteAnswers(flow, receipt);
        WriteDocuments(flow, receipt);
        flow.Space(12);
        // The signature does not stand alone on a page.
        flow.Room(8 * Body.LineHeight);
        flow.Text("Mã SHA-256 tính trên toàn bộ câu trả lời, ghi chú và danh mục tài liệu của lần nộp này. Nội dung thay đổi thì mã thay đổi.", Body);
        WriteSignature(flow, receipt);
        return flow.Build();
    }

    private static IEnumerable<(string Name, string Value)> Facts(ReceiptPage receipt)
    {
        yield return ("Cơ quan nộp", receipt.Form.Agency.Name);
        yield return ("Nộp lúc", $"{VietnamTime.Moment(receipt.Receipt.SubmittedAt)} (giờ Việt Nam), lần nộp thứ {receipt.Receipt.Revision}");
        yield return ("Người ký nộp", receipt.SignedBy);
        yield return ("Hạn nộp của cơ quan", receipt.Form.Deadline.Wording);
        yield return ("Thời hạn", receipt.Timeliness);
        yield return ("Bộ tiêu chí", $"{receipt.Form.Set.Code}, phiên bản {receipt.Form.Set.Version}");
    }

    private static void WriteAnswers(PageFlow flow, ReceiptPage receipt)
    {
        var numbers = receipt.Documents.Select((d, i) => (d.Document, Number: i + 1)).ToDictionary(d => d.Document, d => d.Number);
        flow.Space(10);
        flow.Text("1. Nội dung đã nộp", Bold);
        flow.Space(4);
        flow.Table(
            [new("Câu", 9, TextAlign.Centre), new("Nội dung", 43), new("Trả lời", 35), new("Tài liệu số", 13, TextAlign.Centre)],
            receipt.Sections.SelectMany(s => s.Rows.Select(r => new TableRow(
                r.Question.Code,
                r.Question.Text,
                r.Note is null ? r.Answer : $"{r.Answer}\nGhi chú: {r.Note}",
                string.Join(", ", r.Evidence.Select(e => numbers[e])))).Prepend(new TableRow($"{s.Section.Code}. {s.Section.Name}"))));
    }

    private static void WriteDocuments(PageFlow flow, ReceiptPage receipt)
    {
        flow.Space(10);
        flow.Room(4 * Body.LineHeight);
        flow.Text("2. Tài liệu kiểm chứng", Bold);
        flow.Space(4);
        if (receipt.Documents.Count == 0)
        {
            flow.Text("Không có tài liệu.", Body);
            return;
        }

        flow.Table(
            [new("Số", 7, TextAlign.Centre), new("Tài liệu", 45), new("Dùng cho câu", 18), new("SHA-256 của tệp", 30)],
            receipt.Documents.Select((d, i) => new TableRow($"{i + 1}", d.Document.Text, string.Join(", ", d.Questions), d.Document.Sha256 ?? "Không có tệp")));
    }

    private static void WriteSignature(PageFlow flow, ReceiptPage receipt)
    {
        flow.Space(14);
        flow.Columns(
            0.4,
            [],
            [
                .. receipt.Signature.Capacity.Select(line => (line, Motto)),
                ($"(Đã ký nộp trên cổng lúc {VietnamTime.Moment(receipt.Receipt.SubmittedAt)})", Remark),
                (receipt.Signature.Name, Motto),
            ]);
    }
}
