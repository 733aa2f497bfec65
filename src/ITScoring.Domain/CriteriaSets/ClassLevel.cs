using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>A class (xếp loại) and the share of the full mark from which on it is given.</summary>
/// <param name="From">Least share of the full mark, 0 or more; the limit itself belongs to the class.</param>
public sealed record ClassLevel(string Name, Rational From);
