using ITScoring.Domain.Submissions;

namespace ITScoring.Web.Features.Sections;

/// <summary>What stood at a question in the last period, beside its field.</summary>
/// <param name="Value">As people read it: verified, or final after an explanation.</param>
/// <param name="Note">The agency's note of that time; null: none, or the figure was imported.</param>
/// <param name="Evidence">Documents of that time; empty when the figure was imported.</param>
/// <param name="IsTakenOver">The form's value was taken over from here.</param>
/// <param name="CanTakeOver">Whoever looks may answer the question now.</param>
/// <param name="AsksBack">Codes of the warnings that compare with it and stand now.</param>
public sealed record LastYear(
    string QuestionCode, string FieldId, string Value, string? Note, IReadOnlyList<Evidence> Evidence, bool IsTakenOver, bool CanTakeOver, IReadOnlyList<string> AsksBack);
