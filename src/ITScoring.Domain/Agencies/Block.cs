namespace ITScoring.Domain.Agencies;

/// <summary>Khối: agencies that are ranked together.</summary>
public sealed class Block
{
    private Block()
    {
    }

    public Block(string code, string name, int order, DateOnly? validFrom = null, DateOnly? validTo = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Code, Name, Order, ValidFrom, ValidTo) = (code, name, order, validFrom, validTo);
    }

    public int Id { get; private set; }

    /// <summary>At most 32 characters, e.g. <c>SBN</c>.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public int Order { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Last day on which agencies are put into it; null: it goes on.</summary>
    public DateOnly? ValidTo { get; private set; }

    public bool IsInForce(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    /// <summary>Another name, place or validity. Periods keep the name of their day.</summary>
    /// <param name="members">The agencies of the block.</param>
    public Outcome Change(string name, int order, DateOnly? validFrom, DateOnly? validTo, IEnumerable<Agency> members)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (validFrom is { } from && validTo is { } to && to < from)
            return Outcome.InputAt("validTo", "Ngày kết thúc của khối phải không sớm hơn ngày bắt đầu.");
        if (validTo is { } end && members.Where(a => a.ValidTo is null || a.ValidTo > end).Select(a => a.Name).ToList() is { Count: > 0 } left)
            return Outcome.InputAt("validTo", $"Khối còn {left.Count} cơ quan hoạt động sau ngày {AgencyRegister.Day(end)}: {string.Join(", ", left.Take(5))}{(left.Count > 5 ? "…" : "")}. Chuyển các cơ quan đó sang khối khác hoặc kết thúc hoạt động trước.");
        (Name, Order, ValidFrom, ValidTo) = (name, order, validFrom, validTo);
        return Outcome.Done;
    }
}
