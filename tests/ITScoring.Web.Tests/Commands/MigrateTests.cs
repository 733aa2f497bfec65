using ITScoring.Data;
using ITScoring.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Commands;

public sealed class MigrateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("itscoring-commands-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Migrate_makes_a_database_and_a_second_time_finds_nothing_to_do()
    {
        var file = Path.Combine(_folder, "dữ liệu", "itscoring.db");

        var first = await MigrateAsync(("ConnectionStrings__Default", $"Data Source={file}"));
        var second = await MigrateAsync(("ConnectionStrings__Default", $"Data Source={file}"));

        Assert.True(first.ExitCode == 0, string.Join('\n', first.Errors));
        Assert.StartsWith("Đã áp dụng ", first.Output);
        Assert.Equal((0, "Cơ sở dữ liệu đã ở phiên bản mới nhất.\n"), (second.ExitCode, second.Output));
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync();
        await using var agencies = connection.CreateCommand();
        agencies.CommandText = "SELECT COUNT(*) FROM Agencies";
        Assert.Equal(29L, await agencies.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_dry_run_lists_what_waits_with_its_SQL_and_changes_nothing()
    {
        var file = Path.Combine(_folder, "itscoring.db");
        var settings = new Dictionary<string, string> { ["ConnectionStrings__Default"] = $"Data Source={file}" };

        var before = await CommandRun.WithAsync(settings, "migrate", "--dry-run");
        Assert.True(before.ExitCode == 0, string.Join('\n', before.Errors));
        Assert.Empty(before.Errors);
        Assert.Contains("_Initial", before.Output);
        Assert.Contains("CREATE TABLE \"AuditEntries\"", before.Output);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));

        // Of a database that lacks the last two steps only those are listed, and they still wait afterwards.
        await using (var db = Old(file))
            await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().ToList()[^3]);
        var bytes = await File.ReadAllBytesAsync(file);
        var half = await CommandRun.WithAsync(settings, "migrate", "--dry-run");
        Assert.StartsWith("-- Còn 2 bước nâng cấp chưa áp dụng: ", half.Output);
        Assert.DoesNotContain("_Initial", half.Output);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
        Assert.StartsWith("Đã áp dụng 2 bước", (await CommandRun.WithAsync(settings, "migrate")).Output);
        Assert.StartsWith("-- Cơ sở dữ liệu đã ở phiên bản mới nhất", (await CommandRun.WithAsync(settings, "migrate", "--dry-run")).Output);

        static AppDbContext Old(string file) => TestDatabase.ServicesFor(DatabaseProvider.Sqlite, $"Data Source={file};Pooling=false").CreateScope().ServiceProvider.GetRequiredService<AppDbContext>();
    }

    [Fact]
    public async Task A_wrong_provider_is_told_in_one_sentence_with_exit_code_2()
    {
        var run = await MigrateAsync(("Database__Provider", "Oracle"));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(["Cấu hình Database:Provider là “Oracle”, nhưng chỉ nhận Sqlite hoặc SqlServer."], run.Errors);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_in_one_sentence_with_exit_code_2()
    {
        var run = await MigrateAsync(("Database__Provider", "SqlServer"), ("ConnectionStrings__Default", "Server=127.0.0.1,1;Database=ITScoring;User Id=sa;Password=x;Connect Timeout=1;Encrypt=false"));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("Không dùng được cơ sở dữ liệu SQL Server “127.0.0.1,1/ITScoring”", Assert.Single(run.Errors));
    }

    private static Task<CommandRun> MigrateAsync(params (string Name, string Value)[] settings) =>
        CommandRun.WithAsync(settings.ToDictionary(s => s.Name, s => s.Value), "migrate");
}
