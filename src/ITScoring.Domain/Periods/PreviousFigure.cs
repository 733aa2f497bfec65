namespace ITScoring.Domain.Periods;

/// <summary>An earlier period's verified value of one question, imported with its source; what <c>previous()</c> reads where no published period has it.</summary>
public sealed class PreviousFigure
{
    private PreviousFigure()
    {
    }

    public PreviousFigure(int periodId, int agencyId, string questionCode, string valueJson, string source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        (PeriodId, AgencyId, QuestionCode, ValueJson, Source) = (periodId, agencyId, questionCode, valueJson, source);
    }

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    public int AgencyId { get; private set; }

    public string QuestionCode { get; private set; } = "";

    /// <summary>Canonical JSON of the value, as in an answer.</summary>
    public string ValueJson { get; private set; } = "";

    /// <summary>Where the figure comes from, e.g. "Phiếu khảo sát năm 2017 (bản giấy)".</summary>
    public string Source { get; private set; } = "";
}
