using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Web.Reports;

namespace ITScoring.Web.Features.SetImports;

/// <summary>A workbook before it is taken.</summary>
/// <param name="Set">Null: nothing was chosen, or something is wrong with it.</param>
/// <param name="Problems">All of them; nothing is taken while there is one.</param>
/// <param name="Before">What the set is compared with: the latest version of the same code; null: there is none.</param>
public sealed record SetImportPage(CriteriaSet? Set, IReadOnlyList<SheetProblem> Problems, CriteriaSetVersion? Before, SetComparison? Comparison, string? Ticket);
