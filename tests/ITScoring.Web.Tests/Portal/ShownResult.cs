using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ITScoring.Web.Tests.Portal;

/// <summary>One agency's result as a public page, the CSV or the JSON shows it; points with a decimal point, null where there are none.</summary>
/// <param name="Groups">Points, applicable maximum and rank by group.</param>
/// <param name="Criteria">Points by criterion; null: not applicable.</param>
internal sealed partial record ShownResult(
    string Total, string ApplicableMax, string? Score, int? Rank, string? Class, IReadOnlyDictionary<string, ShownResult.Group> Groups, IReadOnlyDictionary<string, string?> Criteria)
{
    /// <summary>1.234,50 as it is reckoned with: 1234.50; null for a dash.</summary>
    public static string? Number(string shown) => shown is "–" or "" ? null : shown.Replace(".", "").Replace(',', '.');

    /// <summary>Maxima stand without decimals where they are whole.</summary>
    public static string Max(string shown) => Number(shown)! is var number && number.Contains('.') ? number : number + ".00";

    /// <summary>The ranking table by agency code (lower case, from the link to the agency's page): rank, score, class and the groups' points.</summary>
    public static Dictionary<string, (int? Rank, string? Score, string? Class, Dictionary<string, string?> Groups)> Ranking(PortalPage page)
    {
        var table = page.One("main .rank-table");
        var heads = Heads(table);
        var groups = heads.Select(h => GroupHead().Match(h)).Where(m => m.Success).Select(m => m.Groups[1].Value).ToList();
        return table.QuerySelectorAll("tbody tr").ToDictionary(
            row => row.QuerySelector("a")!.GetAttribute("href")!.Split('/')[^1],
            row =>
            {
                var cells = row.QuerySelectorAll("th, td").Select(PortalPage.TextOf).ToList();
                string First(string column) => FirstWord().Match(cells[Column(heads, column)]).Value;
                return (
                    int.TryParse(First("Hạng"), out var rank) ? rank : (int?)null,
                    Number(First("Điểm")),
                    cells[Column(heads, "Xếp loại")] is { Length: > 0 } name ? name : null,
                    groups.ToDictionary(g => g, g => Number(First(g))));
            });
    }

    /// <summary>The page of one agency.</summary>
    public static ShownResult Agency(PortalPage page)
    {
        var facts = page.All("main dl > div").ToDictionary(d => PortalPage.TextOf(d.QuerySelector("dt")), d => PortalPage.TextOf(d.QuerySelector("dd")));
        var score = Number(FirstWord().Match(facts["Điểm"]).Value);
        var reached = Reached().Match(facts["Điểm"]);
        var table = page.All("main table").Single(t => Heads(t) is ["Nhóm", ..]);
        var heads = Heads(table);
        var groups = table.QuerySelectorAll("tbody tr").Select(r => r.QuerySelectorAll("th, td").Select(PortalPage.TextOf).ToList()).ToDictionary(
            row => row[0].Split('.')[0],
            row => new Group(Number(FirstWord().Match(row[Column(heads, "Điểm")]).Value)!, Max(row[Column(heads, "Tối đa")]), int.TryParse(row[Column(heads, "Hạng")], out var rank) ? rank : null));
        return new ShownResult(
            reached.Success ? Number(reached.Groups[1].Value)! : score!,
            reached.Success ? Max(reached.Groups[2].Value) : Max(AfterSlash().Match(facts["Điểm"]).Groups[1].Value),
            score,
            int.TryParse(FirstWord().Match(facts["Hạng trong khối"]).Value, out var place) ? place : null,
            facts["Xếp loại"] is "–" ? null : facts["Xếp loại"],
            groups,
            page.All("main [data-criterion]").ToDictionary(c => c.GetAttribute("data-criterion")!, c => Number(Points().Match(PortalPage.TextOf(c)).Groups[1].Value)));
    }

    private static List<string> Heads(IElement table) => [.. table.QuerySelectorAll("thead th").Select(PortalPage.TextOf)];

    /// <summary>A column by its head, which may carry a remark: "Điểm thang 1.000".</summary>
    private static int Column(List<string> heads, string head) =>
        heads.FindIndex(h => h == head || h.StartsWith(head + " ", StringComparison.Ordinal) || h.StartsWith(head + "thang", StringComparison.Ordinal) || h.StartsWith(head + "tối đa", StringComparison.Ordinal));

    [GeneratedRegex(@"^([IVX]+)\s*tối đa")]
    private static partial Regex GroupHead();

    [GeneratedRegex(@"^\S+?(?=\s|/|$|tối|thang)")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"đạt ([\d.,]+) trên ([\d.,]+) điểm áp dụng")]
    private static partial Regex Reached();

    [GeneratedRegex(@"/ ([\d.,]*\d)")]
    private static partial Regex AfterSlash();

    [GeneratedRegex(@"([\d.]+,\d\d|–) / [\d.,]+")]
    private static partial Regex Points();

    internal sealed record Group(string Points, string ApplicableMax, int? Rank);
}
