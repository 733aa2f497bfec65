using System.CommandLine;
using System.Text;
using ITScoring.Web.Startup;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Commands.Doctor;

/// <summary>
/// <c>doctor</c>: looks at everything that the site needs, with the site's own configuration and services, and says how to mend what is wrong. Changes nothing but for files of a
/// moment in the folders that it tries.
/// </summary>
public static class DoctorCommand
{
    private const string BadConfiguration = "Cấu hình không dùng được.";

    public static Command Create(CommandOutput output)
    {
        var command = new Command("doctor", "Kiểm tra cấu hình, cơ sở dữ liệu, thư mục và các dịch vụ mà cổng cần; nêu cách sửa.");
        command.SetAction((_, cancel) => RunAsync(output, cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandOutput output, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        try
        {
            var builder = WebApplication.CreateBuilder();
            builder.AddPortal();
            builder.Logging.ClearProviders();
            // Never started: nothing listens, no job runs.
            await using var site = builder.Build();
            findings.AddRange(Configuration(site));
            var isUsable = findings.TrueForAll(f => f.State != FindingState.Wrong);
            await using var scope = site.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            findings.AddRange(await DatabaseExam.OfAsync(services, cancel));
            // A bad configuration cannot say where to look.
            if (isUsable)
            {
                findings.AddRange(FolderExam.Of(services, site));
                findings.AddRange(await ServiceExam.OfAsync(services, cancel));
                findings.AddRange(SecurityExam.Of(services, site));
            }
        }
        catch (Exception problem) when (BadStart.Explain(problem) is { } sentence)
        {
            findings.Add(Finding.Wrong(BadConfiguration, sentence));
        }

        var wrong = findings.Where(f => f.State == FindingState.Wrong).ToList();
        foreach (var finding in wrong)
            output.Problem(finding.ToString());
        var text = string.Join('\n', findings.Where(f => f.State != FindingState.Wrong)) + (wrong.Count == 0 ? "\nKhông có gì phải sửa.\n" : $"\nCó {wrong.Count} việc phải sửa, nêu ở đầu ra lỗi.\n");
        var written = await output.ResultAsync(Encoding.UTF8.GetBytes(text.TrimStart('\n')), file: null);
        return written != ExitCode.Yes ? written : wrong.Count == 0 ? ExitCode.Yes : ExitCode.DoesNotHold;
    }

    private static IEnumerable<Finding> Configuration(WebApplication site)
    {
        var environment = site.Environment.EnvironmentName;
        Finding finding;
        try
        {
            site.Services.GetRequiredService<IStartupValidator>().Validate();
            finding = Finding.Good($"Cấu hình hợp lệ (môi trường {environment}, thư mục {site.Environment.ContentRootPath}).");
        }
        catch (OptionsValidationException e)
        {
            finding = Finding.Wrong(BadConfiguration, Sentences(e.Failures));
        }
        catch (AggregateException e)
        {
            finding = Finding.Wrong(BadConfiguration, Sentences(e.InnerExceptions.OfType<OptionsValidationException>().SelectMany(i => i.Failures)));
        }

        yield return finding;
        if (site.Environment.IsDevelopment())
            yield return Finding.Mind("Đang chạy ở môi trường Development.", "Trên máy chủ thật đặt ASPNETCORE_ENVIRONMENT=Production.");
    }

    private static string Sentences(IEnumerable<string> failures) => string.Join(" ", failures.Select(SettingsCheck.Sentence));
}
