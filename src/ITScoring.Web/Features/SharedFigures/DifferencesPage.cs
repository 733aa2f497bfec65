using ITScoring.Domain.Periods;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.SharedFigures;

/// <summary>A page of the list of differences.</summary>
/// <param name="Agencies">That the reader may look at.</param>
/// <param name="Total">Rows of all pages.</param>
/// <param name="Figures">Figures there are, whatever is filtered.</param>
public sealed record DifferencesPage(
    Period Period, DifferenceFilter Filter, IReadOnlyList<PeriodAgency> Agencies, IReadOnlyList<SharedSystem> Sources, IReadOnlyList<DifferenceRow> Rows, int Total, int Figures, int Number, int Pages)
{
    public string Path => $"/shared-figures/{Period.Code}/differences";
}
