using System.Text;
using ITScoring.Web.Demo;
using ITScoring.Web.Tests.Portal;
using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>The form leaves the browser as a workbook, is edited by a spreadsheet program, and comes back through the browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WorkbookTests(ChromiumFixture chromium)
{
    private const string Form = "/submissions/2026/stc";

    [BrowserFact(NeedsLibreOffice = true)]
    public async Task A_form_goes_out_as_a_workbook_is_edited_by_LibreOffice_and_comes_back()
    {
        await using var portal = new DemoPortal { OnNetwork = true };
        await portal.InitializeAsync();
        var ledger = new PageLedger();
        var journey = new Journey(chromium, portal.Address, ledger: ledger);
        await journey.RunAsync(async () =>
        {
            var editor = await journey.VisitorAsync();
            await editor.SignInAsync("stc.daumoi", DemoAccounts.Password);
            await editor.OpenAsync(Form);
            var download = await editor.Page.RunAndWaitForDownloadAsync(() => editor.Page.GetByRole(AriaRole.Link, new() { Name = "Tải phiếu Excel" }).ClickAsync());
            Assert.EndsWith(".xlsx", download.SuggestedFilename);
            var open = Encoding.UTF8.GetString(await LibreOffice.ConvertAsync(await File.ReadAllBytesAsync(await download.PathAsync()), "xlsx", "fods"));

            // The line of the question as LibreOffice holds it: code, text, answer.
            const string Stored = "office:value=\"90.5\"";
            var line = open.IndexOf("<text:p>H05</text:p>", StringComparison.Ordinal);
            var cell = open.IndexOf(Stored, line, StringComparison.Ordinal);
            Assert.True(line > 0 && cell > line && cell - line < 4000, "The workbook does not show H05 as it stands in the form.");
            open = open[..cell] + "office:value=\"120.25\"" + open[(cell + Stored.Length)..];
            var edited = await LibreOffice.ConvertAsync(Encoding.UTF8.GetBytes(open), "fods", "xlsx");

            await editor.Page.GetByLabel("Tệp phiếu đã điền (.xlsx)").SetInputFilesAsync(new FilePayload { Name = download.SuggestedFilename, MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = edited });
            await editor.PressAsync("Xem trước");
            Assert.Equal(["H05"], await editor.Page.Locator("main tbody th b").AllInnerTextsAsync());
            Assert.Contains("120,25", await editor.Page.Locator("main tbody [data-label='Trong tệp']").InnerTextAsync());
            Assert.Equal("90.5", await StoredAnswer.OfAsync(portal, "H05"));

            await editor.PressAsync("Ghi các ô đã chọn");
            Assert.Equal("120.25", await StoredAnswer.OfAsync(portal, "H05"));
            await editor.OpenAsync(Form + "/sections/h");
            Assert.Equal("120,25", await editor.Page.InputValueAsync("[name=H05]"));
        });
        ledger.AssertClean(atLeast: 3);
    }
}
