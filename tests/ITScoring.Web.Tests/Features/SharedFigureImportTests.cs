using System.Security.Cryptography;
using System.Text;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Figures of shared systems come in from files, by way of a preview. Each test writes to a source or a portal of its own.</summary>
public sealed class SharedFigureImportTests : IAsyncLifetime
{
    private const string Path = "/shared-figures/2026";
    private const string Qlvb = "Hệ thống quản lý văn bản và điều hành";

    private StagePortal _portal = null!;
    private PortalClient _manager = null!;

    public async Task InitializeAsync()
    {
        _portal = await StagePortal.AtAsync(PeriodState.Open);
        _manager = await _portal.SignedInAsync("quanly");
    }

    public async Task DisposeAsync()
    {
        _manager.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_long_workbook_is_previewed_and_then_taken_with_its_audit_line()
    {
        var file = Book(
            ("Bảng 1", [["Cơ quan", "Câu hỏi", "Giá trị", "Đơn vị tính"], ["STC", "U05", 6910, "văn bản"], ["sở nội vụ", "u05", "7.000", null], ["So Tai chinh", "H05", 90.5, "Mbps"], ["STC", "T05", true, ""], ["STC", "H12", "Có phòng máy chủ riêng tại cơ quan", null], ["SNV", "H12", "C", null]]),
            ("Ghi chú", [["Số liệu đến 30/11"]]));

        var preview = (await UploadAsync("qlvb", "van-ban.xlsx", file)).Expect(200);

        Assert.Contains("Tệp van-ban.xlsx, Hệ thống quản lý văn bản và điều hành: 6 số liệu mới, 0 thay đổi, 0 không đổi. Không có bảng số liệu ở trang “Ghi chú”, đã bỏ qua.", preview.Text);
        Assert.Contains(preview.Table("section[aria-label=Mới] table"), r => r[0] == "Sở Nội vụ" && r[1].StartsWith("U05. ", StringComparison.Ordinal) && r[2] == "–" && r[3] == "7.000 văn bản" && r[4] == "trang “Bảng 1”, ô C3");
        Assert.Empty(await StoredAsync());

        var done = await preview.PressAsync("Ghi số liệu");
        Assert.Equal("Đã nhập số liệu QLVB&ĐH từ tệp van-ban.xlsx: 6 mới, 0 thay đổi, 0 không đổi.", done.Notice);
        Assert.Equal(
            [("SNV", "H12", "qlvb", "\"c\""), ("SNV", "U05", "qlvb", "7000"), ("STC", "H05", "qlvb", "90.5"), ("STC", "H12", "qlvb", "\"b\""), ("STC", "T05", "qlvb", "true"), ("STC", "U05", "qlvb", "6910")],
            await StoredAsync());
        Assert.Contains(done.TableUnder("Đã nhập (6)"), r => r[0] == Qlvb && r[1] == "6" && r[2] == "2" && r[3] == "4" && r[4].EndsWith("tệp van-ban.xlsx", StringComparison.Ordinal));
        Assert.Contains("Số liệu hệ thống dùng chung (6)", (await _manager.GetAsync("/periods/2026")).Text);
        var row = await _portal.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.Action == "shared-figure.import"));
        Assert.Equal(("qlvb", null, "6 mới, 0 thay đổi, 0 không đổi", $"Tệp van-ban.xlsx, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(file))}"), (row.Subject, row.From, row.To, row.Reason));
        Assert.NotNull(row.PeriodId);
    }

    [Fact]
    public async Task A_matrix_is_read_by_its_heads_and_a_later_file_replaces_only_what_it_names()
    {
        await TakeAsync("qlvb", "thang-11.xlsx", Book(("Số liệu", [["Báo cáo tháng 11"], [null], ["Cơ quan", "U05 (văn bản)", "U06", "Ghi chú"], ["STC", 100, 90, "sơ bộ"], ["SNV", 200, null, null]])));
        await TakeAsync("dvc", "khac.csv", Csv("Cơ quan;U05\nSTC;1"));

        var preview = (await UploadAsync("qlvb", "thang-12.csv", Csv("Cơ quan,U05,U07\nSTC,110,5\nSNV,200,\n"))).Expect(200);
        Assert.Contains("1 số liệu mới, 1 thay đổi, 1 không đổi", preview.Text);
        Assert.Contains(preview.Table("section[aria-label='Thay đổi'] table"), r => r[0] == "Sở Tài chính" && r[2] == "100 văn bản" && r[3] == "110 văn bản" && r[4] == "dòng 2, cột “U05”");
        await preview.PressAsync("Ghi số liệu");

        Assert.Equal([("SNV", "U05", "qlvb", "200"), ("STC", "U05", "dvc", "1"), ("STC", "U05", "qlvb", "110"), ("STC", "U06", "qlvb", "90"), ("STC", "U07", "qlvb", "5")], await StoredAsync());
        var figures = await _portal.ReadAsync(db => db.SharedFigures.Where(f => f.SourceCode == "qlvb").ToDictionaryAsync(f => f.QuestionCode + f.ValueJson, f => f.FileName));
        Assert.Equal(("thang-12.csv", "thang-11.xlsx"), (figures["U05110"], figures["U05200"]));
        // What was replaced can be read in the log.
        var row = await _portal.ReadAsync(db => db.AuditEntries.Where(e => e.Action == "shared-figure.import").OrderByDescending(e => e.Id).FirstAsync());
        Assert.Equal(("STC U05: 100", "1 mới, 1 thay đổi, 1 không đổi; STC U05: 110"), (row.From, row.To));

        var again = (await UploadAsync("qlvb", "thang-12.csv", Csv("Cơ quan,U05\nSTC,110"))).Expect(200);
        Assert.Contains("Mọi số liệu trong tệp giống số liệu đã nhập", again.Text);
        Assert.False(again.HasButton("Ghi số liệu"));
    }

    [Theory]
    [InlineData("\uFEFFCơ quan;Câu hỏi;Giá trị\r\nSTC;H05;90,5\r\n\"Sở Nội vụ\";H05;\"1234,5\"\r\n")]
    [InlineData("Cơ quan,Câu hỏi,Giá trị\nSTC,H05,\"90,5\"\n\n\"Sở Nội vụ\",H05,1234.5")]
    [InlineData("sep=,\nMã cơ quan,Tên cơ quan,Mã câu hỏi,Số liệu,Ghi chú\nSTC,Sở Tài chính,H05,\"90,50\",\"một\ndòng \"\"hai\"\"\"\nSNV,so noi vu,h05,\"1.234,5\",")]
    [InlineData("Ten co quan\tH05 (mbps)\nSo Tai Chinh\t90,5\nSNV\t1234,50\n")]
    public async Task CSV_is_read_with_and_without_its_mark_between_commas_semicolons_or_tabs(string text)
    {
        await TakeAsync("mot-cua", "a.csv", Csv(text));
        Assert.Equal([("SNV", "H05", "mot-cua", "1234.5"), ("STC", "H05", "mot-cua", "90.5")], await StoredAsync());
    }

    [Fact]
    public async Task Every_bad_line_of_a_long_file_is_named_with_its_place_and_nothing_is_taken_unless_the_good_ones_are_asked_for()
    {
        const string text = """
            Cơ quan;Câu hỏi;Giá trị;Đơn vị tính
            STC;U05;6900;văn bản
            SXX;U05;1;
            STC;Z99;1;
            STC;C06;a;
            STC;W15;5;
            STC;H07;ứng dụng;
            STC;H02;77;chiếc
            STC;H05;nhiều;
            STC;H04;3,5;
            STC;H03;-1;
            STC;T05;có lẽ;
            STC;H12;phòng khác;
            STC;U06;;
            ;U06;1;
            SNV;;1;
            SNV;U05;1;
            SNV;U05;2;
            BDT;U05;12,5;văn bản;thừa
            TỔNG CỘNG;U05;1000;
            SNV;H05;1.234;
            """;

        var page = (await UploadAsync("qlvb", "a.csv", Csv(text))).Expect(200);

        (string Place, string Problem)[] expected =
        [
            ("Dòng 3, cột “Cơ quan”", "Không có cơ quan này trong kỳ đánh giá. Ghi mã ("),
            ("Dòng 4, cột “Câu hỏi”", "Bộ tiêu chí của kỳ không có câu hỏi mã này."),
            ("Dòng 5, cột “Câu hỏi”", "Câu C06 do cổng tự xác định"),
            ("Dòng 6, cột “Câu hỏi”", "Câu W15 do người thẩm tra điền"),
            ("Dòng 7, cột “Câu hỏi”", "Câu H07 trả lời bằng bảng nhiều dòng"),
            ("Dòng 8, cột “Đơn vị tính”", "Đơn vị tính của câu H02 là “máy”, tệp ghi “chiếc”. Đổi số liệu"),
            ("Dòng 9, cột “Giá trị”", "Không đọc được số “nhiều”."),
            ("Dòng 10, cột “Giá trị”", "“3,5” không phải số nguyên."),
            ("Dòng 11, cột “Giá trị”", "Câu H03 “"),
            ("Dòng 12, cột “Giá trị”", "Chọn Có hoặc Không."),
            ("Dòng 13, cột “Giá trị”", "Chọn một trong các phương án của câu hỏi."),
            ("Dòng 14, cột “Giá trị”", "Chưa có giá trị."),
            ("Dòng 15, cột “Cơ quan”", "Dòng có số liệu mà chưa ghi cơ quan."),
            ("Dòng 16, cột “Câu hỏi”", "Chưa ghi mã câu hỏi."),
            ("Dòng 17, cột “Giá trị”", "Sở Nội vụ, câu U05 có 2 lần trong tệp (còn ở dòng 18, cột “Giá trị”). Giữ một lần."),
            ("Dòng 18, cột “Giá trị”", "Sở Nội vụ, câu U05 có 2 lần trong tệp (còn ở dòng 17, cột “Giá trị”). Giữ một lần."),
            ("Dòng 19", "Dòng có nhiều ô hơn dòng tiêu đề."),
            ("Dòng 20, cột “Cơ quan”", "Không có cơ quan này trong kỳ đánh giá."),
            ("Dòng 21, cột “Giá trị”", "“1.234” có thể hiểu là 1.234 hoặc 1,234."),
        ];
        var bad = page.TableUnder("Chỗ sai (19)");
        Assert.Equal(expected.Select(e => e.Place), bad.Select(r => r[0]));
        Assert.All(expected.Zip(bad), e => Assert.StartsWith(e.First.Problem, e.Second[2]));
        Assert.Equal("SXX", bad[0][1]);
        Assert.Contains("nhỏ hơn mức thấp nhất 0", bad[8][2]);
        Assert.False(page.HasButton("Ghi số liệu"));

        // Pressing return sends the form without the button: that is not yet the word to leave lines out.
        var refused = (await _manager.PostAsync(Path + "/apply", new KeyValuePair<string, string>("ticket", TicketOf(page)))).Expect(422);
        Assert.Contains("Tệp còn 19 chỗ sai nên chưa ghi gì.", Assert.Single(refused.Problems));
        Assert.Equal(19, refused.TableUnder("Chỗ sai (19)").Count);
        Assert.Empty(await StoredAsync());

        var done = await refused.PressAsync("Chỉ nhận các dòng hợp lệ");
        Assert.Equal("Đã nhập số liệu QLVB&ĐH từ tệp a.csv: 1 mới, 0 thay đổi, 0 không đổi; 19 chỗ sai không nhận.", done.Notice);
        Assert.Equal([("STC", "U05", "qlvb", "6900")], await StoredAsync());
    }

    [Fact]
    public async Task Bad_places_of_a_matrix_are_named_once_by_column_row_or_cell()
    {
        var page = (await UploadAsync("qlvb", "a.xlsx", Book(("Bảng", [
            ["Cơ quan", "Tên cơ quan", "U05 (tờ)", "Z99", "U06", "U06", "U07", "H05", null, "C06"],
            ["STC", "Sở Nội vụ", 1, 1, 1, 1, 1, 1, null, null],
            ["SNV", "Sở Nội vụ", 1, 1, 1, 1, 2, 90.25, "lạc", 1],
            ["BDT", "Ban Dân tộc", 1, 1, 1, 1, "x", new DateTime(2018, 11, 30), null, null],
            ["BDT", null, 1, 1, 1, 1, 3, 2, null, null],
            [null, null, null, null, null, null, 4, null, null, null],
            ["STTTT", null, null, null, null, null, "=1+1", 3, null, null],
            ["VPUBND", null, null, null, null, null, null, new DateTime(2018, 11, 30), null, null],
        ])))).Expect(200);

        var bad = page.TableUnder("Chỗ sai (12)");
        Assert.Equal(
            [
                ("ô C1", "Đơn vị tính của câu U05 là “văn bản”, tệp ghi “tờ”."), ("ô D1", "Bộ tiêu chí của kỳ không có câu hỏi mã này."), ("ô E1", "Câu U06 có 2 cột. Giữ một cột."), ("ô F1", "Câu U06 có 2 cột. Giữ một cột."),
                ("ô J1", "Câu C06 do cổng tự xác định"), ("ô B2", "Dòng này ghi hai cơ quan khác nhau: Sở Tài chính và Sở Nội vụ."), ("ô I3", "Ô nằm ngoài các cột có tiêu đề."),
                ("ô A4", "Ban Dân tộc có 2 dòng (còn ở trang “Bảng”, ô A5). Giữ một dòng."), ("ô A5", "Ban Dân tộc có 2 dòng (còn ở trang “Bảng”, ô A4). Giữ một dòng."), ("ô A6", "Dòng có số liệu mà chưa ghi cơ quan."),
                ("ô G7", "Ô có công thức."), ("ô H8", "Ô đang là ngày tháng (30/11/2018), không phải số"),
            ],
            bad.Select(b => (b[0]["Trang “Bảng”, ".Length..], b[2])), new StartComparer());
        await page.PressAsync("Chỉ nhận các dòng hợp lệ");
        Assert.Equal([("SNV", "H05", "qlvb", "90.25"), ("SNV", "U07", "qlvb", "2"), ("STTTT", "H05", "qlvb", "3")], await StoredAsync());
    }

    [Fact]
    public async Task A_line_that_a_decimal_comma_parted_is_not_taken()
    {
        var page = (await UploadAsync("qlvb", "a.csv", Csv("Cơ quan,H05,U05\nSTC,12,5,\nSNV,\"12,5\",7"))).Expect(200);
        Assert.StartsWith("Dòng có nhiều ô hơn dòng tiêu đề. Số có dấu phẩy phải đặt trong ngoặc kép", Assert.Single(page.TableUnder("Chỗ sai (1)"))[2]);
        await page.PressAsync("Chỉ nhận các dòng hợp lệ");
        Assert.Equal([("SNV", "H05", "qlvb", "12.5"), ("SNV", "U05", "qlvb", "7")], await StoredAsync());
    }

    [Fact]
    public async Task Files_that_are_no_table_of_figures_are_refused_with_what_to_do()
    {
        await RefusedAsync("a.csv", [], "Tệp rỗng.");
        await RefusedAsync("a.csv", Csv("một,hai\n1,2"), "Không tìm thấy bảng số liệu trong tệp.");
        await RefusedAsync("a.csv", Csv("Cơ quan;Ghi chú\nSTC;x"), "Không tìm thấy bảng số liệu trong tệp.");
        await RefusedAsync("a.csv", Csv("Cơ quan;U05\nSTC;\n"), "Bảng trong tệp chưa có số liệu nào.");
        await RefusedAsync("a.csv", Csv("Cơ quan;U05\nSTC;\"5\n"), "Dòng 2: dấu ngoặc kép mở ra mà không đóng lại");
        await RefusedAsync("a.csv", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Cơ quan;U05\nSTC;5")).ToArray(), "Tệp CSV không ghi bằng bảng mã UTF-8");
        await RefusedAsync("a.csv", [.. Encoding.UTF8.GetBytes("C"), 0xF4, .. Encoding.UTF8.GetBytes(" quan;U05\nSTC;5")], "Tệp CSV không ghi bằng bảng mã UTF-8");
        await RefusedAsync("a.png", [0x00, 0x01, 0x02, 0x00], "Tệp không phải bảng tính Excel (.xlsx) và cũng không phải tệp CSV.");
        await RefusedAsync("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "Tệp ở dạng Excel cũ (.xls).");
        await RefusedAsync("a.xlsx", Book(("Bảng", [["Cơ quan", "U05"], ["STC", 1]]))[..^200], "Tệp bị hỏng");
        await RefusedAsync("a.csv", new byte[(5 * 1024 * 1024) + 1], "Tệp lớn hơn 5 MB.");
        await RefusedAsync("a.csv", Csv("Cơ quan;U05\n" + string.Concat(Enumerable.Range(1, 10_001).Select(i => $"X{i};1\n"))), "Tệp có nhiều hơn 10.000 số liệu.");

        var nothing = (await (await _manager.GetAsync(Path)).PressAsync("Xem trước")).Expect(422);
        Assert.Equal(["Chọn hệ thống mà số liệu được lấy từ đó.", "Chọn tệp số liệu (.xlsx hoặc .csv) rồi bấm “Xem trước”."], nothing.Problems);
        Assert.Equal(422, (await UploadAsync("khong-co", "a.csv", Csv("Cơ quan;U05\nSTC;5"))).Status);
        var head = (await UploadAsync("qlvb", "a.csv", Csv("Cơ quan;Câu hỏi\nSTC;U05"))).Expect(200);
        Assert.Contains("chưa có cột “Giá trị”", Assert.Single(head.TableUnder("Chỗ sai (1)"))[2]);
        Assert.False(head.HasButton("Ghi số liệu") || head.HasButton("Chỉ nhận các dòng hợp lệ"));
    }

    [Fact]
    public async Task The_template_has_all_agencies_and_the_chosen_questions_and_comes_back_clean()
    {
        // The name of an agency may look like a formula.
        await _portal.ReadAsync(db => db.PeriodAgencies.Where(a => a.Code == "BDT").ExecuteUpdateAsync(s => s.SetProperty(a => a.Name, "=HYPERLINK(\"x\")")));
        var bytes = await DownloadAsync("?q=U05&q=H05&q=C06&q=x");
        using var book = new XLWorkbook(new MemoryStream(bytes));
        var sheet = Assert.Single(book.Worksheets);
        Assert.Equal(["Cơ quan", "Tên cơ quan", "H05 (Mbps)", "U05 (văn bản)"], sheet.Row(4).CellsUsed().Select(c => c.GetString()));
        Assert.Equal(9, sheet.RowsUsed().Count(r => r.RowNumber() > 4));
        Assert.Equal(4, sheet.SheetView.SplitRow);
        using (var package = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false))
        {
            // Out of their order some programs call the file broken.
            var columns = package.WorkbookPart!.WorksheetParts.Single().Worksheet.GetFirstChild<Columns>()!.Elements<Column>().Select(c => c.Min!.Value).ToList();
            Assert.Equal(columns.Order(), columns);
        }

        var bdt = sheet.Column(1).CellsUsed().Single(c => c.GetString() == "BDT").Address.RowNumber;
        var name = sheet.Cell(bdt, 2);
        Assert.Equal(("BDT", "=HYPERLINK(\"x\")", false), (name.CellLeft().GetString(), name.GetString(), name.HasFormula));

        Assert.StartsWith("Bảng trong tệp chưa có số liệu nào.", Assert.Single((await UploadAsync("thu-dien-tu", "mau.xlsx", bytes)).Expect(422).Problems));
        foreach (var row in sheet.RowsUsed().Where(r => r.RowNumber() > 4))
            (sheet.Cell(row.RowNumber(), 3).Value, sheet.Cell(row.RowNumber(), 4).Value) = (row.RowNumber() + 0.25, row.RowNumber() * 1000);
        using var filled = new MemoryStream();
        book.SaveAs(filled);
        var preview = (await UploadAsync("thu-dien-tu", "mau.xlsx", filled.ToArray())).Expect(200);
        Assert.Contains("18 số liệu mới, 0 thay đổi, 0 không đổi.", preview.Text);
        await preview.PressAsync("Ghi số liệu");
        Assert.Equal(18, (await StoredAsync()).Count);
        Assert.Contains(("BDT", "H05", "thu-dien-tu", $"{bdt}.25"), await StoredAsync());

        // Unasked, it has the questions that the criteria set says a shared system holds.
        using var usual = new XLWorkbook(new MemoryStream(await DownloadAsync("")));
        var heads = usual.Worksheet(1).Row(4).CellsUsed().Select(c => c.GetString()).ToList();
        Assert.Contains("U05 (văn bản)", heads);
        Assert.DoesNotContain("H05 (Mbps)", heads);
    }

    [Fact]
    public async Task A_ticket_serves_its_person_its_period_and_its_time()
    {
        var page = await UploadAsync("qlvb", "a.csv", Csv("Cơ quan;U05\nSTC;5"));
        var ticket = new KeyValuePair<string, string>("ticket", TicketOf(page));
        await AddPeriodAsync("2027");
        await _portal.ReadAsync(db => db.Users.Where(u => u.UserName == "theodoi").ExecuteUpdateAsync(s => s.SetProperty(u => u.Role, Domain.Accounts.Role.PeriodManager)));
        using var other = await _portal.SignedInAsync("theodoi");
        const string refusal = "Bản xem trước đã quá 30 phút hoặc không còn dùng được";

        Assert.StartsWith(refusal, Assert.Single((await other.PostAsync(Path + "/apply", ticket)).Expect(422).Problems));
        Assert.StartsWith(refusal, Assert.Single((await _manager.PostAsync("/shared-figures/2027/apply", ticket)).Expect(422).Problems));
        Assert.StartsWith(refusal, Assert.Single((await _manager.PostAsync(Path + "/apply", new KeyValuePair<string, string>("ticket", ticket.Value[..^8] + "AAAAAAA="))).Expect(422).Problems));
        Assert.StartsWith(refusal, Assert.Single((await _manager.PostAsync(Path + "/apply")).Expect(422).Problems));
        _portal.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.StartsWith(refusal, Assert.Single((await _manager.PostAsync(Path + "/apply", ticket)).Expect(422).Problems));
        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task A_figure_that_somebody_imported_meanwhile_is_shown_before_it_is_replaced_and_pressing_twice_writes_once()
    {
        var first = await UploadAsync("qlvb", "a.csv", Csv("Cơ quan;U05\nSTC;5"));
        await TakeAsync("qlvb", "b.csv", Csv("Cơ quan;U05\nSTC;6"));

        var raced = (await first.PressAsync("Ghi số liệu")).Expect(409);
        Assert.Contains("1 số liệu vừa được người khác nhập khác đi sau khi xem trước", Assert.Single(raced.Problems));
        Assert.Contains(raced.Table("section[aria-label='Thay đổi'] table"), r => r[2] == "6 văn bản" && r[3] == "5 văn bản");
        Assert.Equal([("STC", "U05", "qlvb", "6")], await StoredAsync());

        Assert.Contains("0 mới, 1 thay đổi", (await raced.PressAsync("Ghi số liệu")).Notice);
        Assert.Contains("0 mới, 0 thay đổi, 1 không đổi", (await raced.PressAsync("Ghi số liệu")).Notice);
        Assert.Equal([("STC", "U05", "qlvb", "5")], await StoredAsync());
        Assert.Equal(2, await _portal.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "shared-figure.import")));
    }

    [Theory]
    [InlineData("thamtra1")]
    [InlineData("stc.daumoi")]
    [InlineData("quantri")]
    public async Task Nobody_but_the_manager_imports_or_sets_the_tolerance(string userName)
    {
        var ticket = new KeyValuePair<string, string>("ticket", TicketOf(await UploadAsync("qlvb", "a.csv", Csv("Cơ quan;U05\nSTC;5"))));
        using var browser = await _portal.SignedInAsync(userName);
        Assert.Equal(403, (await browser.GetAsync(Path)).Status);
        Assert.Equal(403, (await browser.GetAsync(Path + "/template")).Status);
        Assert.Equal(403, (await browser.UploadAsync(Path, "file", "a.csv", Csv("Cơ quan;U05\nSTC;5"))).Status);
        Assert.Equal(403, (await browser.PostAsync(Path + "/apply", ticket)).Status);
        Assert.Equal(403, (await browser.PostAsync(Path + "/tolerance", new KeyValuePair<string, string>("tolerance", "5"))).Status);
        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task The_tolerance_is_set_as_people_write_it_and_told_in_the_log()
    {
        var page = await _manager.GetAsync(Path);
        Assert.Equal("2", page.ValueOf("Mức chênh lệch"));
        Assert.Equal("Mức chênh lệch cho phép: 0,5 %.", (await page.Fill("Mức chênh lệch", "0,5 %").PressAsync("Lưu mức chênh lệch")).Notice);
        Assert.Equal("0,5", (await _manager.GetAsync(Path)).ValueOf("Mức chênh lệch"));
        foreach (var (typed, problem) in new[] { ("", "Nhập mức chênh lệch cho phép, ví dụ 2."), ("hai", "Không đọc được số “hai”."), ("-1", "từ 0 đến 100 %"), ("100,01", "từ 0 đến 100 %"), ("99999999999", "từ 0 đến 100 %"), ("0,125", "nhiều nhất hai chữ số thập phân") })
            Assert.Contains(problem, (await page.Fill("Mức chênh lệch", typed).PressAsync("Lưu mức chênh lệch")).Expect(422).ProblemAt("Mức chênh lệch"));
        var row = await _portal.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.Action == "period.shared-tolerance"));
        Assert.Equal(("2026", "2 %", "0,5 %"), (row.Subject, row.From, row.To));
    }

    [Fact]
    public async Task Before_the_period_opens_and_once_the_result_is_proposed_nothing_is_taken()
    {
        foreach (var state in new[] { PeriodState.Draft, PeriodState.Proposed })
        {
            await using var portal = await StagePortal.AtAsync(state);
            using var manager = await portal.SignedInAsync("quanly");
            var page = await manager.GetAsync(Path);
            Assert.Contains("Không nhập được lúc này", page.Text);
            Assert.False(page.HasButton("Xem trước"));
            var post = (await manager.UploadAsync(Path, "file", "a.csv", Csv("Cơ quan;U05\nSTC;5"))).Expect(409);
            Assert.Contains(state == PeriodState.Draft ? "Mở kỳ đánh giá rồi nhập số liệu." : "ở trạng thái “Đã trình UBND tỉnh”", Assert.Single(post.Problems));
            Assert.Equal(state == PeriodState.Draft ? 200 : 409, (await manager.PostAsync(Path + "/tolerance", new KeyValuePair<string, string>("tolerance", "5"))).Status);
        }
    }

    internal static byte[] Csv(string text) => Encoding.UTF8.GetBytes(text);

    internal static byte[] Book(params (string Sheet, object?[][] Rows)[] sheets)
    {
        using var book = new XLWorkbook();
        foreach (var (name, rows) in sheets)
        {
            var sheet = book.AddWorksheet(name);
            for (var i = 0; i < rows.Length; i++)
            {
                for (var j = 0; j < rows[i].Length; j++)
                {
                    var cell = sheet.Cell(i + 1, j + 1);
                    _ = rows[i][j] switch
                    {
                        null => cell,
                        string formula when formula.StartsWith('=') => cell.SetFormulaA1(formula),
                        string text => cell.SetValue(text),
                        int number => cell.SetValue(number),
                        double number => cell.SetValue(number),
                        bool yes => cell.SetValue(yes),
                        DateTime day => cell.SetValue(day),
                        var other => throw new ArgumentException(other.GetType().Name),
                    };
                }
            }
        }

        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return stream.ToArray();
    }

    private static string TicketOf(PortalPage page) => page.One("input[name=ticket]").GetAttribute("value")!;

    private Task<PortalPage> UploadAsync(string source, string name, byte[] file) => UploadAsync(_manager, source, name, file);

    internal static async Task<PortalPage> UploadAsync(PortalClient browser, string source, string name, byte[] file) => await browser.PostBodyAsync(Path, new MultipartFormDataContent
    {
        { new ByteArrayContent(file), "file", name }, { new StringContent(source), "source" }, { new StringContent(await browser.TokenAsync()), "__RequestVerificationToken" },
    });

    private async Task TakeAsync(string source, string name, byte[] file) => Assert.StartsWith("Đã nhập", (await (await UploadAsync(source, name, file)).Expect(200).PressAsync("Ghi số liệu")).Notice);

    private async Task RefusedAsync(string name, byte[] file, string reason)
    {
        var page = (await UploadAsync("qlvb", name, file)).Expect(422);
        Assert.Contains(reason, Assert.Single(page.Problems));
        Assert.Contains(reason, page.ProblemAt("Tệp số liệu"));
        Assert.Equal("qlvb", page.ValueOf("Hệ thống"));
    }

    private async Task<byte[]> DownloadAsync(string query)
    {
        using var response = await _manager.Http.GetAsync(Path + "/template" + query);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}\n{_portal.LogTail()}");
        return await response.Content.ReadAsByteArrayAsync();
    }

    private async Task AddPeriodAsync(string code)
    {
        await (await _manager.GetAsync("/periods/new")).Fill("Mã trong địa chỉ", code).PressAsync("Thêm và nhập kế hoạch");
        Assert.True(await _portal.ReadAsync(db => db.Periods.AnyAsync(p => p.Code == code)));
    }

    private Task<List<(string, string, string, string)>> StoredAsync() => _portal.ReadAsync(async db =>
        (await db.SharedFigures.Join(db.Agencies, f => f.AgencyId, a => a.Id, (f, a) => new { a.Code, f.QuestionCode, f.SourceCode, f.ValueJson }).ToListAsync()).Select(f => (f.Code, f.QuestionCode, f.SourceCode, f.ValueJson)).OrderBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.QuestionCode, StringComparer.Ordinal).ThenBy(f => f.SourceCode, StringComparer.Ordinal).ToList());

    /// <summary>Places are the same, and the second sentence begins with the first.</summary>
    private sealed class StartComparer : IEqualityComparer<(string Place, string Problem)>
    {
        public bool Equals((string Place, string Problem) x, (string Place, string Problem) y) =>
            x.Place == y.Place && (x.Problem.StartsWith(y.Problem, StringComparison.Ordinal) || y.Problem.StartsWith(x.Problem, StringComparison.Ordinal));

        public int GetHashCode((string Place, string Problem) obj) => obj.Place.GetHashCode(StringComparison.Ordinal);
    }
}
