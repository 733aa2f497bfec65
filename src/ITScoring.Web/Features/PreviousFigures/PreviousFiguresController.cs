using System.Text.Json;
using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.PreviousFigures;

/// <summary>Earlier figures, imported with their source: one line <c>agency;question;value</c> each.</summary>
[Route("periods/{period}/previous")]
[RequirePermission(Permission.ManagePeriods)]
public sealed class PreviousFiguresController(AppDbContext db, PeriodService service, CriteriaSetCache sets) : Controller
{
    private const int MaxLines = 5000;

    [HttpGet("")]
    public async Task<IActionResult> Previous(string period, CancellationToken cancel) =>
        await service.FindAsync(period, cancel) is { } found ? View(await PageAsync(found, "", "", cancel)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Previous(string period, string? source, string? lines, CancellationToken cancel)
    {
        if (await service.FindAsync(period, cancel) is not { } found)
            return NotFound();
        var parsed = found.CriteriaSetVersionId is null ? [] : Parse(await sets.GetAsync(found, cancel), lines ?? "");
        var origin = TextInput.Read(ModelState, "source", source, Lengths.Name);
        if (ModelState.IsValid)
        {
            var outcome = await service.ImportPreviousAsync(found, parsed, origin, cancel);
            if (outcome.Ok)
            {
                TempData["Notice"] = $"Đã nhập {parsed.Count} số liệu kỳ trước.";
                return Redirect($"/periods/{found.Code}/previous");
            }

            this.Refuse(outcome);
        }
        else
        {
            this.Refuse();
        }

        return View(await PageAsync(found, source ?? "", lines ?? "", cancel));
    }

    /// <summary>Blank lines are passed over, but counted as they stand on the screen.</summary>
    private List<PreviousLine> Parse(CriteriaSet set, string text)
    {
        var rows = text.Split('\n').Select((row, i) => (Text: row.Trim(), Number: i + 1)).Where(row => row.Text.Length > 0).ToList();
        if (rows.Count > MaxLines)
            ModelState.AddModelError("lines", $"Có {rows.Count} dòng; mỗi lần nhập nhiều nhất {MaxLines} dòng.");
        return [.. rows.Take(MaxLines).Select(row => Line(set, row.Number, row.Text.Split(';', '\t')))];
    }

    private static PreviousLine Line(CriteriaSet set, int number, string[] cells)
    {
        if (cells.Length != 3)
            return new PreviousLine(number, "", "", null, $"cần đúng ba cột mã cơ quan;mã câu hỏi;giá trị, nhưng có {cells.Length} cột.");
        var (agency, code, value) = (cells[0].Trim(), cells[1].Trim().ToUpperInvariant(), cells[2].Trim());
        switch (set.FindQuestion(code))
        {
            case { IsNumber: true } question:
                var read = NumberInput.Parse(value, question.Type == QuestionType.Integer);
                return read.Problem is not null || read.IsEmpty
                    ? new PreviousLine(number, agency, code, null, read.Problem ?? "chưa có giá trị.")
                    : new PreviousLine(number, agency, code, read.Value!);
            case { Type: QuestionType.YesNo }:
                return new PreviousLine(number, agency, code, VietnameseSearch.Fold(value) switch { "co" or "true" => "true", "khong" or "false" => "false", _ => JsonSerializer.Serialize(value) });
            default:
                return new PreviousLine(number, agency, code, JsonSerializer.Serialize(value));
        }
    }

    private async Task<PreviousFiguresPage> PageAsync(Period period, string source, string lines, CancellationToken cancel)
    {
        var set = period.CriteriaSetVersionId is null ? null : await sets.GetAsync(period, cancel);
        var figures = await db.PreviousFigures.AsNoTracking().Where(f => f.PeriodId == period.Id).OrderBy(f => f.AgencyId).ThenBy(f => f.QuestionCode).ToListAsync(cancel);
        return new PreviousFiguresPage(period, source, lines,
            [.. figures.Select(f => (period.FindAgency(f.AgencyId)?.Name ?? "–", f.QuestionCode, set?.FindQuestion(f.QuestionCode) is { } q ? AnswerText.Of(q, f.ValueJson) : f.ValueJson, f.Source))]);
    }
}
