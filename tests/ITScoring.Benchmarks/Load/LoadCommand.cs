using System.Text;
using ITScoring.Testing;

namespace ITScoring.Benchmarks.Load;

/// <summary><c>load</c>: the section page and its POST beside an empty page, an autosave beside a bare commit.</summary>
internal static class LoadCommand
{
    private const string Section = "U";
    private const string Autosave = "Autosave of one answer";
    private const string BareCommit = "Bare one-row commit through EF Core";

    private static readonly int[] Connections = [1, 16, 64];

    private static string PathOf(int number) => $"{LoadData.PathOf(number)}/sections/{Section}";

    /// <param name="only">Measures the lines whose name contains it; null: all.</param>
    public static async Task<int> RunAsync(string? only)
    {
        await using var database = await TestDatabase.CreateAsync();
        await LoadData.FillAsync(database, Connections.Max());
        return await new LoadRun(database, "load", Connections).MeasureAsync(
            [.. Scenarios().Where(s => only is null || s.What.Contains(only, StringComparison.OrdinalIgnoreCase))], LoadData.UserOf, Autosaves);
    }

    private static IEnumerable<Scenario> Scenarios() =>
    [
        .. LoadRun.Yardsticks(),
        new("Section page, 22 questions", 200, person => LoadRun.Gets(person, PathOf(person.Number))),
        new("Section page, 22 questions, compressed", 200, person => LoadRun.Gets(person, PathOf(person.Number), "Accept-Encoding: br, gzip\r\n")),
        new(BareCommit, 204, _ => Task.FromResult(() => PostBody.Request("/bench/commit", "", new StringBuilder()))),
        new(Autosave, 200, SavesAsync),
        new("POST of the section, one answer changed", 302, person => Posts(person, 1)),
        new("POST of the section, all its numbers changed", 302, person => Posts(person, 22)),
    ];

    private static IEnumerable<string> Autosaves(IReadOnlyList<LoadRow> rows) =>
        from save in rows
        where save.What == Autosave
        join bare in rows.Where(r => r.What == BareCommit) on save.Connections equals bare.Connections
        select FormattableString.Invariant($"At {save.Connections} connections an autosave reaches {save.PerSecond / bare.PerSecond:0.000} of the bare commit's rate.");

    private static async Task<Func<byte[]>> Posts(SignedIn person, int most)
    {
        var path = PathOf(person.Number);
        var form = SectionForm.Of(await person.PageAsync(path), Section, most);
        return () => form.Next(path, person.Cookies);
    }

    private static async Task<Func<byte[]>> SavesAsync(SignedIn person)
    {
        var answer = SectionForm.Of(await person.PageAsync(PathOf(person.Number)), Section, 1).Answer(0);
        var questions = LoadData.PathOf(person.Number) + "/questions";
        return () => answer.Next(questions, person.Cookies);
    }
}
