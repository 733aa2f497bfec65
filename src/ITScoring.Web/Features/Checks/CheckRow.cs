using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Submissions;

namespace ITScoring.Web.Features.Checks;

/// <summary>One question of the compact list.</summary>
public sealed record CheckRow(Question Question, string Answer, bool IsAnswered, bool IsAsked, string? Note, IReadOnlyList<Evidence> Evidence, bool HasError, bool HasWarning);
