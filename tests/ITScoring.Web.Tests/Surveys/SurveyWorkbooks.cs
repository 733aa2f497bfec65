using System.IO.Compression;
using ClosedXML.Excel;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Surveys;

/// <summary>
/// The workbook of a survey's form, as people handle it. The places of <see cref="SurveySet"/>: on “Phần A” A01 to A06 in rows 4 to 9, the options of A06
/// in 10 to 12, A07 in 13 with the table's head in 14 and its first line in 15; with n rows filled and 8 to spare, A08, A09, A10 follow in n + 23, n + 24,
/// n + 25. On “Phần B” B01 to B05 in rows 4 to 8. Answers stand in column E, notes in F.
/// </summary>
internal static class SurveyWorkbooks
{
    public const string A = "Phần A";
    public const string B = "Phần B";

    public static async Task<byte[]> WorkbookAsync(this Survey survey, SurveyPortal portal, string userName = "stc.daumoi")
    {
        using var response = await (await portal.BrowserOfAsync(userName)).Http.GetAsync(survey.Path("workbook", userName.Split('.')[0]));
        Assert.True(response.IsSuccessStatusCode, $"The workbook answered {(int)response.StatusCode}. The log ends with:\n{portal.LogTail()}");
        return await response.Content.ReadAsByteArrayAsync();
    }

    public static async Task<PortalPage> UploadAsync(this Survey survey, SurveyPortal portal, byte[] workbook, string userName = "stc.daumoi") =>
        await (await portal.BrowserOfAsync(userName)).UploadAsync(survey.Path("workbook", userName.Split('.')[0]), "file", "phieu.xlsx", workbook);

    /// <summary>Types into cells: text, number, day, yes or no; null empties.</summary>
    public static byte[] Type(this byte[] workbook, params (string Sheet, string Cell, object? Value)[] cells) => workbook.Edit(book =>
    {
        foreach (var (sheet, at, value) in cells)
        {
            var cell = book.Worksheet(sheet).Cell(at);
            _ = value switch
            {
                null => (object)cell.Clear(XLClearOptions.Contents),
                string text => cell.SetValue(text),
                int number => cell.SetValue(number),
                double number => cell.SetValue(number),
                bool yes => cell.SetValue(yes),
                DateTime day => cell.SetValue(day),
                _ => throw new ArgumentException(value.GetType().Name),
            };
        }
    });

    public static byte[] Edit(this byte[] workbook, Action<XLWorkbook> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var book = new XLWorkbook(stream))
        {
            edit(book);
            book.Save();
        }

        return stream.ToArray();
    }

    /// <summary>Rewrites one part of the package as text.</summary>
    public static byte[] Rewrite(this byte[] workbook, string part, Func<string, string> rewrite)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
                text = reader.ReadToEnd();
            var changed = rewrite(text);
            Assert.NotEqual(text, changed);
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(changed);
        }

        return stream.ToArray();
    }

    /// <summary>The lines of a kind on the preview: question, what the portal says, what the workbook says, and the rest.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Lines(this PortalPage page, string kind)
    {
        var part = page.All("main section").SingleOrDefault(s => PortalPage.TextOf(s.QuerySelector("h2")).StartsWith(kind + " (", StringComparison.Ordinal));
        return part is null ? [] : [.. part.QuerySelectorAll("tbody tr").Select(r => (IReadOnlyList<string>)[.. r.QuerySelectorAll("th, td:not(:has(input))").Select(PortalPage.TextOf)])];
    }
}
