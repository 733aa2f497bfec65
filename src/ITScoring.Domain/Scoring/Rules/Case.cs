using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring.Rules;

/// <summary>A case of a <c>cases</c> rule.</summary>
public sealed record Case(Expression When, Rational Points);
