using System.Globalization;
using System.Text.Json;
using ITScoring.Web.Tests.Commands;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Features;

/// <summary>The published demonstration against the vector that it was played from, digit by digit.</summary>
public sealed class PublishedResultTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    private static readonly IReadOnlyList<JsonElement> Expected =
        [.. JsonDocument.Parse(File.ReadAllBytes(CommandRun.Format("vectors", "qb-2018-cohort", "expected.json"))).RootElement.GetProperty("agencies").EnumerateArray()];

    [Fact]
    public async Task The_ranking_page_shows_every_score_rank_class_and_group_of_the_vector()
    {
        using var browser = portal.Browser();
        var shown = ShownResult.Ranking(await browser.GetAsync("/results/2018"));

        Assert.Equal(21, shown.Count);
        foreach (var agency in Expected)
        {
            var row = shown[Text(agency, "code")!.ToLowerInvariant()];
            Assert.Equal((Rank(agency), Text(agency, "rankingScore"), Text(agency, "class")), (row.Rank, row.Score, row.Class));
            foreach (var group in agency.GetProperty("groups").EnumerateArray())
                Assert.Equal((Text(agency, "code"), Text(group, "applicableMax") == "0.00" ? null : Text(group, "points")), (Text(agency, "code"), row.Groups[Text(group, "code")!]));
        }

        var ranks = shown.Values.Select(r => r.Rank).ToList();
        Assert.Equal(ranks.Order(), ranks);
    }

    [Fact]
    public async Task The_agencies_pages_show_every_total_group_and_criterion_of_the_vector_and_their_sums_are_right()
    {
        using var browser = portal.Browser();
        var sets = JsonDocument.Parse(await File.ReadAllBytesAsync(CommandRun.Format("qb-2018.json"))).RootElement.GetProperty("groups").EnumerateArray()
            .ToDictionary(g => Text(g, "code")!, g => g.GetProperty("criteria").EnumerateArray().Select(c => Text(c, "code")!).ToList());

        foreach (var agency in Expected)
        {
            var page = (await browser.GetAsync($"/results/2018/agencies/{Text(agency, "code")!.ToLowerInvariant()}")).Expect(200);
            var shown = ShownResult.Agency(page);
            AssertSame(agency, shown);
            Assert.Equal(Cents(shown.Total), shown.Groups.Values.Sum(g => Cents(g.Points)));
            foreach (var (code, criteria) in sets)
                Assert.Equal((page.Path, code, Cents(shown.Groups[code].Points)), (page.Path, code, criteria.Sum(c => Cents(shown.Criteria[c] ?? "0.00"))));
        }
    }

    [Fact]
    public async Task The_CSV_holds_the_same_digits()
    {
        using var browser = portal.Browser();
        var rows = CsvFile.Read(await browser.Http.GetByteArrayAsync("/results/2018.csv"));

        Assert.Equal(Expected.Select(a => Text(a, "code")), rows.Select(r => r["code"]));
        foreach (var (agency, row) in Expected.Zip(rows))
        {
            AssertSame(agency, new ShownResult(
                row["total"],
                row["applicable_max"],
                row["ranking_score"],
                int.Parse(row["rank"], CultureInfo.InvariantCulture),
                row["class"],
                agency.GetProperty("groups").EnumerateArray().Select(g => Text(g, "code")!).ToDictionary(g => g, g => new ShownResult.Group(row[$"group_{g}"], row[$"group_{g}_max"], int.TryParse(row[$"group_{g}_rank"], out var rank) ? rank : null)),
                agency.GetProperty("criteria").EnumerateArray().Select(c => Text(c, "code")!).ToDictionary(c => c, c => row[$"criterion_{c}"] is { Length: > 0 } points ? points : null)));
            Assert.Equal(("true", "a"), (row["ranked"], row["submission"]));
        }
    }

    [Fact]
    public async Task The_API_holds_the_same_digits()
    {
        using var browser = portal.Browser();
        foreach (var agency in Expected)
        {
            var shown = await browser.ApiAsync($"/api/v1/periods/2018/agencies/{Text(agency, "code")}");
            AssertSame(agency, new ShownResult(
                Text(shown, "total")!, Text(shown, "applicableMax")!, Text(shown, "rankingScore"), Rank(shown), Text(shown, "class"),
                shown.GetProperty("groups").EnumerateArray().ToDictionary(g => Text(g, "code")!, g => new ShownResult.Group(Text(g, "points")!, Text(g, "applicableMax")!, Rank(g))),
                shown.GetProperty("criteria").EnumerateArray().ToDictionary(c => Text(c, "code")!, c => Text(c, "points"))));
        }
    }

    [Fact]
    public async Task The_JSON_holds_the_same_digits()
    {
        using var browser = portal.Browser();
        using var json = JsonDocument.Parse(await browser.Http.GetByteArrayAsync("/results/2018.json"));
        var agencies = json.RootElement.GetProperty("agencies").EnumerateArray().ToList();

        Assert.Equal(Expected.Select(a => Text(a, "code")), agencies.Select(a => Text(a, "code")));
        foreach (var (agency, shown) in Expected.Zip(agencies))
        {
            AssertSame(agency, new ShownResult(
                Text(shown, "total")!, Text(shown, "applicableMax")!, Text(shown, "rankingScore"), Rank(shown), Text(shown, "class"),
                shown.GetProperty("groups").EnumerateArray().ToDictionary(g => Text(g, "code")!, g => new ShownResult.Group(Text(g, "points")!, Text(g, "applicableMax")!, Rank(g))),
                shown.GetProperty("criteria").EnumerateArray().ToDictionary(c => Text(c, "code")!, c => Text(c, "points"))));
            Assert.Equal(
                agency.GetProperty("criteria").EnumerateArray().Select(c => (Text(c, "max"), c.GetProperty("applicable").GetBoolean())),
                shown.GetProperty("criteria").EnumerateArray().Select(c => (Text(c, "max"), c.GetProperty("applicable").GetBoolean())));
        }
    }

    [Fact]
    public async Task The_four_figures_are_those_of_the_ranked_agencies()
    {
        // By hand: the vector's 21 ranking scores add up to 14.710,30, a mean of 700,4904…; the eleventh is 739,90 of Sở Du lịch.
        using var browser = portal.Browser();
        var page = await browser.GetAsync("/results/2018");
        var facts = page.All("main dl > div").ToDictionary(d => PortalPage.TextOf(d.QuerySelector("dt")), d => PortalPage.TextOf(d.QuerySelector("dd")));

        Assert.StartsWith("21 / 21", facts["Cơ quan đã nộp phiếu"]);
        Assert.Contains("21 nộp đúng hạn", facts["Cơ quan đã nộp phiếu"]);
        Assert.StartsWith("700,49", facts["Điểm trung bình"]);
        Assert.StartsWith("739,90", facts["Trung vị"]);
        Assert.StartsWith("–", facts["So với kỳ trước"]);
    }

    private static void AssertSame(JsonElement expected, ShownResult shown)
    {
        var code = Text(expected, "code");
        Assert.Equal(
            (code, Text(expected, "total")!, Text(expected, "applicableMax")!, Text(expected, "rankingScore"), Rank(expected), Text(expected, "class")),
            (code, shown.Total, shown.ApplicableMax, shown.Score, shown.Rank, shown.Class));
        Assert.Equal(6, shown.Groups.Count);
        foreach (var group in expected.GetProperty("groups").EnumerateArray())
            Assert.Equal((code, new ShownResult.Group(Text(group, "points")!, Text(group, "applicableMax")!, Rank(group))), (code, shown.Groups[Text(group, "code")!]));
        Assert.Equal(60, shown.Criteria.Count);
        foreach (var criterion in expected.GetProperty("criteria").EnumerateArray())
            Assert.Equal((code, Text(criterion, "code"), Text(criterion, "points")), (code, Text(criterion, "code"), shown.Criteria[Text(criterion, "code")!]));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static int? Rank(JsonElement element) => element.GetProperty("rank") is { ValueKind: JsonValueKind.Number } rank ? rank.GetInt32() : null;

    private static long Cents(string points) => long.Parse(points.Replace(".", ""), CultureInfo.InvariantCulture);
}
