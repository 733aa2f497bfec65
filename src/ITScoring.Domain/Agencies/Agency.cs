namespace ITScoring.Domain.Agencies;

/// <summary>Cơ quan, đơn vị: who is evaluated. Names and blocks are those of the validity dates; results keep the name of their day.</summary>
public sealed class Agency
{
    /// <summary>Most characters of a code.</summary>
    public const int MostCodeCharacters = 32;

    private readonly List<AgencyPredecessor> _predecessors = [];
    private readonly List<AgencyRenaming> _renamings = [];

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

    /// <summary>As it is called now; on another day <see cref="NameOn"/>.</summary>
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

    /// <summary>Recorded renamings, also those of days to come.</summary>
    public IReadOnlyCollection<AgencyRenaming> Renamings => _renamings;

    /// <summary>The names over time, first to last; one span when it was never renamed.</summary>
    public IReadOnlyList<AgencyNameSpan> Names
    {
        get
        {
            var renamings = _renamings.OrderBy(r => r.From).ToList();
            if (renamings.Count == 0)
                return [new(Name, ShortName, null, null, null)];
            var spans = new List<AgencyNameSpan> { new(renamings[0].FormerName, renamings[0].FormerShortName, null, renamings[0].From.AddDays(-1), null) };
            spans.AddRange(renamings.Select((r, i) => new AgencyNameSpan(r.Name, r.ShortName, r.From, i + 1 < renamings.Count ? renamings[i + 1].From.AddDays(-1) : null, r.Basis)));
            return spans;
        }
    }

    /// <summary>Whether a code is one: letters without marks and digits, with hyphens, dots or underscores between them.</summary>
    public static bool IsCode(string? code) =>
        code is { Length: > 0 and <= MostCodeCharacters } && char.IsAsciiLetterOrDigit(code[0]) && char.IsAsciiLetterOrDigit(code[^1]) && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');

    /// <summary>Whether it exists on a day.</summary>
    public bool IsInForce(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    /// <summary>How it was, is or will be called on a day.</summary>
    public AgencyNameSpan NameOn(DateOnly day) => Names.Last(n => n.From is null || n.From <= day);

    /// <summary>Ends the agency's validity on its last day.</summary>
    public Outcome EndOn(DateOnly lastDay)
    {
        if (ValidFrom is { } from && lastDay < from)
            return Outcome.InputAt("lastDay", "Ngày kết thúc phải sau ngày thành lập của cơ quan.");
        ValidTo = lastDay;
        return Outcome.Done;
    }

    /// <summary>Ends it where nothing stands against it: a running period in which it takes part.</summary>
    public Outcome EndOn(DateOnly lastDay, AgencyRegister register) => register.Holds(this, lastDay) is { } held ? Outcome.InputAt("lastDay", held) : EndOn(lastDay);

    public Outcome Succeeds(Agency predecessor)
    {
        if (ReferenceEquals(predecessor, this) || (Id != 0 && predecessor.Id == Id))
            return Outcome.Input("Một cơ quan không thể kế thừa chính mình.");
        _predecessors.Add(new AgencyPredecessor(predecessor));
        return Outcome.Done;
    }

    /// <summary>From a day on it is called otherwise. The name of today changes at once when that day has come, else on that day (<see cref="ApplyNames"/>).</summary>
    /// <param name="basis">The decision or letter, or another reason.</param>
    public Outcome Rename(DateOnly from, string name, string? shortName, string basis, DateOnly today, int byId, DateTime now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (string.IsNullOrWhiteSpace(basis))
            return Outcome.InputAt("basis", "Ghi căn cứ đổi tên, ví dụ số và ngày của quyết định.");
        if (ValidFrom is { } start && from <= start)
            return Outcome.InputAt("from", $"Tên mới phải có hiệu lực sau ngày thành lập của cơ quan ({AgencyRegister.Day(start)}). Nếu tên ghi sai từ đầu thì sửa ở trang “Sửa thông tin”.");
        if (ValidTo is { } end && from > end)
            return Outcome.InputAt("from", $"Cơ quan kết thúc hoạt động ngày {AgencyRegister.Day(end)}. Chọn ngày không muộn hơn ngày đó.");
        if (_renamings.Count > 0 && _renamings.Max(r => r.From) is var last && from <= last)
            return Outcome.InputAt("from", $"Lần đổi tên đã ghi gần nhất có hiệu lực từ {AgencyRegister.Day(last)}. Chọn ngày sau đó; nếu lần ghi đó sai chữ thì sửa ở trang “Sửa thông tin”.");
        var former = Names[^1];
        if (former.Name == name && former.ShortName == shortName)
            return Outcome.InputAt("name", "Tên mới giống hệt tên đang dùng. Nhập tên khác.");
        _renamings.Add(new AgencyRenaming(from, name, shortName, former.Name, former.ShortName, basis, byId, now));
        ApplyNames(today);
        return Outcome.Done;
    }

    /// <summary>Takes back a renaming whose day has not come.</summary>
    public Outcome WithdrawRenaming(DateOnly today)
    {
        if (_renamings.OrderBy(r => r.From).LastOrDefault() is not { } last || last.From <= today)
            return Outcome.WrongState("Không có lần đổi tên nào chưa đến ngày hiệu lực. Tên đã có hiệu lực thì ghi một lần đổi tên mới.");
        _renamings.Remove(last);
        return Outcome.Done;
    }

    /// <summary>Makes the name of a day the current one.</summary>
    /// <returns>Whether it changed.</returns>
    public bool ApplyNames(DateOnly today)
    {
        var now = NameOn(today);
        var changes = now.Name != Name || now.ShortName != ShortName;
        (Name, ShortName) = (now.Name, now.ShortName);
        return changes;
    }

    /// <summary>Puts right what was entered wrongly: the current name as written, block, order and first day. Who is renamed is renamed by <see cref="Rename"/>.</summary>
    public Outcome Correct(string name, string? shortName, int blockId, int order, DateOnly? validFrom, DateOnly today)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (validFrom is { } start && ValidTo is { } end && end < start)
            return Outcome.InputAt("validFrom", $"Ngày thành lập phải trước ngày kết thúc hoạt động ({AgencyRegister.Day(end)}).");
        if (validFrom is { } first && _renamings.Count > 0 && _renamings.Min(r => r.From) is var renamed && renamed <= first)
            return Outcome.InputAt("validFrom", $"Ngày thành lập phải trước lần đổi tên đầu tiên ({AgencyRegister.Day(renamed)}).");
        _renamings.OrderBy(r => r.From).LastOrDefault(r => r.From <= today)?.Correct(name, shortName);
        if (_renamings.OrderBy(r => r.From).FirstOrDefault(r => r.From > today) is { } next)
            next.CorrectFormer(name, shortName);
        (Name, ShortName, Order, ValidFrom) = (name, shortName, order, validFrom);
        if (BlockId != blockId)
            (BlockId, Block) = (blockId, null);
        return Outcome.Done;
    }

    /// <summary>Another code, for one that nothing refers to yet.</summary>
    public Outcome Recode(string code, string? usedBy)
    {
        if (!IsCode(code))
            return Outcome.InputAt("code", $"Mã gồm chữ không dấu và chữ số, có thể có dấu - . _ ở giữa, không quá {MostCodeCharacters} ký tự, ví dụ STC.");
        if (code != Code && usedBy is not null)
            return Outcome.InputAt("code", $"Mã {Code} đang được dùng ở {usedBy} nên không đổi được. Giữ mã; tên thì đổi được bất cứ lúc nào.");
        Code = code;
        return Outcome.Done;
    }

    /// <summary>Lifts the last day, when nobody took over from the agency.</summary>
    public void Resume() => ValidTo = null;

    internal void TakeOver(RestructuringPart part, Restructuring restructuring) => _predecessors.Add(new AgencyPredecessor(part.Agency, restructuring, part.Weight, part.IsMain));
}
