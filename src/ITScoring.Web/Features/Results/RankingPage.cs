using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.Results;

/// <summary>The ranking of one block, as the record has it.</summary>
public sealed class RankingPage
{
    public required PublishedRecord Result { get; init; }

    /// <summary>The signed decision of the publication; null: none was attached.</summary>
    public required SignedDocument? Decision { get; init; }

    public required IReadOnlyList<Period> Periods { get; init; }

    public required RecordBlock Block { get; init; }

    /// <summary>Rows after search and class filter, in the chosen order.</summary>
    public required IReadOnlyList<RankingRow> Rows { get; init; }

    /// <summary>All agencies of the block.</summary>
    public required IReadOnlyList<RecordAgency> All { get; init; }

    public required Points? Mean { get; init; }

    public required Points? Median { get; init; }

    /// <summary>Change of the mean to the period published before; null: there is none.</summary>
    public required Points? MeanChange { get; init; }

    public required Period? Before { get; init; }

    public string? Search { get; init; }

    /// <summary>Code of the group by which it is sorted; null: by the total.</summary>
    public string? GroupCode { get; init; }

    public string? Class { get; init; }

    public PublicRecord Record => Result.Record;

    public int Submitted => All.Count(a => a.Submitted);

    public int OnTime => All.Count(a => a.Timeliness == "a");

    public bool HasTies => All.Where(a => a.Rank is not null).GroupBy(a => a.Rank).Any(g => g.Count() > 1);

    public bool HasRescaled => All.Any(a => a.ApplicableMax != Record.CriteriaSet.Scale);
}
