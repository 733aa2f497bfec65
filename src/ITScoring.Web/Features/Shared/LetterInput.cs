using ITScoring.Domain.Periods;
using ITScoring.Web.Input;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ITScoring.Web.Features.Shared;

/// <summary>Reads the optional letter of a step: number, date, abstract.</summary>
public static class LetterInput
{
    /// <returns>Null when nothing was entered, or when something is wrong (then said in the model state).</returns>
    public static DocumentReference? Read(ModelStateDictionary state, string? number, string? date, string? @abstract)
    {
        var name = PlainText.Clean(number);
        var day = DateInput.Parse(date);
        if (day.Problem is not null)
            state.AddModelError("letterDate", day.Problem);
        if (name?.Length > 100)
            state.AddModelError("letterNumber", "Số, ký hiệu dài quá 100 ký tự.");
        if (PlainText.Clean(@abstract)?.Length > 500)
            state.AddModelError("letterAbstract", "Trích yếu dài quá 500 ký tự.");
        if (name is null && (!day.IsEmpty || PlainText.Clean(@abstract) is not null))
            state.AddModelError("letterNumber", "Nhập số, ký hiệu văn bản, hoặc để trống cả ba ô.");
        if (name is not null && day is { IsEmpty: true })
            state.AddModelError("letterDate", "Nhập ngày văn bản.");
        return state.IsValid && name is not null ? new DocumentReference(name, day.Value, PlainText.Clean(@abstract)) : null;
    }
}
