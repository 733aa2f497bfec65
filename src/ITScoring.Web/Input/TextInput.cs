using ITScoring.Data;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ITScoring.Web.Input;

/// <summary>Reads texts that are stored in columns of limited length.</summary>
public static class TextInput
{
    /// <summary>The text as it will be stored. One that is too long is said at its field.</summary>
    /// <returns>Null for blank text, and for text that is too long.</returns>
    public static string? Read(ModelStateDictionary state, string field, string? typed, int most = Lengths.Text)
    {
        var text = PlainText.Clean(typed);
        if (text is null || text.Length <= most)
            return text;
        state.AddModelError(field, $"Nội dung dài {text.Length} ký tự, quá {most} ký tự. Rút gọn rồi gửi lại.");
        return null;
    }
}
