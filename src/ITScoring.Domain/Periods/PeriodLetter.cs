using ITScoring.Domain.Workflow;

namespace ITScoring.Domain.Periods;

/// <summary>The official letter that accompanied a step of the period.</summary>
public sealed class PeriodLetter
{
    private PeriodLetter()
    {
    }

    internal PeriodLetter(Verb verb, DocumentReference document) =>
        (Verb, Number, Date, Abstract) = (verb, document.Number, document.Date, document.Abstract);

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    public Verb Verb { get; private set; }

    public string Number { get; private set; } = "";

    public DateOnly Date { get; private set; }

    public string? Abstract { get; private set; }
}
