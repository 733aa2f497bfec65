using ITScoring.Testing;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Commands;

/// <summary>An installation of the program in a folder of its own, worked by commands and as a process, as an operator would. Gone when it is disposed of.</summary>
internal sealed class Installation : IDisposable
{
    private Installation(string folder) => Folder = folder;

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "du-lieu", "itscoring.db");

    public string Files => Path.Combine(Folder, "tep");

    public string MaintenanceFile => Path.Combine(Folder, "bao-tri");

    /// <summary>Settings beside those that all installations of tests share, as environment variables.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <param name="template">A database file to begin with; null: none.</param>
    public static Installation Make(string? template = null)
    {
        var made = new Installation(Directory.CreateTempSubdirectory("itscoring-installation-").FullName);
        Directory.CreateDirectory(Path.GetDirectoryName(made.Database)!);
        if (template is not null)
            File.Copy(template, made.Database);
        return made;
    }

    public Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.WithAsync(Environment(), arguments);

    public Task<SiteRun> StartAsync() => SiteRun.StartAsync(Environment());

    public string In(params string[] path) => Path.Combine([Folder, .. path]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private Dictionary<string, string> Environment()
    {
        var all = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_CONTENTROOT"] = SourceFolder.Web,
            ["DOTNET_CONTENTROOT"] = SourceFolder.Web,
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{LoopbackPort.Free()}",
            ["ConnectionStrings__Default"] = $"Data Source={Database}",
            ["Files__Folder"] = Files,
            ["Logs__Folder"] = In("nhat-ky"),
            ["Maintenance__File"] = MaintenanceFile,
            ["Demo__Enabled"] = "false",
            ["Jobs__Enabled"] = "false",
            ["Drain__Seconds"] = "0",
        };
        foreach (var (name, value) in Settings)
            all[name] = value;
        return all;
    }
}
