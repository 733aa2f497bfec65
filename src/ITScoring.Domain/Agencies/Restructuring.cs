namespace ITScoring.Domain.Agencies;

/// <summary>
/// Sắp xếp tổ chức: how one agency came out of others on a day, and the stated rule by which its figure of the years before is restated. Results that were
/// frozen keep the agencies of their day.
/// </summary>
public sealed class Restructuring
{
    /// <summary>Greatest weight that one agency may be given.</summary>
    public const int MostWeight = 1_000_000;

    private Restructuring()
    {
    }

    private Restructuring(Agency agency, RestructuringKind kind, RestructuringOrder order, bool includesOwn, int? ownWeight, bool ownIsMain) =>
        (AgencyId, Agency, Kind, On, Basis, Rule, RuleReason, RecordedById, RecordedAt, IncludesOwn, OwnWeight, OwnIsMain) =
            (agency.Id, agency, kind, order.On, order.Basis, order.Rule, order.RuleReason, order.ById, order.At, includesOwn, ownWeight, ownIsMain);

    public int Id { get; private set; }

    /// <summary>The agency that came out of it.</summary>
    public int AgencyId { get; private set; }

    public Agency? Agency { get; private set; }

    public RestructuringKind Kind { get; private set; }

    /// <summary>First day of the new order.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The decision or letter.</summary>
    public string Basis { get; private set; } = "";

    public RestatementRule Rule { get; private set; }

    public string RuleReason { get; private set; } = "";

    /// <summary>Whether the agency itself was there before and is one of those that were merged.</summary>
    public bool IncludesOwn { get; private set; }

    /// <summary>Its own weight then; null with other rules.</summary>
    public int? OwnWeight { get; private set; }

    /// <summary>Whether its own figure is the one that counts by the rule of the main agency.</summary>
    public bool OwnIsMain { get; private set; }

    public int RecordedById { get; private set; }

    public DateTime RecordedAt { get; private set; }

    /// <summary>Several agencies become one, which is new or one of them.</summary>
    /// <param name="into">The one; new, or there already and then not among <paramref name="parts"/>.</param>
    /// <param name="parts">Those that end on the day before.</param>
    /// <param name="own">The weight and the mark of <paramref name="into"/> itself; null: it is new.</param>
    public static Outcome Merge(Agency into, IReadOnlyList<RestructuringPart> parts, RestructuringPart? own, RestructuringOrder order, AgencyRegister register, out Restructuring? done)
    {
        done = null;
        var problems = Common(order);
        if (parts.Count < (own is null ? 2 : 1))
            problems.Add(new(own is null ? "Chọn ít nhất hai cơ quan để hợp nhất." : "Chọn ít nhất một cơ quan khác để nhập vào.", "parts"));
        if (parts.Any(p => ReferenceEquals(p.Agency, into)))
            problems.Add(new($"{into.Name} không thể nhập vào chính mình. Bỏ chọn cơ quan này, hoặc chọn cơ quan nhận khác.", "parts"));
        foreach (var part in parts.Where(p => !ReferenceEquals(p.Agency, into)))
        {
            if (own is not null && register.TookOverFrom(part.Agency, into))
                problems.Add(new($"{part.Agency.Name} đã kế thừa {into.Name}, nên {into.Name} không thể kế thừa ngược lại. Chọn cơ quan nhận khác hoặc lập cơ quan mới.", "parts"));
            if (own is not null && register.TookOverFrom(into, part.Agency))
                problems.Add(new($"{into.Name} đã kế thừa {part.Agency.Name} từ trước. Bỏ chọn cơ quan này.", "parts"));
            if (Standing(part.Agency, order.On, register) is { } problem)
                problems.Add(new(problem, "parts"));
        }

        if (own is not null && !into.IsInForce(order.On))
            problems.Add(new($"Cơ quan nhận {into.Name} không hoạt động vào ngày {AgencyRegister.Day(order.On)}. Chọn ngày khác hoặc lập cơ quan mới.", "into"));
        List<RestructuringPart> all = own is null ? [.. parts] : [.. parts, own];
        if (order.Rule == RestatementRule.WeightedMean && all.Any(p => p.Weight is not (> 0 and <= MostWeight)))
            problems.Add(new($"Nhập trọng số cho từng cơ quan (số nguyên từ 1 đến {MostWeight}, ví dụ số biên chế): {string.Join(", ", all.Where(p => p.Weight is not (> 0 and <= MostWeight)).Select(p => p.Agency.Name))}.", "rule"));
        if (order.Rule == RestatementRule.Main && all.Count(p => p.IsMain) != 1)
            problems.Add(new("Chọn đúng một cơ quan nòng cốt trong các cơ quan hợp nhất.", "main"));
        if (problems.Count > 0)
            return Outcome.Input(problems);

        var isWeighted = order.Rule == RestatementRule.WeightedMean;
        done = new Restructuring(into, RestructuringKind.Merger, order, own is not null, isWeighted ? own?.Weight : null, order.Rule == RestatementRule.Main && own?.IsMain == true);
        foreach (var part in parts)
        {
            into.TakeOver(new RestructuringPart(part.Agency, isWeighted ? part.Weight : null, order.Rule == RestatementRule.Main && part.IsMain), done);
            part.Agency.EndOn(order.On.AddDays(-1));
        }

        return Outcome.Done;
    }

    /// <summary>One agency becomes several, or gives a part of its work to new ones.</summary>
    /// <param name="into">The new agencies.</param>
    /// <param name="continues">Whether the divided agency goes on beside them.</param>
    public static Outcome Divide(Agency agency, IReadOnlyList<Agency> into, bool continues, RestructuringOrder order, AgencyRegister register, out IReadOnlyList<Restructuring> done)
    {
        done = [];
        var problems = Common(order);
        if (into.Count < (continues ? 1 : 2))
            problems.Add(new(continues ? "Nhập ít nhất một cơ quan mới được tách ra." : "Nhập ít nhất hai cơ quan mới; nếu cơ quan cũ vẫn hoạt động thì đánh dấu vào ô tương ứng.", "code1"));
        if (order.Rule is not (RestatementRule.None or RestatementRule.Main))
            problems.Add(new("Khi chia tách chỉ có thể lấy nguyên điểm của cơ quan bị chia tách, hoặc không tính lại.", "rule"));
        if (continues ? NotThere(agency, order.On) is { } gone && gone.Length > 0 : Standing(agency, order.On, register) is not null)
            problems.Add(new((continues ? NotThere(agency, order.On) : Standing(agency, order.On, register))!, "on"));
        if (problems.Count > 0)
            return Outcome.Input(problems);

        var all = new List<Restructuring>();
        foreach (var part in into)
        {
            var restructuring = new Restructuring(part, RestructuringKind.Division, order, includesOwn: false, null, ownIsMain: false);
            part.TakeOver(new RestructuringPart(agency, null, order.Rule == RestatementRule.Main), restructuring);
            all.Add(restructuring);
        }

        if (!continues)
            agency.EndOn(order.On.AddDays(-1));
        done = all;
        return Outcome.Done;
    }

    private static List<OutcomeProblem> Common(RestructuringOrder order)
    {
        var problems = new List<OutcomeProblem>();
        if (string.IsNullOrWhiteSpace(order.Basis))
            problems.Add(new("Ghi căn cứ, ví dụ số và ngày của nghị quyết, quyết định.", "basis"));
        if (string.IsNullOrWhiteSpace(order.RuleReason))
            problems.Add(new("Ghi lý do chọn quy tắc cho điểm năm trước.", "ruleReason"));
        return problems;
    }

    /// <summary>Why an agency cannot end on the day before; null: it can.</summary>
    private static string? Standing(Agency agency, DateOnly on, AgencyRegister register) => NotThere(agency, on) ?? register.Holds(agency, on.AddDays(-1));

    private static string? NotThere(Agency agency, DateOnly on)
    {
        if (agency.ValidFrom is { } from && on <= from)
            return $"{agency.Name} thành lập ngày {AgencyRegister.Day(from)}. Chọn ngày sau ngày đó.";
        // Ended the day before, it may still be said who took over.
        return agency.ValidTo is { } to && to < on.AddDays(-1) ? $"{agency.Name} đã kết thúc hoạt động ngày {AgencyRegister.Day(to)}. Chọn ngày không muộn hơn ngày kế tiếp, hoặc bỏ chọn cơ quan này." : null;
    }
}
