namespace ITScoring.Domain.Agencies;

/// <summary>Khối: agencies that are ranked together.</summary>
public sealed class Block
{
    private Block()
    {
    }

    public Block(string code, string name, int order)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Code, Name, Order) = (code, name, order);
    }

    public int Id { get; private set; }

    /// <summary>At most 32 characters, e.g. <c>SBN</c>.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public int Order { get; private set; }
}
