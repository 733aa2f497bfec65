using ITScoring.Testing;

namespace ITScoring.Benchmarks.Load;

/// <summary><c>public-load</c>: the public ranking page as strangers get it, beside a static file of the same size and beside its first rendering.</summary>
internal static class PublicLoadCommand
{
    private const string Ranking = "/results/2018";
    private const string Kept = "Ranking page, kept";
    private const string File = "Static file of the same size";

    private static readonly int[] Connections = [1, 16, 64];

    public static async Task<int> RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync();
        await LoadData.FillAsync(database, Connections.Max());
        return await new LoadRun(database, "public-load", Connections).MeasureAsync([.. Scenarios()], LoadData.UserOf, Remarks);
    }

    private static IEnumerable<Scenario> Scenarios() =>
    [
        .. LoadRun.Yardsticks(),
        new(File, 200, async person => await LoadRun.Gets(null, StaticFile.PathOf(await SizeAsync(person)))),
        new(Kept, 200, _ => LoadRun.Gets(null, Ranking)),
        // What somebody searches for is never kept: the whole page is read and written each time.
        new("Ranking page, rendered each time", 200, _ => LoadRun.Gets(null, Ranking + "?search=so")),
        new("Agency page, kept", 200, _ => LoadRun.Gets(null, Ranking + "/agencies/stc")),
        new("Agency in the interface for programs", 200, _ => LoadRun.Gets(null, "/api/v1/periods/2018/agencies/stc")),
    ];

    private static async Task<int> SizeAsync(SignedIn person)
    {
        using var client = new HttpClient { BaseAddress = person.Address };
        return (await client.GetByteArrayAsync(new Uri(Ranking, UriKind.Relative))).Length;
    }

    private static IEnumerable<string> Remarks(IReadOnlyList<LoadRow> rows) =>
        from page in rows
        where page.What == Kept
        join file in rows.Where(r => r.What == File) on page.Connections equals file.Connections
        select FormattableString.Invariant($"At {page.Connections} connections the kept ranking page reaches {page.PerSecond / file.PerSecond:0.00} of the static file's rate.");
}
