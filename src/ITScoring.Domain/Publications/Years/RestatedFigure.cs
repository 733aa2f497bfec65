using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Publications.Years;

/// <summary>The ranking score of an earlier year, reckoned for an agency that did not exist then as it is now. It was never awarded: every page says so.</summary>
/// <param name="By">The rule.</param>
/// <param name="Score">Rounded once; null: it cannot be reckoned, since <paramref name="Missing"/> have no score.</param>
/// <param name="From">The agencies of that year that it was reckoned from, with their weights.</param>
/// <param name="Missing">Names of agencies of that year whose score is needed and missing.</param>
public sealed record RestatedFigure(Restatement By, Points? Score, IReadOnlyList<RestatedPart> From, IReadOnlyList<string> Missing);
