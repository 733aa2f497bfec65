using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ITScoring.Testing;

namespace ITScoring.Benchmarks.ColdStart;

/// <summary><c>coldstart</c>: from the start of the site's process to its first answers, on a new database and on one that is there already.</summary>
internal static class ColdStartCommand
{
    private const int Starts = 5;

    public static async Task<int> RunAsync()
    {
        var rows = new List<ColdStartRow>();
        for (var i = 0; i < Starts; i++)
        {
            var file = TestDatabase.NewFile();
            rows.Add(await StartAsync("New database: created, migrated, reference data", $"Data Source={file}", Path.GetDirectoryName(file)!));
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }

        await using var database = await TestDatabase.CreateAsync();
        for (var i = 0; i < Starts; i++)
            rows.Add(await StartAsync("Database is there", database.ConnectionString, Path.GetTempPath()));

        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Median of {Starts} starts (least to most).\n");
        text.AppendLine("| Start | First answer, ms | First page, ms more | Second time, ms | Resident, MB |");
        text.AppendLine("|---|---:|---:|---:|---:|");
        foreach (var start in rows.GroupBy(r => r.What))
            text.AppendLine(CultureInfo.InvariantCulture, $"| {start.Key} | {Middle(start, r => r.FirstAnswer)} | {Middle(start, r => r.FirstPage)} | {Middle(start, r => r.SecondPage)} | {Middle(start, r => r.ResidentBytes / 1e6)} |");
        Console.WriteLine(text);
        File.WriteAllText(Path.Combine(RepositoryFiles.Artifacts, "coldstart.md"), text.ToString());
        File.WriteAllText(Path.Combine(RepositoryFiles.Artifacts, "coldstart.json"), JsonSerializer.Serialize(rows, ReportJson.Options));
        return 0;
    }

    private static string Middle(IEnumerable<ColdStartRow> rows, Func<ColdStartRow, double> of)
    {
        var sorted = rows.Select(of).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Count / 2]:N0} ({sorted[0]:N0}–{sorted[^1]:N0})");
    }

    private static async Task<ColdStartRow> StartAsync(string what, string connectionString, string folder)
    {
        var address = new Uri($"http://127.0.0.1:{LoopbackPort.Free()}");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.Combine(RepositoryFiles.Root, "src", "ITScoring.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "ITScoring.Web.dll"), "--urls", address.ToString(), "--environment", "Production",
                "--Database:Provider", "Sqlite", "--ConnectionStrings:Default", connectionString, "--Logs:Folder", Path.Combine(folder, "logs"), "--Demo:Enabled", "false",
            },
        };
        using var client = new HttpClient { BaseAddress = address };
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        try
        {
            while (!await AnswersAsync(client))
            {
                if (process.HasExited)
                    throw new InvalidOperationException($"The site did not start: {await errors}");
                await Task.Delay(5);
            }

            var first = Stopwatch.GetElapsedTime(begin);
            var page = await PageAsync(client);
            var second = await PageAsync(client);
            process.Refresh();
            return new ColdStartRow(what, first.TotalMilliseconds, page.TotalMilliseconds, second.TotalMilliseconds, process.WorkingSet64);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<TimeSpan> PageAsync(HttpClient client)
    {
        var begin = Stopwatch.GetTimestamp();
        (await client.GetAsync(new Uri("/sign-in", UriKind.Relative))).EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(begin);
    }
}
