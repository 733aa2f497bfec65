using Microsoft.EntityFrameworkCore;

namespace ITScoring.Data.SqlServer;

/// <summary>What only the server of a SQL Server database can do or say.</summary>
internal static class SqlServerMachine
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <summary>Has the server write a full backup that leaves its own chain of backups alone.</summary>
    /// <param name="path">As the server sees it.</param>
    public static Task BackUpAsync(AppDbContext db, string database, string path, CancellationToken cancel)
    {
        db.Database.SetCommandTimeout(Patience);
        return db.Database.ExecuteSqlAsync($"DECLARE @name sysname = {database}, @path nvarchar(4000) = {path}; BACKUP DATABASE @name TO DISK = @path WITH COPY_ONLY, CHECKSUM, INIT", cancel);
    }

    /// <summary>Its clock (UTC).</summary>
    public static Task<DateTime> ClockAsync(AppDbContext db, CancellationToken cancel) => db.Database.SqlQuery<DateTime>($"SELECT SYSUTCDATETIME() AS Value").SingleAsync(cancel);
}
