using ITScoring.Data;
using ITScoring.Web.Startup;
using Microsoft.Data.Sqlite;

namespace ITScoring.Web.Commands;

/// <summary>The site's configuration and database for a command, without the site: nothing listens, logs go to standard error.</summary>
public static class CommandHost
{
    /// <summary>Reads the same files and environment variables as the site started from the same folder.</summary>
    /// <param name="databaseFile">A SQLite file to read instead of the configured database; it is not written. Null: the configured one.</param>
    /// <exception cref="StartupProblem">The database's settings are unusable.</exception>
    public static HostApplicationBuilder Create(string? databaseFile = null)
    {
        // Null lets DOTNET_ENVIRONMENT decide, as it does for the site.
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") });
        builder.Configuration.AddSecretsFolder(builder.Environment.ContentRootPath);
        if (databaseFile is not null)
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Database:Provider"] = nameof(DatabaseProvider.Sqlite),
                ["ConnectionStrings:Default"] = new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(databaseFile), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString(),
            });
        }

        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddData(builder.Configuration);
        return builder;
    }
}
