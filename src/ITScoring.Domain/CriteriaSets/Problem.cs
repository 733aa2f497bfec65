namespace ITScoring.Domain.CriteriaSets;

/// <summary>One thing wrong with a file, in words for the person who must mend it.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) to the value at fault; empty for the whole file.</param>
/// <param name="Item">Code of the item at fault: of an option or column its question's, of the whole file the set's; empty when it has none.</param>
/// <param name="Message">Vietnamese: what is wrong and how to mend it.</param>
/// <param name="At">Place of the character at fault in the value's text, from 0; null: the whole value, or not an expression.</param>
/// <param name="Missing">The key that is missing in the object at the pointer; null: something there is wrong.</param>
public sealed record Problem(string Pointer, string Item, string Message, int? At = null, string? Missing = null)
{
    /// <summary>One line: pointer, code, message; the form in which the commands list problems.</summary>
    public override string ToString() =>
        string.Join(": ", new[] { Pointer.Length == 0 ? "/" : Pointer, Item, Message }.Where(part => part.Length > 0));
}
