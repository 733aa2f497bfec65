using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests.Docs;

/// <summary>Scores every block of docs/scoring.md that is marked <c>json example</c>.</summary>
public sealed partial class ScoringDocTests
{
    private static readonly string[] Kinds = ["ratio", "norm", "bestOfCohort", "bands", "yesNo", "choice", "checklist", "count", "cases", "points", "sum", "best"];

    private static readonly List<(int Line, JsonObject Json)> Examples = Find();

    public static TheoryData<int> RuleExamples => [.. Examples.Where(example => example.Json.ContainsKey("rule")).Select(example => example.Line)];

    public static TheoryData<int> ResultExamples => [.. Examples.Where(example => example.Json.ContainsKey("set")).Select(example => example.Line)];

    [Fact]
    public void Every_kind_of_rule_has_an_example_and_so_have_the_result_and_the_explanation()
    {
        var kinds = Examples.Select(example => (string?)example.Json["rule"]?["kind"]).ToList();

        Assert.True(kinds.Count >= 16, "docs/scoring.md lost its examples (```json example).");
        Assert.All(Kinds, kind => Assert.True(kinds.Contains(kind), $"docs/scoring.md has no example of {kind}."));
        Assert.NotEmpty(ResultExamples);
        Assert.Contains(Examples, example => example.Json.ContainsKey("lastYearsBest"));
        Assert.Contains(Examples, example => example.Json.ContainsKey("steps") && example.Json.ContainsKey("rounding"));
    }

    [Theory]
    [MemberData(nameof(RuleExamples))]
    public void An_example_of_a_rule_gives_the_points_it_says(int line)
    {
        var example = Examples.Single(example => example.Line == line).Json;
        var set = Sets.Of(example["questions"]!.AsObject().Select(question => Question(question.Key, (string)question.Value!)), ((decimal)example["max"]!, $"\"rule\": {example["rule"]!.ToJsonString()}"));
        var own = Sets.Agency(set, "X", example["answers"]!.ToJsonString());
        var others = (example["others"]?.AsArray() ?? []).Select((answers, i) => Sets.Agency(set, $"Y{i}", answers!.ToJsonString()));

        var sheet = (string?)example["lastYearsBest"] is { } best
            ? Scorer.ScoreProvisionally(set, own, new Dictionary<string, Rational> { ["K.1"] = Rational.Parse(best) })
            : Scorer.Score(set, new Cohort([own, .. others])).Sheets[0];

        var calculation = sheet.Criterion("K.1").Calculate();
        Assert.Equal((string)example["points"]!, sheet.Criterion("K.1").Points.ToString());
        if (example["steps"] is JsonArray steps)
            Assert.Equal(steps.Select(step => (string)step!), calculation.Steps.Select(step => step.Text));
        if ((string?)example["rounding"] is { } rounding)
            Assert.Equal(rounding, calculation.Rounding);
    }

    [Theory]
    [MemberData(nameof(ResultExamples))]
    public void An_example_of_a_result_gives_the_groups_totals_ranks_and_classes_it_says(int line)
    {
        var example = Examples.Single(example => example.Line == line).Json;
        var set = Sets.Read(Encoding.UTF8.GetBytes(example["set"]!.ToJsonString()));
        var agencies = example["agencies"]!.AsObject().Select(agency => Sets.Agency(set, agency.Key, agency.Value?.ToJsonString())).ToList();

        var sheets = Scorer.Score(set, new Cohort(agencies)).Sheets;

        Assert.Equal(
            example["results"]!.AsObject().Select(result => $"{result.Key}: {(string)result.Value!}"),
            sheets.Select(sheet => $"{sheet.AgencyCode}: {InWords(sheet)}"));
    }

    private static string InWords(ScoreSheet sheet)
    {
        static string Rank(int? rank, string before) => rank is null ? "" : $"{before}rank {rank}";
        var groups = sheet.Groups.Select(group => $"{group.Code} {group.Points} of {group.ApplicableMax}{Rank(group.Rank, " ")}; ");
        return $"{string.Concat(groups)}total {sheet.Total} of {sheet.ApplicableMax}, score {sheet.RankingScore}{Rank(sheet.Rank, ", ")}, {sheet.Class}";
    }

    /// <summary><c>integer</c>, <c>choice a b c</c>, <c>integer askWhen W</c>.</summary>
    private static string Question(string code, string words)
    {
        var parts = words.Split(' ');
        var asked = parts is [_, "askWhen", ..] ? $""", "askWhen": "{string.Join(' ', parts[2..])}" """ : "";
        var options = asked.Length == 0 && parts.Length > 1
            ? $""", "options": [{string.Join(", ", parts[1..].Select(option => $$"""{"code": "{{option}}", "text": "{{option}}"}"""))}]"""
            : "";
        return $""" "code": "{code}", "type": "{parts[0]}"{options}{asked} """;
    }

    private static List<(int Line, JsonObject Json)> Find()
    {
        var text = File.ReadAllText(Path.Combine(FormatFolder.Root, "..", "scoring.md"));
        return [.. Block().Matches(text).Select(match => (text[..match.Index].Count(c => c == '\n') + 1, JsonNode.Parse(match.Groups[1].Value)!.AsObject()))];
    }

    [GeneratedRegex("^```json example\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
