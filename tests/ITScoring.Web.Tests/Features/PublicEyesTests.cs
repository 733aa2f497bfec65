using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>What everybody may read: never a person, never a declared figure where the period keeps them, and in the demonstration always that it is one.</summary>
public sealed partial class PublicEyesTests(PublicEyesTests.Published published) : IClassFixture<PublicEyesTests.Published>
{
    private readonly DemoPortal _portal = published.Portal;

    [Fact]
    public async Task No_name_of_a_person_and_no_account_stands_anywhere_public()
    {
        var people = await _portal.ReadAsync(db => db.Users.AsNoTracking().Select(u => new { u.UserName, u.DisplayName }).ToListAsync());
        Assert.Equal(94, people.Count);

        foreach (var (path, text) in published.Texts)
        {
            var words = Words().Matches(text).Select(w => w.Value).ToHashSet();
            var named = people.Where(p => text.Contains(p.DisplayName, StringComparison.Ordinal) || words.Contains(p.UserName!)).Select(p => p.UserName).ToList();
            Assert.True(named.Count == 0, $"{path} names {string.Join(", ", named)}.");
        }
    }

    [Fact]
    public async Task No_figure_that_an_agency_declared_stands_anywhere_public()
    {
        // Figures from a thousand on and texts: they can stand there for nothing else.
        var declared = await _portal.ReadAsync(db => (
            from answer in db.Answers
            join form in db.Submissions on answer.SubmissionId equals form.Id
            join period in db.Periods on form.PeriodId equals period.Id
            where period.Code == "2018" && answer.DeclaredJson != null
            select answer.DeclaredJson!).Distinct().ToListAsync());
        var figures = declared.Where(json => json.Length >= 4 && json.All(char.IsAsciiDigit)).ToHashSet();
        var texts = declared.Where(json => json.StartsWith('"') || json.StartsWith("[{", StringComparison.Ordinal)).SelectMany(Texts).Where(t => t.Length > 8).ToHashSet();
        Assert.True(figures.Count > 50 && texts.Count > 50, $"{figures.Count} figures and {texts.Count} texts were looked for.");
        // The agency's own name is an answer too (T01), and the set itself names the shared systems.
        texts.ExceptWith(await _portal.ReadAsync(db => db.Agencies.Select(a => a.Name).ToListAsync()));
        var set = await _portal.ReadAsync(db => db.CriteriaSetVersions.Select(v => v.Json).SingleAsync());
        texts.RemoveWhere(t => set.Contains(t, StringComparison.OrdinalIgnoreCase));

        foreach (var (path, text) in published.Texts)
        {
            // Places in drawings are no figures.
            var shown = Figures().Matches(Places().Replace(text, "")).Select(m => m.Value.Replace(".", "")).Where(figures.Contains).Concat(texts.Where(text.Contains)).ToList();
            // The scale, and years.
            shown.RemoveAll(s => s is "1000" or "2015" or "2016" or "2017" or "2018" or "2019");
            Assert.True(shown.Count == 0, $"{path} shows {string.Join(", ", shown)}.");
        }

        using var json = JsonDocument.Parse((published.Texts).Single(t => t.Path == "/results/2018.json").Text);
        var calculations = json.RootElement.GetProperty("agencies").EnumerateArray().SelectMany(a => a.GetProperty("criteria").EnumerateArray()).Select(c => c.GetProperty("calculation").ValueKind).ToList();
        Assert.Equal(21 * 60, calculations.Count);
        Assert.All(calculations, kind => Assert.Equal(JsonValueKind.Null, kind));
        Assert.False(json.RootElement.GetProperty("period").GetProperty("disclosesDeclaredFigures").GetBoolean());
    }

    [Fact]
    public async Task A_period_that_opens_its_figures_shows_inputs_and_steps_on_the_page_and_in_the_JSON()
    {
        await using var open = await StagePortal.AtAsync(PeriodState.Published, changedAt: PeriodState.Preliminary, async db =>
            db.Entry(await db.Periods.SingleAsync()).Property(p => p.DisclosesDeclaredFigures).CurrentValue = true);
        using var browser = open.Browser();

        // By hand: Sở Tài chính has 69 people and 69 of them a computer: 69/69 of 20 points; 90,5 Mbps for 69 people.
        var page = await browser.GetAsync("/results/2026/agencies/stc");
        var first = page.Table("[data-criterion='I.1'] table");
        Assert.Contains(first, row => row[0].StartsWith("T02 ", StringComparison.Ordinal) && row[1] == "69");
        Assert.Contains(first, row => row[0].StartsWith("H01 ", StringComparison.Ordinal) && row[1] == "69");
        Assert.Contains(page.Table("[data-criterion='I.3'] table"), row => row[0].StartsWith("H05 ", StringComparison.Ordinal) && row[1] == "90,5");
        Assert.DoesNotContain("không công khai", page.Text);
        using var json = JsonDocument.Parse(await browser.Http.GetByteArrayAsync("/results/2026.json"));
        var criterion = json.RootElement.GetProperty("agencies").EnumerateArray().Single(a => a.GetProperty("code").GetString() == "STC").GetProperty("criteria")[0];
        Assert.Equal(
            [("H01", "69"), ("T02", "69")],
            criterion.GetProperty("calculation").GetProperty("inputs").EnumerateArray().Select(i => (i.GetProperty("code").GetString()!, i.GetProperty("value").GetString()!)).Order());
        Assert.NotEqual(0, criterion.GetProperty("calculation").GetProperty("steps").GetArrayLength());

        var people = await open.ReadAsync(db => db.Users.Select(u => u.DisplayName).ToListAsync());
        foreach (var text in new[] { page.Html, json.RootElement.GetRawText() })
            Assert.DoesNotContain(people, text.Contains);
    }

    [Fact]
    public async Task The_demonstration_says_on_every_page_and_in_every_file_that_its_figures_are_no_real_result()
    {
        foreach (var (path, text) in published.Texts)
            Assert.True(text.Contains(DemoNotice.Text, StringComparison.Ordinal), $"{path} does not say it.");
        var csv = CsvFile.Read(await _portal.Browser().Http.GetByteArrayAsync("/results/2018.csv"));
        Assert.All(csv, row => Assert.Equal(DemoNotice.Text, row["notice"]));

        foreach (var (account, paths) in new[]
        {
            ("stc.daumoi", new[] { "/home", "/submissions/2018/stc", "/explanations/2018/stc", "/submissions/2018/stc/receipt", "/password" }),
            ("thamtra1", ["/home", "/reviews", "/settlements", "/settlements/2018"]),
            ("quanly", ["/periods", "/periods/new", "/periods/2018", "/periods/2018/plan", "/periods/2026/close", "/periods/2018/previous", "/holidays", "/approvals/2018"]),
            ("quantri", ["/accounts", "/audit"]),
        })
        {
            using var browser = await _portal.SignedInAsync(account);
            foreach (var path in paths)
                Assert.Contains(DemoNotice.Text, (await browser.GetAsync(path)).Expect(200).Document.Body!.TextContent);
            Assert.Contains(DemoNotice.Text, (await browser.GetAsync("/no/such/page")).Expect(404).Document.Body!.TextContent);
        }
    }

    [Fact]
    public async Task A_site_without_demonstration_says_nothing_of_it()
    {
        await using var real = await StagePortal.AtAsync(PeriodState.Published);
        using var browser = real.Browser();
        foreach (var path in new[] { "/", "/results/2026", "/results/2026/agencies/stc", "/results/2026.csv", "/results/2026.json" })
            Assert.DoesNotContain("minh họa", await browser.Http.GetStringAsync(path));
    }

    private static IEnumerable<string> Texts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.String
            ? [document.RootElement.GetString()!]
            : [.. document.RootElement.EnumerateArray().SelectMany(r => r.EnumerateObject()).Where(c => c.Value.ValueKind == JsonValueKind.String).Select(c => c.Value.GetString()!)];
    }

    /// <summary>The demonstration with everything that it shows to everybody, read once.</summary>
    public sealed class Published : IAsyncLifetime
    {
        public DemoPortal Portal { get; } = new();

        public IReadOnlyList<(string Path, string Text)> Texts { get; private set; } = [];

        public async Task InitializeAsync()
        {
            await Portal.InitializeAsync();
            using var browser = Portal.Browser();
            var agencies = await Portal.ReadAsync(db => db.PeriodAgencies.Where(a => a.PeriodId == db.Periods.Single(p => p.Code == "2018").Id).Select(a => a.Code).ToListAsync());
            Assert.Equal(21, agencies.Count);
            var texts = new List<(string, string)>();
            foreach (var path in new[] { "/", "/sign-in", "/results", "/results/2018", "/results/2018?group=III&search=so&class=Khá", "/results/2018/heat-map", "/results/2018/method", "/results/2018/changes", "/results/2018/compare?a=stc&a=svhtt&a=bdt&a=vpubnd", "/results/years", "/guidance/2018", "/guidance/2026", "/results/2018.json", "/results/2018.csv" }.Concat(agencies.Select(a => $"/results/2018/agencies/{a.ToLowerInvariant()}")))
                texts.Add((path, WebUtility.HtmlDecode(await browser.Http.GetStringAsync(path))));
            // Digits of hashes and sizes of files are no figures.
            foreach (var path in new[] { "/api/v1/periods", "/api/v1/periods/2018", "/api/v1/periods/2018/publications", "/api/v1/periods/2018/publications/1" }.Concat(agencies.Select(a => $"/api/v1/periods/2018/agencies/{a}")))
                texts.Add((path, HashesAndSizes().Replace(await browser.Http.GetStringAsync(path), "")));
            Texts = texts;
        }

        public async Task DisposeAsync() => await Portal.DisposeAsync();
    }

    [GeneratedRegex(@"[a-z0-9]+(\.[a-z0-9]+)?")]
    private static partial Regex Words();

    [GeneratedRegex(@"[0-9a-f]{64}|""bytes"":\d+")]
    private static partial Regex HashesAndSizes();

    [GeneratedRegex(@"\s(x|y|width|height)=""[\d.]+%?""")]
    private static partial Regex Places();

    [GeneratedRegex(@"(?<![\d.,/-])(\d{1,3}(\.\d{3})+|\d{4,})(?![\d,/-])")]
    private static partial Regex Figures();
}
