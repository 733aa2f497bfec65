using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using ITScoring.Web.Reports;
using ITScoring.Web.Tests.Surveys;

namespace ITScoring.Web.Tests.Reports;

/// <summary>Reading cells as programs write them, and hostile files under limits.</summary>
public sealed class WorkbookReaderTests
{
    private const string Broken = "Tệp bị hỏng hoặc không đúng cấu trúc";
    private const string Sheet1 = "xl/worksheets/sheet1.xml";

    [Fact]
    public void Cells_of_every_kind_are_told_apart()
    {
        var sheet = Read(Book(s =>
        {
            s.Cell("A1").SetValue("  Chữ _x0041_ & <b>\ndòng hai ");
            s.Cell("A2").SetValue(1.1);
            s.Cell("A3").SetValue(new DateTime(2018, 11, 30));
            s.Cell("A4").SetValue(0.5).Style.NumberFormat.Format = "0.0%";
            s.Cell("A5").SetValue(true);
            s.Cell("A6").FormulaA1 = "1+1";
            s.Cell("A7").SetValue(43434).Style.NumberFormat.Format = "[Red]#,##0\" ngày\"";
            s.Cell("A8").SetValue(43434).Style.NumberFormat.Format = "dd/mm/yyyy";
            s.Cell("A9").RichText.AddText("Hai ").SetBold().AddText("mảnh");
            s.Cell("B9").Style.Fill.SetBackgroundColor(XLColor.Red);
        })).Sheets[0];

        Assert.Equal(new WorkbookCell(WorkbookCellKind.Text, "  Chữ _x0041_ & <b>\ndòng hai "), sheet[new(1, 1)] with { Text = sheet[new(1, 1)].Text.Replace("\r\n", "\n") });
        Assert.Equal((WorkbookCellKind.Number, "1.1"), (sheet[new(2, 1)].Kind, sheet[new(2, 1)].Text));
        Assert.Equal((WorkbookCellKind.Date, new DateOnly(2018, 11, 30)), (sheet[new(3, 1)].Kind, sheet[new(3, 1)].Day!.Value));
        Assert.Equal((WorkbookCellKind.Percent, "0.5"), (sheet[new(4, 1)].Kind, sheet[new(4, 1)].Text));
        Assert.Equal((WorkbookCellKind.Boolean, "true"), (sheet[new(5, 1)].Kind, sheet[new(5, 1)].Text));
        Assert.Equal(WorkbookCellKind.Formula, sheet[new(6, 1)].Kind);
        // 43434 days after 30/12/1899.
        Assert.Equal((WorkbookCellKind.Number, new DateOnly(2018, 11, 30)), (sheet[new(7, 1)].Kind, sheet[new(7, 1)].Day!.Value));
        Assert.Equal((WorkbookCellKind.Date, new DateOnly(2018, 11, 30)), (sheet[new(8, 1)].Kind, sheet[new(8, 1)].Day!.Value));
        Assert.Equal("Hai mảnh", sheet[new(9, 1)].Text);
        Assert.Equal(WorkbookCell.Empty, sheet[new(9, 2)]);
    }

    [Theory]
    [InlineData("1.1000000000000001", "1.1")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1E3", "1000")]
    [InlineData("-2.5E-2", "-0.025")]
    [InlineData("123456789012345", "123456789012345")]
    public void Numbers_are_the_ones_that_were_typed(string written, string number) =>
        Assert.Equal(number, WorkbookCell.Read(written, WorkbookCellKind.Number, from1904: false)!.Text);

    [Theory]
    [InlineData("NaN")]
    [InlineData("1E300")]
    [InlineData("một")]
    public void What_is_no_number_of_usual_size_is_none(string written) => Assert.Null(WorkbookCell.Read(written, WorkbookCellKind.Number, from1904: false));

    [Fact]
    public void Days_are_counted_in_the_workbooks_own_calendar()
    {
        Assert.Equal(new DateOnly(1900, 3, 1), WorkbookCell.Read("61", WorkbookCellKind.Date, from1904: false)!.Day);
        Assert.Null(WorkbookCell.Read("60", WorkbookCellKind.Date, from1904: false)!.Day);
        Assert.Equal(new DateOnly(1904, 1, 1), WorkbookCell.Read("0", WorkbookCellKind.Date, from1904: true)!.Day);
        // 41972 = 43434 - 1462.
        Assert.Equal(new DateOnly(2018, 11, 30), WorkbookCell.Read("41972.75", WorkbookCellKind.Date, from1904: true)!.Day);
        Assert.Null(WorkbookCell.Read("99999999", WorkbookCellKind.Date, from1904: false)!.Day);

        var book = Book(s => s.Cell("A1").SetValue(41972)).Rewrite("xl/workbook.xml", x => x.Replace("<x:workbookPr ", "<x:workbookPr date1904=\"1\" ", StringComparison.Ordinal));
        Assert.Equal(new DateOnly(2018, 11, 30), Read(book).Sheets[0][new(1, 1)].Day);
    }

    [Fact]
    public void Inline_texts_errors_and_days_in_words_are_read()
    {
        var sheet = Read(Book(s => s.Cell("A1").SetValue(1)).Rewrite(Sheet1, x => x.Replace(
            "</x:sheetData>",
            "<x:row r=\"2\"><x:c r=\"A2\" t=\"inlineStr\"><x:is><x:t>Có</x:t></x:is></x:c><x:c r=\"B2\" t=\"e\"><x:v>#N/A</x:v></x:c><x:c r=\"C2\" t=\"d\"><x:v>2018-11-30</x:v></x:c><x:c r=\"D2\" t=\"str\"><x:f>A1</x:f><x:v>9</x:v></x:c></x:row></x:sheetData>",
            StringComparison.Ordinal))).Sheets[0];
        Assert.Equal(
            [(WorkbookCellKind.Text, "Có"), (WorkbookCellKind.Error, "#N/A"), (WorkbookCellKind.Text, "2018-11-30"), (WorkbookCellKind.Formula, "9")],
            Enumerable.Range(1, 4).Select(c => (sheet[new(2, c)].Kind, sheet[new(2, c)].Text)));
    }

    [Theory]
    [InlineData("E12", 12, 5)]
    [InlineData("XFD1048576", 1048576, 16384)]
    [InlineData("AA1", 1, 27)]
    public void Addresses_are_read_and_written(string text, int row, int column)
    {
        Assert.Equal(new WorkbookAddress(row, column), WorkbookAddress.Parse(text));
        Assert.Equal(text, new WorkbookAddress(row, column).ToString());
    }

    [Theory]
    [InlineData("XFE1")]
    [InlineData("A0")]
    [InlineData("A1048577")]
    [InlineData("12")]
    [InlineData("E")]
    [InlineData("e5")]
    [InlineData("A-1")]
    [InlineData(null)]
    public void What_is_no_address_is_none(string? text) => Assert.Null(WorkbookAddress.Parse(text));

    [Fact]
    public void A_bomb_is_refused_with_its_reason_and_little_memory()
    {
        var bomb = WithPart(Book(s => s.Cell("A1").SetValue(1)), "xl/media/image1.bin", 900_000_000);
        Assert.True(bomb.Length < WorkbookPackage.MaxBytes, $"The bomb has {bomb.Length} bytes and would be refused for its size.");
        Assert.True(AllocatedBy(bomb, "Tệp nén quá nhiều nội dung") < 2_000_000);
    }

    [Fact]
    public void A_bomb_that_lies_about_its_size_is_cut_off_at_what_it_said()
    {
        // A shared string of 200 MB, of which the directory says that it has 100 bytes.
        var bomb = WithPart(Book(s => s.Cell("A1").SetValue("chữ")), "xl/sharedStrings.xml", 200_000_000, says: 100);
        Assert.True(AllocatedBy(bomb, Broken) < 20_000_000);
    }

    [Fact]
    public void Too_many_cells_strings_letters_or_sheets_are_refused_with_bounded_memory()
    {
        var one = Book(s => s.Cell("A1").SetValue(1));
        var cells = one.Rewrite(Sheet1, x => x.Replace("</x:sheetData>", string.Concat(Enumerable.Range(2, 250_000).Select(i => $"<x:row r=\"{i}\"><x:c r=\"A{i}\"><x:v>1</x:v></x:c></x:row>")) + "</x:sheetData>", StringComparison.Ordinal));
        var letters = Book(s => s.Cell("A1").SetValue("MẪU")).Rewrite("xl/sharedStrings.xml", x => x.Replace("MẪU", new string('x', 5_000_000), StringComparison.Ordinal));
        foreach (var (file, most) in new[] { (cells, 400_000_000), (letters, 100_000_000) })
            Assert.True(AllocatedBy(file, "Tệp có quá nhiều nội dung") < most);
    }

    [Fact]
    public void Entities_are_not_expanded_and_nothing_is_fetched()
    {
        var book = Book(s => s.Cell("A1").SetValue("chữ")).Rewrite("xl/sharedStrings.xml", x => x.Replace("<x:sst", "<!DOCTYPE s [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x:sst", StringComparison.Ordinal).Replace("chữ", "&e;", StringComparison.Ordinal));
        Assert.StartsWith(Broken, WorkbookReader.Read(new MemoryStream(book)).Problem);
    }

    private static long AllocatedBy(byte[] file, string problem)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = WorkbookReader.Read(new MemoryStream(file));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.StartsWith(problem, read.Problem);
        return allocated;
    }

    private static UploadedWorkbook Read(byte[] file)
    {
        var read = WorkbookReader.Read(new MemoryStream(file));
        Assert.Null(read.Problem);
        return read.Value!;
    }

    private static byte[] Book(Action<IXLWorksheet> fill)
    {
        using var book = new XLWorkbook();
        fill(book.AddWorksheet("Trang"));
        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return stream.ToArray();
    }

    /// <summary>Puts a part of zeros into a package; the directory may say another size of it.</summary>
    private static byte[] WithPart(byte[] book, string name, long size, uint? says = null)
    {
        using var stream = new MemoryStream();
        stream.Write(book);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            archive.GetEntry(name)?.Delete();
        // Parts are written as they come only to a new archive; in the other mode each is held in memory first.
        using var result = new MemoryStream();
        using (var from = new ZipArchive(stream, ZipArchiveMode.Read))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var source = entry.Open();
                using var target = to.CreateEntry(entry.FullName).Open();
                source.CopyTo(target);
            }

            using var part = to.CreateEntry(name).Open();
            part.Write("<x:sst xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:si><x:t>"u8);
            var block = Encoding.ASCII.GetBytes(new string('0', 1_000_000));
            for (var written = 0L; written < size; written += block.Length)
                part.Write(block);
        }

        var bytes = result.ToArray();
        if (says is { } lie)
        {
            // The last entry of the directory: signature, then the size 24 bytes on, the name 46 bytes on.
            var at = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
            Assert.Equal(name, Encoding.ASCII.GetString(bytes, at + 46, name.Length));
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 24), lie);
        }

        return bytes;
    }
}
