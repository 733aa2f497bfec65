namespace ITScoring.Domain.Scoring.Rules;

/// <summary>Where a rule stands and what it may give.</summary>
internal sealed record RulePlace(string Key, Rational Max);
