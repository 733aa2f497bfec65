using System.Text;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace ITScoring.Web.Features.CriteriaSets;

/// <summary>Criteria sets and their versions: the list, what stands in each, new ones, and putting one in force.</summary>
[Route("criteria-sets")]
public sealed class CriteriaSetsController(WorkedSets sets, SetQuery query, SetService service) : Controller
{
    private const int MostBytes = 4_000_000;

    [HttpGet("")]
    [RequirePermission(Permission.ReadCriteriaSets)]
    public async Task<IActionResult> CriteriaSets(CancellationToken cancel) => View(await query.ListAsync(cancel));

    [HttpGet("new")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public IActionResult New() => View();

    [HttpPost("new")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public async Task<IActionResult> New(string? code, string? title, CancellationToken cancel)
    {
        var (outcome, set) = await service.BeginAsync(PlainText.Clean(code), TextInput.Read(ModelState, "title", title, Data.Lengths.Name), cancel);
        if (outcome.Ok)
            return Redirect($"/criteria-sets/{set!.Id}");
        this.Refuse(outcome);
        return View();
    }

    [HttpPost("import")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    [RequestSizeLimit(MostBytes)]
    public async Task<IActionResult> Import(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0)
        {
            ModelState.AddModelError("file", "Chọn tệp bộ tiêu chí (JSON).");
            this.Refuse();
            return View("New");
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        var (outcome, set) = await service.ImportAsync(bytes.ToArray(), cancel);
        if (outcome.Ok)
        {
            TempData["Notice"] = $"Đã nhập thành bản nháp {set!.Name}.";
            return Redirect($"/criteria-sets/{set.Id}");
        }

        this.Refuse(outcome);
        return View("New");
    }

    [HttpGet("{id:int}")]
    [RequirePermission(Permission.ReadCriteriaSets)]
    public async Task<IActionResult> CriteriaSet(int id, CancellationToken cancel) => await PageAsync(id, "CriteriaSet", SetTab.Overview, cancel);

    [HttpGet("{id:int}/survey")]
    [RequirePermission(Permission.ReadCriteriaSets)]
    public async Task<IActionResult> Survey(int id, CancellationToken cancel) => await PageAsync(id, "Survey", SetTab.Survey, cancel);

    [HttpGet("{id:int}/criteria")]
    [RequirePermission(Permission.ReadCriteriaSets)]
    public async Task<IActionResult> Criteria(int id, CancellationToken cancel) => await PageAsync(id, "Criteria", SetTab.Criteria, cancel);

    [HttpGet("{id:int}/checks")]
    [RequirePermission(Permission.ReadCriteriaSets)]
    public async Task<IActionResult> Checks(int id, CancellationToken cancel) => await PageAsync(id, "Checks", SetTab.Checks, cancel);

    [HttpGet("{id:int}/examples")]
    [RequirePermission(Permission.ReadCriteriaSets)]
    public async Task<IActionResult> Examples(int id, CancellationToken cancel) => await PageAsync(id, "Examples", SetTab.Examples, cancel);

    [HttpGet("{id:int}/compare")]
    [RequirePermission(Permission.ReadCriteriaSets)]
    public async Task<IActionResult> Compare(int id, int? with, CancellationToken cancel) => await query.CompareAsync(id, with, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("{id:int}/file.json")]
    [RequirePermission(Permission.ReadCriteriaSets)]
    public async Task<IActionResult> Json(int id, CancellationToken cancel) => await sets.FindAsync(id, cancel) is { } set
        ? File(set.IsDraft ? set.Document.Utf8 : Encoding.UTF8.GetBytes(set.Version.Json), "application/json; charset=utf-8", FileName(set, "json"))
        : NotFound();

    [HttpGet("{id:int}/file.xlsx")]
    [RequirePermission(Permission.ReadCriteriaSets)]
    public async Task<IActionResult> Workbook(int id, CancellationToken cancel) => await sets.FindAsync(id, cancel) is { } set
        ? File(CriteriaSetWorkbook.Write(set.IsDraft ? set.Document.Utf8 : Encoding.UTF8.GetBytes(set.Version.Json)), CriteriaSetWorkbook.ContentType, FileName(set, "xlsx"))
        : NotFound();

    [HttpGet("{id:int}/next")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public async Task<IActionResult> Next(int id, CancellationToken cancel) => await PageAsync(id, "Next", SetTab.None, cancel);

    [HttpPost("{id:int}/next")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public async Task<IActionResult> Next(int id, string? reason, CancellationToken cancel)
    {
        if (await sets.FindAsync(id, cancel) is not { } found)
            return NotFound();
        var (outcome, set) = await service.NextAsync(found, TextInput.Read(ModelState, "reason", reason), cancel);
        return outcome.Ok ? Redirect($"/criteria-sets/{set!.Id}") : await RefusedAsync(id, "Next", outcome, cancel);
    }

    [HttpPost("{id:int}/copy")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public async Task<IActionResult> Copy(int id, string? code, CancellationToken cancel)
    {
        if (await sets.FindAsync(id, cancel) is not { } found)
            return NotFound();
        var (outcome, set) = await service.CopyAsync(found, PlainText.Clean(code), cancel);
        return outcome.Ok ? Redirect($"/criteria-sets/{set!.Id}") : await RefusedAsync(id, "Next", outcome, cancel);
    }

    [HttpGet("{id:int}/in-force")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public async Task<IActionResult> InForce(int id, CancellationToken cancel) => await PageAsync(id, "InForce", SetTab.None, cancel);

    [HttpPost("{id:int}/in-force")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public async Task<IActionResult> InForce(int id, string? sha256, CancellationToken cancel)
    {
        if (await sets.FindAsync(id, cancel) is not { } found)
            return NotFound();
        var outcome = await service.PutInForceAsync(found, sha256, cancel);
        if (!outcome.Ok)
            return await RefusedAsync(id, "InForce", outcome, cancel);
        TempData["Notice"] = $"Bộ tiêu chí {found.Version.Name} có hiệu lực từ bây giờ và không sửa được nữa.";
        return Redirect($"/criteria-sets/{id}");
    }

    [HttpGet("{id:int}/delete")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public async Task<IActionResult> Delete(int id, CancellationToken cancel) => await PageAsync(id, "Delete", SetTab.None, cancel);

    [HttpPost("{id:int}/delete")]
    [ActionName("Delete")]
    [RequirePermission(Permission.ManageCriteriaSets)]
    public async Task<IActionResult> DeleteIt(int id, CancellationToken cancel)
    {
        if (await sets.FindAsync(id, cancel) is not { } found)
            return NotFound();
        var outcome = await service.DeleteAsync(id, cancel);
        if (!outcome.Ok)
            return await RefusedAsync(id, "Delete", outcome, cancel);
        TempData["Notice"] = $"Đã xóa bộ tiêu chí {found.Version.Name}.";
        return Redirect("/criteria-sets");
    }

    internal static string FileName(WorkedSet set, string ending) => $"{set.Version.Code}-v{set.Version.Number}.{ending}";

    private async Task<IActionResult> RefusedAsync(int id, string view, Domain.Outcome outcome, CancellationToken cancel)
    {
        this.Refuse(outcome);
        return await PageAsync(id, view, SetTab.None, cancel);
    }

    private async Task<IActionResult> PageAsync(int id, string view, SetTab tab, CancellationToken cancel) => await query.PageAsync(id, tab, cancel) is { } page ? View(view, page) : NotFound();
}
