using ITScoring.Domain.Periods;
using ITScoring.Web.Input;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ITScoring.Web.Features.Shared;

/// <summary>Reads an optional reference to a document: number, date, abstract.</summary>
public static class LetterInput
{
    /// <param name="prefix">Of the names of the fields; empty: <c>number</c>, <c>date</c>, <c>abstract</c>.</param>
    /// <returns>Null when nothing was entered, or when something is wrong (then said in the model state).</returns>
    public static DocumentReference? Read(ModelStateDictionary state, string? number, string? date, string? @abstract, string prefix = "letter")
    {
        string Field(string part) => prefix.Length == 0 ? part : prefix + char.ToUpperInvariant(part[0]) + part[1..];
        var name = PlainText.Clean(number);
        var day = DateInput.Parse(date);
        if (day.Problem is not null)
            state.AddModelError(Field("date"), day.Problem);
        if (name?.Length > 100)
            state.AddModelError(Field("number"), "Số, ký hiệu dài quá 100 ký tự.");
        if (PlainText.Clean(@abstract)?.Length > 500)
            state.AddModelError(Field("abstract"), "Trích yếu dài quá 500 ký tự.");
        if (name is null && (!day.IsEmpty || PlainText.Clean(@abstract) is not null))
            state.AddModelError(Field("number"), "Nhập số, ký hiệu văn bản, hoặc để trống cả ba ô.");
        if (name is not null && day is { IsEmpty: true })
            state.AddModelError(Field("date"), "Nhập ngày văn bản.");
        // Of an upload no binding has looked at the fields: they are neither valid nor invalid, so errors are counted.
        return state.ErrorCount == 0 && name is not null ? new DocumentReference(name, day.Value, PlainText.Clean(@abstract)) : null;
    }
}
