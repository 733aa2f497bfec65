using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ITScoring.Testing;
using Microsoft.Data.Sqlite;

namespace ITScoring.Benchmarks.Load;

/// <summary>Starts the site on a filled database and measures scenarios beside an empty page and a plaintext answer of the same process, in one run.</summary>
/// <param name="report">Name of the report files.</param>
/// <param name="connections">How many at once, one line each.</param>
internal sealed class LoadRun(TestDatabase database, string report, IReadOnlyList<int> connections)
{
    public const string EmptyPage = "Empty MVC page";

    private const int WarmUpRounds = 3;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(4);

    /// <summary>What every run measures first.</summary>
    public static IEnumerable<Scenario> Yardsticks()
    {
        yield return new("Plaintext", 200, _ => Gets(null, "/bench/plaintext"));
        yield return new(EmptyPage, 200, _ => Gets(null, "/bench/empty/bare"));
        yield return new("Empty page in the site's frame, signed in", 200, person => Gets(person, "/bench/empty/framed"));
    }

    public static Task<Func<byte[]>> Gets(SignedIn? person, string path, string more = "")
    {
        var (cookies, request) = ("", Array.Empty<byte>());
        return Task.FromResult(() =>
        {
            if (request.Length == 0 || (person is not null && cookies != person.Cookies))
            {
                cookies = person?.Cookies ?? "";
                request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{(cookies.Length > 0 ? $"Cookie: {cookies}\r\n" : "")}{more}\r\n");
            }

            return request;
        });
    }

    /// <param name="userOf">Account of a connection, from 1.</param>
    /// <param name="remarks">Sentences under the table.</param>
    /// <returns>1 when any answer was wrong.</returns>
    public async Task<int> MeasureAsync(IReadOnlyList<Scenario> scenarios, Func<int, string> userOf, Func<IReadOnlyList<LoadRow>, IEnumerable<string>>? remarks = null)
    {
        var logs = Path.Combine(Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)!, "logs");
        await using var site = await SiteProcess.StartAsync(database.ConnectionString, logs);
        var people = new List<SignedIn>();
        for (var i = 1; i <= connections.Max(); i++)
            people.Add(await SignedIn.AsAsync(site.Address, userOf(i), i));
        var started = site.ResidentBytes;

        await WarmAsync(site, people, scenarios);
        if (Cores.Apart is { } apart)
        {
            Cores.Put(site.Id, apart.Site);
            Cores.Put(Environment.ProcessId, apart.Generator);
        }

        var rows = new List<LoadRow>();
        foreach (var scenario in scenarios)
        {
            foreach (var count in connections)
            {
                var row = await LineAsync(site, scenario, people[..count], Measured);
                Console.WriteLine(row);
                rows.Add(row);
            }
        }

        var empty = rows.Where(r => r.What == EmptyPage).ToDictionary(r => r.Connections, r => r.PerSecond);
        rows = [.. rows.Select(r => empty.TryGetValue(r.Connections, out var rate) ? r with { OfEmptyPage = r.PerSecond / rate } : r)];
        Report(rows, remarks?.Invoke(rows) ?? [], started, site.ResidentBytes);
        people.ForEach(person => person.Dispose());
        return rows.Any(r => r.Wrong > 0) ? 1 : 0;
    }

    /// <summary>
    /// The runtime compiles a page better and better while it is used, on a thread of its own that gets no turn as long as requests keep all
    /// cores busy: so few connections, pauses, all cores, and everything several times.
    /// </summary>
    private static async Task WarmAsync(SiteProcess site, List<SignedIn> people, IReadOnlyList<Scenario> scenarios)
    {
        // The first time everything is read and compiled; that may take longer than a line.
        foreach (var scenario in scenarios)
        {
            using var connection = await Connection.OpenAsync(site.Address, people[0].Take);
            await connection.SendAsync((await scenario.RequestsOf(people[0]))());
        }

        for (var round = 0; round < WarmUpRounds; round++)
        {
            foreach (var scenario in scenarios)
            {
                await LineAsync(site, scenario, people[..2], Measured);
                await Task.Delay(TimeSpan.FromSeconds(2));
            }
        }
    }

    private static async Task<LoadRow> LineAsync(SiteProcess site, Scenario scenario, IReadOnlyList<SignedIn> people, TimeSpan duration)
    {
        var next = new List<Func<byte[]>>();
        foreach (var person in people)
            next.Add(await scenario.RequestsOf(person));
        var begin = Stopwatch.GetTimestamp() + (long)(WarmUp.TotalSeconds * Stopwatch.Frequency);
        var end = begin + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var work = people.Select((person, n) => Task.Run(() => WorkAsync(site.Address, scenario.Status, person, next[n], begin, end))).ToList();
        await Task.Delay(WarmUp);
        var before = site.ProcessorTime;
        await Task.Delay(duration);
        var spent = site.ProcessorTime - before;
        var done = await Task.WhenAll(work);
        var times = done.SelectMany(d => d.Times).Order().ToList();
        if (times.Count == 0)
            throw new InvalidOperationException($"{scenario.What}: no answer within {duration}.");
        return new LoadRow(
            scenario.What, people.Count, times.Count / duration.TotalSeconds, At(0.50), At(0.95), At(0.99), done.Max(d => d.Bytes), spent.TotalMilliseconds / times.Count, done.Sum(d => d.Wrong));

        double At(double share) => times[(int)Math.Min(times.Count - 1, Math.Ceiling(share * times.Count) - 1)] * 1000.0 / Stopwatch.Frequency;
    }

    private static async Task<(List<long> Times, int Bytes, int Wrong)> WorkAsync(Uri address, int status, SignedIn person, Func<byte[]> next, long begin, long end)
    {
        using var connection = await Connection.OpenAsync(address, person.Take);
        var times = new List<long>(100_000);
        var (bytes, wrong) = (0, 0);
        while (true)
        {
            var request = next();
            var sent = Stopwatch.GetTimestamp();
            if (sent >= end)
                return (times, bytes, wrong);
            var answer = await connection.SendAsync(request);
            if (answer.Status != status)
                wrong++;
            bytes = answer.Bytes;
            var now = Stopwatch.GetTimestamp();
            // Counted where it ends, so that requests over an edge are neither lost nor counted twice.
            if (now >= begin && now < end)
                times.Add(now - sent);
        }
    }

    private void Report(List<LoadRow> rows, IEnumerable<string> remarks, long before, long after)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{(Cores.Apart is null ? "Site and generator share all cores." : "Site on one core, generator on another.")} {Measured.TotalSeconds:0} s a line after warm-up.\n");
        text.AppendLine("| What | Connections | Answers/s | p50, ms | p95, ms | p99, ms | Bytes | Site's CPU, ms | Of empty page | Wrong |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var r in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {r.What} | {r.Connections} | {r.PerSecond:N0} | {r.P50:N2} | {r.P95:N2} | {r.P99:N2} | {r.Bytes:N0} | {r.SiteMilliseconds:N3} | {(r.OfEmptyPage is { } share ? share.ToString("0.000", CultureInfo.InvariantCulture) : "–")} | {r.Wrong} |");
        }

        foreach (var remark in remarks)
            text.AppendLine().AppendLine(remark);
        text.AppendLine(CultureInfo.InvariantCulture, $"\nResident memory of the site: {before / 1e6:N0} MB after signing in, {after / 1e6:N0} MB after the load.");
        Console.WriteLine(text);
        File.WriteAllText(Path.Combine(RepositoryFiles.Artifacts, report + ".md"), text.ToString());
        File.WriteAllText(Path.Combine(RepositoryFiles.Artifacts, report + ".json"), JsonSerializer.Serialize(new { residentBytesBefore = before, residentBytesAfter = after, rows }, ReportJson.Options));
    }
}
