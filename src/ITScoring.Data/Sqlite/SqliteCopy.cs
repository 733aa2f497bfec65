using Microsoft.EntityFrameworkCore;

namespace ITScoring.Data.Sqlite;

/// <summary>A copy of the SQLite database in a file of its own, whole as of one moment, while others write.</summary>
public static class SqliteCopy
{
    /// <param name="file">Absolute; must not exist.</param>
    public static Task WriteAsync(AppDbContext db, string file, CancellationToken cancel = default) => db.Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancel);
}
