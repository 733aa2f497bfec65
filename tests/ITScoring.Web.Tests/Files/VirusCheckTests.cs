using System.Net;
using System.Text;
using ITScoring.Domain.Files;
using ITScoring.Web.Files;
using ITScoring.Web.Integrations.Scanning;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Files;

/// <summary>The virus check: its states on the page, its patience, and the quarantine.</summary>
public sealed class VirusCheckTests
{
    private const string Word = "MA-DOC-THU";

    [Fact]
    public async Task An_infected_file_is_named_to_the_uploader_served_to_nobody_and_proves_nothing()
    {
        var scanner = new FakeScanner(Word);
        await using var portal = await PortalAsync(scanner);
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("A02", "90"));
        await portal.UploadAsync(survey, "A02", ("Nhiễm.pdf", Samples.PdfOf(Word)), ("Sạch.pdf", Samples.Pdf));

        await UntilAsync(portal, files => files.All(f => f.Scan is ScanState.Infected or ScanState.Clean));

        var documents = await portal.DocumentsAsync(survey);
        Assert.Equal([(ScanState.Infected, "Thử.Mã-độc"), (ScanState.Clean, null)], documents.Select(e => (e.File!.Scan, e.File.Malware)));
        var page = await survey.PageAsync("questions/A02/evidence");
        Assert.Contains("Nhiễm.pdf", page.Text);
        Assert.Contains("Phát hiện mã độc (Thử.Mã-độc). Tệp đã bị cách ly", page.Text);
        Assert.Contains("đã kiểm tra, sạch", page.Text);
        Assert.Single(page.All("main iframe"));
        Assert.Equal(
            [$"{documents[1].File!.Sha256[..2]}/{documents[1].File!.Sha256}", $"quarantine/{documents[0].File!.Sha256}"],
            portal.InStore().Where(f => !f.StartsWith("incoming/", StringComparison.Ordinal)).OrderBy(f => f.StartsWith("quarantine/", StringComparison.Ordinal)));
        foreach (var user in new[] { "stc.daumoi", "thamtra1", "quanly" })
            Assert.Equal(HttpStatusCode.NotFound, (await (await portal.BrowserOfAsync(user)).Http.GetAsync($"/files/{documents[0].Id}")).StatusCode);
        Assert.Equal([("file.infected", "Thử.Mã-độc")], (await portal.ReadAsync(db => db.AuditEntries.Where(a => a.Action == "file.infected").ToListAsync())).Select(a => (a.Action, a.To!)));

        // Alone it is no evidence.
        await page.PressAsync("Gỡ Sạch.pdf");
        Assert.Contains("chưa có tài liệu kiểm chứng", (await survey.SectionAsync()).CardText("A02"));
        var (status, ok, message) = await portal.SendAsync(survey, "A04", "Tên khác.pdf", Samples.PdfOf(Word));
        Assert.Equal((200, false), (status, ok));
        Assert.StartsWith("Có mã độc (Thử.Mã-độc), đã bị cách ly từ lần tải trước", message);
    }

    [Fact]
    public async Task A_scanner_that_does_not_answer_is_asked_again_later_and_files_can_be_used_meanwhile()
    {
        var scanner = new FakeScanner(Word) { IsDown = true };
        await using var portal = await PortalAsync(scanner);
        var survey = await Survey.OpenAsync(portal);
        await portal.UploadAsync(survey, "A02", ("Báo cáo.pdf", Samples.Pdf));

        await UntilAsync(portal, files => files[0].Scan == ScanState.Failed);

        Assert.Contains("chưa kiểm tra được vi-rút", (await survey.PageAsync("questions/A02/evidence")).Text);
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal((1, now.AddMinutes(1)), ((await portal.StoredAsync())[0].ScanTries, (await portal.StoredAsync())[0].NextScanAt));
        var asked = scanner.Asked;
        portal.Clock.Advance(TimeSpan.FromSeconds(59));
        await RunAsync(portal);
        Assert.Equal(asked, scanner.Asked);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await UntilAsync(portal, files => files[0].ScanTries == 2);
        Assert.Equal(now.AddMinutes(3), (await portal.StoredAsync())[0].NextScanAt);
        scanner.IsDown = false;
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await UntilAsync(portal, files => files[0].Scan == ScanState.Clean);
    }

    [Fact]
    public async Task What_came_before_there_was_a_scanner_is_scanned_once_there_is_one()
    {
        var scanner = new FakeScanner(Word) { IsConfigured = false };
        await using var portal = await PortalAsync(scanner);
        var survey = await Survey.OpenAsync(portal);
        await portal.UploadAsync(survey, "A02", ("Báo cáo.pdf", Samples.Pdf));
        await RunAsync(portal);
        Assert.Equal(ScanState.NotScanned, (await portal.StoredAsync())[0].Scan);
        Assert.Contains("chưa kiểm tra vi-rút", (await survey.PageAsync("questions/A02/evidence")).Text);

        scanner.IsConfigured = true;

        await UntilAsync(portal, files => files[0].Scan == ScanState.Clean);
    }

    [ClamdTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_real_daemon_finds_the_test_virus_and_passes_what_is_clean(bool bySocket)
    {
        Assert.True(InstalledClamd.Path is not null, InstalledClamd.HowToInstall);
        await using var clamd = await Clamd.StartAsync(bySocket);
        await using var portal = new SurveyPortal();
        portal.Settings["Scan:Address"] = clamd.Address;
        await portal.InitializeAsync();
        var survey = await Survey.OpenAsync(portal);

        await portal.UploadAsync(
            survey, "A02", ("Sạch.pdf", Samples.Pdf), ("Nhiễm.zip", Samples.Zip(("ghi-chu.txt", Encoding.ASCII.GetBytes(Clamd.Eicar)))), ("Nhiễm.pdf", Samples.PdfOf(Clamd.Eicar)));

        await UntilAsync(portal, files => files.All(f => f.Scan is not (ScanState.Pending or ScanState.NotScanned)));
        var page = await survey.PageAsync("questions/A02/evidence");
        Assert.Equal([ScanState.Clean, ScanState.Infected, ScanState.Infected], (await portal.DocumentsAsync(survey)).Select(e => e.File!.Scan));
        Assert.Contains("Phát hiện mã độc (Eicar-Test-Signature", page.Text);
        Assert.Equal(2, portal.InStore().Count(f => f.StartsWith("quarantine/", StringComparison.Ordinal)));
    }

    [ClamdTheory]
    [InlineData(false)]
    public async Task What_is_too_large_for_the_daemon_is_marked_as_not_scanned(bool bySocket)
    {
        Assert.True(InstalledClamd.Path is not null, InstalledClamd.HowToInstall);
        await using var clamd = await Clamd.StartAsync(bySocket);
        var scanner = new ClamdScanner(Microsoft.Extensions.Options.Options.Create(new ScanOptions { Address = clamd.Address }));
        var problem = await Assert.ThrowsAsync<IOException>(() => scanner.ScanAsync(new MemoryStream(new byte[5_000_000]), CancellationToken.None));
        Assert.Contains("size limit exceeded", problem.Message);
    }

    [Theory]
    [InlineData("127.0.0.1:1")]
    [InlineData("unix:/khong/co/clamd.ctl")]
    public async Task A_daemon_that_is_not_there_is_no_answer(string address)
    {
        var scanner = new ClamdScanner(Microsoft.Extensions.Options.Options.Create(new ScanOptions { Address = address }));
        await Assert.ThrowsAnyAsync<IOException>(() => scanner.ScanAsync(new MemoryStream([1]), CancellationToken.None));
    }

    [Theory]
    [InlineData("clamd")]
    [InlineData("127.0.0.1:")]
    [InlineData("127.0.0.1:99999")]
    [InlineData("unix:clamd.ctl")]
    public void An_address_that_leads_nowhere_is_said_at_the_start(string address) =>
        Assert.Contains("Scan:Address", Assert.Single(new ScanOptions { Address = address }.Validate(new(new object()))).ErrorMessage);

    private static async Task<SurveyPortal> PortalAsync(FakeScanner scanner)
    {
        var portal = new SurveyPortal { Outside = services => services.AddSingleton<IVirusScanner>(scanner) };
        await portal.InitializeAsync();
        return portal;
    }

    private static Task<int> RunAsync(SurveyPortal portal) => portal.AsAsync("quantri", services => services.GetRequiredService<FileChecks>().RunAsync());

    /// <summary>The site itself scans every few seconds.</summary>
    private static async Task UntilAsync(SurveyPortal portal, Func<List<StoredFile>, bool> reached)
    {
        for (var i = 0; i < 300; i++)
        {
            if (await portal.StoredAsync() is { Count: > 0 } files && reached(files))
                return;
            await Task.Delay(100);
        }

        Assert.Fail($"After 30 s the files are {string.Join(", ", (await portal.StoredAsync()).Select(f => f.Scan))}. The log ends with:\n{portal.LogTail()}");
    }
}
