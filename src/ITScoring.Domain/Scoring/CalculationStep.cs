namespace ITScoring.Domain.Scoring;

/// <summary>One step of a calculation.</summary>
/// <param name="Text">Vietnamese: what is worked out, with the numbers put in.</param>
/// <param name="Formula">The same for machines: the expression language of the format, with <c>#n</c> for the value of step n (from 1) and
/// <c>first(condition, value, …, otherwise)</c> for the first condition that is true. Numbers are decimals or fractions in parentheses.</param>
/// <param name="Value">Exact: an integer, decimal or fraction (<c>68/79</c>), <c>true</c>, <c>false</c>, or <c>undefined</c>.</param>
/// <param name="Display">As on screen, in Vietnamese, rounded for reading only.</param>
public sealed record CalculationStep(string Text, string Formula, string Value, string Display);
