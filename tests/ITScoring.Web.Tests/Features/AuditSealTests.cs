using System.Data.Common;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications.Packages;
using ITScoring.Web.Features.Approvals;
using ITScoring.Web.Features.Audit;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Reports;
using ITScoring.Web.Tests.Commands;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Features;

/// <summary>The audit log of a small evaluation, sealed; then somebody changes the database behind the portal's back.</summary>
public sealed class AuditSealTests : IAsyncLifetime
{
    private StagePortal _portal = null!;

    public async Task InitializeAsync()
    {
        _portal = await StagePortal.AtAsync(PeriodState.Open);
        _portal.Clock.Advance(TimeSpan.FromDays(1));
        await _portal.RunJobsAsync();
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Every_row_is_sealed_and_the_command_finds_nothing_wrong()
    {
        var (rows, last) = await _portal.ReadAsync(async db => (await db.AuditEntries.CountAsync(), await db.AuditSeals.OrderByDescending(s => s.Number).FirstAsync()));
        Assert.True(rows > 50, $"Only {rows} rows.");

        var run = await VerifyAsync("--head", last.Head.ToUpperInvariant(), "--number", $"{last.Number}");

        Assert.True(run.ExitCode == 0, run.Output + string.Join('\n', run.Errors));
        Assert.StartsWith($"Khớp.\nĐã niêm phong: {last.Number} khối, {rows} dòng.\nĐầu chuỗi: khối {last.Number}, đến dòng {last.LastId}, {last.Head}, lúc ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("Chưa niêm phong: không còn dòng nào.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(last.Head, _portal.Log());
    }

    [Fact]
    public async Task Altered_missing_and_inserted_rows_are_named_each()
    {
        await TamperAsync(
            "UPDATE AuditEntries SET \"To\" = 'khác' WHERE Id = 11",
            "UPDATE AuditEntries SET ActorRole = 'Boss' WHERE Id = 12",
            "DELETE FROM AuditEntries WHERE Id IN (13, 14)",
            "INSERT INTO AuditEntries (Id, At, Action, Subject) VALUES (14, '2026-09-01 00:00:00', 'account.sign-in', '1')",
            "INSERT INTO AuditEntries (Id, At, Action, Subject) VALUES (-3, '2026-09-01 00:00:00', 'account.sign-in', '1')");

        var run = await VerifyAsync();

        Assert.Equal(1, run.ExitCode);
        var problems = run.Output.Split('\n').Where(l => l.StartsWith("- ", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, problems.Count);
        Assert.StartsWith("- Dòng 11 (khối 1) đã bị sửa; nay ghi", problems[0], StringComparison.Ordinal);
        Assert.Equal("- Dòng 12 (khối 1) đã bị sửa: không còn đọc được.", problems[1]);
        Assert.Equal("- Dòng 13 (khối 1) đã bị xóa.", problems[2]);
        Assert.StartsWith("- Dòng 14 (khối 1) đã bị sửa; nay ghi “Đăng nhập”, 1, lúc ", problems[3], StringComparison.Ordinal);
        Assert.StartsWith("- Dòng -3 đã được chèn thêm: không có trong khối 1;", problems[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_put_between_two_sealed_ones_is_named()
    {
        await TamperAsync("UPDATE AuditEntries SET Id = 900000 WHERE Id = 20", "INSERT INTO AuditEntries (Id, At, Action, Subject) SELECT 20, At, Action, Subject FROM AuditEntries WHERE Id = 21");
        // The block that is made next knows the row that was moved, but the one at its place is a stranger.
        var run = await VerifyAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("- Dòng 20 (khối 1) đã bị sửa", run.Output, StringComparison.Ordinal);

        await _portal.RunJobsAsync();
        _portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await _portal.RunJobsAsync();
        await TamperAsync("INSERT INTO AuditEntries (Id, At, Action, Subject) VALUES (800000, '2026-09-01 00:00:00', 'account.sign-in', '1')");
        Assert.Contains("- Dòng 800000 đã được chèn thêm: không có trong khối 2; ghi “Đăng nhập”", (await VerifyAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_that_was_written_anew_holds_but_the_head_that_was_known_does_not_stand_in_it()
    {
        var head = (await _portal.ReadAsync(db => db.AuditSeals.OrderByDescending(s => s.Number).FirstAsync())).Head;
        await TamperAsync("UPDATE AuditEntries SET Reason = 'khác' WHERE Id = 5", "DELETE FROM AuditSeals");
        _portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await _portal.RunJobsAsync();

        Assert.Equal(0, (await VerifyAsync()).ExitCode);
        var run = await VerifyAsync("--head", head);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"Mã đầu chuỗi {head} không có trong chuỗi", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_altered_or_missing_block_is_named()
    {
        await TamperAsync("UPDATE AuditSeals SET SealedAt = '2020-01-01 00:00:00' WHERE Number = 1");
        Assert.Contains("- Khối 1 đã bị sửa", (await VerifyAsync()).Output, StringComparison.Ordinal);
        await TamperAsync("UPDATE AuditSeals SET Number = 2 WHERE Number = 1");
        Assert.Contains("- Thiếu khối 1.", (await VerifyAsync()).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--head", "abc")]
    [InlineData("--number", "3")]
    public async Task What_is_no_head_is_unusable(params string[] arguments)
    {
        var run = await VerifyAsync(arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Without_a_database_nothing_is_made_and_nothing_is_called_fine()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        var run = await CommandRun.WithAsync(new Dictionary<string, string> { ["ConnectionStrings__Default"] = $"Data Source={file}" }, "verify-audit");
        Assert.Equal((2, "", false), (run.ExitCode, run.Output, File.Exists(file)));
    }

    [Fact]
    public async Task Old_blocks_are_dropped_on_purpose_and_nothing_else_can_be_deleted()
    {
        await using (var db = _portal.Database.Open())
            await Assert.ThrowsAnyAsync<DbException>(() => db.AuditEntries.Where(e => e.Id == 5).ExecuteDeleteAsync());
        var retention = await CommandRun.WithAsync(Environment(), "audit-retention", "--keep-months", "11");
        Assert.Equal((2, ""), (retention.ExitCode, retention.Output));

        _portal.Clock.Advance(TimeSpan.FromDays(500));
        var sealedRows = await _portal.ReadAsync(db => db.AuditSeals.SumAsync(s => s.Count));
        var (blocks, rows) = await DropAsync(12);
        Assert.Equal(sealedRows, rows);
        Assert.NotEmpty(blocks);
        Assert.Equal("audit.drop", (await _portal.ReadAsync(db => db.AuditEntries.SingleAsync())).Action);
        Assert.Empty((await DropAsync(12)).Blocks);

        var report = await ReportAsync();
        Assert.Empty(report.Problems);
        Assert.Equal(blocks, report.Dropped);
        Assert.Equal(1, report.State.Tail);
        await using (var db = _portal.Database.Open())
            await Assert.ThrowsAnyAsync<DbException>(() => db.AuditEntries.ExecuteDeleteAsync());
    }

    [Fact]
    public async Task A_drop_that_came_too_early_is_told()
    {
        await TamperAsync(
            "INSERT INTO AuditDrops (SealNumber, KeepMonths, DroppedAt) VALUES (1, 12, (SELECT SealedAt FROM AuditSeals WHERE Number = 1))",
            "DELETE FROM AuditEntries WHERE Id = 7");

        var report = await ReportAsync();

        Assert.Equal(["Khối 1 ghi là đã xóa theo thời hạn lưu giữ khi chưa đủ thời hạn.", "Dòng 7 (khối 1) đã bị xóa."], report.Problems);
    }

    [Fact]
    public async Task A_row_that_was_just_written_waits_and_one_behind_a_gap_waits_longer()
    {
        using var browser = await _portal.SignedInAsync("quantri");
        await TamperAsync("INSERT INTO AuditEntries (Id, At, Action, Subject) SELECT Id + 5, At, Action, Subject FROM AuditEntries ORDER BY Id DESC LIMIT 1");
        var before = await _portal.ReadAsync(db => db.AuditEntries.CountAsync());
        Task<int> SealedAsync() => _portal.ReadAsync(db => db.AuditSeals.SumAsync(s => s.Count));

        await _portal.RunJobsAsync();
        Assert.Equal(before - 2, await SealedAsync());
        _portal.Clock.Advance(TimeSpan.FromSeconds(61));
        await _portal.RunJobsAsync();
        Assert.Equal(before - 1, await SealedAsync());
        var state = (await ReportAsync()).State;
        Assert.Equal(1, state.Tail);
        _portal.Clock.Advance(TimeSpan.FromMinutes(10));
        await _portal.RunJobsAsync();
        Assert.Equal(before, await SealedAsync());
    }

    [Fact]
    public async Task The_page_shows_the_head_and_gives_the_search_as_files()
    {
        using var browser = await _portal.SignedInAsync("quantri");
        var head = (await _portal.ReadAsync(db => db.AuditSeals.OrderByDescending(s => s.Number).FirstAsync())).Head;

        var found = await browser.GetAsync("/audit?what=period.open");

        Assert.Contains(head, found.Text);
        Assert.Contains("1 dòng chưa niêm phong", found.Text);
        var csv = await browser.GetAsync("/audit/list.csv?what=period.open");
        Assert.Equal("text/csv", csv.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Mở kỳ đánh giá", csv.Html);
        Assert.Equal(2, csv.Html.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(200, (await browser.GetAsync("/audit/list.xlsx?what=period.open")).Status);
        Assert.Equal(404, (await browser.GetAsync("/audit/list.csv?from=32/12/2026")).Status);
    }

    [Fact]
    public async Task A_result_package_tells_the_head_of_the_moment_in_which_it_was_made()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Approved);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await portal.RunJobsAsync();
        var seal = await portal.ReadAsync(db => db.AuditSeals.OrderByDescending(s => s.Number).FirstAsync());

        await portal.AsAsync("lanhdao", async services =>
        {
            var period = (await services.GetRequiredService<PeriodService>().FindAsync("2026"))!;
            Assert.True((await services.GetRequiredService<ApprovalService>().PublishAsync(period, period.ProposedSha256!)).Ok);
        });

        foreach (var name in new[] { "package.zip", "package-full.zip" })
        {
            var report = PackageZip.Check(new MemoryStream(await portal.ReadAsync(db => db.PublicationFiles.Where(f => f.Name == name).Select(f => f.Content).SingleAsync())), out _);
            Assert.Equal((PackageVerdict.Matches, new PackageAuditHead(seal.Number, seal.Head)), (report.Verdict, report.Manifest!.AuditHead));
            Assert.Equal($"Nhật ký khi lập gói: khối {seal.Number}, {seal.Head}.", PackageWords.AuditHead(report));
        }
    }

    private Dictionary<string, string> Environment() => new() { ["ConnectionStrings__Default"] = _portal.Database.ConnectionString };

    private Task<CommandRun> VerifyAsync(params string[] arguments) => CommandRun.WithAsync(Environment(), ["verify-audit", .. arguments]);

    private async Task<AuditReport> ReportAsync()
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuditVerification>().RunAsync();
    }

    private async Task<(IReadOnlyList<int> Blocks, int Rows)> DropAsync(int months)
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuditRetention>().DropAsync(months);
    }

    /// <summary>What somebody with the database's file can do: the triggers go first.</summary>
    private async Task TamperAsync(params string[] statements)
    {
        await using var db = _portal.Database.Open();
        foreach (var table in new[] { "AuditEntries", "AuditSeals" })
        {
            foreach (var verb in new[] { "UPDATE", "DELETE" })
#pragma warning disable EF1002 // The names are our own.
                await db.Database.ExecuteSqlRawAsync($"DROP TRIGGER IF EXISTS \"TR_{table}_AppendOnly_{verb}\"");
        }

        foreach (var statement in statements)
            await db.Database.ExecuteSqlRawAsync(statement);
#pragma warning restore EF1002
    }
}
