using System.Globalization;
using ITScoring.Data;
using ITScoring.Domain.Agencies;
using ITScoring.Web.Input;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ITScoring.Web.Features.Agencies;

/// <summary>Reads what people type about agencies, and says in the model state what cannot be taken.</summary>
internal static class AgencyInput
{
    public const int MostOrder = 100_000;

    public static string Code(ModelStateDictionary state, string field, string? typed)
    {
        var code = PlainText.Clean(typed)?.ToUpperInvariant() ?? "";
        if (!Agency.IsCode(code))
            state.AddModelError(field, $"Mã gồm chữ không dấu và chữ số, có thể có dấu - . _ ở giữa, không quá {Agency.MostCodeCharacters} ký tự, ví dụ STC.");
        return code;
    }

    public static string Name(ModelStateDictionary state, string field, string? typed, string what = "tên cơ quan")
    {
        var name = PlainText.Clean(typed)?.Replace('\n', ' ') ?? "";
        if (name.Length is 0 or > Lengths.Name)
            state.AddModelError(field, $"Nhập {what}, không quá {Lengths.Name} ký tự.");
        return name;
    }

    /// <summary>A day that must be there.</summary>
    public static DateOnly Day(ModelStateDictionary state, string field, string? typed)
    {
        var day = DateInput.Parse(typed);
        if (day.Problem is not null || day.IsEmpty)
            state.AddModelError(field, day.Problem ?? "Nhập ngày, ví dụ 01/03/2025.");
        return day.Value;
    }

    /// <summary>A day that may be left out.</summary>
    public static DateOnly? DayOrNone(ModelStateDictionary state, string field, string? typed)
    {
        var day = DateInput.Parse(typed);
        if (day.Problem is not null)
            state.AddModelError(field, day.Problem);
        return day.IsEmpty || day.Problem is not null ? null : day.Value;
    }

    /// <summary>A place in the lists; null: left out.</summary>
    public static int? Order(ModelStateDictionary state, string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var order) && order <= MostOrder)
            return order;
        state.AddModelError(field, $"Thứ tự là số nguyên từ 0 đến {MostOrder}.");
        return null;
    }

    public static int Block(ModelStateDictionary state, string field, string? typed, IReadOnlyList<Block> blocks)
    {
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && blocks.Any(b => b.Id == id))
            return id;
        state.AddModelError(field, "Chọn khối.");
        return 0;
    }

    public static AgencyDetails? Details(ModelStateDictionary state, AgencyForm form, IReadOnlyList<Block> blocks)
    {
        var details = new AgencyDetails(
            Code(state, "code", form.Code), Name(state, "name", form.Name), TextInput.Read(state, "shortName", form.ShortName, Lengths.Name), Block(state, "block", form.Block, blocks),
            Order(state, "order", form.Order), DayOrNone(state, "validFrom", form.ValidFrom));
        return state.IsValid ? details : null;
    }
}
