using System.IO.Compression;
using ITScoring.Data.Jobs;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Documents;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Jobs;
using ITScoring.Web.Reports;
using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Tests.Features;

/// <summary>Long documents are asked for, written by a job under a lease, and fetched later, from the record that stood when they were asked for.</summary>
public sealed class PreparedDocumentsTests
{
    [Fact]
    public async Task A_long_document_is_asked_for_written_by_the_job_and_fetched()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var leader = await portal.SignedInAsync("lanhdao");
        (await leader.GetAsync("/documents/2026/report.pdf")).Expect(404);

        var waiting = await (await leader.GetAsync("/documents/2026")).PressAsync("Lập PDF cho Báo cáo kết quả");
        Assert.Contains("PDF đang lập, chờ đến lượt", waiting.Text);
        (await leader.GetAsync("/documents/2026/report.pdf")).Expect(404);
        // Whoever asks again meanwhile waits for the same.
        (await leader.PostAsync("/documents/2026/report.pdf/prepare")).Expect(200);
        Assert.Equal(PreparedDocumentState.Waiting, (await OneAsync(portal)).State);

        Assert.Contains("documents", await portal.RunJobsAsync());

        var row = await OneAsync(portal);
        Assert.Equal((PreparedDocumentState.Ready, 1, row.Total), (row.State, row.Attempts, row.Done));
        Assert.True(row.Total > 20);
        var bytes = await leader.Http.GetByteArrayAsync("/documents/2026/report.pdf");
        Assert.Equal((row.Bytes, row.Sha256), (bytes.Length, Domain.Publications.Packages.PackageHash.Of(bytes)));
        Assert.Contains("BÁO CÁO", new PdfText(bytes).Text);
        Assert.Contains("document.ask", await portal.ReadAsync(db => db.AuditEntries.Select(e => e.Action).ToListAsync()));

        var again = await (await leader.GetAsync("/documents/2026")).PressAsync("Lập lại PDF cho Báo cáo kết quả");
        Assert.Contains("PDF đang lập", again.Text);
        Assert.Null((await OneAsync(portal)).Content);
    }

    [Fact]
    public async Task Two_who_ask_at_once_have_one_document()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var leader = await portal.SignedInAsync("lanhdao");
        using var manager = await portal.SignedInAsync("quanly");
        var answers = await Task.WhenAll(leader.PostAsync("/documents/2026/report.pdf/prepare"), manager.PostAsync("/documents/2026/report.pdf/prepare"));
        Assert.All(answers, a => a.Expect(200));
        await OneAsync(portal);
    }

    [Fact]
    public async Task What_a_process_left_in_the_middle_is_begun_anew_and_given_up_after_three_tries()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var manager = await portal.SignedInAsync("quanly");
        await manager.PostAsync("/documents/2026/report.pdf/prepare");
        await manager.PostAsync("/documents/2026/details.xlsx/prepare");
        await portal.ReadAsync(async db =>
        {
            // A process took both, and ended: one for the first time, one for the third.
            var (report, details) = (await db.PreparedDocuments.SingleAsync(d => d.Name == "report.pdf"), await db.PreparedDocuments.SingleAsync(d => d.Name == "details.xlsx"));
            report.Begin();
            report.Report(7, 30);
            for (var i = 0; i < PreparedDocument.MostAttempts; i++)
                details.Begin();
            var lease = await db.JobLeases.FirstOrDefaultAsync(l => l.Name == "documents") ?? db.JobLeases.Add(new JobLease("documents")).Entity;
            Assert.True(lease.Take("gone", portal.Clock.GetUtcNow().UtcDateTime, JobLeases.Length));
            return await db.SaveChangesAsync();
        });
        Assert.Contains("PDF đang lập: 7/30 phần", (await manager.GetAsync("/documents/2026")).Text);
        Assert.DoesNotContain("documents", await portal.RunJobsAsync());

        portal.Clock.Advance(JobLeases.Length);
        Assert.Contains("documents", await portal.RunJobsAsync());

        var rows = await portal.ReadAsync(db => db.PreparedDocuments.AsNoTracking().ToDictionaryAsync(d => d.Name));
        Assert.Equal((PreparedDocumentState.Ready, 2), (rows["report.pdf"].State, rows["report.pdf"].Attempts));
        Assert.Equal(PreparedDocumentState.Failed, rows["details.xlsx"].State);
        var page = await manager.GetAsync("/documents/2026");
        Assert.Contains("Không lập được Excel. Thử lại; nếu vẫn không được, báo người quản trị.", page.Text);
        await page.PressAsync("Lập lại Excel cho Sổ chi tiết");
        await portal.RunJobsAsync();
        Assert.Equal(200, (int)(await manager.Http.GetAsync("/documents/2026/details.xlsx")).StatusCode);
    }

    [Fact]
    public async Task The_sheets_of_all_agencies_come_in_one_archive_the_same_as_one_by_one()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var manager = await portal.SignedInAsync("quanly");
        await portal.PrepareAsync(manager, "/documents/2026/results.zip");
        using var zip = new ZipArchive(new MemoryStream(await manager.Http.GetByteArrayAsync("/documents/2026/results.zip")));
        var assessed = RecordJson.ReadPublic(await portal.ReadAsync(db => db.FrozenRecords.OrderByDescending(r => r.Id).Select(r => r.PublicJson).FirstAsync())).Agencies.Where(a => a.Submitted).Select(a => a.Code.ToLowerInvariant());
        Assert.Equal(assessed.Select(c => $"phieu-ket-qua-2026-{c}.pdf"), zip.Entries.Select(e => e.FullName));
        using var one = new MemoryStream();
        await using (var entry = await zip.Entries[0].OpenAsync())
            await entry.CopyToAsync(one);
        Assert.Equal(new PdfText(await manager.Http.GetByteArrayAsync($"/documents/2026/agencies/{assessed.First()}/result.pdf")).Text, new PdfText(one.ToArray()).Text);
    }

    [Theory]
    [InlineData("theodoi", "/documents/2026/report.pdf/prepare", 403)]
    [InlineData("stc.daumoi", "/documents/2026/report.pdf/prepare", 403)]
    [InlineData("quanly", "/documents/khong-co/report.pdf/prepare", 404)]
    [InlineData("quanly", "/documents/2026/proposal.pdf/prepare", 404)]
    [InlineData("quanly", "/documents/2026/khong-co/prepare", 404)]
    public async Task Only_what_is_there_is_asked_for_and_only_by_those_who_get_it(string who, string path, int status)
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var browser = await portal.SignedInAsync(who);
        (await browser.PostAsync(path)).Expect(status);
        Assert.Equal(0, await portal.ReadAsync(db => db.PreparedDocuments.CountAsync()));
    }

    [Fact]
    public async Task Before_the_proposal_there_is_nothing_to_ask_for()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Preliminary);
        using var manager = await portal.SignedInAsync("quanly");
        (await manager.PostAsync("/documents/2026/report.pdf/prepare")).Expect(404);
    }

    [Fact]
    public async Task Writing_tells_how_far_it_is_up_to_the_end()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        await using var scope = portal.Services.CreateAsyncScope();
        var record = await portal.ReadAsync(db => db.FrozenRecords.OrderByDescending(r => r.Id).Select(r => r.Id).FirstAsync());
        var dossier = (await scope.ServiceProvider.GetRequiredService<DossierQuery>().OfRecordAsync(record))!;
        foreach (var document in LongDocuments.All.Where(d => d.Name != "details.xlsx"))
        {
            var progress = new WritingProgress();
            Assert.NotEmpty(document.Write(dossier, scope.ServiceProvider.GetRequiredService<IOptions<PortalOptions>>().Value, progress));
            Assert.True(progress.Now.Total > 0);
            Assert.Equal((document.Name, progress.Now.Total), (document.Name, progress.Now.Done));
        }
    }

    private static Task<PreparedDocument> OneAsync(StagePortal portal) => portal.ReadAsync(db => db.PreparedDocuments.AsNoTracking().SingleAsync());
}
