using System.Globalization;
using ITScoring.Data;
using ITScoring.Domain.Agencies;
using ITScoring.Web.Features.Agencies;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Blocks;

/// <summary>Blocks: the agencies that are ranked together.</summary>
[Route("agencies/blocks")]
[RequirePermission(Permission.ManageAgencies)]
public sealed class BlocksController(AppDbContext db, AuditLog audit, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Blocks(CancellationToken cancel)
    {
        var today = clock.Today();
        var agencies = (await db.Agencies.AsNoTracking().ToListAsync(cancel)).ToLookup(a => a.BlockId);
        var blocks = await db.Blocks.AsNoTracking().OrderBy(b => b.Order).ThenBy(b => b.Code).ToListAsync(cancel);
        return View(blocks.Select(b => new BlockRow(b, agencies[b.Id].Count(a => a.ValidTo is null || a.ValidTo >= today), agencies[b.Id].Count())).ToList());
    }

    [HttpGet("new")]
    public IActionResult New() => View("Block", new BlockPage(null, new BlockForm()));

    [HttpPost("new")]
    public async Task<IActionResult> New(BlockForm form, CancellationToken cancel)
    {
        var code = AgencyInput.Code(ModelState, "code", form.Code);
        var (name, order, from, to) = Read(form);
        if (ModelState.IsValid && await db.Blocks.AnyAsync(b => b.Code.ToUpper() == code, cancel))
            ModelState.AddModelError("code", $"Mã {code} đã dùng cho khối khác. Chọn mã khác.");
        if (!ModelState.IsValid)
        {
            this.Refuse();
            return View("Block", new BlockPage(null, form));
        }

        var block = new Block(code, name, order ?? (await db.Blocks.MaxAsync(b => (int?)b.Order, cancel) ?? 0) + 1);
        var outcome = block.Change(name, block.Order, from, to, []);
        if (!outcome.Ok)
        {
            this.Refuse(outcome);
            return View("Block", new BlockPage(null, form));
        }

        db.Blocks.Add(block);
        audit.Record("block.create", code, null, Describe(block));
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = $"Đã thêm khối {name}.";
        return Redirect("/agencies/blocks");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Block(int id, CancellationToken cancel) => await db.Blocks.FirstOrDefaultAsync(b => b.Id == id, cancel) is { } block
        ? View(new BlockPage(block, new BlockForm
        {
            Code = block.Code,
            Name = block.Name,
            Order = block.Order.ToString(CultureInfo.InvariantCulture),
            ValidFrom = block.ValidFrom is { } from ? VietnamTime.Day(from) : "",
            ValidTo = block.ValidTo is { } to ? VietnamTime.Day(to) : "",
        }))
        : NotFound();

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Change(int id, BlockForm form, CancellationToken cancel)
    {
        if (await db.Blocks.FirstOrDefaultAsync(b => b.Id == id, cancel) is not { } block)
            return NotFound();
        var (name, order, from, to) = Read(form);
        var (before, former) = (Describe(block), block.Name);
        var outcome = ModelState.IsValid ? block.Change(name, order ?? block.Order, from, to, await db.Agencies.AsNoTracking().Where(a => a.BlockId == id).OrderBy(a => a.Order).ToListAsync(cancel)) : null;
        if (outcome is not { Ok: true })
        {
            this.Refuse(outcome);
            form.Code = block.Code;
            return View("Block", new BlockPage(block, form));
        }

        if (form.Confirmed != "true" && former != name)
        {
            db.ChangeTracker.Clear();
            return View("AgencyConfirm", new AgencyConfirmPage(
                $"Đổi tên khối {former}", "", $"/agencies/blocks/{id}", "Đổi tên khối", false,
                [$"Khối “{former}” mang tên “{name}” từ bây giờ, ở mọi danh sách chọn và kỳ đánh giá lập sau này.", $"Các kỳ đã lập và kết quả đã công bố giữ tên “{former}”."],
                $"/agencies/blocks/{id}", "Không đổi", AgencyConfirmPage.FieldsOf(Request.Form)));
        }

        if (Describe(block) != before)
        {
            audit.Record("block.change", block.Code, before, Describe(block));
            await db.SaveChangesAsync(cancel);
        }

        TempData["Notice"] = $"Đã lưu khối {name}.";
        return Redirect("/agencies/blocks");
    }

    private (string Name, int? Order, DateOnly? From, DateOnly? To) Read(BlockForm form) => (
        AgencyInput.Name(ModelState, "name", form.Name, "tên khối"), AgencyInput.Order(ModelState, "order", form.Order),
        AgencyInput.DayOrNone(ModelState, "validFrom", form.ValidFrom), AgencyInput.DayOrNone(ModelState, "validTo", form.ValidTo));

    private static string Describe(Block block) => string.Join("; ", new[]
    {
        block.Name, $"thứ tự {block.Order}", block.ValidFrom is { } from ? $"từ {VietnamTime.Day(from)}" : null, block.ValidTo is { } to ? $"đến hết {VietnamTime.Day(to)}" : null,
    }.OfType<string>());
}
