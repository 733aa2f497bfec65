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

    /// <summary>Số, ký hiệu of the letter that granted the extension; in older rows with its date, as typed.</summary>
    public string? ExtensionLetter { get; private set; }

    public DateOnly? ExtensionLetterDate { get; private set; }

    public string? ExtensionLetterAbstract { get; private set; }

    /// <summary>The letter in words, e.g. "456/STTTT-CNTT ngày 13/12/2018: Về việc gia hạn"; null: none.</summary>
    public string? ExtensionLetterInWords => ExtensionLetter is null
        ? null
        : ExtensionLetter + (ExtensionLetterDate is { } date ? $" ngày {date:dd'/'MM'/'yyyy}" : "") + (ExtensionLetterAbstract is { } about ? $": {about}" : "");

    public Deadline? Extension => ExtensionUtc is { } at ? new Deadline(at, ExtensionWording!) : null;

    internal void Extend(Deadline deadline, string reason, DocumentReference? letter)
    {
        (ExtensionUtc, ExtensionWording, ExtensionReason) = (deadline.LastInstantUtc, deadline.Wording, reason);
        (ExtensionLetter, ExtensionLetterDate, ExtensionLetterAbstract) = (letter?.Number, letter?.Date, letter?.Abstract);
    }
}
