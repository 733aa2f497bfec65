using System.Text.Json.Nodes;
using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Tests.CriteriaSets;

public sealed class BrokenSetTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(FormatFolder.Vectors, "broken"), "*.expected.json")
        .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_broken_sets_are_there() => Assert.True(Files.Count >= 8, "docs/format/vectors/broken is incomplete; restore it from the repository.");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_broken_set_is_refused_and_the_listing_names_the_item(string expectation)
    {
        var expected = JsonNode.Parse(FormatFolder.Read("vectors", "broken", expectation))!;

        var parsed = CriteriaSetFile.Read(FormatFolder.Read("vectors", "broken", (string)expected["file"]!));

        Assert.Null(parsed.Value);
        Assert.NotEmpty(parsed.Problems);
        foreach (var mention in expected["mustMention"]!.AsArray())
            Assert.All(parsed.Problems, problem => Assert.Contains((string)mention!, problem.ToString(), StringComparison.Ordinal));
    }
}
