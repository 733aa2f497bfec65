using ITScoring.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace ITScoring.Testing;

/// <summary>
/// A database of its own for one test: migrated, with the reference data (default criteria set, agencies, holidays), gone afterwards.
/// SQLite ones are copies of one file that is made once per test run.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Holds the connection string of a SQL Server on which tests may create databases.</summary>
    public const string SqlServerVariable = "ITSCORING_TEST_SQLSERVER";

    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private readonly ServiceProvider _services;

    private TestDatabase(DatabaseProvider provider, string connectionString)
    {
        (Provider, ConnectionString) = (provider, connectionString);
        _services = ServicesFor(provider, connectionString);
    }

    public DatabaseProvider Provider { get; }

    /// <summary>For <c>ConnectionStrings:Default</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>What <c>AddData</c> registered for this database.</summary>
    public IServiceProvider Services => _services;

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        if (provider == DatabaseProvider.Sqlite)
            return CopyOf(await Template.Value);

        var server = new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable(SqlServerVariable)) { InitialCatalog = $"itscoring_test_{Guid.NewGuid():N}" };
        var database = new TestDatabase(provider, server.ToString());
        await SetUpAsync(database._services);
        return database;
    }

    /// <summary>A copy of a SQLite file that nobody has open.</summary>
    public static TestDatabase CopyOf(string template)
    {
        var file = NewFile();
        File.Copy(template, file);
        return new TestDatabase(DatabaseProvider.Sqlite, $"Data Source={file}");
    }

    /// <summary>Brings everything into the one file of a SQLite database and lets go of it, so that the file can be copied.</summary>
    public static void Close(IServiceProvider services)
    {
        using var connection = new SqliteConnection(services.GetRequiredService<DatabaseSettings>().ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>A path in a folder of its own; no file is there yet.</summary>
    public static string NewFile() => Path.Combine(Directory.CreateTempSubdirectory("itscoring-test-").FullName, "itscoring.db");

    /// <summary>What the site registers for a database, without the site.</summary>
    public static ServiceProvider ServicesFor(DatabaseProvider provider, string connectionString)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Provider"] = provider.ToString(), ["ConnectionStrings:Default"] = connectionString })
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { ContentRootPath = Path.GetTempPath(), EnvironmentName = "Test" })
            .AddData(configuration)
            .BuildServiceProvider();
    }

    /// <summary>A new context, as each request has its own. Dispose it.</summary>
    public AppDbContext Open() => Provider switch
    {
        DatabaseProvider.Sqlite => new SqliteAppDbContext(_services.GetRequiredService<DbContextOptions<SqliteAppDbContext>>()),
        _ => new SqlServerAppDbContext(_services.GetRequiredService<DbContextOptions<SqlServerAppDbContext>>()),
    };

    public async ValueTask DisposeAsync()
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            Close(_services);
            Directory.Delete(Path.GetDirectoryName(new SqliteConnectionStringBuilder(ConnectionString).DataSource)!, recursive: true);
        }
        else
        {
            await using var db = Open();
            await db.Database.EnsureDeletedAsync();
        }

        await _services.DisposeAsync();
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var file = NewFile();
        await using var services = ServicesFor(DatabaseProvider.Sqlite, $"Data Source={file}");
        await SetUpAsync(services);
        Close(services);
        var folder = Path.GetDirectoryName(file)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return file;
    }

    private static async Task SetUpAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().MigrateAsync();
    }
}
