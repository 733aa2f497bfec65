using ITScoring.Data.Identity;
using ITScoring.Domain;
using ITScoring.Domain.Accounts;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.Accounts;

/// <summary>Accounts, for administrators.</summary>
[Route("accounts")]
[RequirePermission(Permission.ManageAccounts)]
public sealed class AccountsController(AccountsQuery query, AccountService service, TimeProvider clock) : Controller
{
    private const int MostNameCharacters = 200;

    [HttpGet("")]
    public async Task<IActionResult> Accounts(AccountsFilter filter, int page = 1, CancellationToken cancel = default) => View(await query.PageAsync(filter, page, cancel));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancel) => View("Account", new AccountPage(null, new AccountForm(), await query.AgenciesAsync(cancel)));

    [HttpPost("new")]
    public async Task<IActionResult> New(AccountForm form, CancellationToken cancel)
    {
        if (PlainText.Clean(form.UserName) is not { Length: <= AccountService.MostUserNameCharacters })
            ModelState.AddModelError("userName", $"Nhập tên đăng nhập, không quá {AccountService.MostUserNameCharacters} ký tự.");
        if (Details(form) is { } details)
        {
            var (outcome, user, password) = await service.CreateAsync(details, PlainText.Clean(form.UserName)!, cancel);
            if (outcome.Ok)
                return View("Given", new GivenPassword(user!, password!, true, await service.DoubledAsync(user!, cancel)));
            this.Refuse(outcome);
        }
        else
        {
            this.Refuse();
        }

        return View("Account", new AccountPage(null, form, await query.AgenciesAsync(cancel)));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Account(int id, CancellationToken cancel) =>
        await query.FindAsync(id, cancel) is { } user ? await ShowAsync(user, AccountForm.Of(user), cancel) : NotFound();

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Change(int id, AccountForm form, CancellationToken cancel)
    {
        if (await query.FindAsync(id, cancel) is not { } user)
            return NotFound();
        if (Details(form) is { } details)
        {
            var outcome = await service.ChangeAsync(user, details, cancel);
            if (outcome.Ok)
            {
                var doubled = await service.DoubledAsync(user, cancel);
                TempData["Notice"] = $"Đã lưu tài khoản {user.UserName}.{(doubled.Count == 0 ? "" : $" Lưu ý: cùng cơ quan đã có tài khoản cùng tên người ({string.Join(", ", doubled)}); kiểm tra có phải một người không.")}";
                return Redirect("/accounts");
            }

            this.Refuse(outcome);
        }
        else
        {
            this.Refuse();
        }

        return await ShowAsync(user, form, cancel);
    }

    [HttpGet("{id:int}/{verb:regex(^(suspend|reactivate|reset|dropsecondfactor|anonymise)$)}")]
    public async Task<IActionResult> Ask(int id, AccountVerb verb, CancellationToken cancel) =>
        await query.FindAsync(id, cancel) is { } user ? View("Confirm", AccountVerbPage.Of(user, verb)) : NotFound();

    [HttpPost("{id:int}/suspend")]
    public Task<IActionResult> Suspend(int id, CancellationToken cancel) =>
        ActAsync(id, AccountVerb.Suspend, service.SuspendAsync, "Đã ngừng tài khoản {0}. Các phiên đang mở kết thúc trong một phút.", cancel);

    [HttpPost("{id:int}/reactivate")]
    public Task<IActionResult> Reactivate(int id, CancellationToken cancel) =>
        ActAsync(id, AccountVerb.Reactivate, service.ReactivateAsync, "Tài khoản {0} dùng lại được.", cancel);

    [HttpPost("{id:int}/dropsecondfactor")]
    public Task<IActionResult> DropSecondFactor(int id, CancellationToken cancel) =>
        ActAsync(id, AccountVerb.DropSecondFactor, service.DropSecondFactorAsync, "Tài khoản {0} không còn xác thực hai lớp.", cancel);

    [HttpPost("{id:int}/anonymise")]
    public Task<IActionResult> Anonymise(int id, CancellationToken cancel) =>
        ActAsync(id, AccountVerb.Anonymise, service.AnonymiseAsync, "Đã ẩn danh tài khoản; tên đăng nhập nay là {0}.", cancel);

    [HttpPost("{id:int}/reset")]
    public async Task<IActionResult> Reset(int id, CancellationToken cancel)
    {
        if (await query.FindAsync(id, cancel) is not { } user)
            return NotFound();
        var (outcome, password) = await service.ResetAsync(user, cancel);
        return outcome.Ok ? Given(user, password!, isNew: false) : Refused(user, AccountVerb.Reset, outcome);
    }

    private async Task<IActionResult> ActAsync(int id, AccountVerb verb, Func<AppUser, CancellationToken, Task<Outcome>> act, string done, CancellationToken cancel)
    {
        if (await query.FindAsync(id, cancel) is not { } user)
            return NotFound();
        var outcome = await act(user, cancel);
        if (!outcome.Ok)
            return Refused(user, verb, outcome);
        TempData["Notice"] = string.Format(VietnamTime.Culture, done, user.UserName);
        return Redirect($"/accounts/{user.Id}");
    }

    /// <summary>Answers the post itself: a password that is shown once must not wait anywhere for a redirect. No page with a form is kept in a cache.</summary>
    private ViewResult Given(AppUser user, string password, bool isNew) => View("Given", new GivenPassword(user, password, isNew));

    private ViewResult Refused(AppUser user, AccountVerb verb, Outcome outcome)
    {
        this.Refuse(outcome);
        return View("Confirm", AccountVerbPage.Of(user, verb));
    }

    private async Task<IActionResult> ShowAsync(AppUser user, AccountForm form, CancellationToken cancel)
    {
        form.UserName = user.UserName;
        var lockedUntil = user.LockoutEnd is { } end && end > clock.GetUtcNow() ? end.UtcDateTime : (DateTime?)null;
        return View("Account", new AccountPage(user, form, await query.AgenciesAsync(cancel), lockedUntil));
    }

    private AccountDetails? Details(AccountForm form)
    {
        if (PlainText.Clean(form.DisplayName) is not { Length: <= MostNameCharacters })
            ModelState.AddModelError("displayName", $"Nhập họ và tên, không quá {MostNameCharacters} ký tự.");
        if (PlainText.Clean(form.JobTitle)?.Length > MostNameCharacters)
            ModelState.AddModelError("jobTitle", $"Chức vụ không quá {MostNameCharacters} ký tự.");
        if (PlainText.Clean(form.Email) is { } email && (email.Length > MostNameCharacters || !System.Net.Mail.MailAddress.TryCreate(email, out _)))
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
}
