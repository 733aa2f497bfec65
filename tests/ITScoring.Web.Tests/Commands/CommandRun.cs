using System.Diagnostics;
using System.Text;
using ITScoring.Web.Commands;

namespace ITScoring.Web.Tests.Commands;

/// <summary>Runs the built program as a user would and keeps what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Output, IReadOnlyList<string> Errors)
{
    public static string FormatFolder { get; } = FindFormat();

    public static string Format(params string[] path) => Path.Combine([FormatFolder, .. path]);

    public static Task<CommandRun> OfAsync(params string[] arguments) => WithAsync(new Dictionary<string, string>(), arguments);

    /// <param name="environment">Environment variables on top of those of the tests.</param>
    public static Task<CommandRun> WithAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) => TypingAsync("", environment, arguments);

    /// <param name="input">What the program finds on its standard input.</param>
    /// <param name="environment">Environment variables on top of those of the tests.</param>
    public static async Task<CommandRun> TypingAsync(string input, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        start.ArgumentList.Add(typeof(CommandLine).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(limit.Token);
        return new CommandRun(process.ExitCode, await output, (await error).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string FindFormat()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var format = Path.Combine(folder.FullName, "docs", "format");
            if (Directory.Exists(format))
                return format;
        }

        throw new DirectoryNotFoundException("docs/format is not above the test's folder: run the tests inside the repository.");
    }
}
