using System.Net;
using ITScoring.Data;
using ITScoring.Testing;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Portal;

/// <summary>
/// The whole site as it runs in production, in process, on a SQLite file of its own and under a clock that the test sets.
/// Use <see cref="EmptyPortal"/> or <see cref="DemoPortal"/> as class fixture, or one per test.
/// </summary>
public abstract class PortalFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Header in which a browser of a test says its network address; the in-process server knows none.</summary>
    internal const string AddressHeader = "X-Test-Address";

    private TestDatabase? _database;

    // Each site watches its settings and static files, and lets go of some only at the end of the process; a system grants a user only so many watchers.
    static PortalFactory() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");

    /// <summary>Settings of this site beside those that all tests share.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>Puts what stands for the outside world in the place of the real one.</summary>
    public Action<IServiceCollection>? Outside { get; init; }

    /// <summary>Where this site keeps its files.</summary>
    public string FilesFolder => Path.Combine(Path.GetDirectoryName(LogFolder)!, "files");

    /// <summary>The switch of this site's maintenance page.</summary>
    public string MaintenanceFile => Path.Combine(Path.GetDirectoryName(LogFolder)!, "maintenance");

    /// <summary>Whether the site listens on a free port of this machine, for real browsers.</summary>
    public bool OnNetwork { get; init; }

    /// <summary>Where it listens then, e.g. <c>http://localhost:43210</c>.</summary>
    public string Address => ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>The site's clock; it stands until it is set.</summary>
    public SettableClock Clock { get; } = new(PortalTemplates.Start);

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The portal was not initialized.");

    public async Task InitializeAsync()
    {
        _database = TestDatabase.CopyOf(await TemplateAsync());
        // A start that fails should fail here.
        if (OnNetwork)
        {
            UseKestrel(0);
            StartServer();
        }
        else
        {
            _ = Server;
        }
    }

    /// <summary>Reads the database as it is now.</summary>
    public async Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> read)
    {
        await using var db = Database.Open();
        return await read(db);
    }

    /// <summary>Runs a service of the site as an account, outside any request: for what a test needs done before it begins.</summary>
    public async Task<T> AsAsync<T>(string userName, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Users.AsNoTracking().SingleAsync(u => u.UserName == userName);
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(user.ToActor(), user.DisplayName);
        return await act(scope.ServiceProvider);
    }

    /// <inheritdoc cref="AsAsync{T}"/>
    public Task AsAsync(string userName, Func<IServiceProvider, Task> act) => AsAsync(userName, async services =>
    {
        await act(services);
        return true;
    });

    /// <summary>The end of the site's log, for a test that met an error.</summary>
    public string LogTail()
    {
        var text = Log();
        return text.Length == 0 ? "(no log)" : text[Math.Max(0, text.Length - 6000)..];
    }

    /// <summary>The site's log as it is now.</summary>
    public string Log()
    {
        var text = new System.Text.StringBuilder();
        foreach (var file in Directory.EnumerateFiles(LogFolder).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }

    /// <summary>Stops the site and removes its database.</summary>
    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _database, null) is not { } database)
            return;
        await base.DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    /// <summary>The file that the portal starts from.</summary>
    protected abstract Task<string> TemplateAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseContentRoot(SourceFolder.Web);
        builder.UseSetting("Database:Provider", "Sqlite");
        builder.UseSetting("ConnectionStrings:Default", Database.ConnectionString);
        builder.UseSetting("Logs:Folder", LogFolder);
        builder.UseSetting("Files:Folder", FilesFolder);
        builder.UseSetting("Demo:Enabled", "false");
        // A test runs them itself when it is about them.
        builder.UseSetting("Jobs:Enabled", "false");
        // No balancer has to hear of the end of a test's site.
        builder.UseSetting("Drain:Seconds", "0");
        builder.UseSetting("Maintenance:File", MaintenanceFile);
        // A test sees at once what another process publishes.
        builder.UseSetting("Publication:KnownMilliseconds", "0");
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
        // Style sheets and fonts come from the sources, as in development; what was published has them beside it.
        builder.UseStaticWebAssets();
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        // The in-process server has no addresses from which the port of the safe line could be told.
        if (!OnNetwork)
            builder.UseSetting("https_port", "443");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
            services.AddSingleton<IStartupFilter, AddressOfBrowser>();
            Outside?.Invoke(services);
        });
    }

    private string LogFolder => Path.Combine(Path.GetDirectoryName(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(Database.ConnectionString).DataSource)!, "logs");

    private sealed class AddressOfBrowser : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext context, RequestDelegate rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[AddressHeader].ToString() is { Length: > 0 } address ? address : "127.0.0.1");
                return rest(context);
            });
            next(app);
        };
    }
}
