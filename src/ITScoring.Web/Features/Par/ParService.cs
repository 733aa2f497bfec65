using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Input;
using ITScoring.Web.Security;

namespace ITScoring.Web.Features.Par;

/// <summary>Sets the rule of criterion 7.1.3.</summary>
public sealed class ParService(AppDbContext db, CurrentUser user, AuditLog audit)
{
    /// <param name="table">With its period tracked.</param>
    public async Task<Outcome> SetAsync(ParTable table, ParForm form, CancellationToken cancel = default)
    {
        var problems = new List<OutcomeProblem>();
        var method = Enum.TryParse<ParMethod>(form.Method, out var chosen) && Enum.IsDefined(chosen) ? chosen : (ParMethod?)null;
        if (method is null)
            problems.Add(new("Chọn cách tính.", "method"));
        var max = Read("max", form.Max, "Nhập điểm tối đa M của tiêu chí 7.1.3.", problems);
        if (max is { } m && m.ToPoints().ToRational() != m)
            problems.Add(new("Điểm tối đa M có nhiều nhất hai chữ số thập phân.", "max"));
        List<ParStep> steps = [];
        var classes = table.Record.CriteriaSet.Classes.Select(c => c.Name).ToList();
        if (method == ParMethod.ByClass)
        {
            for (var i = 0; i < classes.Count; i++)
            {
                if (Read($"classShare-{i}", form.ClassShare.ElementAtOrDefault(i), $"Nhập tỷ lệ hưởng của loại {classes[i]}.", problems) is { } share)
                    steps.Add(new ParStep(classes[i], null, share));
            }
        }

        if (method == ParMethod.ByBands)
        {
            for (var i = 0; i < ParForm.Bands; i++)
            {
                var (from, share) = (form.BandFrom.ElementAtOrDefault(i), form.BandShare.ElementAtOrDefault(i));
                if (string.IsNullOrWhiteSpace(from) && string.IsNullOrWhiteSpace(share))
                    continue;
                if (Read($"bandFrom-{i}", from, $"Nhập mức bắt đầu của khoảng {i + 1}.", problems) is { } begin && Read($"bandShare-{i}", share, $"Nhập tỷ lệ hưởng của khoảng {i + 1}.", problems) is { } part)
                    steps.Add(new ParStep(null, begin, part));
            }
        }

        if (problems.Count > 0)
            return Outcome.Input(problems);
        var before = table.Period.ParRuleJson;
        var outcome = table.Period.SetParRule(user.Actor, new ParRule(method!.Value, max!.Value.ToPoints(), steps), classes);
        if (outcome.Ok && before != table.Period.ParRuleJson)
        {
            audit.Record("period.par-rule", table.Period.Code, before, table.Period.ParRuleJson, null, table.Period.Id);
            await db.SaveChangesAsync(cancel);
        }

        return outcome;
    }

    private static Rational? Read(string at, string? typed, string missing, List<OutcomeProblem> problems)
    {
        var number = NumberInput.Parse(typed?.Trim().TrimEnd('%'), whole: false);
        if (number.Problem is { } problem)
            problems.Add(new(problem, at));
        else if (number.IsEmpty)
            problems.Add(new(missing, at));
        else
            return Rational.Parse(number.Value!);
        return null;
    }
}
