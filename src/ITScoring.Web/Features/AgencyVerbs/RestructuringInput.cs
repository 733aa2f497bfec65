using System.Globalization;
using ITScoring.Domain.Agencies;
using ITScoring.Web.Features.Agencies;
using ITScoring.Web.Input;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ITScoring.Web.Features.AgencyVerbs;

/// <summary>Reads mergers and divisions as they were typed, and says in the model state what cannot be taken.</summary>
internal static class RestructuringInput
{
    /// <returns>Null: something cannot be read.</returns>
    public static MergeOrder? Merge(ModelStateDictionary state, MergeForm form, IReadOnlyList<Block> blocks)
    {
        var on = AgencyInput.Day(state, "on", form.On);
        var basis = Reason(state, "basis", form.Basis, "Ghi căn cứ, ví dụ số và ngày của nghị quyết, quyết định.");
        var rule = Rule(state, form.Rule);
        var why = Reason(state, "ruleReason", form.RuleReason, "Ghi lý do chọn quy tắc cho điểm năm trước.");
        var parts = (form.Parts ?? []).Select(Number).OfType<int>().Distinct().ToList();
        var into = Number(form.Into);
        AgencyDetails? added = null;
        if (string.IsNullOrWhiteSpace(form.Into))
        {
            added = new AgencyDetails(
                AgencyInput.Code(state, "code", form.Code), AgencyInput.Name(state, "name", form.Name, "tên cơ quan mới"), TextInput.Read(state, "shortName", form.ShortName, Data.Lengths.Name),
                AgencyInput.Block(state, "block", form.Block, blocks), null, null);
        }

        var weights = new Dictionary<int, int>();
        if (rule == RestatementRule.WeightedMean)
        {
            foreach (var (of, typed) in (form.WeightOf ?? []).Zip(form.Weight ?? []))
            {
                if (Number(of) is { } id && Number(typed?.Replace(".", "", StringComparison.Ordinal).Trim()) is { } weight)
                    weights[id] = weight;
            }
        }

        return state.IsValid ? new MergeOrder(on, basis, into, added, parts, rule, why, weights, Number(form.Main)) : null;
    }

    /// <returns>Null: something cannot be read.</returns>
    public static DivideOrder? Divide(ModelStateDictionary state, DivideForm form, IReadOnlyList<Block> blocks)
    {
        var on = AgencyInput.Day(state, "on", form.On);
        var basis = Reason(state, "basis", form.Basis, "Ghi căn cứ, ví dụ số và ngày của nghị quyết, quyết định.");
        var rule = Rule(state, form.Rule);
        var why = Reason(state, "ruleReason", form.RuleReason, "Ghi lý do chọn quy tắc cho điểm năm trước.");
        var into = new List<AgencyDetails>();
        for (var i = 0; i < DivideForm.MostParts; i++)
        {
            if (PlainText.Clean(form.At(form.Code, i)) is null && PlainText.Clean(form.At(form.Name, i)) is null)
                continue;
            into.Add(new AgencyDetails(
                AgencyInput.Code(state, $"code{i + 1}", form.At(form.Code, i)), AgencyInput.Name(state, $"name{i + 1}", form.At(form.Name, i)),
                TextInput.Read(state, $"shortName{i + 1}", form.At(form.ShortName, i), Data.Lengths.Name), AgencyInput.Block(state, $"block{i + 1}", form.At(form.Block, i), blocks), null, null));
        }

        return state.IsValid ? new DivideOrder(on, basis, form.Continues == "true", into, rule, why) : null;
    }

    /// <summary>A reason that must be there.</summary>
    public static string Reason(ModelStateDictionary state, string field, string? typed, string ask)
    {
        var reason = TextInput.Read(state, field, typed);
        if (reason is null && (!state.TryGetValue(field, out var entry) || entry.Errors.Count == 0))
            state.AddModelError(field, ask);
        return reason ?? "";
    }

    private static RestatementRule Rule(ModelStateDictionary state, string? typed)
    {
        if (Enum.TryParse<RestatementRule>(typed, out var rule) && Enum.IsDefined(rule))
            return rule;
        state.AddModelError("rule", "Chọn quy tắc cho điểm năm trước, hoặc “Không tính lại”.");
        return RestatementRule.None;
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
