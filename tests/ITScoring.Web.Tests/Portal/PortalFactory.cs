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
    private const string AddressHeader = "X-Test-Address";

    private TestDatabase? _database;
    private int _clients;

    /// <summary>The site's clock; it stands until it is set.</summary>
    public SettableClock Clock { get; } = new(PortalTemplates.Start);

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The portal was not initialized.");

    public async Task InitializeAsync()
    {
        _database = TestDatabase.CopyOf(await TemplateAsync());
        // Starts the host: a start that fails should fail here.
        _ = Server;
    }

    /// <summary>A browser of its own: own cookies, own network address. Nobody is signed in.</summary>
    public PortalClient Browser()
    {
        var n = Interlocked.Increment(ref _clients);
        var http = CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false, HandleCookies = true });
        http.DefaultRequestHeaders.Add(AddressHeader, new IPAddress([10, (byte)(n >> 16), (byte)(n >> 8), (byte)n]).ToString());
        return new PortalClient(http, this);
    }

    /// <summary>A browser in which an account of the demonstration has signed in, e.g. <c>stc.daumoi</c>, <c>thamtra1</c>, <c>quanly</c>.</summary>
    public async Task<PortalClient> SignedInAsync(string userName)
    {
        var browser = Browser();
        await browser.SignInAsync(userName);
        return browser;
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

    /// <summary>The end of the site's log, for a test that met an error.</summary>
    public string LogTail()
    {
        var file = Directory.EnumerateFiles(LogFolder).Order(StringComparer.Ordinal).LastOrDefault();
        if (file is null)
            return "(no log)";
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var text = reader.ReadToEnd();
        return text[Math.Max(0, text.Length - 6000)..];
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    /// <summary>The file that the portal starts from.</summary>
    protected abstract Task<string> TemplateAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseContentRoot(SourceFolder.Web);
        builder.UseSetting("Database:Provider", "Sqlite");
        builder.UseSetting("ConnectionStrings:Default", Database.ConnectionString);
        builder.UseSetting("Logs:Folder", LogFolder);
        builder.UseSetting("Demo:Enabled", "false");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
            services.AddSingleton<IStartupFilter, AddressOfBrowser>();
        });
    }

    private string LogFolder => Path.Combine(Path.GetDirectoryName(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(Database.ConnectionString).DataSource)!, "logs");

    /// <summary>The in-process server knows no network: each browser says its address in a header.</summary>
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
