using ITScoring.Data;
using ITScoring.Data.Backups;
using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Web.Demo;
using ITScoring.Web.Startup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Practice;

/// <summary>
/// Trang luyện tập: the same program on a database, files and logs of its own, filled with the demonstration, which anybody in it may put back to its beginning.
/// It never opens what the configuration names as database or files, so nothing practised can reach a real result; the keys of its cookies stand in its own database, so they open nothing elsewhere.
/// </summary>
public static class PracticeSite
{
    public const string Command = "practice";

    private const string Database = "itscoring.db";
    private const string Files = "files";

    /// <summary>The arguments of the site when the first word asks for the practice site; otherwise the same.</summary>
    public static string[] Arguments(string[] args) => args is [Command, .. var rest] ? [.. rest, $"--{PracticeOptions.Section}:{nameof(PracticeOptions.Enabled)}=true"] : args;

    /// <summary>Leads everything that the site would write into the folder of the practice site, above all other layers of configuration. Does nothing on the real site.</summary>
    public static void ConfigurePractice(this WebApplicationBuilder builder, string[] args)
    {
        var options = PracticeOptions.Of(builder.Configuration);
        if (!options.Enabled)
            return;
        var folder = Path.GetFullPath(options.Folder, builder.Environment.ContentRootPath);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = nameof(DatabaseProvider.Sqlite),
            ["ConnectionStrings:Default"] = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, Database) }.ToString(),
            ["Files:Folder"] = Path.Combine(folder, Files),
            ["Logs:Folder"] = Path.Combine(folder, "logs"),
            ["Demo:Enabled"] = "true",
            ["Practice:Address"] = "",
            // Nobody outside may be written to, and nothing may bear the seal of the real site.
            ["Mail:Enabled"] = "false",
            ["Publication:CertificatePath"] = "",
            ["Publication:CertificatePassword"] = "",
        });
        if (!args.Any(a => a.StartsWith("--urls", StringComparison.OrdinalIgnoreCase)))
            builder.WebHost.UseUrls(options.Listen);
        Directory.CreateDirectory(folder);
    }

    /// <summary>Looks once more, before anything is opened, that no layer of configuration led the practice site to a database that is not its own.</summary>
    /// <exception cref="StartupProblem">One did.</exception>
    public static void RequireOwnDatabase(WebApplication app)
    {
        if (app.Services.GetRequiredService<DatabaseSettings>().File != Path.Combine(FolderOf(app), Database))
            throw new StartupProblem("Trang luyện tập chỉ chạy trên cơ sở dữ liệu của riêng nó trong Practice:Folder, nhưng một lớp cấu hình chỉ sang nơi khác; bỏ cấu hình đó rồi chạy lại.");
    }

    /// <summary>Once the demonstration is there: takes the rights that reach beyond the site from its accounts, and keeps the beginning for those who want it back.</summary>
    /// <param name="isNew">Whether the demonstration was played just now.</param>
    public static async Task KeepBeginningAsync(WebApplication app, bool isNew)
    {
        if (!isNew)
            return;
        var folder = FolderOf(app);
        var today = app.Services.GetRequiredService<TimeProvider>().Today();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        // An administrator sets addresses of servers; strangers practise here.
        foreach (var administrator in await db.Set<AppUser>().Where(u => u.Role == Role.Administrator).ToListAsync())
            administrator.SuspendedAt = scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow();
        await db.SaveChangesAsync();
        foreach (var old in Directory.GetFiles(folder, "beginning-*.db"))
            File.Delete(old);
        var beginning = Beginning(folder, today);
        scope.ServiceProvider.GetRequiredService<DatabaseBackup>().CopySqlite(beginning);
        CopyMissing(Path.Combine(folder, Files), beginning + "." + Files);
    }

    /// <summary>Puts the beginning back while nobody has the database open. One that was played for a year that is over is left out: the next start plays it anew.</summary>
    public static void PutBack(string folder, DateOnly today)
    {
        SqliteConnection.ClearAllPools();
        var database = Path.Combine(folder, Database);
        foreach (var suffix in new[] { "", "-wal", "-shm" })
            File.Delete(database + suffix);
        var beginning = Beginning(folder, today);
        if (!File.Exists(beginning))
            return;
        // First whole beside it, then in its place: an end in between leaves no half database behind.
        File.Copy(beginning, database + ".new", overwrite: true);
        CopyMissing(beginning + "." + Files, Path.Combine(folder, Files));
        File.Move(database + ".new", database, overwrite: true);
    }

    /// <summary>The folder of the running practice site.</summary>
    public static string FolderOf(WebApplication app) => Path.GetFullPath(PracticeOptions.Of(app.Configuration).Folder, app.Environment.ContentRootPath);

    private static string Beginning(string folder, DateOnly today) => Path.Combine(folder, $"beginning-{DemoOpenPeriod.YearOf(today)}.db");

    /// <summary>Files are named by what they hold, so one that is there is the same.</summary>
    private static void CopyMissing(string from, string to)
    {
        if (!Directory.Exists(from))
            return;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            if (File.Exists(target))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
