using System.Text.Json.Nodes;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Scoring;

public sealed class VectorTests
{
    public static TheoryData<string> Folders => [.. Directory.GetDirectories(FormatFolder.Vectors)
        .Select(folder => Path.GetFileName(folder)).Where(name => name != "broken").Order(StringComparer.Ordinal)];

    [Fact]
    public void The_vectors_are_there() => Assert.True(Folders.Count >= 14, "docs/format/vectors is incomplete; restore it from the repository.");

    [Theory]
    [MemberData(nameof(Folders))]
    public void Scoring_a_vector_gives_its_expected_result_to_the_digit(string folder)
    {
        var set = Sets.Read(FormatFolder.Read("vectors", folder, "criteria.json"));
        var cohort = Sets.ReadCohort(set, FormatFolder.Read("vectors", folder, "cohort.json"));

        var result = ResultFile.Write(Scorer.Score(set, cohort));

        var expected = JsonNode.Parse(FormatFolder.Read("vectors", folder, "expected.json"));
        Assert.Equal(expected!.ToJsonString(), JsonNode.Parse(result)!.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_set_written_and_read_again_scores_the_same(string folder)
    {
        var set = Sets.Read(FormatFolder.Read("vectors", folder, "criteria.json"));
        var again = Sets.Read(CriteriaSetFile.Write(set));
        var cohort = Sets.ReadCohort(again, CohortFile.Write(Sets.ReadCohort(set, FormatFolder.Read("vectors", folder, "cohort.json"))));

        Assert.Equal(CriteriaSetFile.Write(set), CriteriaSetFile.Write(again));
        var expected = JsonNode.Parse(FormatFolder.Read("vectors", folder, "expected.json"));
        Assert.Equal(expected!.ToJsonString(), JsonNode.Parse(ResultFile.Write(Scorer.Score(again, cohort)))!.ToJsonString());
    }

    [Fact]
    public void The_default_set_is_that_of_its_vectors() => Assert.Equal(
        CriteriaSetFile.Write(Sets.Read(FormatFolder.Read("qb-2018.json"))),
        CriteriaSetFile.Write(Sets.Read(FormatFolder.Read("vectors", "qb-2018-cohort", "criteria.json"))));
}
