namespace ITScoring.Web.Features.PeriodVerbs;

/// <summary>A message that an act sends, as its readers will see it.</summary>
/// <param name="Readers">To whom and to how many, in words.</param>
/// <param name="Lines">The paragraphs of the text.</param>
public sealed record VerbMessage(string Readers, string Title, IReadOnlyList<string> Lines);
