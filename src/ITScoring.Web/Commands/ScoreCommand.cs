using System.CommandLine;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Commands;

/// <summary><c>score --criteria SET.json --answers COHORT.json [--out FILE]</c>: scores a cohort (section 7 of the format); needs no database.</summary>
public static class ScoreCommand
{
    public static Command Create(CommandOutput output)
    {
        var criteria = new Option<string>("--criteria") { Description = "Tệp bộ tiêu chí (JSON).", Required = true };
        var answers = new Option<string>("--answers") { Description = "Tệp câu trả lời của các cơ quan (JSON).", Required = true };
        var file = new Option<string?>("--out") { Description = "Tệp kết quả; không có thì ghi ra đầu ra chuẩn." };
        var command = new Command("score", "Chấm điểm, xếp hạng các cơ quan theo một bộ tiêu chí.") { criteria, answers, file };
        command.SetAction((parsed, _) =>
            RunAsync(output, parsed.GetRequiredValue(criteria), parsed.GetRequiredValue(answers), parsed.GetValue(file)));
        return command;
    }

    private static async Task<int> RunAsync(CommandOutput output, string criteriaFile, string answersFile, string? file)
    {
        var (criteria, answers) = (await output.ReadAsync(criteriaFile), await output.ReadAsync(answersFile));
        if (criteria is null || Parsed(output, criteriaFile, CriteriaSetFile.Read(criteria)) is not { } set
            || answers is null || Parsed(output, answersFile, CohortFile.Read(set, answers)) is not { } cohort)
            return ExitCode.Unusable;
        return await output.ResultAsync(ResultFile.Write(Scorer.Score(set, cohort)), file);
    }

    private static T? Parsed<T>(CommandOutput output, string file, Parsed<T> parsed)
        where T : class
    {
        foreach (var problem in parsed.Problems)
            output.Problem($"{file}: {problem}");
        return parsed.Value;
    }
}
