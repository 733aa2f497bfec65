using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Publications.Years;

/// <summary>One agency's share in a restated figure.</summary>
/// <param name="Code">Of the merged agency; its figure may itself be restated.</param>
/// <param name="Weight">Null: all count alike.</param>
public sealed record RestatedPart(string Code, string Name, Points? Score, int? Weight, bool IsMain);
