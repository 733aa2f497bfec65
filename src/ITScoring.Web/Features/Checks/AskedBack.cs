using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.Checks;

/// <summary>A warning, and the figures that it asks back about.</summary>
/// <param name="Figures">Question code, what was entered, what it was last year (null: not known or not comparable).</param>
/// <param name="IsNoted">The agency keeps them and gave its reason.</param>
public sealed record AskedBack(Finding Finding, IReadOnlyList<(string Question, string Entered, string? Last)> Figures, bool IsNoted);
