using System.Data.Common;
using ITScoring.Data.Sqlite;
using ITScoring.Data.SqlServer;
using ITScoring.Domain.Files;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Data.Backups;

/// <summary>What a database holds, as far as a backup speaks of it.</summary>
public sealed class DatabaseContent(AppDbContext db)
{
    /// <summary>Rows of the main tables, by the table's name.</summary>
    public async Task<IReadOnlyDictionary<string, long>> RowsAsync(CancellationToken cancel) => new SortedDictionary<string, long>(StringComparer.Ordinal)
    {
        ["Agencies"] = await db.Agencies.LongCountAsync(cancel),
        ["Answers"] = await db.Answers.LongCountAsync(cancel),
        ["AuditEntries"] = await db.AuditEntries.LongCountAsync(cancel),
        ["CriteriaSetVersions"] = await db.CriteriaSetVersions.LongCountAsync(cancel),
        ["Evidence"] = await db.Evidence.LongCountAsync(cancel),
        ["FrozenRecords"] = await db.FrozenRecords.LongCountAsync(cancel),
        ["Periods"] = await db.Periods.LongCountAsync(cancel),
        ["PublicationFiles"] = await db.PublicationFiles.LongCountAsync(cancel),
        ["Publications"] = await db.Publications.LongCountAsync(cancel),
        ["StoredFiles"] = await db.StoredFiles.LongCountAsync(cancel),
        ["Submissions"] = await db.Submissions.LongCountAsync(cancel),
        ["Users"] = await db.Users.LongCountAsync(cancel),
    };

    /// <summary>Hashes of the files that must lie in the store: neither deleted nor in quarantine.</summary>
    public async Task<IReadOnlyList<string>> FilesAsync(CancellationToken cancel) =>
        await db.StoredFiles.Where(f => f.DeletedAt == null && f.Scan != ScanState.Infected).Select(f => f.Sha256).Distinct().OrderBy(h => h).ToListAsync(cancel);

    /// <summary>Whether anybody has worked with it: reference data alone is nothing to lose.</summary>
    public async Task<bool> IsUsedAsync(CancellationToken cancel) => await db.Users.AnyAsync(cancel) || await db.Periods.AnyAsync(cancel);

    /// <summary>The last migration; empty: none.</summary>
    public async Task<string> LastMigrationAsync(CancellationToken cancel) => (await db.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault() ?? "";

    /// <summary>The migrations of this program.</summary>
    public IReadOnlyList<string> KnownMigrations() => [.. db.Database.GetMigrations()];

    /// <summary>What SQLite finds wrong with its file; empty: nothing.</summary>
    public Task<IReadOnlyList<string>> DamagesAsync(CancellationToken cancel) => SqliteFile.DamagesAsync(db, cancel);

    /// <summary>What the database's machine says the time is (UTC), null where it is this machine; and the time of the newest audit line, null: there is none.</summary>
    /// <exception cref="DbException">The database cannot be asked.</exception>
    public async Task<(DateTime? Server, DateTime? NewestAudit)> ClockAsync(CancellationToken cancel) =>
        (db is SqlServerAppDbContext ? await SqlServerMachine.ClockAsync(db, cancel) : null, await db.AuditEntries.MaxAsync(a => (DateTime?)a.At, cancel));

    /// <summary>Name and version of the database.</summary>
    /// <exception cref="DbException">The database cannot be asked.</exception>
    public async Task<string> VersionAsync(CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            return $"{db.Database.ProviderName!.Split('.')[^1]} {db.Database.GetDbConnection().ServerVersion}";
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Whether a row could be written, tried in a transaction that is taken back.</summary>
    public async Task<bool> IsWritableAsync(CancellationToken cancel)
    {
        try
        {
            await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                await db.Agencies.ExecuteUpdateAsync(u => u.SetProperty(a => a.Name, a => a.Name), cancel);
                await transaction.RollbackAsync(cancel);
            });
            return true;
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            return false;
        }
    }
}
