using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace ITScoring.Data;

/// <summary>Which database the portal uses: <c>Database:Provider</c> and <c>ConnectionStrings:Default</c>.</summary>
/// <param name="ConnectionString">Complete; a SQLite file's path in it is absolute.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>The SQLite file of an installation that configures nothing, below the content root.</summary>
    public const string DefaultFile = "App_Data/itscoring.db";

    /// <summary>The absolute path of the SQLite file; null for SQL Server.</summary>
    public string? File => Provider == DatabaseProvider.Sqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    /// <summary>Reads the settings. Without any: SQLite in <see cref="DefaultFile"/>.</summary>
    /// <param name="contentRoot">Absolute; relative SQLite paths start here.</param>
    /// <exception cref="StartupProblem">The provider's name or the connection string is unusable.</exception>
    public static DatabaseSettings From(IConfiguration configuration, string contentRoot)
    {
        var provider = ProviderOf(configuration);
        var text = configuration.GetConnectionString("Default");
        try
        {
            return provider switch
            {
                DatabaseProvider.Sqlite => new DatabaseSettings(provider, CompleteSqlite(text, contentRoot)),
                DatabaseProvider.SqlServer => new DatabaseSettings(provider, CompleteSqlServer(text)),
                _ => throw new InvalidOperationException($"No settings for {provider}."),
            };
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The driver's own message may quote the string, and with it a password.
            throw new StartupProblem("Chuỗi kết nối ConnectionStrings:Default không đúng cú pháp; kiểm tra lại các cặp tên=giá trị cách nhau bằng dấu chấm phẩy.", e);
        }
    }

    /// <summary>Reads only the provider's name; SQLite when there is none.</summary>
    /// <exception cref="StartupProblem">The name is neither Sqlite nor SqlServer.</exception>
    public static DatabaseProvider ProviderOf(IConfiguration configuration)
    {
        var name = configuration["Database:Provider"]?.Trim();
        return string.IsNullOrEmpty(name) || name.Equals(nameof(DatabaseProvider.Sqlite), StringComparison.OrdinalIgnoreCase) ? DatabaseProvider.Sqlite
            : name.Equals(nameof(DatabaseProvider.SqlServer), StringComparison.OrdinalIgnoreCase) ? DatabaseProvider.SqlServer
            : throw new StartupProblem($"Cấu hình Database:Provider là “{name}”, nhưng chỉ nhận Sqlite hoặc SqlServer.");
    }

    private static string CompleteSqlite(string? text, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(string.IsNullOrWhiteSpace(text) ? $"Data Source={DefaultFile}" : text);
        if (string.IsNullOrWhiteSpace(builder.DataSource) || builder.DataSource == ":memory:" || builder.Mode == SqliteOpenMode.Memory)
            throw new StartupProblem("ConnectionStrings:Default phải nêu một tệp SQLite (Data Source=đường-dẫn); cơ sở dữ liệu trong bộ nhớ không giữ được dữ liệu.");
        builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        builder.ForeignKeys = true;
        return builder.ToString();
    }

    private static string CompleteSqlServer(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? throw new StartupProblem("Database:Provider là SqlServer nhưng chưa có chuỗi kết nối ConnectionStrings:Default.")
            : new SqlConnectionStringBuilder(text).ToString();
}
