using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace ITScoring.Data;

/// <summary>Tells that the database could not write, for no fault of whoever saved: nothing was stored, and the same save may succeed later.</summary>
public static class StorageFailure
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteIoError = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqlServerLogFull = 9002;
    private const int SqlServerFileGroupFull = 1105;
    private const int SqlServerReadOnly = 3906;
    private const int SqlServerDeadlock = 1205;

    /// <summary>Whether the problem, or what caused it, is a full or read-only disk, a database that stays busy, or one that does not answer.</summary>
    public static bool Is(Exception? problem) => problem switch
    {
        null => false,
        SqliteException e => e.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteReadOnly or SqliteIoError or SqliteFull or SqliteCannotOpen,
        SqlException e => e.Number is SqlServerLogFull or SqlServerFileGroupFull or SqlServerReadOnly or SqlServerDeadlock || e.Class >= 20 || e.Number == -2,
        _ => Is(problem.InnerException),
    };
}
