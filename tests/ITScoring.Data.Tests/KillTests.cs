using System.Diagnostics;
using System.Globalization;
using ITScoring.Testing;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Data.Tests;

public sealed class KillTests
{
    [Fact]
    public async Task A_process_killed_at_any_moment_loses_no_answer_whose_save_was_acknowledged()
    {
        await using var database = await TestDatabase.CreateAsync();
        var story = await new Story(database.Open).BeginAsync();
        var acknowledged = new List<(string Question, string Json)>();
        for (var round = 1; round <= 6; round++)
        {
            var before = acknowledged.Count;
            acknowledged.AddRange(await SaveAndKillAsync(database.ConnectionString, story, TimeSpan.FromMilliseconds(Random.Shared.Next(5, 400))));
            Assert.True(acknowledged.Count > before, $"Nothing was saved in round {round}.");

            await using var db = database.Open();
            Assert.Equal("ok", (await db.Database.SqlQuery<string>($"PRAGMA integrity_check").ToListAsync()).Single());
            var history = await db.AnswerChanges.Join(db.Answers, c => c.AnswerId, a => a.Id, (c, a) => new { a.QuestionCode, c.To }).ToListAsync();
            Assert.Empty(acknowledged.Except(history.Select(h => (h.QuestionCode, h.To!))));
            foreach (var question in acknowledged.GroupBy(a => a.Question))
            {
                var stored = await db.Answers.Where(a => a.QuestionCode == question.Key).Select(a => a.DeclaredJson).SingleAsync();
                // One more save may have been written whose acknowledgement nobody read any more.
                Assert.True(Number(stored!) >= question.Max(a => Number(a.Json)), $"{question.Key} is {stored}, acknowledged was {question.Max(a => Number(a.Json))}.");
            }
        }
    }

    private static async Task<List<(string Question, string Json)>> SaveAndKillAsync(string connectionString, Story story, TimeSpan delay)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { typeof(KillTests).Assembly.Location, "save-until-killed", connectionString, $"{story.Form}", $"{story.Editor.UserId}" })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var saved = new List<(string, string)>();
        var first = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(first is not null, first is null ? await errors : "");
        saved.Add(Parse(first!));
        var rest = process.StandardOutput.ReadToEndAsync();
        await Task.Delay(delay);
        Assert.False(process.HasExited, "The process ended by itself.");
        // SIGKILL on Linux and macOS, TerminateProcess on Windows: nothing of ours runs any more.
        process.Kill();
        await process.WaitForExitAsync();
        // A line that the end cut in two was not read by anybody.
        var text = await rest;
        saved.AddRange(text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse));
        return saved;
    }

    private static (string Question, string Json) Parse(string line) => (line[..1], line[2..].Trim());

    private static int Number(string json) => int.Parse(json, CultureInfo.InvariantCulture);
}
