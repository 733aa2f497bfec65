using ITScoring.Testing;
using Microsoft.Data.Sqlite;

namespace ITScoring.Benchmarks.Load;

/// <summary>
/// <c>review-load</c>: the reviewer's queue and pages beside an empty page, with five years of forty agencies and 150 criteria stored. Playing them takes
/// minutes, so the database is kept among the artifacts; delete it after the schema or the rules of the procedure have changed.
/// </summary>
internal static class ReviewLoadCommand
{
    private static readonly int[] Connections = [1, 4, 16];

    public static async Task<int> RunAsync()
    {
        var kept = Path.Combine(RepositoryFiles.Artifacts, "review-load.db");
        if (!File.Exists(kept))
        {
            await using var played = await TestDatabase.CreateAsync();
            await ReviewLoadData.FillAsync(played);
            TestDatabase.Close(played.Services);
            File.Copy(new SqliteConnectionStringBuilder(played.ConnectionString).DataSource, kept);
        }

        await using var database = TestDatabase.CopyOf(kept);
        return await new LoadRun(database, "review-load", Connections).MeasureAsync([.. Scenarios()], ReviewLoadData.ReviewerOf);
    }

    private static IEnumerable<Scenario> Scenarios()
    {
        foreach (var yardstick in LoadRun.Yardsticks())
            yield return yardstick;
        yield return new("Queue of a reviewer, 10 forms", 200, person => LoadRun.Gets(person, $"/reviews?period={ReviewLoadData.Period}"));
        yield return new("Form under review, 150 criteria", 200, person => LoadRun.Gets(person, FormOf(person)));
        yield return new("Criterion page", 200, person => LoadRun.Gets(person, $"{FormOf(person)}/criteria/II.3"));
        yield return new("Criterion page, best of cohort", 200, person => LoadRun.Gets(person, $"{FormOf(person)}/criteria/I.3"));
        yield return new("One criterion across 40 agencies", 200, person => LoadRun.Gets(person, $"/comparisons/{ReviewLoadData.Period}/I.3"));
    }

    /// <summary>A form of the person's that is not judged yet: the second half of the agencies.</summary>
    private static string FormOf(SignedIn person) =>
        $"/reviews/{ReviewLoadData.Period}/{ReviewLoadData.AgencyOf((ReviewLoadData.Agencies / 2) + ReviewLoadData.Reviewers + (person.Number % ReviewLoadData.Reviewers)).ToLowerInvariant()}";
}
