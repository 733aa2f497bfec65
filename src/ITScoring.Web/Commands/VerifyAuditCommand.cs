using System.CommandLine;
using System.Text;
using ITScoring.Data;
using ITScoring.Domain.Publications.Packages;
using ITScoring.Web.Features.Audit;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Commands;

/// <summary><c>verify-audit [--head HASH [--number N]]</c>: holds the audit log against its sealed blocks and against a head that is known from outside.</summary>
public static class VerifyAuditCommand
{
    public static Command Create(CommandOutput output)
    {
        var head = new Option<string?>("--head") { Description = "Mã đầu chuỗi đã biết từ nhật ký chạy hoặc gói kết quả (SHA-256); báo không khớp khi không có trong chuỗi." };
        var number = new Option<int?>("--number") { Description = "Số của khối mang mã ấy." };
        var command = new Command("verify-audit", "Kiểm tra nhật ký với các khối đã niêm phong, nêu từng dòng bị sửa, xóa, chèn thêm.") { head, number };
        command.SetAction((parsed, cancel) => RunAsync(output, parsed.GetValue(head)?.Trim().ToLowerInvariant(), parsed.GetValue(number), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandOutput output, string? head, int? number, CancellationToken cancel)
    {
        if (head is not null && (head.Length != PackageHash.Of([]).Length || !head.All(char.IsAsciiHexDigitLower)))
            output.Problem("--head phải là mã SHA-256: 64 chữ số thập lục phân.");
        else if (number is not null && head is null)
            output.Problem("--number đi cùng --head.");
        else
            return await CheckAsync(output, head, number, cancel);
        return ExitCode.Unusable;
    }

    private static async Task<int> CheckAsync(CommandOutput output, string? head, int? number, CancellationToken cancel)
    {
        try
        {
            var builder = CommandHost.Create();
            builder.Services.AddScoped<AuditSeals>();
            builder.Services.AddScoped<AuditVerification>();
            using var host = builder.Build();
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().RequireCurrentAsync(cancel);
            var report = await scope.ServiceProvider.GetRequiredService<AuditVerification>().RunAsync(cancel);
            List<string> problems = [.. report.Problems];
            if (head is not null && !report.Heads.Any(h => h.Value == head && (number is null || h.Key == number)))
                problems.Add($"Mã đầu chuỗi {head} không có {(number is { } n ? $"ở khối {n}" : "trong chuỗi")}: các khối đã bị lập lại, hoặc mã là của một nhật ký khác.");
            var written = await output.ResultAsync(Encoding.UTF8.GetBytes(Words(report, problems)), file: null);
            return written != ExitCode.Yes ? written : problems.Count == 0 ? ExitCode.Yes : ExitCode.DoesNotHold;
        }
        catch (Exception problem) when (BadStart.Explain(problem) is { } sentence)
        {
            output.Problem(sentence);
            return ExitCode.Unusable;
        }
    }

    private static string Words(AuditReport report, IReadOnlyList<string> problems)
    {
        var text = new StringBuilder();
        Line(problems.Count == 0 ? "Khớp." : $"Không khớp: {problems.Count} chỗ.");
        Line($"Đã niêm phong: {report.Blocks} khối, {report.Sealed} dòng.");
        if (report.State.Last is { } last)
            Line($"Đầu chuỗi: khối {last.Number}, đến dòng {last.LastId}, {last.Head}, lúc {VietnamTime.Stamp(last.SealedAt)}.");
        if (report.Dropped.Count > 0)
            Line($"Đã xóa theo thời hạn lưu giữ: {report.Dropped.Count} khối, {report.Dropped[0]}–{report.Dropped[^1]}.");
        Line(report.State.TailSince is { } since ? $"Chưa niêm phong: {report.State.Tail} dòng, từ {VietnamTime.Stamp(since)}." : "Chưa niêm phong: không còn dòng nào.");
        foreach (var problem in problems)
            Line($"- {problem}");
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }
}
