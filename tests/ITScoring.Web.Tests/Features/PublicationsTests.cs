using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Packages;
using ITScoring.Web.Reports;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Open data: every file of a publication at an address of its own, the same digits in all of them, for whom it is meant.</summary>
public sealed class PublicationsTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Page = "/publications/2018";

    private static readonly string[] Public = ["ranking.csv", "criteria.csv", "dictionary.csv", "record.json", "result.xlsx", "result.ods", "package.zip"];

    [Fact]
    public async Task The_page_names_every_public_file_with_its_hash_and_the_files_are_what_it_says()
    {
        using var browser = portal.Browser();
        var page = (await browser.GetAsync(Page)).Expect(200);

        Assert.Contains("Dữ liệu minh họa, không phải kết quả thật", page.Text);
        var files = page.All(".files li").Select(li => (Href: li.QuerySelector("a")!.GetAttribute("href")!, Hash: li.QuerySelector(".hash")!.TextContent)).ToList();
        Assert.Equal(Public.Select(f => $"{Page}/1/{f}"), files.Select(f => f.Href));
        foreach (var (href, hash) in files)
        {
            var answer = await browser.Http.GetAsync(href);
            Assert.Equal(hash, PackageHash.Of(await answer.Content.ReadAsByteArrayAsync()));
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString());
            Assert.Empty(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []);
            using var again = new HttpRequestMessage(HttpMethod.Get, href);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            Assert.Equal(HttpStatusCode.NotModified, (await browser.Http.SendAsync(again)).StatusCode);
        }
    }

    [Theory]
    [InlineData("/publications/2026")]
    [InlineData("/publications/2017")]
    [InlineData("/publications/2018/2/ranking.csv")]
    [InlineData("/publications/2018/1/other.csv")]
    [InlineData("/publications/2018/1/package-full.zip")]
    [InlineData("/publications/2026/1/ranking.csv")]
    public async Task What_is_not_published_or_not_for_everybody_is_not_found(string path)
    {
        using var browser = portal.Browser();
        Assert.Equal(404, (await browser.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("stc.nhaplieu", true)]
    [InlineData("stc.thutruong", true)]
    [InlineData("thamtra1", true)]
    [InlineData("quanly", true)]
    [InlineData("lanhdao", true)]
    [InlineData("theodoi", true)]
    [InlineData("quantri", false)]
    public async Task The_full_package_is_for_agencies_and_UBND_and_matches(string user, bool gets)
    {
        using var browser = await portal.SignedInAsync(user);
        var answer = await browser.Http.GetAsync($"{Page}/1/package-full.zip");

        Assert.Equal(gets ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(gets, (await browser.GetAsync(Page)).Text.Contains("Gói kết quả đầy đủ", StringComparison.Ordinal));
        if (!gets)
            return;
        var report = PackageZip.Check(await answer.Content.ReadAsStreamAsync(), out _);
        Assert.Empty(report.Findings);
        Assert.Equal((PackageVerdict.Matches, true, 21), (report.Verdict, report.FromAnswers, report.Agencies));
        Assert.Equal(("0000/QĐ-UBND", 1, (string?)"Dữ liệu minh họa, không phải kết quả thật"), (report.Manifest!.Publication.DecisionNumber, report.Manifest.Publication.Number, report.Manifest.Notice));
    }

    [Fact]
    public async Task The_public_package_holds_no_answers_and_adds_up()
    {
        var report = PackageZip.Check(new MemoryStream(await FileAsync("package.zip")), out var files);

        Assert.Equal((PackageVerdict.Matches, false), (report.Verdict, report.FromAnswers));
        Assert.Equal(["criteria-set.json", "manifest.json", "record.json", "result.json"], files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Workbook_OpenDocument_CSV_and_API_show_the_digits_of_the_record()
    {
        var record = RecordJson.ReadPublic(Encoding.UTF8.GetString(await FileAsync("record.json")));
        var csv = CsvFile.Read(await FileAsync("ranking.csv"));
        var criteriaCsv = CsvFile.Read(await FileAsync("criteria.csv"));
        using var workbook = new XLWorkbook(new MemoryStream(await FileAsync("result.xlsx")));
        var ranking = Cells(workbook.Worksheet("Xếp hạng"));
        var ods = Ods(await FileAsync("result.ods"));
        using var browser = portal.Browser();
        var api = (await browser.ApiAsync("/api/v1/periods/2018/publications/1")).GetProperty("agencies").EnumerateArray().ToDictionary(a => a.GetProperty("code").GetString()!);

        Assert.Equal(["Xếp hạng", "Tiêu chí", "Từ điển dữ liệu"], workbook.Worksheets.Select(s => s.Name));
        Assert.Equal(21 * 60, criteriaCsv.Count);
        foreach (var agency in record.Agencies)
        {
            var (line, sheet, open) = (csv.Single(r => r["code"] == agency.Code), ranking.Single(r => r["Mã cơ quan"] == agency.Code), ods["Xếp hạng"].Single(r => r["Mã cơ quan"] == agency.Code));
            foreach (var (key, heading, value) in new[] { ("total", "Tổng điểm", agency.Total), ("ranking_score", "Điểm xếp hạng", agency.RankingScore!), ("rank", "Hạng", $"{agency.Rank}") }.Concat(agency.Groups.Select(g => ($"group_{g.Code}", $"Nhóm {g.Code}", g.Points))))
                Assert.Equal((agency.Code, key, value, value, value), (agency.Code, key, line[key], sheet[heading], open[heading]));
            var data = api[agency.Code];
            Assert.Equal(
                (agency.Total, agency.ApplicableMax, agency.RankingScore, agency.Rank, agency.Class),
                (data.Text("total"), data.Text("applicableMax"), data.Text("rankingScore"), data.GetProperty("rank").GetInt32(), data.Text("class")));
            Assert.Equal(agency.Groups.Select(g => $"{g.Code} {g.Points} {g.ApplicableMax}"), data.GetProperty("groups").EnumerateArray().Select(g => $"{g.Text("code")} {g.Text("points")} {g.Text("applicableMax")}"));
            var own = await browser.ApiAsync($"/api/v1/periods/2018/agencies/{agency.Code}");
            Assert.Equal(
                criteriaCsv.Where(r => r["code"] == agency.Code).Select(r => $"{r["criterion"]} {r["points"]}"),
                own.GetProperty("criteria").EnumerateArray().Select(c => $"{c.Text("code")} {c.Text("points")}"));
        }

        Assert.Equal(
            record.Agencies.SelectMany(a => a.Criteria.Select(c => $"{a.Code} {c.Code} {c.Points}")),
            Cells(workbook.Worksheet("Tiêu chí")).Select(r => $"{r["Mã cơ quan"]} {r["Tiêu chí"]} {r["Điểm"]}"));
        Assert.Equal(criteriaCsv.Select(r => $"{r["code"]} {r["criterion"]} {r["points"]}"), ods["Tiêu chí"].Select(r => $"{r["Mã cơ quan"]} {r["Tiêu chí"]} {r["Điểm"]}"));
        // Every column of every sheet is explained.
        Assert.All(CsvFile.Read(await FileAsync("dictionary.csv")), r => Assert.NotEqual("", r["meaning"]));
    }

    [Fact]
    public async Task The_workbook_is_valid_and_numbers_are_numbers()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(await FileAsync("result.xlsx")), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        using var workbook = new XLWorkbook(new MemoryStream(await FileAsync("result.xlsx")));
        var sheet = workbook.Worksheet("Xếp hạng");
        Assert.Equal(XLDataType.Number, sheet.Cell(5, 5).DataType);
        Assert.True(sheet.AutoFilter.IsEnabled);
        Assert.Equal((4, 2), (sheet.SheetView.SplitRow, sheet.SheetView.SplitColumn));
    }

    [LibreOfficeFact]
    public async Task LibreOffice_opens_both_spreadsheets_with_the_same_table()
    {
        var (excel, open) = (await ShownAsync("result.xlsx"), await ShownAsync("result.ods"));

        Assert.Contains("Sở Tài chính", excel);
        Assert.Equal(excel, open);
    }

    [Fact]
    public async Task No_file_names_a_person()
    {
        var names = await portal.ReadAsync(db => db.Users.Select(u => u.DisplayName).ToListAsync());
        foreach (var name in Public.Except(["package.zip", "result.xlsx", "result.ods"]))
        {
            var text = Encoding.UTF8.GetString(await FileAsync(name));
            Assert.All(names, n => Assert.DoesNotContain(n, text));
        }

        foreach (var name in new[] { "package.zip", "result.xlsx", "result.ods" })
        {
            using var zip = new ZipArchive(new MemoryStream(await FileAsync(name)));
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                var text = await reader.ReadToEndAsync();
                Assert.All(names, n => Assert.DoesNotContain(n, text));
            }
        }
    }

    [Theory]
    [InlineData("UPDATE Publications SET Reason = 'x'")]
    [InlineData("DELETE FROM Publications")]
    [InlineData("UPDATE PublicationFiles SET Name = 'x'")]
    [InlineData("DELETE FROM PublicationFiles")]
    [InlineData("UPDATE FrozenRecords SET PublicJson = 'x'")]
    [InlineData("DELETE FROM FrozenRecords")]
    public async Task Nothing_published_is_ever_altered(string sql) =>
        Assert.Contains("only ever added", (await Assert.ThrowsAnyAsync<Exception>(() => portal.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql)))).Message);

    /// <summary>What LibreOffice shows in the cells of the first sheet.</summary>
    private async Task<List<string>> ShownAsync(string name)
    {
        var document = XDocument.Load(new MemoryStream(await LibreOffice.ConvertAsync(await FileAsync(name), Path.GetExtension(name)[1..], "fods")));
        XNamespace table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
        XNamespace text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
        return [.. document.Descendants(table + "table").First().Descendants(text + "p").Select(p => p.Value)];
    }

    private async Task<byte[]> FileAsync(string name)
    {
        using var browser = portal.Browser();
        return await browser.Http.GetByteArrayAsync($"{Page}/1/{name}");
    }

    /// <summary>Rows below the head in the fourth line, by heading; points with two decimals.</summary>
    private static List<Dictionary<string, string>> Cells(IXLWorksheet sheet)
    {
        var heads = sheet.Row(4).CellsUsed().ToDictionary(c => c.Address.ColumnNumber, c => c.GetString());
        return [.. sheet.RowsUsed().Where(r => r.RowNumber() > 4).Select(r => heads.ToDictionary(h => h.Value, h => Shown(r.Cell(h.Key))))];

        static string Shown(IXLCell cell) => cell.DataType != XLDataType.Number ? cell.GetString()
            : cell.GetDouble().ToString(cell.Style.NumberFormat.Format == "#,##0.00" ? "0.00" : "0", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Dictionary<string, List<Dictionary<string, string>>> Ods(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        Assert.Equal("mimetype", zip.Entries[0].FullName);
        using var stream = zip.GetEntry("content.xml")!.Open();
        var content = XDocument.Load(stream);
        XNamespace table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
        return content.Descendants(table + "table").ToDictionary(t => t.Attribute(table + "name")!.Value, t =>
        {
            var rows = t.Descendants(table + "table-row").Select(r => r.Elements(table + "table-cell").Select(c => c.Value).ToList()).ToList();
            return rows.Skip(4).Select(r => rows[3].Zip(r).ToDictionary(c => c.First, c => c.Second)).ToList();
        });
    }
}
