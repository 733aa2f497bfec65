namespace ITScoring.Web.Reports.Documents;

/// <summary>An official document, free of how it is written down: the same words become a PDF and a Word file.</summary>
/// <param name="Title">For lists and windows; the sheet says it in its own words.</param>
/// <param name="Notice">Stands on every page; null: nothing to say.</param>
/// <param name="Parts">The first one begins below the head; every other begins a page.</param>
public sealed record OfficialDocument(string Title, string? Notice, DocumentHead Head, IReadOnlyList<DocumentPart> Parts);
