using ITScoring.Web.Features.Agencies;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.AgencyVerbs;

/// <summary>Renaming, ending, merging and dividing agencies: each is shown with all that follows from it, and asked about once.</summary>
[Route("agencies")]
[RequirePermission(Permission.ManageAgencies)]
public sealed class AgencyVerbsController(AgenciesQuery query, AgencyService service) : Controller
{
    [HttpGet("{id:int}/rename")]
    public async Task<IActionResult> Rename(int id, CancellationToken cancel) => await query.FindAsync(id, cancel) is { } agency
        ? View(new RenamePage(agency, new RenameForm { Name = agency.Names[^1].Name, ShortName = agency.Names[^1].ShortName }))
        : NotFound();

    [HttpPost("{id:int}/rename")]
    public async Task<IActionResult> Rename(int id, RenameForm form, CancellationToken cancel)
    {
        if (await query.FindAsync(id, cancel) is not { } agency)
            return NotFound();
        var title = $"Đổi tên {agency.Name}";
        var (from, name) = (AgencyInput.Day(ModelState, "from", form.From), AgencyInput.Name(ModelState, "name", form.Name));
        var shortName = TextInput.Read(ModelState, "shortName", form.ShortName, Data.Lengths.Name);
        var basis = RestructuringInput.Reason(ModelState, "basis", form.Basis, "Ghi căn cứ đổi tên, ví dụ số và ngày của quyết định.");
        var change = ModelState.IsValid ? await service.RenameAsync(agency, from, name, shortName, basis, form.Confirmed == "true", cancel) : null;
        return await AnswerAsync(change, form.Confirmed, $"Đã ghi việc đổi tên thành {name}, từ ngày {VietnamTime.Day(from)}.", new(title, basis, $"/agencies/{id}/rename", "Đổi tên", false, [], $"/agencies/{id}", "Không đổi tên", []),
            async () => View("Rename", new RenamePage((await query.FindAsync(id, cancel))!, form)));
    }

    [HttpGet("{id:int}/end")]
    public async Task<IActionResult> End(int id, CancellationToken cancel) => await query.FindAsync(id, cancel) is { } agency ? View(new EndPage(agency, new EndForm())) : NotFound();

    [HttpPost("{id:int}/end")]
    public async Task<IActionResult> End(int id, EndForm form, CancellationToken cancel)
    {
        if (await query.FindAsync(id, cancel) is not { } agency)
            return NotFound();
        var last = AgencyInput.Day(ModelState, "lastDay", form.LastDay);
        var basis = RestructuringInput.Reason(ModelState, "basis", form.Basis, "Ghi căn cứ, ví dụ số và ngày của quyết định.");
        var change = ModelState.IsValid ? await service.EndAsync(agency, last, basis, form.Confirmed == "true", cancel) : null;
        return await AnswerAsync(change, form.Confirmed, $"{agency.Name} kết thúc hoạt động sau ngày {VietnamTime.Day(last)}.",
            new($"Kết thúc hoạt động {agency.Name}", basis, $"/agencies/{id}/end", "Kết thúc hoạt động", true, [], $"/agencies/{id}", "Không thực hiện", []),
            async () => View("End", new EndPage((await query.FindAsync(id, cancel))!, form)));
    }

    /// <summary>Acts that need nothing but the confirmation.</summary>
    [HttpGet("{id:int}/{verb:regex(^(withdraw-renaming|resume)$)}")]
    public async Task<IActionResult> Ask(int id, string verb, CancellationToken cancel) => await ActAsync(id, verb, null, cancel);

    [HttpPost("{id:int}/{verb:regex(^(withdraw-renaming|resume)$)}")]
    public async Task<IActionResult> Act(int id, string verb, string? confirmed, CancellationToken cancel) => await ActAsync(id, verb, confirmed, cancel);

    [HttpGet("merge")]
    public async Task<IActionResult> Merge(int? part, CancellationToken cancel) =>
        View(new MergePage(new MergeForm { Parts = part is { } id ? [$"{id}"] : [] }, await query.StandingAsync(cancel), await query.BlocksAsync(cancel)));

    [HttpPost("merge")]
    public async Task<IActionResult> Merge(MergeForm form, CancellationToken cancel)
    {
        var order = RestructuringInput.Merge(ModelState, form, await query.BlocksAsync(cancel));
        var change = order is null ? null : await service.MergeAsync(order, form.Confirmed == "true", cancel);
        return await AnswerAsync(change, form.Confirmed, "Đã ghi việc hợp nhất cơ quan.", new("Hợp nhất cơ quan", order?.Basis ?? "", "/agencies/merge", "Hợp nhất", true, [], "/agencies/merge", "Không hợp nhất", []),
            async () => View("Merge", new MergePage(form, await query.StandingAsync(cancel), await query.BlocksAsync(cancel))));
    }

    [HttpGet("{id:int}/divide")]
    public async Task<IActionResult> Divide(int id, CancellationToken cancel) =>
        await query.FindAsync(id, cancel) is { } agency ? View(new DividePage(agency, new DivideForm(), await query.BlocksAsync(cancel))) : NotFound();

    [HttpPost("{id:int}/divide")]
    public async Task<IActionResult> Divide(int id, DivideForm form, CancellationToken cancel)
    {
        if (await query.FindAsync(id, cancel) is not { } agency)
            return NotFound();
        var order = RestructuringInput.Divide(ModelState, form, await query.BlocksAsync(cancel));
        var change = order is null ? null : await service.DivideAsync(agency, order, form.Confirmed == "true", cancel);
        return await AnswerAsync(change, form.Confirmed, $"Đã ghi việc chia tách {agency.Name}.",
            new($"Chia tách {agency.Name}", order?.Basis ?? "", $"/agencies/{id}/divide", "Chia tách", true, [], $"/agencies/{id}", "Không chia tách", []),
            async () => View("Divide", new DividePage((await query.FindAsync(id, cancel))!, form, await query.BlocksAsync(cancel))));
    }

    private async Task<IActionResult> ActAsync(int id, string verb, string? confirmed, CancellationToken cancel)
    {
        if (await query.FindAsync(id, cancel) is not { } agency)
            return NotFound();
        var (isRenaming, name) = (verb == "withdraw-renaming", agency.Name);
        var change = isRenaming ? await service.WithdrawRenamingAsync(agency, confirmed == "true", cancel) : await service.ResumeAsync(agency, confirmed == "true", cancel);
        var ask = new AgencyConfirmPage(isRenaming ? $"Rút việc đổi tên {name}" : $"Bỏ ngày kết thúc của {name}", "", $"/agencies/{id}/{verb}", isRenaming ? "Rút việc đổi tên" : "Bỏ ngày kết thúc", false, [], $"/agencies/{id}", "Không thực hiện", []);
        return await AnswerAsync(change, confirmed, isRenaming ? $"Cơ quan giữ tên {name}." : $"{name} không còn ngày kết thúc.", ask, () => Task.FromResult<IActionResult>(View("AgencyConfirm", ask)));
    }

    /// <summary>The question when it was not yet confirmed, the agency's page when it is done, else the form with what is wrong.</summary>
    private async Task<IActionResult> AnswerAsync(AgencyChange? change, string? confirmed, string done, AgencyConfirmPage ask, Func<Task<IActionResult>> again)
    {
        if (change is not { Outcome.Ok: true })
        {
            this.Refuse(change?.Outcome);
            return await again();
        }

        if (confirmed != "true")
            return View("AgencyConfirm", ask with { Consequences = change.Consequences, Fields = Request.HasFormContentType ? AgencyConfirmPage.FieldsOf(Request.Form) : [] });
        TempData["Notice"] = done;
        return Redirect($"/agencies/{change.Agency}");
    }
}
