using System.Net;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;

namespace ITScoring.Web.Tests.Features;

/// <summary>Official documents of the published demonstration: their words and numbers are the record's, in both formats, for those who may have them.</summary>
public sealed class DocumentsTests(DemoPortal portal) : IClassFixture<DemoPortal>, IDisposable
{
    private const string Notice = "Dữ liệu minh họa, không phải kết quả thật";

    private static readonly string[] Written = ["/documents/2018/report", "/documents/2018/proposal", "/documents/2018/decision", "/documents/2026/sessions/1/minutes"];

    private readonly Dictionary<string, PortalClient> _browsers = [];

    public void Dispose()
    {
        foreach (var browser in _browsers.Values)
            browser.Dispose();
    }

    [Fact]
    public async Task The_result_sheet_says_what_the_record_says()
    {
        var (record, inside) = await RecordAsync();
        var (agency, points) = (record.Agencies.Single(a => a.Code == "STC"), inside.Agencies.Single(a => a.Code == "STC"));
        var file = await FileAsync("stc.daumoi", "/documents/2018/agencies/stc/result.pdf");
        var pdf = new PdfText(file);
        List<string> said =
        [
            "UBND TỈNH QUẢNG BÌNH SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc", "Quảng Bình, ngày 26 tháng 4 năm 2019", "PHIẾU KẾT QUẢ", "Cơ quan Sở Tài chính",
            $"Điểm tự chấm {Shown(points.SelfTotal!)}", $"Điểm thẩm tra {Shown(points.VerifiedTotal!)}", $"Điểm cuối cùng {Shown(agency.Total)}", $"Hạng {agency.Rank}/21 cơ quan", $"Xếp loại {agency.Class}",
            "Quyết định phê duyệt Số 0000/QĐ-UBND ngày 26/04/2019", "N06: kê khai 7 người, thẩm tra 4 người. Lý do: Danh sách lớp ghi ít người hơn số kê khai.", "GIÁM ĐỐC",
        ];
        foreach (var (i, g) in record.CriteriaSet.Groups.Index())
            said.Add($"{g.Code} {g.Name} {Shown(agency.Groups[i].ApplicableMax)} {Shown(points.Groups![i].Self)} {Shown(points.Groups[i].Verified)} {Signed(points.Groups[i].Self, points.Groups[i].Verified)} {Shown(agency.Groups[i].Points)} {agency.Groups[i].Rank}");
        foreach (var (c, p) in record.CriteriaSet.Groups.SelectMany(g => g.Criteria).Zip(points.Criteria))
            said.Add($"{c.Code}. {c.Name} {Shown(c.Max)} {Shown(p.Self!)} {Shown(p.Verified!)} {Signed(p.Self!, p.Verified!)} {Shown(p.Final!)}");
        AssertHolds(pdf.Text, said);
        // The notice stands in the bottom margin.
        Assert.Equal([], pdf.Beyond(left: 30, top: 20, right: 15, bottom: 11));
        AssertEmbedded(file);
        await AssertNamesNobodyAsync(pdf.Text);
    }

    [Fact]
    public async Task The_report_ranks_and_explains_as_the_record_does_and_counts_its_own_facts()
    {
        var (record, inside) = await RecordAsync();
        var file = await FileAsync("quanly", "/documents/2018/report.pdf");
        var pdf = new PdfText(file);
        List<string> said = ["BÁO CÁO Kết quả đánh giá mức độ ứng dụng CNTT năm 2018", "I. CĂN CỨ - Luật Công nghệ thông tin", "21/21 cơ quan, đơn vị nộp phiếu khảo sát, trong đó 21 nộp đúng hạn", "[Cơ quan soạn thảo điền kiến nghị, đề xuất]", "Nơi nhận:", "PHỤ LỤC 1 Bảng xếp hạng", "PHỤ LỤC 2", "PHỤ LỤC 3"];
        foreach (var (i, a) in record.Agencies.OrderBy(a => a.Rank).Index())
            said.Add($"{i + 1} {a.Name} {string.Join(' ', a.Groups.Select(g => Shown(g.Points)))} {Shown(a.Total)} {Shown(a.RankingScore!)} {Display.Percent(Points.Parse(a.Total), Points.Parse(a.ApplicableMax))} {a.Rank} {a.Class} –");
        foreach (var g in record.CriteriaSet.Groups)
        {
            var scores = record.Agencies.Select(a => a.Groups.Single(s => s.Code == g.Code)).Where(s => s.ApplicableMax != "0.00").Select(s => decimal.Parse(s.Points, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            said.Add($"{g.Code} {g.Name} {Shown(g.Max)} {Math.Round(scores.Average(), 2, MidpointRounding.AwayFromZero).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',')}");
        }

        foreach (var e in inside.Agencies.SelectMany(a => a.Explanations))
            said.AddRange([e.Text, e.SettlementReason!]);
        var applied = record.CriteriaSet.Groups.SelectMany(g => g.Criteria).Select(c => record.Agencies.Select(a => a.Criteria.Single(s => s.Code == c.Code)).Where(s => s.Applicable).ToList()).ToList();
        said.Add($"Có {applied.Count(s => s.Count(p => p.Points != p.Max) * 2 > s.Count)}/60 tiêu chí mà quá nửa");
        AssertHolds(pdf.Text, said);
        AssertEmbedded(file);
        await AssertNamesNobodyAsync(pdf.Text);
    }

    [Fact]
    public async Task Annexes_lie_across_pages_are_numbered_headings_are_in_the_outline_and_the_language_is_said()
    {
        var file = await FileAsync("lanhdao", "/documents/2018/report.pdf");
        using var pdf = PdfDocument.Open(file);
        var across = pdf.GetPages().Select(p => p.Width > p.Height).ToList();
        var first = across.IndexOf(true);
        Assert.True(first is > 1 and < 8 && across.Skip(first).All(l => l), $"Page {first + 1} is the first that lies across.");
        var text = new PdfText(file);
        Assert.StartsWith($"{first + 1} ", text.PageText(first).Replace(Notice + " ", "", StringComparison.Ordinal));
        // Every page of a long table has its head.
        for (var i = first + 2; i < text.Pages - 1; i++)
            Assert.Contains("Tiêu chí Tối đa Tự chấm Thẩm tra Chênh lệch Lý do", text.PageText(i));
        Assert.True(pdf.TryGetBookmarks(out var marks));
        Assert.Equal(["BÁO CÁO", "PHỤ LỤC 1. Bảng xếp hạng Đánh giá mức độ ứng dụng CNTT năm 2018"], marks.Roots.Take(2).Select(r => r.Title));
        Assert.Contains("21. Ban Quản lý Khu kinh tế", marks.GetNodes().Select(n => n.Title));
        Assert.Equal("Báo cáo kết quả đánh giá mức độ ứng dụng CNTT năm 2018", pdf.Information.Title);
        Assert.Equal("vi-VN", (pdf.Structure.Catalog.CatalogDictionary.Data["Lang"] as UglyToad.PdfPig.Tokens.StringToken)?.Data);
    }

    [Fact]
    public async Task Every_page_of_invented_figures_says_so_in_both_formats()
    {
        foreach (var path in (string[])[.. Written.Select(w => w + ".pdf"), "/documents/2018/survey.pdf", "/documents/2026/agencies/stc/survey.pdf", "/documents/2018/agencies/stc/result.pdf"])
        {
            var pdf = new PdfText(await FileAsync(path.Contains("/agencies/", StringComparison.Ordinal) ? "stc.daumoi" : "quanly", path));
            Assert.All(Enumerable.Range(0, pdf.Pages), i => Assert.Contains(Notice, pdf.PageText(i)));
        }

        foreach (var path in Written)
            Assert.Equal([Notice], new DocxText(await FileAsync("quanly", path + ".docx")).Footers);
    }

    [Fact]
    public async Task Both_formats_say_the_same_and_the_Word_files_are_well_made()
    {
        foreach (var path in Written)
        {
            var (pdf, docx) = (new PdfText(await FileAsync("quanly", path + ".pdf")), new DocxText(await FileAsync("quanly", path + ".docx")));
            Assert.Equal([], docx.Problems);
            Assert.Equal((0, "vi-VN", false, true), (docx.TablesWithoutRepeatedHead, docx.Language, docx.FirstPageHasNumber, docx.OtherPagesHaveNumber));
            Assert.Equal(["Times New Roman"], docx.Fonts);
            Assert.Equal(path switch { "/documents/2018/report" => [false, true, true, true], "/documents/2018/decision" => [false, true], _ => [false] }, docx.Landscape);
            // The PDF says heads and notice again on every page; every word of the Word file is in it as often or more.
            var words = Words(pdf.Text);
            Assert.Equal([], Words(docx.Text).Where(w => w.Value > words.GetValueOrDefault(w.Key)).Select(w => $"{path}: “{w.Key}” {w.Value}"));
        }

        static Dictionary<string, int> Words(string text) => text.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).CountBy(w => w).ToDictionary();
    }

    [Fact]
    public async Task The_workbook_of_details_holds_every_criterion_and_every_answer_of_the_record()
    {
        using var manager = await portal.SignedInAsync("quanly");
        await portal.PrepareAsync(manager, "/documents/2018/details.xlsx");
        var bytes = await manager.Http.GetByteArrayAsync("/documents/2018/details.xlsx");
        using (var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false))
            Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        using var workbook = new ClosedXML.Excel.XLWorkbook(new MemoryStream(bytes));
        var inside = RecordJson.ReadInternal(await portal.ReadAsync(db => db.FrozenRecords.OrderByDescending(r => r.Id).Select(r => r.InternalJson).FirstAsync()));

        var rows = workbook.Worksheet("Chi tiết tiêu chí").RowsUsed().Where(r => r.RowNumber() > 4).ToDictionary(r => (r.Cell(1).GetString(), r.Cell(3).GetString()));
        Assert.Equal(21 * 60, rows.Count);
        foreach (var agency in inside.Agencies)
        {
            foreach (var c in agency.Criteria)
                Assert.Equal((agency.Code, c.Code, c.Self, c.Verified, c.Final), (agency.Code, c.Code, Number(rows[(agency.Code, c.Code)].Cell(6)), Number(rows[(agency.Code, c.Code)].Cell(7)), Number(rows[(agency.Code, c.Code)].Cell(8))));
        }

        Assert.Contains("Danh sách lớp ghi ít người hơn số kê khai", rows[("STC", "VI.5")].Cell(10).GetString());
        var answers = workbook.Worksheet("Số liệu cuối cùng");
        var heads = answers.Row(4).CellsUsed().ToDictionary(c => c.GetString(), c => c.Address.ColumnNumber);
        var line = answers.RowsUsed().Single(r => r.Cell(1).GetString() == "N05");
        Assert.All(inside.Agencies, a => Assert.Equal(a.Answers.Single(x => x.Question == "N05").Final, line.Cell(heads[a.Code]).GetDouble().ToString(System.Globalization.CultureInfo.InvariantCulture)));
        using var observer = await portal.SignedInAsync("theodoi");
        Assert.Equal(403, (await observer.GetAsync("/documents/2018/details.xlsx")).Status);

        static string? Number(ClosedXML.Excel.IXLCell cell) => cell.DataType == ClosedXML.Excel.XLDataType.Number ? cell.GetDouble().ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    [LibreOfficeFact(writer: true)]
    public async Task The_Word_report_opens_in_LibreOffice()
    {
        var pdf = await LibreOffice.ConvertAsync(await FileAsync("quanly", "/documents/2018/report.docx"), "docx", "pdf");
        using var opened = PdfDocument.Open(pdf);
        Assert.Contains(opened.GetPages(), p => p.Width > p.Height);
        Assert.Contains("PHỤ LỤC 3", new PdfText(pdf).Text);
    }

    [Fact]
    public async Task Proposal_and_decision_carry_what_settings_and_letters_say()
    {
        var proposal = new PdfText(await FileAsync("quanly", "/documents/2018/proposal.pdf")).Text;
        AssertHolds(proposal, ["TỜ TRÌNH Về việc phê duyệt kết quả đánh giá mức độ ứng dụng CNTT năm 2018", "Số: 45/TTr-STTTT", "ngày 15 tháng 4 năm 2019", "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Quảng Bình", "Căn cứ Luật Công nghệ thông tin", await portal.ReadAsync(db => db.Periods.Where(p => p.Code == "2018").Select(p => p.ProposedSha256!).SingleAsync())]);
        var decision = new PdfText(await FileAsync("lanhdao", "/documents/2018/decision.pdf")).Text;
        AssertHolds(decision, ["ỦY BAN NHÂN DÂN TỈNH QUẢNG BÌNH", "QUYẾT ĐỊNH:", "Điều 1.", "Điều 2.", "Điều 3.", "CHỦ TỊCH", "PHỤ LỤC Bảng xếp hạng", "Tờ trình số 45/TTr-STTTT ngày 15 tháng 4 năm 2019"]);
        await AssertNamesNobodyAsync(proposal);
        await AssertNamesNobodyAsync(decision);
    }

    [Fact]
    public async Task Minutes_name_members_matters_reasons_and_votes()
    {
        var text = new PdfText(await FileAsync("quanly", "/documents/2026/sessions/1/minutes.pdf")).Text;
        AssertHolds(text,
        [
            "BIÊN BẢN Họp Hội đồng thẩm định, phiên thứ 1", "Quyết định số 0001/QĐ-UBND", "Có mặt 5/5 thành viên", "1 Phan Văn Bình Phó Chủ tịch UBND tỉnh Chủ tịch Có mặt", "tiêu chí III.1. Thông tin giới thiệu", "Kết luận: Đồng ý.",
            "Lý do: Cơ quan tự quản trị nội dung và có tên miền riêng nên được tính là trang của cơ quan.", "Biểu quyết: 4 tán thành, 1 không tán thành, 0 không biểu quyết.", "THƯ KÝ", "CHỦ TRÌ",
        ]);
    }

    [Fact]
    public async Task The_survey_is_there_blank_and_with_the_agencys_answers()
    {
        var blank = new PdfText(await FileAsync("stc.thutruong", "/documents/2026/survey.pdf")).Text;
        AssertHolds(blank, ["PHIẾU KHẢO SÁT", "[TÊN CƠ QUAN, ĐƠN VỊ]", "Phần T. Thông tin chung", "Phần H. Hạ tầng kỹ thuật CNTT", "□ Toàn bộ ứng dụng đặt tại Trung tâm dữ liệu của tỉnh", "Bảng của câu H07", "NGƯỜI LẬP PHIẾU", "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ"]);
        var filled = new PdfText(await FileAsync("stc.nhaplieu", "/documents/2018/agencies/stc/survey.pdf")).Text;
        var declared = (await RecordAsync()).Inside.Agencies.Single(a => a.Code == "STC").Answers.Single(a => a.Question == "T02").Declared;
        AssertHolds(filled, ["SỞ TÀI CHÍNH", $"(CBCCVC) trong phạm vi đánh giá {declared} người", "Đã thẩm tra"]);
        Assert.DoesNotContain("□", filled);
    }

    [Theory]
    [InlineData("quanly", "200 200 200 200 200 200 200 404")]
    [InlineData("lanhdao", "200 200 200 404 200 404 200 404")]
    [InlineData("stc.nhaplieu", "200 403 403 403 200 200 200 404")]
    [InlineData("stc.daumoi", "200 403 403 403 200 200 200 404")]
    [InlineData("stc.thutruong", "200 403 403 403 200 200 200 404")]
    [InlineData("stc.kythay", "200 403 403 403 200 200 200 404")]
    [InlineData("snv.daumoi", "200 403 403 403 200 404 404 404")]
    [InlineData("thamtra6", "200 403 403 403 200 404 404 404")]
    [InlineData("theodoi", "403 403 403 403 403 403 403 403")]
    [InlineData("quantri", "403 403 403 403 403 403 403 403")]
    [InlineData("", "302 302 302 302 302 302 302 302")]
    public async Task Everybody_gets_his_own_and_no_more(string who, string expected)
    {
        var browser = who.Length == 0 ? portal.Browser() : await BrowserOfAsync(who);
        await portal.PrepareAsync(await BrowserOfAsync("quanly"), "/documents/2018/report.pdf");
        var statuses = new List<int>();
        foreach (var path in new[] { "", "/report.pdf", "/decision.docx", "MINUTES", "/survey.pdf", "/agencies/stc/survey.pdf", "/agencies/stc/result.pdf", "/agencies/khong-co/result.pdf" })
        {
            using var response = await browser.Http.GetAsync(path == "MINUTES" ? "/documents/2026/sessions/1/minutes.pdf" : "/documents/2018" + path);
            statuses.Add((int)response.StatusCode);
        }

        Assert.Equal(expected, string.Join(' ', statuses));
    }

    [Fact]
    public async Task What_is_not_there_yet_or_not_at_all_is_not_found()
    {
        // The open period has no frozen record; formats, periods and sessions that do not exist have none either.
        string[] manager =
        [
            "/documents/2026/report.pdf", "/documents/2026/proposal.docx", "/documents/2026/decision.pdf", "/documents/2026/agencies/stc/result.pdf", "/documents/2018/sessions/1/minutes.pdf",
            "/documents/2026/sessions/9/minutes.docx", "/documents/khong-co", "/documents/khong-co/report.pdf", "/documents/khong-co/survey.pdf", "/documents/2018/report.odt", "/documents/2018/agencies/khong-co/survey.pdf",
            "/documents/2026/agencies/stc/survey.pdf",
        ];
        foreach (var path in manager)
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await (await BrowserOfAsync("quanly")).Http.GetAsync(path)).StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await (await BrowserOfAsync("stc.daumoi")).Http.GetAsync("/documents/2026/agencies/stc/result.pdf")).StatusCode);
    }

    [Fact]
    public async Task The_pages_lead_to_the_documents()
    {
        var manager = await BrowserOfAsync("quanly");
        var list = await (await manager.GetAsync("/periods/2018")).FollowAsync("Văn bản");
        Assert.Equal(("/documents/2018", "Văn bản"), (list.Path, list.Heading));
        Assert.Equal(["Báo cáo kết quả", "Tờ trình", "Dự thảo Quyết định phê duyệt", "Sổ chi tiết", "Phiếu kết quả của mọi cơ quan", "Phiếu khảo sát để trống"], list.TableUnder("Văn bản của kỳ đánh giá").Select(r => r[0]));
        Assert.Equal(21, list.TableUnder("Theo cơ quan").Count);
        Assert.Contains("Có sau khi trình UBND tỉnh.", (await manager.GetAsync("/documents/2026")).Text);
        Assert.Equal("/documents/2018", (await (await (await BrowserOfAsync("lanhdao")).GetAsync("/approvals/2018")).FollowAsync("Báo cáo, Tờ trình và văn bản khác")).Path);
        var own = await (await (await BrowserOfAsync("stc.daumoi")).GetAsync("/home")).FollowAsync("Văn bản: Đánh giá mức độ ứng dụng CNTT năm 2018");
        Assert.Equal(["Phiếu khảo sát để trống"], own.TableUnder("Văn bản của kỳ đánh giá").Select(r => r[0]));
        Assert.Equal(["Sở Tài chính"], own.TableUnder("Theo cơ quan").Select(r => r[0]));
    }

    [Fact]
    public async Task With_two_blocks_unranked_and_silent_agencies_every_case_has_its_words()
    {
        await using var small = await StagePortal.AtAsync(PeriodState.Proposed);
        using var manager = await small.SignedInAsync("quanly");
        await small.PrepareAsync(manager, "/documents/2026/report.pdf");
        await small.PrepareAsync(manager, "/documents/2026/report.docx");
        var report = new PdfText(await manager.Http.GetByteArrayAsync("/documents/2026/report.pdf")).Text;
        AssertHolds(report,
        [
            "Không nộp phiếu khảo sát, không được đánh giá:", "Được đánh giá, không xếp hạng: Ban Quản lý Khu kinh tế (mới tổ chức lại trong kỳ).", "Sở Y tế: không nộp phiếu khảo sát.", "có cùng thứ hạng",
            "Sau giải trình", "H05: sau giải trình 200 Mbps. Lý do: Đã đối chiếu hồ sơ gửi kèm.", "Chấp nhận. Đã đối chiếu hồ sơ gửi kèm.", "Không chấp nhận. Đã đối chiếu hồ sơ gửi kèm.",
        ]);
        Assert.DoesNotContain(Notice, report);
        using var docx = await manager.Http.GetAsync("/documents/2026/report.docx");
        Assert.Equal([], new DocxText(await docx.Content.ReadAsByteArrayAsync()).Problems);
        Assert.Equal("bao-cao-ket-qua-2026.docx", docx.Content.Headers.ContentDisposition!.FileName);
        // Silent agencies have no sheet; the agencies' own come with the publication.
        Assert.Equal(404, (int)(await manager.Http.GetAsync("/documents/2026/agencies/syt/result.pdf")).StatusCode);
        Assert.Equal(200, (int)(await manager.Http.GetAsync("/documents/2026/agencies/stc/result.pdf")).StatusCode);
        using var editor = await small.SignedInAsync("stc.daumoi");
        Assert.Equal(404, (int)(await editor.Http.GetAsync("/documents/2026/agencies/stc/result.pdf")).StatusCode);
    }

    private static string Shown(string? points) => points is null ? "–" : Display.Of(Points.Parse(points));

    private static string Signed(string? from, string? to) => from is null || to is null ? "–" : Display.Signed(Points.Parse(to) - Points.Parse(from));

    private static void AssertHolds(string text, IEnumerable<string> said)
    {
        var missing = said.Where(s => !text.Contains(s, StringComparison.Ordinal)).ToList();
        Assert.True(missing.Count == 0, $"Not in the document:\n{string.Join('\n', missing)}\n\n{(text.Length > 20000 ? text[..20000] : text)}");
    }

    private static void AssertEmbedded(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        Assert.All(pdf.GetPages().SelectMany(p => p.Letters).Select(l => l.FontName).Distinct(), name => Assert.Contains("Tinos", name));
    }

    private async Task AssertNamesNobodyAsync(string text)
    {
        var names = await portal.ReadAsync(db => db.Users.Select(u => u.DisplayName).ToListAsync());
        Assert.Equal([], names.Where(n => text.Contains(n, StringComparison.Ordinal)));
    }

    private async Task<(PublicRecord Record, InternalRecord Inside)> RecordAsync()
    {
        var frozen = await portal.ReadAsync(db => db.Publications.Where(p => db.Periods.Any(x => x.Id == p.PeriodId && x.Code == "2018")).Select(p => p.Record!).AsNoTracking().SingleAsync());
        return (RecordJson.ReadPublic(frozen.PublicJson), RecordJson.ReadInternal(frozen.InternalJson));
    }

    private async Task<PortalClient> BrowserOfAsync(string who) => _browsers.TryGetValue(who, out var known) ? known : _browsers[who] = await portal.SignedInAsync(who);

    private async Task<byte[]> FileAsync(string who, string path)
    {
        var browser = await BrowserOfAsync(who);
        await portal.PrepareAsync(browser, path);
        using var response = await browser.Http.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path} for {who} answered {(int)response.StatusCode}\n{portal.LogTail()}");
        Assert.Equal(path.EndsWith("pdf", StringComparison.Ordinal) ? "application/pdf" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsByteArrayAsync();
    }
}
