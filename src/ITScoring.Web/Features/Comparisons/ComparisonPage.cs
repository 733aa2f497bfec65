using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Comparisons;

/// <summary>One criterion, all agencies of the period side by side.</summary>
public sealed class ComparisonPage
{
    public required Period Period { get; init; }

    public required CriteriaSet Set { get; init; }

    public required Criterion Criterion { get; init; }

    public required ComparisonFilter Filter { get; init; }

    /// <summary>Blocks of the period, code and name.</summary>
    public required IReadOnlyList<(string Code, string Name)> Blocks { get; init; }

    /// <summary>Those of the chosen block, sorted; what is not shown comes last.</summary>
    public required Paged<ComparisonRow> Rows { get; init; }

    /// <summary>Outliers among them.</summary>
    public required IReadOnlyList<ComparisonRow> Outliers { get; init; }

    public required CriterionSpread Spread { get; init; }

    /// <summary>Null: nobody has a value yet.</summary>
    public required DotStrip? Strip { get; init; }

    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>Who holds a best that may be seen, with what its absence would change.</summary>
    public required IReadOnlyList<LeverageOfBest> Leverage { get; init; }

    public required IReadOnlyList<SharedDocument> JudgedDifferently { get; init; }

    public required Criterion? Previous { get; init; }

    public required Criterion? Next { get; init; }

    public bool IsShare => Criterion.Rule.MeasuresShare;

    /// <summary>Whether each question has a column of its own; many or wordy ones stand in one.</summary>
    public bool HasColumns => Questions.Count <= 4 && Questions.All(q => q.IsNumber || q.Type == QuestionType.YesNo);

    public string NameOf(string agencyCode) => Period.FindAgency(agencyCode)!.Name;

    public string Link(Criterion criterion) => LinkTo(Period, criterion, Filter with { Sort = null, Ascending = false });

    public string PageLink(int number) => LinkTo(Period, Criterion, Filter, number);

    /// <summary>By this column; by the other direction when it is sorted by it already.</summary>
    public string SortLink(string column) => LinkTo(Period, Criterion, Filter with { Sort = column, Ascending = Filter.SortedBy == column ? !Filter.Ascending : column == ComparisonFilter.ByName });

    /// <summary>For <c>aria-sort</c>.</summary>
    public string Sorted(string column) => Filter.SortedBy != column ? "none" : Filter.Ascending ? "ascending" : "descending";

    public string Arrow(string column) => Filter.SortedBy != column ? "" : Filter.Ascending ? "▲" : "▼";

    public static string LinkTo(Period period, Criterion criterion, ComparisonFilter filter, int number = 1) => SiteLink.To(
        $"/comparisons/{period.Code}/{criterion.Code}",
        ("block", filter.Block), ("agency", filter.Agency?.ToLowerInvariant()), ("sort", filter.Sort), ("order", filter.Sort is null ? null : filter.Ascending ? "asc" : "desc"), ("page", number == 1 ? null : $"{number}"));
}
