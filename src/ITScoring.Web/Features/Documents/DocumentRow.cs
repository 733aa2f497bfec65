namespace ITScoring.Web.Features.Documents;

/// <summary>A document of the list.</summary>
/// <param name="Holds">What it holds, in a sentence.</param>
/// <param name="For">Who gets it.</param>
/// <param name="Path">Address without the ending; null: it is not there yet.</param>
/// <param name="Formats">Endings: pdf, docx, xlsx.</param>
/// <param name="Prepared">A document that a job writes: how far each format is, by file name; null: it is written when it is fetched.</param>
/// <param name="Missing">Why it is not there yet; null: it is.</param>
public sealed record DocumentRow(string Name, string Holds, string For, string? Path, IReadOnlyList<string> Formats, string? Missing = null, IReadOnlyDictionary<string, PreparedRow>? Prepared = null);
