using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ITScoring.Data.Sqlite;

/// <summary>
/// What each SQLite connection needs: a save that was acknowledged survives a power cut (<c>synchronous=FULL</c>), references are
/// checked, and a writer waits up to five seconds for another.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;";

    /// <summary>Sets the mode that the file itself remembers; one restored from a backup may have lost it.</summary>
    public static Task WriteAheadAsync(AppDbContext db, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL", cancellationToken);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
