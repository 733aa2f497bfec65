using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.SharedFigures;

/// <summary>A figure on the preview, as people read it.</summary>
/// <param name="Stored">Null: none yet.</param>
public sealed record SharedPreviewLine(PeriodAgency Agency, Question Question, string Place, string? Stored, string Given);
