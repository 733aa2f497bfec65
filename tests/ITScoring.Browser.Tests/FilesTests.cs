using System.Text;
using ITScoring.Web.Demo;
using ITScoring.Web.Tests.Files;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>Files as evidence in a real browser: progress, cancelling, odd names, PDF in the page.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FilesTests(ChromiumFixture chromium)
{
    private const string OddName = "Đề án \"Ứng dụng\", Sở KH&CN (bản ký).pdf";

    private const string Evidence = "/submissions/2026/stc/questions/N01/evidence";

    [BrowserFact]
    public async Task A_file_of_20_MB_shows_its_progress_and_can_be_cancelled_and_sent_again()
    {
        await using var portal = new DemoPortal { OnNetwork = true };
        await portal.InitializeAsync();
        var folder = Directory.CreateTempSubdirectory("itscoring-upload-").FullName;
        var ledger = new PageLedger();
        var journey = new Journey(chromium, portal.Address, ledger: ledger);
        await journey.RunAsync(async () =>
        {
            var editor = await journey.VisitorAsync();
            await editor.SignInAsync("stc.daumoi", DemoAccounts.Password);
            await editor.OpenAsync(Evidence);
            var page = editor.Page;
            var file = Large(folder, "Báo cáo tổng hợp.pdf", 20 * 1024 * 1024);
            // Slow enough to be seen and stopped.
            var line = await page.Context.NewCDPSessionAsync(page);
            await Throttle(line, 4_000_000);
            await page.EvaluateAsync("""
                () => {
                    window.seen = [];
                    new MutationObserver(() => { for (const p of document.querySelectorAll('.uploads progress')) window.seen.push(p.value); })
                        .observe(document.querySelector('.uploads'), { subtree: true, childList: true, attributes: true, characterData: true });
                }
                """);
            await page.GetByLabel("Tệp", new() { Exact = true }).SetInputFilesAsync(file);
            await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên" }).ClickAsync();
            await Assertions.Expect(page.Locator(".uploads progress")).Not.ToHaveAttributeAsync("value", "0");
            await page.GetByRole(AriaRole.Button, new() { Name = "Hủy Báo cáo tổng hợp.pdf" }).ClickAsync();
            await Assertions.Expect(page.Locator(".uploads__text")).ToHaveTextAsync("Đã hủy, tệp chưa được lưu.");
            await UntilAsync(() => !Directory.EnumerateFiles(portal.FilesFolder, "*", SearchOption.AllDirectories).Any());
            Assert.Equal(0, await portal.ReadAsync(db => db.StoredFiles.CountAsync()));

            await Throttle(line, 5_000_000);
            await page.GetByRole(AriaRole.Button, new() { Name = "Thử lại Báo cáo tổng hợp.pdf" }).ClickAsync();
            await Assertions.Expect(page.Locator(".uploads__text")).ToHaveTextAsync("Đã lưu.", new() { Timeout = Visitor.Patience });
            // The list of the page shows it without another visit, and the status speaks once all rests.
            await Assertions.Expect(page.Locator("[data-evidence-list]")).ToContainTextAsync("PDF, 20,0 MB");
            await Assertions.Expect(page.Locator("[data-upload-status]")).ToHaveTextAsync("Đã tải lên 1 tệp.");
            var seen = await page.EvaluateAsync<double[]>("() => [...new Set(window.seen)]");
            Assert.True(seen.Count(v => v is > 0 and < 100) >= 3, $"Progress was seen at {string.Join(", ", seen)}.");
            Assert.Equal(20 * 1024 * 1024, await portal.ReadAsync(db => db.StoredFiles.Select(f => f.Size).SingleAsync()));

            // What is larger is not even sent.
            await page.GetByLabel("Tệp", new() { Exact = true }).SetInputFilesAsync(Large(folder, "Quá lớn.pdf", (20 * 1024 * 1024) + 1));
            await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên" }).ClickAsync();
            await Assertions.Expect(page.Locator(".uploads__text")).ToContainTextAsync("lớn hơn 20,0 MB");
            await ledger.CheckAsync(page);
        });
        Directory.Delete(folder, recursive: true);
        ledger.AssertClean(atLeast: 2);
    }

    [BrowserTheory]
    [InlineData(NormalizationForm.FormC, true)]
    [InlineData(NormalizationForm.FormD, true)]
    [InlineData(NormalizationForm.FormC, false)]
    [InlineData(NormalizationForm.FormD, false)]
    public async Task A_name_with_marks_commas_and_quotes_survives_the_way_up_and_down_with_and_without_JavaScript(NormalizationForm form, bool javaScript)
    {
        await using var portal = new DemoPortal { OnNetwork = true };
        await portal.InitializeAsync();
        var journey = new Journey(chromium, portal.Address, javaScript);
        await journey.RunAsync(async () =>
        {
            var editor = await journey.VisitorAsync();
            await editor.SignInAsync("stc.daumoi", DemoAccounts.Password);
            await editor.OpenAsync(Evidence);
            var page = editor.Page;
            await page.GetByLabel("Tệp", new() { Exact = true }).SetInputFilesAsync(
            [
                new FilePayload { Name = OddName.Normalize(form), MimeType = "application/pdf", Buffer = Samples.Pdf },
                new FilePayload { Name = "sai.pdf", MimeType = "application/pdf", Buffer = "không phải PDF"u8.ToArray() },
            ]);
            await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên" }).ClickAsync();
            await Assertions.Expect(page.Locator("[data-evidence-list]")).ToContainTextAsync(OddName);
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ội dung không phải PDF");
            var document = await portal.ReadAsync(db => db.Evidence.SingleAsync(e => e.FileId != null));
            Assert.Equal(OddName, document.FileName);
            var download = await page.RunAndWaitForDownloadAsync(() => page.EvaluateAsync($"() => {{ const a = document.createElement('a'); a.href = '/files/{document.Id}'; a.download = ''; a.click(); }}"));
            // A browser puts its own sign for what no file system takes.
            Assert.Equal(OddName.Replace('"', '_'), download.SuggestedFilename.Replace('-', '_').Replace('"', '_'));
        });
    }

    [BrowserFact]
    public async Task A_PDF_and_a_picture_show_in_the_page()
    {
        await using var portal = new DemoPortal { OnNetwork = true };
        await portal.InitializeAsync();
        var journey = new Journey(chromium, portal.Address);
        await journey.RunAsync(async () =>
        {
            var editor = await journey.VisitorAsync();
            await editor.SignInAsync("stc.daumoi", DemoAccounts.Password);
            await editor.OpenAsync(Evidence);
            var page = editor.Page;
            await page.GetByLabel("Tệp", new() { Exact = true }).SetInputFilesAsync(
            [
                new FilePayload { Name = "Báo cáo.pdf", MimeType = "application/pdf", Buffer = Samples.Pdf },
                new FilePayload { Name = "Ảnh.png", MimeType = "image/png", Buffer = Samples.Png },
            ]);
            await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên" }).ClickAsync();
            await Assertions.Expect(page.Locator("[data-evidence-list]")).ToContainTextAsync("Ảnh.png");
            var ids = await portal.ReadAsync(db => db.Evidence.Where(e => e.FileId != null).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync());
            var loaded = page.WaitForResponseAsync(r => r.Url.EndsWith($"/files/{ids[0]}", StringComparison.Ordinal));
            await page.GetByText("Xem trong trang Báo cáo.pdf").ClickAsync();
            Assert.Equal(200, (await loaded).Status);
            // A refused frame is left at an address of the browser's own.
            var frame = await (await page.Locator("main iframe").ElementHandleAsync()).ContentFrameAsync();
            await frame!.WaitForURLAsync($"**/files/{ids[0]}**");
            await page.GetByText("Xem trong trang Ảnh.png").ClickAsync();
            await Assertions.Expect(page.Locator("main img")).ToHaveJSPropertyAsync("naturalWidth", 1);
        });
    }

    /// <summary>On disk, where a browser takes its files from.</summary>
    private static string Large(string folder, string name, int bytes)
    {
        var content = new byte[bytes];
        Samples.Pdf.CopyTo(content, 0);
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static Task Throttle(ICDPSession line, double bytesPerSecond) => line.SendAsync("Network.emulateNetworkConditions", new()
    {
        ["offline"] = false,
        ["latency"] = 0,
        ["downloadThroughput"] = bytesPerSecond,
        ["uploadThroughput"] = bytesPerSecond,
    });

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 100 && !condition(); i++)
            await Task.Delay(100);
        Assert.True(condition());
    }
}
