using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Tests.CriteriaSets;

/// <summary>A set that was read is written as the same set: nothing but defaults is added or left out.</summary>
public sealed partial class SetWriterTests
{
    // Of the format's tables: what a key means when it is not there.
    private static readonly Dictionary<string, string[]> Defaults = new()
    {
        ["kind"] = ["\"score\""],
        ["required"] = ["true", "false"], // true for a question, false for a column
        ["unique"] = ["false"],
        ["digits"] = ["2"],
        ["filledBy"] = ["\"agency\""],
        ["evidence"] = ["\"none\""],
        ["carryOver"] = ["false"],
        ["checks"] = ["[]"],
    };

    public static TheoryData<string> Files => [.. Directory.GetFiles(FormatFolder.Vectors, "criteria.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(FormatFolder.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal).Prepend("qb-2018.json")];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_set_that_was_read_is_written_with_every_word_it_had(string file)
    {
        var original = FormatFolder.Read(file.Split('/'));
        var set = Sets.Read(original);

        var written = CriteriaSetFile.Write(set);

        var differences = new List<string>();
        Compare("", JsonNode.Parse(original), JsonNode.Parse(written), differences);
        Assert.Empty(differences);
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(CriteriaSetFile.Write(Sets.Read(written))));
    }

    [Theory]
    [InlineData("[\"A\"]", "[\"A\"]")] // fewer than the expression names
    [InlineData("[\"B\", \"A\"]", "[\"B\", \"A\"]")] // in another order
    [InlineData("[\"C\"]", "[\"C\"]")] // others
    [InlineData("[\"A\", \"B\"]", null)] // what goes without saying
    public void The_questions_that_a_check_marks_are_written_when_they_are_not_those_that_it_names(string marked, string? written)
    {
        var set = Sets.Read(Encoding.UTF8.GetBytes(Sets.Json(
            [.. new[] { "A", "B", "C" }.Select(code => $$""" "code": "{{code}}", "type": "integer" """)],
            [(10, """ "rule": {"kind": "points", "value": "A"} """)],
            $$"""{"code": "K1", "level": "error", "assert": "A <= B", "message": "Sai.", "questions": {{marked}}}""")));

        var check = JsonNode.Parse(CriteriaSetFile.Write(set))!["checks"]![0]!;

        Assert.True(JsonNode.DeepEquals(written is null ? null : JsonNode.Parse(written), check["questions"]), check.ToJsonString());
    }

    [Fact]
    public void The_sets_are_there() => Assert.True(Files.Count >= 15, "docs/format is incomplete; restore it from the repository.");

    [Fact]
    public void The_default_set_holds_what_the_comparison_looks_for()
    {
        var set = Sets.Default;

        Assert.Equal(("QB-2018", 6, 1000m), (set.Code, set.Groups.Count, set.Scale.Hundredths / 100m));
        Assert.True(set.Questions.Count >= 60 && set.Criteria.Count >= 50 && set.Checks.Count >= 5);
    }

    [Fact]
    public void A_written_set_is_plain_UTF_8_with_line_feeds_and_readable_Vietnamese()
    {
        var written = CriteriaSetFile.Write(Sets.Default);
        var text = Encoding.UTF8.GetString(written);

        Assert.Equal((byte)'{', written[0]);
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.Contains("Sở", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", text, StringComparison.Ordinal);
    }

    private static void Compare(string path, JsonNode? original, JsonNode? written, List<string> differences)
    {
        switch (original, written)
        {
            case (JsonObject a, JsonObject b):
                foreach (var key in a.Select(member => member.Key).Union(b.Select(member => member.Key)))
                {
                    if (a.ContainsKey(key) && b.ContainsKey(key))
                        Compare($"{path}/{key}", a[key], b[key], differences);
                    else if (!IsDefault(key, a.ContainsKey(key) ? a[key] : b[key]) && !MarksWhatItNames(key, a))
                        differences.Add($"{path}/{key} only in {(a.ContainsKey(key) ? "the original" : "what was written")}");
                }

                break;
            case (JsonArray a, JsonArray b) when a.Count == b.Count:
                for (var i = 0; i < a.Count; i++)
                    Compare($"{path}/{i}", a[i], b[i], differences);
                break;
            default:
                if (!JsonNode.DeepEquals(original, written))
                    differences.Add($"{path}: {original?.ToJsonString()} became {written?.ToJsonString()}");
                break;
        }
    }

    private static bool IsDefault(string key, JsonNode? value) => Defaults.TryGetValue(key, out var values) && values.Contains(value!.ToJsonString());

    // The questions of a check are those of its expression by default, in the order in which it names them.
    private static bool MarksWhatItNames(string key, JsonObject original) =>
        key == "questions" && original["questions"] is JsonArray marked && (string?)original["assert"] is { } assert
        && marked.Select(code => (string)code!).SequenceEqual(QuestionCode().Matches(assert).Select(match => match.Value).Distinct());

    [GeneratedRegex("[A-Z][A-Z0-9_]*")]
    private static partial Regex QuestionCode();
}
