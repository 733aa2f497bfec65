using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Features.Comparisons;

/// <summary>One agency under a criterion. Of an agency that is kept from this person, or that has not handed in, there is the name only.</summary>
public sealed class ComparisonRow
{
    public required PeriodAgency Agency { get; init; }

    /// <summary>Why nothing but the name is shown; null: it may be seen.</summary>
    public string? Hidden { get; init; }

    /// <summary>Whether there is anything to compare.</summary>
    public bool IsShown => Verified is not null;

    /// <summary>Whether it is the agency from whose review the page was opened.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>Place in its block by verified points, ties sharing one; null: none.</summary>
    public int? Place { get; init; }

    /// <summary>Null also where only verified values are compared.</summary>
    public CriterionScore? Declared { get; init; }

    public CriterionScore? Verified { get; init; }

    /// <summary>One for each question of the criterion, in set order.</summary>
    public IReadOnlyList<ComparedValue> Values { get; init; } = [];

    public CriterionVerdict? Verdict { get; init; }

    /// <summary>Titles of the documents that prove what the criterion reads.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The robust z-score; null: there is none.</summary>
    public Rational? Score { get; init; }

    public bool IsOutlier { get; init; }

    /// <summary>Address of the criterion's review; null: not this person's to look at.</summary>
    public string? Link { get; init; }

    public Points? Difference => Declared?.Points is { } d && Verified?.Points is { } v ? v - d : null;
}
