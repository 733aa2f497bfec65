using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;

namespace ITScoring.Web.Features.Reviews;

/// <summary>The reviewer's queue of a period.</summary>
public sealed class QueuePage
{
    /// <summary>Rows shown at a time.</summary>
    public const int Size = 50;

    public required Period? Period { get; init; }

    /// <summary>To choose from, latest first.</summary>
    public required IReadOnlyList<Period> Periods { get; init; }

    public required QueueFilter Filter { get; init; }

    /// <summary>The rows of the page shown.</summary>
    public IReadOnlyList<QueueRow> Rows { get; init; } = [];

    /// <summary>How many fit the filter.</summary>
    public int Total { get; init; }

    public int Number { get; init; } = 1;

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

    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public string Link(string query, int number = 1) => $"/reviews?period={Period!.Code}{(query.Length > 0 ? "&" + query : "")}{(number > 1 ? $"&page={number}" : "")}";
}
