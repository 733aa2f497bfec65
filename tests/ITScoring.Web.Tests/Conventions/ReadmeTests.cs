using System.Text.Json;
using System.Text.RegularExpressions;
using ITScoring.Web.Tests.Commands;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Conventions;

/// <summary>A command in the README is one that is run: by .ci/run, or here, word by word.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(SourceFolder.Root, "README.md"));

    [Fact]
    public void Every_command_of_the_README_is_known_to_these_tests()
    {
        var commands = Commands().ToList();
        Assert.True(commands.Count >= 7, $"Only {commands.Count} commands were found in README.md.");
        var unknown = commands.Where(c => !IsRun(c) && c != "dotnet test" && !IsOfTheProgram(c) && !c.StartsWith("export ", StringComparison.Ordinal)).ToList();
        Assert.True(unknown.Count == 0, $"Nothing runs these commands of README.md. Add them to .ci/run or to a test of this class:\n- {string.Join("\n- ", unknown)}");
    }

    [Fact]
    public void The_test_command_is_the_one_that_CI_runs()
    {
        Assert.Contains("dotnet test", Commands());
        var ci = File.ReadAllLines(Path.Combine(SourceFolder.Root, ".ci", "run")).Select(l => l.Trim());
        Assert.True(ci.Contains("dotnet test"), "README.md says that “dotnet test” tests everything; .ci/run does not run exactly that.");
    }

    [Fact]
    public void The_run_command_starts_the_project_at_the_address_that_the_README_says_and_as_development()
    {
        var run = Assert.Single(Commands(), IsRun);
        var project = Path.Combine(SourceFolder.Root, run.Split("--project ")[1].Trim());
        Assert.True(Directory.Exists(project), $"README.md runs {project}, which is not there.");
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(project, "Properties", "launchSettings.json")));
        var profile = settings.RootElement.GetProperty("profiles").EnumerateObject().First().Value;
        Assert.Contains($"({profile.GetProperty("applicationUrl").GetString()})", Readme);
        Assert.Equal("Development", profile.GetProperty("environmentVariables").GetProperty("ASPNETCORE_ENVIRONMENT").GetString());
    }

    [Fact]
    public async Task The_commands_on_files_do_what_the_README_shows()
    {
        var commands = Commands().Where(c => IsOfTheProgram(c) && c.Contains("--criteria", StringComparison.Ordinal)).ToList();
        Assert.Equal(["validate", "score"], commands.Select(c => ArgumentsOf(c)[0]));
        foreach (var command in commands)
        {
            // Paths are written from the repository's root.
            var arguments = ArgumentsOf(command).Select(a => a.StartsWith("docs/", StringComparison.Ordinal) ? Path.Combine(SourceFolder.Root, a) : a).ToArray();
            var run = await CommandRun.OfAsync(arguments);
            Assert.True(run.ExitCode == 0, $"{command}\nends with {run.ExitCode}: {string.Join('\n', run.Errors)}");
            Assert.NotEqual("", run.Output);
        }
    }

    [Fact]
    public async Task The_commands_of_production_work_on_an_empty_database()
    {
        var folder = Directory.CreateTempSubdirectory("itscoring-readme-").FullName;
        var commands = Commands().Where(c => c.StartsWith("dotnet ITScoring.Web.dll ", StringComparison.Ordinal) && !c.Contains('…')).ToList();
        Assert.Equal(["migrate", "create-user", "verify-audit", "check-integrity"], commands.Select(c => ArgumentsOf(c)[0]));
        // What the README sets is the environment, the provider and the connection; here with a file in place of a server.
        var export = Assert.Single(Commands(), c => c.StartsWith("export ", StringComparison.Ordinal));
        Assert.Equal(["ASPNETCORE_ENVIRONMENT", "Database__Provider", "ConnectionStrings__Default"], Variable().Matches(export).Select(m => m.Groups[1].Value));
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Database__Provider"] = "Sqlite",
            ["ConnectionStrings__Default"] = $"Data Source={Path.Combine(folder, "itscoring.db")};Pooling=false",
        };
        foreach (var command in commands)
        {
            var run = await CommandRun.WithAsync(environment, ArgumentsOf(command));
            Assert.True(run.ExitCode == 0, $"{command}\nends with {run.ExitCode}: {string.Join('\n', run.Errors)}");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static bool IsRun(string command) => command.StartsWith("dotnet run --project ", StringComparison.Ordinal);

    private static bool IsOfTheProgram(string command) => command.StartsWith("dotnet run --no-launch-profile --project ", StringComparison.Ordinal) || command.StartsWith("dotnet ITScoring.Web.dll", StringComparison.Ordinal);

    /// <summary>The lines of the README's blocks of commands.</summary>
    private static IEnumerable<string> Commands() =>
        Block().Matches(Readme).SelectMany(b => b.Groups[1].Value.Split('\n')).Select(l => l.Trim()).Where(l => l.Length > 0);

    /// <summary>What the program is given, quotes taken off.</summary>
    private static string[] ArgumentsOf(string command) =>
        [.. Argument().Matches(command[(command.Contains(" -- ", StringComparison.Ordinal) ? command.IndexOf(" -- ", StringComparison.Ordinal) + 4 : "dotnet ITScoring.Web.dll".Length)..]).Select(m => m.Value.Trim('"'))];

    [GeneratedRegex("```[a-z]*\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Argument();

    [GeneratedRegex(@"(\w+)=(?:""[^""]*""|\S+)(?=\s|$)")]
    private static partial Regex Variable();
}
