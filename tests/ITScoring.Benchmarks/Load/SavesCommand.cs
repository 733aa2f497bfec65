using System.Diagnostics;
using ITScoring.Testing;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Benchmarks.Load;

/// <summary><c>saves</c>: many editors who save at the same time on SQLite; what was acknowledged is counted against what is stored.</summary>
internal static class SavesCommand
{
    private const int Editors = 200;
    private const int Agencies = 20;
    private const string Section = "U";

    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync();
        await LoadData.FillAsync(database, Agencies);
        var logs = Path.Combine(Path.GetDirectoryName(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.ConnectionString).DataSource)!, "logs");
        await using var site = await SiteProcess.StartAsync(database.ConnectionString, logs);

        // Ten editors on each form, each in a field of their own.
        var editors = new List<(SignedIn Person, AnswerForm Answer)>();
        for (var i = 0; i < Editors; i++)
        {
            var person = await SignedIn.AsAsync(site.Address, LoadData.UserOf(1 + (i % Agencies)), 1 + (i % Agencies));
            editors.Add((person, SectionForm.Of(await person.PageAsync($"{LoadData.PathOf(person.Number)}/sections/{Section}"), Section, Editors / Agencies).Answer(i / Agencies)));
        }

        var before = await StoredAsync(database);
        var end = Stopwatch.GetTimestamp() + (long)(Measured.TotalSeconds * Stopwatch.Frequency);
        var done = await Task.WhenAll(editors.Select(e => Task.Run(() => WorkAsync(site.Address, e.Person, e.Answer, end))));
        var after = await StoredAsync(database);

        var acknowledged = done.Sum(d => d.Saved);
        var refused = done.Sum(d => d.Refused);
        var (changes, audited, versions) = (after.Changes - before.Changes, after.Audited - before.Audited, after.Versions - before.Versions);
        var slowest = done.Max(d => d.Slowest);
        Console.WriteLine(FormattableString.Invariant(
            $"{Editors} editors on {Agencies} forms, {Measured.TotalSeconds:0} s: {acknowledged} saves acknowledged, {refused} refused; stored: {changes} changes, {audited} audit rows, versions raised by {versions}. Slowest save {slowest.TotalMilliseconds:0} ms."));
        editors.ForEach(e => e.Person.Dispose());
        return refused == 0 && acknowledged == changes && acknowledged == audited && acknowledged == versions ? 0 : 1;
    }

    private static async Task<(int Saved, int Refused, TimeSpan Slowest)> WorkAsync(Uri address, SignedIn person, AnswerForm answer, long end)
    {
        using var connection = await Connection.OpenAsync(address, person.Take);
        var (saved, refused, slowest) = (0, 0, TimeSpan.Zero);
        while (Stopwatch.GetTimestamp() < end)
        {
            var sent = Stopwatch.GetTimestamp();
            var (status, _) = await connection.SendAsync(answer.Next(LoadData.PathOf(person.Number) + "/questions", person.Cookies));
            var took = Stopwatch.GetElapsedTime(sent);
            slowest = took > slowest ? took : slowest;
            if (status == 200)
                saved++;
            else
                refused++;
        }

        return (saved, refused, slowest);
    }

    private static async Task<(int Changes, int Audited, int Versions)> StoredAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return (await db.AnswerChanges.CountAsync(), await db.AuditEntries.CountAsync(a => a.Action == "answer.declare"), await db.Answers.SumAsync(a => a.Version));
    }
}
