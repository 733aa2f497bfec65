using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Explanations;
using ITScoring.Web.Reports.Pdf;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Reports;

/// <summary>Phiếu kết quả sơ bộ: an agency's points as they were sent, group by group, with what the reviewer changed and why. A draft without number and signature.</summary>
public static class PreliminaryDocument
{
    private static readonly TextStyle Body = new(FontFace.Regular, 13);
    private static readonly TextStyle Bold = new(FontFace.Bold, 13);
    private static readonly TextStyle Title = new(FontFace.Bold, 14, TextAlign.Centre);
    private static readonly TextStyle Small = new(FontFace.Regular, 11);

    /// <summary>The document as PDF/A-2b.</summary>
    public static byte[] Write(PreliminaryResult result, PortalOptions portal)
    {
        var form = result.Form;
        using var flow = new PageFlow($"Kết quả sơ bộ của {form.Agency.Name}, {form.Period.Title}", result.Notice);
        OfficialHead.Write(flow, portal, $"Mã: {form.Period.Code}/{form.Agency.Code}/SB", VietnamTime.DayOf(result.SentAt));
        flow.Space(14);
        flow.Text("PHIẾU KẾT QUẢ SƠ BỘ", Title);
        flow.Text(form.Period.Title, Title);
        flow.Space(12);
        foreach (var (name, value) in Facts(result))
            flow.Columns(0.36, [(name, Body)], [(value, Body)]);
        WriteGroups(flow, result);
        for (var i = 0; i < result.Groups.Count; i++)
            WriteCriteria(flow, result, result.Groups[i], i + 2);
        flow.Space(12);
        flow.Room(5 * Body.LineHeight);
        flow.Text($"Cơ quan giải trình từng tiêu chí trên cổng đến {result.Response}: đầu mối CNTT viết, thủ trưởng cơ quan xác nhận; được gửi kèm văn bản, đường dẫn và tệp. Kết quả này chưa phải kết quả được phê duyệt.", Body);
        flow.Space(6);
        flow.Text($"Mã SHA-256 của kết quả đã khóa: {result.Sha256}", Small);
        return flow.Build();
    }

    private static IEnumerable<(string Name, string Value)> Facts(PreliminaryResult result)
    {
        yield return ("Cơ quan", result.Form.Agency.Name);
        yield return ("Gửi lúc", $"{VietnamTime.Moment(result.SentAt)} (giờ Việt Nam)");
        yield return ("Nhận giải trình đến", result.Response);
        yield return ("Bộ tiêu chí", $"{result.Form.Set.Code}, phiên bản {result.Form.Set.Version}");
        yield return ("Điểm tối đa áp dụng", Shown(result.ApplicableMax));
        yield return ("Điểm tự chấm", Shown(result.Points.SelfTotal));
        yield return ("Điểm thẩm tra", Shown(result.Points.VerifiedTotal));
        if (result.HasFinal)
            yield return ("Điểm sau giải trình lần trước", Shown(result.Points.FinalTotal));
    }

    private static void WriteGroups(PageFlow flow, PreliminaryResult result)
    {
        flow.Space(10);
        flow.Text("1. Điểm theo nhóm tiêu chí", Bold);
        flow.Space(4);
        flow.Table(
            [new("Nhóm", 9, TextAlign.Centre), new("Tên nhóm", 43), new("Tối đa", 12, TextAlign.Right), new("Tự chấm", 12, TextAlign.Right), new("Thẩm tra", 12, TextAlign.Right), new("Chênh", 12, TextAlign.Right)],
            result.Groups.Select(g => new TableRow(g.Group.Code, g.Group.Name, Shown(g.ApplicableMax), Shown(g.Points?.Self), Shown(g.Points?.Verified), Difference(g.Points?.Self, g.Points?.Verified))));
    }

    private static void WriteCriteria(PageFlow flow, PreliminaryResult result, PreliminaryGroup group, int number)
    {
        flow.Space(10);
        flow.Room(5 * Body.LineHeight);
        flow.Text($"{number}. Nhóm {group.Group.Code}. {group.Group.Name}", Bold);
        flow.Space(4);
        List<TableColumn> columns = [new("Tiêu chí", 30), new("Tối đa", 9, TextAlign.Right), new("Tự chấm", 9.5, TextAlign.Right), new("Thẩm tra", 9.5, TextAlign.Right), new("Chênh", 9.5, TextAlign.Right), new("Lý do điều chỉnh", 32.5)];
        if (result.HasFinal)
            columns.Insert(5, new("Sau giải trình", 9.5, TextAlign.Right));
        flow.Table(columns, group.Criteria.Select(c => Row(result, c)));
    }

    private static TableRow Row(PreliminaryResult result, PreliminaryCriterion c)
    {
        List<string> cells = [$"{c.Criterion.Code}. {c.Criterion.Name}", Shown(c.Criterion.Max), Shown(c.Self), Shown(c.Verified), Difference(c.Self, c.Verified), c.Applicable ? string.Join("\n", c.Reasons) : "Không áp dụng"];
        if (result.HasFinal)
            cells.Insert(5, Shown(c.Final));
        return new TableRow(cells);
    }

    private static string Shown(string? points) => Display.Of(points is null ? null : Points.Parse(points));

    private static string Difference(string? self, string? verified) => self is null || verified is null ? "–" : Display.Signed(Points.Parse(verified) - Points.Parse(self));
}
