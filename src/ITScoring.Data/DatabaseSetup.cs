using System.Data.Common;
using ITScoring.Data.Seeding;
using ITScoring.Data.Sqlite;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;

namespace ITScoring.Data;

/// <summary>Brings the database to this program's model and gives it its reference data.</summary>
public sealed class DatabaseSetup(AppDbContext db, DatabaseSettings settings, ReferenceData reference, ILogger<DatabaseSetup> logger)
{
    /// <summary>
    /// For the start of the site. SQLite is migrated; SQL Server is only checked, since its owner decides when it is migrated.
    /// </summary>
    /// <exception cref="StartupProblem">The database cannot be reached or written, is newer than the program, or waits for a migration.</exception>
    public Task StartAsync(CancellationToken cancellationToken = default) => RunAsync(migrate: settings.Provider == DatabaseProvider.Sqlite, cancellationToken);

    /// <summary>For the <c>migrate</c> command: migrates either database.</summary>
    /// <returns>The migrations that were applied; empty when there was nothing to do.</returns>
    /// <exception cref="StartupProblem">The database cannot be reached or written, or is newer than the program.</exception>
    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken = default) => RunAsync(migrate: true, cancellationToken);

    /// <summary>For commands that only look: nothing is made or migrated, so that a wrong address is not answered with an empty database.</summary>
    /// <exception cref="StartupProblem">The database is not there, cannot be reached, or is of another version than the program.</exception>
    public async Task RequireCurrentAsync(CancellationToken cancellationToken = default)
    {
        if (settings.Provider == DatabaseProvider.Sqlite && !File.Exists(settings.File))
            throw new StartupProblem($"Không có cơ sở dữ liệu “{settings.File}”; kiểm tra ConnectionStrings:Default.");
        try
        {
            if (await PendingAsync(cancellationToken) is { Count: > 0 } pending)
                throw new StartupProblem($"Cơ sở dữ liệu còn {pending.Count} bước nâng cấp chưa áp dụng ({string.Join(", ", pending)}); sao lưu rồi chạy lệnh “migrate”.");
        }
        catch (Exception e) when (e is DbException or InvalidOperationException { InnerException: DbException })
        {
            throw new StartupProblem(Sentence(e as DbException ?? e.InnerException ?? e), e);
        }
    }

    /// <summary>What <see cref="MigrateAsync"/> would do, in order, each with its SQL. Changes nothing, makes no file.</summary>
    /// <exception cref="StartupProblem">The database cannot be read, or is newer than the program.</exception>
    public async Task<IReadOnlyList<PendingMigration>> PlanAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var pending = await PendingAsync(cancellationToken);
            var known = db.Database.GetMigrations().ToList();
            var migrator = db.GetService<IMigrator>();
            return [.. pending.Select(name => new PendingMigration(name, migrator.GenerateScript(known.IndexOf(name) is var at and > 0 ? known[at - 1] : Migration.InitialDatabase, name)))];
        }
        catch (Exception e) when (e is DbException or InvalidOperationException { InnerException: DbException } or IOException or UnauthorizedAccessException)
        {
            throw new StartupProblem(Sentence(e as DbException ?? e.InnerException as DbException ?? e), e);
        }
    }

    private async Task<IReadOnlyList<string>> RunAsync(bool migrate, CancellationToken cancellationToken)
    {
        try
        {
            return settings.Provider == DatabaseProvider.Sqlite
                ? await MigrateSqliteAsync(cancellationToken)
                : await MigrateSqlServerAsync(migrate, cancellationToken);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException { InnerException: DbException } or IOException or UnauthorizedAccessException)
        {
            throw new StartupProblem(Sentence(e as DbException ?? e.InnerException as DbException ?? e), e);
        }
    }

    private async Task<IReadOnlyList<string>> MigrateSqliteAsync(CancellationToken cancellationToken)
    {
        var file = settings.File!;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var alone = await SqliteMigrationLock.TakeAsync(db, file, cancellationToken);
        var pending = await PendingAsync(cancellationToken);
        await ApplyAsync(pending, cancellationToken);
        await SqlitePragmas.WriteAheadAsync(db, cancellationToken);
        await reference.AddMissingAsync(cancellationToken);
        return pending;
    }

    private async Task<IReadOnlyList<string>> MigrateSqlServerAsync(bool migrate, CancellationToken cancellationToken)
    {
        // Unlike CanConnectAsync this says why not.
        if (!migrate)
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            await db.Database.CloseConnectionAsync();
        }

        var pending = await PendingAsync(cancellationToken);
        if (pending.Count > 0 && !migrate)
            throw new StartupProblem($"Cơ sở dữ liệu SQL Server còn {pending.Count} bước nâng cấp chưa áp dụng ({string.Join(", ", pending)}); sao lưu rồi chạy lệnh “migrate” trước khi khởi động.");
        await ApplyAsync(pending, cancellationToken);
        await reference.AddMissingAsync(cancellationToken);
        return pending;
    }

    private async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        var known = db.Database.GetMigrations().ToList();
        if (applied.Except(known).ToList() is { Count: > 0 } unknown)
            throw new StartupProblem($"Cơ sở dữ liệu đã được nâng cấp bởi một phiên bản mới hơn của chương trình ({string.Join(", ", unknown)}); hãy chạy phiên bản đó hoặc khôi phục bản sao lưu cũ.");
        return [.. known.Except(applied)];
    }

    private async Task ApplyAsync(IReadOnlyList<string> pending, CancellationToken cancellationToken)
    {
        if (pending.Count == 0)
            return;
        await db.Database.MigrateAsync(cancellationToken);
        logger.LogInformation("Applied {Count} migrations to the {Provider} database: {Migrations}", pending.Count, settings.Provider, pending);
    }

    private string Sentence(Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: 26 or 11 } => $"Tệp “{settings.File}” không phải cơ sở dữ liệu SQLite hoặc đã hỏng; khôi phục từ bản sao lưu.",
        SqliteException { SqliteErrorCode: 13 } => $"Ổ đĩa chứa “{settings.File}” đã đầy.",
        SqliteException or IOException or UnauthorizedAccessException =>
            $"Không ghi được vào cơ sở dữ liệu “{settings.File}”; kiểm tra thư mục có tồn tại và tài khoản chạy chương trình có quyền ghi ({e.Message.Split('\n')[0].TrimEnd('.')}).",
        SqlException sql => $"Không dùng được cơ sở dữ liệu SQL Server “{Server}”: lỗi {sql.Number}, {sql.Message.Split('\n')[0].TrimEnd('.', '\r')}; kiểm tra ConnectionStrings:Default, mạng và quyền của tài khoản.",
        _ => $"Không dùng được cơ sở dữ liệu: {e.Message.Split('\n')[0]}",
    };

    private string Server
    {
        get
        {
            var parts = new SqlConnectionStringBuilder(settings.ConnectionString);
            return $"{parts.DataSource}/{parts.InitialCatalog}";
        }
    }
}
