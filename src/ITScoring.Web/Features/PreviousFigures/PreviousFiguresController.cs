using System.Text.Json;
using ITScoring.Data;
using ITScoring.Domain;
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
        if (ModelState.IsValid)
        {
            var outcome = await service.ImportPreviousAsync(found, parsed, PlainText.Clean(source), cancel);
            if (outcome.Ok)
            {
                TempData["Notice"] = $"Đã nhập {parsed.Count} số liệu kỳ trước.";
                return Redirect($"/periods/{found.Code}/previous");
            }

            foreach (var problem in outcome.Problems)
                ModelState.AddModelError(problem.Contains("nguồn", StringComparison.Ordinal) ? "source" : "lines", problem);
            Response.StatusCode = outcome.Refusal == RefusalKind.Input ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        }
        else
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View(await PageAsync(found, source ?? "", lines ?? "", cancel));
    }

    /// <summary>Every bad line is named; the import then takes nothing.</summary>
    private List<(string Agency, string Question, string Json)> Parse(CriteriaSet set, string text)
    {
        var result = new List<(string, string, string)>();
        var rows = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (rows.Length > MaxLines)
            ModelState.AddModelError("lines", $"Có {rows.Length} dòng; mỗi lần nhập nhiều nhất {MaxLines} dòng.");
        foreach (var (row, i) in rows.Take(MaxLines).Select((r, i) => (r, i + 1)))
        {
            var cells = row.Split(';', '\t');
            if (cells.Length != 3)
            {
                ModelState.AddModelError("lines", $"Dòng {i}: cần đúng ba cột mã cơ quan;mã câu hỏi;giá trị, nhưng có {cells.Length} cột.");
                continue;
            }

            var value = cells[2].Trim();
            var question = set.FindQuestion(cells[1].Trim().ToUpperInvariant());
            if (question is { IsNumber: true })
            {
                var number = NumberInput.Parse(value, question.Type == QuestionType.Integer);
                if (number.Problem is not null || number.IsEmpty)
                {
                    ModelState.AddModelError("lines", $"Dòng {i}: {number.Problem ?? "chưa có giá trị."}");
                    continue;
                }

                value = number.Value!;
            }
            else if (question is { Type: QuestionType.YesNo })
            {
                value = VietnameseSearch.Fold(value) switch { "co" or "true" => "true", "khong" or "false" => "false", _ => JsonSerializer.Serialize(value) };
            }
            else
            {
                value = JsonSerializer.Serialize(value);
            }

            result.Add((cells[0].Trim(), cells[1].Trim().ToUpperInvariant(), value));
        }

        return result;
    }

    private async Task<PreviousFiguresPage> PageAsync(Period period, string source, string lines, CancellationToken cancel)
    {
        var set = period.CriteriaSetVersionId is null ? null : await sets.GetAsync(period, cancel);
        var figures = await db.PreviousFigures.AsNoTracking().Where(f => f.PeriodId == period.Id).OrderBy(f => f.AgencyId).ThenBy(f => f.QuestionCode).ToListAsync(cancel);
        return new PreviousFiguresPage(period, source, lines,
            [.. figures.Select(f => (period.FindAgency(f.AgencyId)?.Name ?? "–", f.QuestionCode, set?.FindQuestion(f.QuestionCode) is { } q ? AnswerText.Of(q, f.ValueJson) : f.ValueJson, f.Source))]);
    }
}
