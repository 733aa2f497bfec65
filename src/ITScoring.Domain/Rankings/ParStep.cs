using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Rankings;

/// <summary>A class or a band with its share of M.</summary>
/// <param name="Class">Name of the class; null: a band.</param>
/// <param name="From">Percent of the scale that a band begins with; null: a class.</param>
/// <param name="Share">Percent of M, 0 to 100.</param>
public sealed record ParStep(string? Class, Rational? From, Rational Share);
