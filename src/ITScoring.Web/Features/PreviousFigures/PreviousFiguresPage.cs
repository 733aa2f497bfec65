using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.PreviousFigures;

/// <summary>The imported earlier figures and what was typed.</summary>
public sealed record PreviousFiguresPage(Period Period, string Source, string Lines, IReadOnlyList<(string Agency, string Question, string Value, string Source)> Figures);
