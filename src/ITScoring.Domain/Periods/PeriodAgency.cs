namespace ITScoring.Domain.Periods;

/// <summary>An agency's part in a period, with the name and block of that day.</summary>
public sealed class PeriodAgency
{
    private PeriodAgency()
    {
    }

    public PeriodAgency(int agencyId, string code, string name, string blockCode, string blockName, int order, bool isRanked = true, string? notRankedReason = null)
    {
        if (!isRanked && string.IsNullOrWhiteSpace(notRankedReason))
            throw new ArgumentException("An agency that is not ranked needs a reason.", nameof(notRankedReason));
        (AgencyId, Code, Name, BlockCode, BlockName, Order, IsRanked, NotRankedReason) = (agencyId, code, name, blockCode, blockName, order, isRanked, notRankedReason);
    }

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    public int AgencyId { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string BlockCode { get; private set; } = "";

    public string BlockName { get; private set; } = "";

    public int Order { get; private set; }

    public bool IsRanked { get; private set; }

    public string? NotRankedReason { get; private set; }

    public DateTime? ExtensionUtc { get; private set; }

    public string? ExtensionWording { get; private set; }

    public string? ExtensionReason { get; private set; }

    /// <summary>Number and date of the letter that granted the extension, as typed.</summary>
    public string? ExtensionLetter { get; private set; }

    public Deadline? Extension => ExtensionUtc is { } at ? new Deadline(at, ExtensionWording!) : null;

    internal void Extend(Deadline deadline, string reason, string? letter) =>
        (ExtensionUtc, ExtensionWording, ExtensionReason, ExtensionLetter) = (deadline.LastInstantUtc, deadline.Wording, reason, letter);
}
