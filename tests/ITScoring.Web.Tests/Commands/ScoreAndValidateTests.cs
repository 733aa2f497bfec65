using System.Text.Json.Nodes;

namespace ITScoring.Web.Tests.Commands;

public sealed class ScoreAndValidateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("itscoring-commands-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Score_writes_the_expected_result_to_standard_output_and_nothing_to_standard_error()
    {
        var run = await CommandRun.OfAsync(
            "score", "--criteria", CommandRun.Format("qb-2018.json"), "--answers", CommandRun.Format("vectors", "qb-2018-cohort", "cohort.json"));

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Errors);
        Assert.Equal(Expected("qb-2018-cohort"), JsonNode.Parse(run.Output)!.ToJsonString());
    }

    [Fact]
    public async Task Score_with_out_writes_the_result_to_the_file_only()
    {
        var file = Path.Combine(_folder, "kết quả.json");

        var run = await CommandRun.OfAsync(
            "score", "--criteria", CommandRun.Format("vectors", "ties", "criteria.json"), "--answers", CommandRun.Format("vectors", "ties", "cohort.json"), "--out", file);

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Equal(Expected("ties"), JsonNode.Parse(await File.ReadAllBytesAsync(file))!.ToJsonString());
        Assert.Equal([file], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Validate_says_yes_to_the_default_set()
    {
        var run = await CommandRun.OfAsync("validate", "--criteria", CommandRun.Format("qb-2018.json"));

        Assert.Equal((0, "Bộ tiêu chí QB-2018, phiên bản 1: hợp lệ; 91 câu hỏi, 60 tiêu chí, thang 1.000,00 điểm.\n"), (run.ExitCode, run.Output));
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task Validate_lists_every_problem_of_a_set_one_a_line_and_writes_no_result()
    {
        var set = JsonNode.Parse(await File.ReadAllTextAsync(CommandRun.Format("qb-2018.json")))!;
        set["questions"]![1]!["code"] = "T01";
        set["groups"]![0]!["criteria"]![1]!["rule"]!["value"] = "H04 / (H02 +\nH03";
        set["scale"] = 999;
        var file = Write("set.json", set.ToJsonString());
        var result = Path.Combine(_folder, "result.txt");

        var run = await CommandRun.OfAsync("validate", "--criteria", file, "--out", result);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.False(File.Exists(result));
        Assert.Contains(run.Errors, line => line.StartsWith($"{file}: /questions/1/code: T01: ", StringComparison.Ordinal));
        Assert.Contains(run.Errors, line => line.StartsWith($"{file}: /groups/0/criteria/1/rule/value: I.2: ", StringComparison.Ordinal));
        Assert.Contains(run.Errors, line => line.StartsWith($"{file}: /groups: QB-2018: ", StringComparison.Ordinal) && line.Contains("999,00", StringComparison.Ordinal));
        Assert.All(run.Errors, line => Assert.StartsWith(file, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Score_names_the_agency_and_the_question_of_every_wrong_answer()
    {
        var cohort = Write("cohort.json", """
            {"format": "itscoring/cohort/1", "agencies": [
              {"code": "SNV", "block": "Sở", "answers": {"T02": 1.5, "H12": "z", "X99": 1, "U16": ["a", "a"]}},
              {"code": "SNV", "block": "Sở", "previous": {"T02": "nhiều"}}]}
            """);

        var run = await CommandRun.OfAsync("score", "--criteria", CommandRun.Format("qb-2018.json"), "--answers", cohort);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(6, run.Errors.Count);
        Assert.All(run.Errors, line => Assert.Contains("SNV", line, StringComparison.Ordinal));
        foreach (var question in new[] { "T02", "H12", "X99", "U16" })
            Assert.Contains(run.Errors, line => line.Contains(question, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{", "JSON")]
    [InlineData("", "JSON")]
    [InlineData("[]", "đối tượng")]
    [InlineData("{\"a\": \"\\ud800\"}", "JSON")]
    public async Task An_unusable_file_is_refused_with_one_clear_sentence(string text, string mention)
    {
        var run = await CommandRun.OfAsync("validate", "--criteria", Write("set.json", text));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(mention, Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_nested_a_million_deep_is_refused() =>
        await Refused(Write("deep.json", new string('[', 1_000_000)), "lồng nhau");

    [Fact]
    public async Task A_file_that_is_not_UTF8_is_refused()
    {
        var file = Path.Combine(_folder, "set.json");
        await File.WriteAllBytesAsync(file, [(byte)'"', 0xC3, 0x28, (byte)'"']);

        await Refused(file, "UTF-8");
    }

    [Fact]
    public async Task A_missing_file_is_refused() => await Refused(Path.Combine(_folder, "none.json"), "không có tệp");

    [Fact]
    public async Task A_folder_is_refused() => await Refused(_folder, "thư mục");

    [Fact]
    public async Task A_result_that_cannot_be_written_ends_with_2()
    {
        var run = await CommandRun.OfAsync(
            "validate", "--criteria", CommandRun.Format("qb-2018.json"), "--out", Path.Combine(_folder, "none", "result.txt"));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("không ghi được", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_that_is_missing_is_named()
    {
        var (set, cohort) = (Path.Combine(_folder, "bộ.json"), Path.Combine(_folder, "đợt.json"));

        var run = await CommandRun.OfAsync("score", "--criteria", set, "--answers", cohort);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(2, run.Errors.Count);
        Assert.Contains(run.Errors, e => e.Contains(set, StringComparison.Ordinal));
        Assert.Contains(run.Errors, e => e.Contains(cohort, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_result_that_was_there_stays_when_the_input_cannot_be_used()
    {
        var file = Write("result.json", "cũ");

        var run = await CommandRun.OfAsync("score", "--criteria", CommandRun.Format("qb-2018.json"), "--answers", Write("cohort.json", "{}"), "--out", file);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Errors);
        Assert.Equal("cũ", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_folder_is_no_result_file_and_nothing_is_left_beside_it()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "kết quả")).FullName;

        var run = await CommandRun.OfAsync(
            "score", "--criteria", CommandRun.Format("vectors", "ties", "criteria.json"), "--answers", CommandRun.Format("vectors", "ties", "cohort.json"), "--out", folder);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("không ghi được", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal([folder], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task A_result_replaces_the_one_that_was_there()
    {
        var file = Write("result.json", "cũ");

        var run = await CommandRun.OfAsync(
            "score", "--criteria", CommandRun.Format("vectors", "ties", "criteria.json"), "--answers", CommandRun.Format("vectors", "ties", "cohort.json"), "--out", file);

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Equal(Expected("ties"), JsonNode.Parse(await File.ReadAllBytesAsync(file))!.ToJsonString());
    }

    [Theory]
    [InlineData("score")]
    [InlineData("validate")]
    [InlineData("scor")]
    [InlineData("validate", "--criteria", "a.json", "--nothing")]
    [InlineData("score", "--criteria", "a.json", "--criteria", "b.json", "--answers", "c.json")]
    public async Task Wrong_usage_ends_with_2_and_says_which_commands_there_are(params string[] arguments)
    {
        var run = await CommandRun.OfAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(run.Errors, line => line.Contains("score", StringComparison.Ordinal) && line.Contains("--help", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_lists_the_commands()
    {
        var run = await CommandRun.OfAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("score", run.Output, StringComparison.Ordinal);
        Assert.Contains("validate", run.Output, StringComparison.Ordinal);
    }

    private static async Task Refused(string file, string mention)
    {
        var run = await CommandRun.OfAsync("validate", "--criteria", file);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(mention, Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    private static string Expected(string vector) =>
        JsonNode.Parse(File.ReadAllText(CommandRun.Format("vectors", vector, "expected.json")))!.ToJsonString();

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
