using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Reviews;

/// <summary>The reviewer's queue of a period.</summary>
public sealed class QueuePage
{
    public required Period? Period { get; init; }

    /// <summary>To choose from, latest first.</summary>
    public required IReadOnlyList<Period> Periods { get; init; }

    public required QueueFilter Filter { get; init; }

    /// <summary>Those that fit the filter.</summary>
    public Paged<QueueRow> Rows { get; init; } = new([], 1);

    /// <summary>How many the person may see.</summary>
    public int All { get; init; }

    /// <summary>Forms with something that waits for the person.</summary>
    public int Mine { get; init; }

    public IReadOnlyList<CriteriaGroup> Groups { get; init; } = [];

    public IReadOnlyList<(string Code, string Name)> Blocks { get; init; } = [];

    public IReadOnlyList<(int Id, string Name)> Reviewers { get; init; } = [];

    /// <summary>Criteria that wait for the person's second judgement.</summary>
    public IReadOnlyList<(PeriodAgency Agency, Criterion Criterion)> Seconds { get; init; } = [];

    public IReadOnlyList<SavedFilter> Saved { get; init; } = [];

    public string Link(string query, int number = 1) => $"/reviews?period={Period!.Code}{(query.Length > 0 ? "&" + query : "")}{(number > 1 ? $"&page={number}" : "")}";
}
