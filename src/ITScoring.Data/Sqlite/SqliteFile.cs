using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Data.Sqlite;

/// <summary>A SQLite database as a file: copied, closed, looked through.</summary>
internal static class SqliteFile
{
    private const int Busy = 5;
    private const int Locked = 6;

    /// <summary>Copies a database as it is at one instant, while others write it, to one plain file without a log beside it.</summary>
    /// <exception cref="SqliteException">It cannot be read, or the copy not be written.</exception>
    public static void Copy(string connectionString, string target)
    {
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        source.Open();
        copy.Open();
        // All pages in one step: one read transaction, which writers do not wait for.
        source.BackupDatabase(copy);
        // The copy remembers the source's write-ahead mode, and could not be read from a folder that cannot be written.
        LeaveWriteAhead(copy);
    }

    /// <summary>Puts everything into the one file, so that it can be renamed.</summary>
    /// <returns>Whether nobody has it open; a file that is damaged, or no database, nobody can have open.</returns>
    public static bool TryClose(string file)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 2 }.ToString());
            connection.Open();
            // Leaving the write-ahead mode takes the file for itself alone.
            LeaveWriteAhead(connection);
            return true;
        }
        catch (SqliteException e)
        {
            return e.SqliteErrorCode is not (Busy or Locked);
        }
    }

    /// <summary>What SQLite finds wrong with the file of a context; empty: nothing.</summary>
    public static async Task<IReadOnlyList<string>> DamagesAsync(AppDbContext db, CancellationToken cancel)
    {
        try
        {
            var told = await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(cancel);
            return told is ["ok"] ? [] : told;
        }
        catch (SqliteException e)
        {
            return [e.Message];
        }
    }

    private static void LeaveWriteAhead(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=DELETE";
        command.ExecuteNonQuery();
    }
}
