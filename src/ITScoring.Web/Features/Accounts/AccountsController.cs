using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Agencies;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Accounts;

/// <summary>Accounts, for administrators.</summary>
[Route("accounts")]
[RequirePermission(Permission.ManageAccounts)]
public sealed class AccountsController(AppDbContext db, AccountService service) : Controller
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Accounts(string? search, string? role, int? agency, string? state, int page = 1, CancellationToken cancel = default)
    {
        var agencies = await AgenciesAsync(cancel);
        var names = agencies.ToDictionary(a => a.Id, a => a.Name);
        var all = await db.Users.AsNoTracking().OrderBy(u => u.UserName).ToListAsync(cancel);
        var rows = all.Select(u => (User: u, Agency: u.AgencyId is { } id ? names.GetValueOrDefault(id) : null))
            .Where(r => VietnameseSearch.Matches(search, r.User.UserName, r.User.DisplayName, r.User.JobTitle, r.Agency))
            .Where(r => string.IsNullOrEmpty(role) || r.User.Role.ToString() == role)
            .Where(r => agency is null || r.User.AgencyId == agency)
            .Where(r => state switch { "active" => r.User.SuspendedAt is null, "suspended" => r.User.SuspendedAt is not null, _ => true }).ToList();
        var pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        var current = Math.Clamp(page, 1, pages);
        return View(new AccountsPage([.. rows.Skip((current - 1) * PageSize).Take(PageSize)], rows.Count, current, pages, search, role, agency, state, agencies));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancel) => View("Account", new AccountPage(null, new AccountForm(), await AgenciesAsync(cancel)));

    [HttpPost("new")]
    public async Task<IActionResult> New(AccountForm form, CancellationToken cancel)
    {
        if (PlainText.Clean(form.UserName) is not { Length: <= 64 })
            ModelState.AddModelError("userName", "Nhập tên đăng nhập, không quá 64 ký tự.");
        if (Details(form) is { } details)
        {
            var password = AccountService.NewPassword();
            var outcome = await service.CreateAsync(details, form.UserName!, password, cancel);
            if (outcome.Ok)
            {
                var user = await db.Users.AsNoTracking().SingleAsync(u => u.NormalizedUserName == form.UserName!.Trim().ToUpperInvariant(), cancel);
                return View("Account", new AccountPage(user, FormOf(user), await AgenciesAsync(cancel), password));
            }

            Add(outcome);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Account", new AccountPage(null, form, await AgenciesAsync(cancel)));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Account(int id, CancellationToken cancel) =>
        await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancel) is { } user ? View(new AccountPage(user, FormOf(user), await AgenciesAsync(cancel))) : NotFound();

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Change(int id, AccountForm form, CancellationToken cancel)
    {
        if (await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancel) is not { } user)
            return NotFound();
        if (Details(form) is { } details)
        {
            var outcome = await service.ChangeAsync(user, details, cancel);
            if (outcome.Ok)
            {
                TempData["Notice"] = $"Đã lưu tài khoản {user.UserName}.";
                return Redirect("/accounts");
            }

            Add(outcome);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        form.UserName = user.UserName;
        return View("Account", new AccountPage(user, form, await AgenciesAsync(cancel)));
    }

    [HttpPost("{id:int}/suspend")]
    public Task<IActionResult> Suspend(int id, CancellationToken cancel) => ActAsync(id, u => service.SuspendAsync(u, cancel), "Đã ngừng tài khoản {0}. Các phiên đang mở kết thúc trong một phút.", cancel);

    [HttpPost("{id:int}/reactivate")]
    public Task<IActionResult> Reactivate(int id, CancellationToken cancel) => ActAsync(id, u => service.ReactivateAsync(u, cancel), "Tài khoản {0} dùng lại được.", cancel);

    [HttpPost("{id:int}/reset")]
    public async Task<IActionResult> Reset(int id, CancellationToken cancel)
    {
        if (await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancel) is not { } user)
            return NotFound();
        var (outcome, password) = await service.ResetAsync(user, cancel);
        Add(outcome);
        Response.Headers.CacheControl = "no-store";
        return View("Account", new AccountPage(user, FormOf(user), await AgenciesAsync(cancel), password));
    }

    private async Task<IActionResult> ActAsync(int id, Func<AppUser, Task<Outcome>> act, string done, CancellationToken cancel)
    {
        if (await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancel) is not { } user)
            return NotFound();
        var outcome = await act(user);
        if (outcome.Ok)
        {
            TempData["Notice"] = string.Format(System.Globalization.CultureInfo.InvariantCulture, done, user.UserName);
            return Redirect($"/accounts/{user.Id}");
        }

        Add(outcome);
        Response.StatusCode = outcome.Refusal == RefusalKind.Input ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return View("Account", new AccountPage(user, FormOf(user), await AgenciesAsync(cancel)));
    }

    private void Add(Outcome outcome)
    {
        foreach (var problem in outcome.Problems)
        {
            ModelState.AddModelError(
                problem.StartsWith("Tên đăng nhập", StringComparison.Ordinal) ? "userName"
                : problem.Contains("cơ quan", StringComparison.Ordinal) ? "agency"
                : problem.Contains("ký thay", StringComparison.Ordinal) ? "actingFrom"
                : problem.Contains("thư điện tử", StringComparison.Ordinal) ? "email" : "",
                problem);
        }
    }

    private AccountDetails? Details(AccountForm form)
    {
        if (PlainText.Clean(form.DisplayName) is not { Length: <= 200 })
            ModelState.AddModelError("displayName", "Nhập họ và tên, không quá 200 ký tự.");
        if (PlainText.Clean(form.JobTitle)?.Length > 200)
            ModelState.AddModelError("jobTitle", "Chức vụ không quá 200 ký tự.");
        if (PlainText.Clean(form.Email) is { } email && (email.Length > 200 || !email.Contains('@')))
            ModelState.AddModelError("email", "Địa chỉ thư điện tử không đúng, ví dụ ten@coquan.gov.vn.");
        if (!Enum.TryParse<Role>(form.Role, out var role) || !Enum.IsDefined(role))
            ModelState.AddModelError("role", "Chọn vai trò.");
        var (from, until) = (DateInput.Parse(form.ActingFrom), DateInput.Parse(form.ActingUntil));
        if (from.Problem is not null)
            ModelState.AddModelError("actingFrom", from.Problem);
        if (until.Problem is not null)
            ModelState.AddModelError("actingUntil", until.Problem);
        return !ModelState.IsValid ? null : new AccountDetails(
            PlainText.Clean(form.DisplayName)!, PlainText.Clean(form.JobTitle), PlainText.Clean(form.Email), role, form.Agency,
            from.IsEmpty ? null : VietnamTime.StartOf(from.Value), until.IsEmpty ? null : VietnamTime.StartOf(until.Value.AddDays(1)).AddSeconds(-1));
    }

    private static AccountForm FormOf(AppUser user) => new()
    {
        UserName = user.UserName,
        DisplayName = user.DisplayName,
        JobTitle = user.JobTitle,
        Email = user.Email,
        Role = user.Role.ToString(),
        Agency = user.AgencyId,
        ActingFrom = user.ActingFrom is { } f ? VietnamTime.Day(f) : "",
        ActingUntil = user.ActingUntil is { } t ? VietnamTime.Day(t) : "",
    };

    private Task<List<Agency>> AgenciesAsync(CancellationToken cancel) => db.Agencies.AsNoTracking().OrderBy(a => a.BlockId).ThenBy(a => a.Order).ToListAsync(cancel);
}
