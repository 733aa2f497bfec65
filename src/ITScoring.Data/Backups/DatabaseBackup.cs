using System.Data.Common;
using ITScoring.Data.Sqlite;
using ITScoring.Data.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace ITScoring.Data.Backups;

/// <summary>Copies the configured database as a whole, while others read and write it.</summary>
public sealed class DatabaseBackup(AppDbContext db, DatabaseSettings settings)
{
    /// <summary>The SQLite database as it is at one instant, as one plain file without a log beside it.</summary>
    /// <param name="target">Must not exist.</param>
    /// <exception cref="StartupProblem">The database cannot be read, or the file not written.</exception>
    public void CopySqlite(string target)
    {
        if (!File.Exists(settings.File))
            throw new StartupProblem($"Không có cơ sở dữ liệu “{settings.File}” để sao lưu; kiểm tra ConnectionStrings:Default và thư mục đang đứng.");
        try
        {
            SqliteFile.Copy(settings.ConnectionString, target);
        }
        catch (SqliteException e)
        {
            throw new StartupProblem($"Không sao lưu được cơ sở dữ liệu “{settings.File}” ({e.Message.Split('\n')[0].TrimEnd('.')}).", e);
        }
    }

    /// <summary>Has SQL Server write a full backup that leaves its own chain of backups alone.</summary>
    /// <param name="serverPath">As the server sees it.</param>
    /// <exception cref="StartupProblem">The server did not do it.</exception>
    public async Task BackUpSqlServerAsync(string serverPath, CancellationToken cancel)
    {
        try
        {
            await SqlServerMachine.BackUpAsync(db, new SqlConnectionStringBuilder(settings.ConnectionString).InitialCatalog, serverPath, cancel);
        }
        catch (DbException e)
        {
            throw new StartupProblem($"SQL Server không sao lưu được vào “{serverPath}”: {e.Message.Split('\n')[0].TrimEnd('.', '\r')}; kiểm tra quyền BACKUP DATABASE và thư mục trên máy chủ cơ sở dữ liệu.", e);
        }
    }

    /// <summary>Makes a SQLite file ready to be renamed; false while anybody else has it open.</summary>
    public static bool TryClose(string file) => SqliteFile.TryClose(file);
}
