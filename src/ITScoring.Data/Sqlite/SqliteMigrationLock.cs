using Microsoft.EntityFrameworkCore;

namespace ITScoring.Data.Sqlite;

/// <summary>
/// Lets one process at a time migrate a SQLite file. EF Core's own lock is a row that outlives a killed process and would
/// hang every later start; this one is held on a file beside the database and ends with its process, so that under it
/// any such row is stale and is removed.
/// </summary>
internal sealed class SqliteMigrationLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private readonly FileStream _file;

    private SqliteMigrationLock(FileStream file) => _file = file;

    /// <exception cref="StartupProblem">Another process kept migrating for a minute.</exception>
    public static async Task<SqliteMigrationLock> TakeAsync(AppDbContext db, string databaseFile, CancellationToken cancellationToken)
    {
        var path = databaseFile + ".migrate.lock";
        for (var waited = TimeSpan.Zero; ;)
        {
            try
            {
                var held = new SqliteMigrationLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
                await RemoveStaleRowAsync(db, databaseFile, cancellationToken);
                return held;
            }
            catch (IOException e) when (e.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation)
            {
                if (waited >= Patience)
                    throw new StartupProblem($"Một tiến trình khác đang nâng cấp cơ sở dữ liệu “{databaseFile}” quá lâu; dừng tiến trình đó rồi khởi động lại.", e);
            }

            var pause = TimeSpan.FromMilliseconds(200);
            await Task.Delay(pause, cancellationToken);
            waited += pause;
        }
    }

    public void Dispose() => _file.Dispose();

    private static async Task RemoveStaleRowAsync(AppDbContext db, string databaseFile, CancellationToken cancellationToken)
    {
        if (!File.Exists(databaseFile))
            return;
        var locks = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (locks > 0)
            await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken);
    }
}
