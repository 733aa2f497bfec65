using System.CommandLine;
using System.Text;
using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Auditing;
using ITScoring.Web.Features.Accounts;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Commands;

/// <summary><c>create-user</c>: the first administrator of an installation without demonstration data, or any other account.</summary>
public static class CreateUserCommand
{
    public static Command Create(CommandOutput output)
    {
        var userName = new Option<string>("--user-name") { Description = "Tên đăng nhập.", Required = true };
        var displayName = new Option<string>("--display-name") { Description = "Họ và tên.", Required = true };
        var role = new Option<string>("--role") { Description = $"Vai trò: {string.Join(", ", Enum.GetNames<Role>())}.", DefaultValueFactory = _ => nameof(Role.Administrator) };
        var agency = new Option<string?>("--agency") { Description = "Mã cơ quan, ví dụ STTTT." };
        var generate = new Option<bool>("--generate") { Description = "Tạo mật khẩu và in ra; không có thì đọc mật khẩu từ đầu vào chuẩn." };
        var command = new Command("create-user", "Thêm một tài khoản.") { userName, displayName, role, agency, generate };
        command.SetAction((parsed, cancel) => RunAsync(
            output, parsed.GetValue(userName)!, parsed.GetValue(displayName)!, parsed.GetValue(role)!, parsed.GetValue(agency), parsed.GetValue(generate), cancel));
        return command;
    }

    private static async Task<int> RunAsync(CommandOutput output, string userName, string displayName, string roleName, string? agencyCode, bool generate, CancellationToken cancel)
    {
        if (!Enum.TryParse<Role>(roleName, ignoreCase: true, out var role) || !Enum.IsDefined(role))
        {
            output.Problem($"--role “{roleName}” không phải vai trò; chọn một trong: {string.Join(", ", Enum.GetNames<Role>())}.");
            return ExitCode.Unusable;
        }

        var (account, name) = (PlainText.Clean(userName), PlainText.Clean(displayName));
        if (account is not { Length: <= AccountService.MostUserNameCharacters } || name is not { Length: <= Lengths.Name })
        {
            output.Problem($"--user-name (không quá {AccountService.MostUserNameCharacters} ký tự) và --display-name (không quá {Lengths.Name} ký tự) không được để trống.");
            return ExitCode.Unusable;
        }

        if (role == Role.Deputy)
        {
            output.Problem("Cấp phó ký thay cần thời gian được giao: thêm ở trang Tài khoản.");
            return ExitCode.Unusable;
        }

        var password = generate ? AccountService.NewPassword() : await Console.In.ReadLineAsync(cancel);
        if (string.IsNullOrEmpty(password))
        {
            output.Problem("Chưa có mật khẩu: ghi một dòng vào đầu vào chuẩn, hoặc dùng --generate.");
            return ExitCode.Unusable;
        }

        try
        {
            var builder = CommandHost.Create();
            builder.Services.AddAccountRules();
            using var host = builder.Build();
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().StartAsync(cancel);
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var home = agencyCode is null ? null : await db.Agencies.FirstOrDefaultAsync(a => a.Code == agencyCode.ToUpperInvariant(), cancel);
            if (agencyCode is not null && home is null)
            {
                output.Problem($"--agency “{agencyCode}”: không có cơ quan mang mã này.");
                return ExitCode.Unusable;
            }

            if (home is null && (role.WorksForAgency() || role == Role.Reviewer))
            {
                output.Problem($"Vai trò {role.Name()} thuộc một cơ quan: thêm --agency với mã cơ quan.");
                return ExitCode.Unusable;
            }

            var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow();
            var user = new AppUser { UserName = account.ToLowerInvariant(), DisplayName = name, Role = role, AgencyId = home?.Id, CreatedAt = now, MustChangePassword = generate, LockoutEnabled = true };
            var result = await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().CreateAsync(user, password);
            if (!result.Succeeded)
            {
                foreach (var error in result.Errors)
                    output.Problem(error.Description);
                return ExitCode.Unusable;
            }

            await db.SaveThenAsync(() =>
            {
                db.AuditEntries.Add(new AuditEntry(now, null, null, "account.create", AccountReference.Subject(user.Id), null, string.Join("; ", new[] { role.Name(), home?.Code }.OfType<string>()), "create-user", null, home?.Id, null));
                return Task.CompletedTask;
            }, cancel);
            return await output.ResultAsync(Encoding.UTF8.GetBytes($"Đã thêm tài khoản {user.UserName} ({role.Name()}).{(generate ? $" Mật khẩu: {password}" : "")}\n"), file: null);
        }
        catch (Exception problem) when (BadStart.Explain(problem) is { } sentence)
        {
            output.Problem(sentence);
            return ExitCode.Unusable;
        }
    }
}
