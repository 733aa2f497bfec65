namespace ITScoring.Domain.Agencies;

/// <summary>Cơ quan, đơn vị: who is evaluated. Names and blocks are those of the validity dates; results keep the name of their day.</summary>
public sealed class Agency
{
    private readonly List<AgencyPredecessor> _predecessors = [];

    private Agency()
    {
    }

    public Agency(string code, string name, string? shortName, int blockId, DateOnly? validFrom = null, int order = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Code, Name, ShortName, BlockId, ValidFrom, Order) = (code, name, shortName, blockId, validFrom, order);
    }

    public int Id { get; private set; }

    /// <summary>At most 32 characters, unique, e.g. <c>STC</c>.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>For narrow columns, e.g. <c>Sở TN&amp;MT</c>; null: the full name is short enough.</summary>
    public string? ShortName { get; private set; }

    public int BlockId { get; private set; }

    public Block? Block { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    /// <summary>Customary order of the province's lists.</summary>
    public int Order { get; private set; }

    public IReadOnlyCollection<AgencyPredecessor> Predecessors => _predecessors;

    /// <summary>Ends the agency's validity on its last day.</summary>
    public Outcome EndOn(DateOnly lastDay)
    {
        if (ValidFrom is { } from && lastDay < from)
            return Outcome.Input("Ngày kết thúc phải sau ngày thành lập của cơ quan.");
        ValidTo = lastDay;
        return Outcome.Done;
    }

    public Outcome Succeeds(Agency predecessor)
    {
        if (predecessor.Id == Id)
            return Outcome.Input("Một cơ quan không thể kế thừa chính mình.");
        _predecessors.Add(new AgencyPredecessor(Id, predecessor.Id));
        return Outcome.Done;
    }
}
