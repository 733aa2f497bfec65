using System.CommandLine;
using System.Text;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Examples;

namespace ITScoring.Web.Commands;

/// <summary><c>validate --criteria SET.json [--out FILE]</c>: says whether a criteria set can be used; needs no database.</summary>
public static class ValidateCommand
{
    public static Command Create(CommandOutput output)
    {
        var criteria = new Option<string>("--criteria") { Description = "Tệp bộ tiêu chí (JSON).", Required = true };
        var file = new Option<string?>("--out") { Description = "Tệp kết quả; không có thì ghi ra đầu ra chuẩn." };
        var command = new Command("validate", "Kiểm tra một bộ tiêu chí và liệt kê mọi chỗ phải sửa.") { criteria, file };
        command.SetAction((parsed, _) => RunAsync(output, parsed.GetRequiredValue(criteria), parsed.GetValue(file)));
        return command;
    }

    private static async Task<int> RunAsync(CommandOutput output, string criteriaFile, string? file)
    {
        if (await output.ReadAsync(criteriaFile) is not { } bytes)
            return ExitCode.Unusable;
        var parsed = CriteriaSetFile.Read(bytes);
        foreach (var problem in parsed.Problems)
            output.Problem($"{criteriaFile}: {problem}");
        if (parsed.Value is not { } set)
            return ExitCode.Unusable;
        var summary = $"Bộ tiêu chí {set.Code}, phiên bản {set.Version}: hợp lệ; {set.Questions.Count} câu hỏi, {set.Criteria.Count} tiêu chí, thang {set.Scale.ToVietnamese()} điểm.\n";
        var run = set.Examples.Count > 0 ? ExampleRun.Of(set) : null;
        foreach (var failure in run?.Failures ?? [])
            output.Problem($"{criteriaFile}: {ExampleWords.Of(failure)}");
        if (run is not null)
            summary += $"Kiểm thử: {run.Outcomes.Count(outcome => outcome.Holds)}/{run.Outcomes.Count} điểm mong đợi đạt; {set.Criteria.Count - run.NotReached.Count()}/{set.Criteria.Count} tiêu chí được kiểm thử.\n";
        var written = await output.ResultAsync(Encoding.UTF8.GetBytes(summary), file);
        return written == ExitCode.Yes && run?.Failures.Any() == true ? ExitCode.DoesNotHold : written;
    }
}
