namespace ITScoring.Domain.Agencies;

/// <summary>The stated rule by which the figure of a year before is reckoned for an agency that did not exist then as it is now.</summary>
public enum RestatementRule
{
    /// <summary>Không tính lại: nothing is held against the years before.</summary>
    None,

    /// <summary>Bình quân: the mean of the ranking scores of all that were merged.</summary>
    Mean,

    /// <summary>Bình quân có trọng số: each counts by its stated weight, e.g. its staff.</summary>
    WeightedMean,

    /// <summary>Theo cơ quan nòng cốt: the ranking score of one of them; after a division, of the agency that was divided.</summary>
    Main,
}
