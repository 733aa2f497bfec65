using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Demo;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Reports.Pdf;
using ITScoring.Web.Tests.Portal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Features;

/// <summary>What an agency may see of the others before the preliminary result: nothing, on any page, as any of its people.</summary>
public sealed partial class OtherAgenciesTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    /// <summary>Figures and words that only Sở Công Thương uses, and the ways in which a page could show them.</summary>
    private static readonly string[] Theirs = ["198765", "198.765", "87654.3", "87654,3", "87.654,3", "chỉ Sở Công Thương biết", "sct-rieng.example.invalid"];

    [Theory]
    [InlineData("stc")]
    [InlineData("sgtvt")]
    [InlineData("sdl")]
    [InlineData("syt")]
    [InlineData("bdt")]
    public async Task No_page_of_the_open_period_shows_another_agencys_figure_name_or_code(string agency)
    {
        await DeclareDistinctlyAsync();
        var (set, agencies) = await ReadAsync();
        var own = agencies.Single(a => a.Code.Equals(agency, StringComparison.OrdinalIgnoreCase));
        // The lead agency stands in the foot of every page; some names stand in the texts of the questions themselves.
        var texts = await portal.ReadAsync(db => db.CriteriaSetVersions.Select(v => v.Json).FirstAsync());
        var names = agencies.Where(a => a.Code != own.Code && a.Code != "STTTT" && !texts.Contains(a.Name, StringComparison.Ordinal)).Select(a => a.Name).ToList();
        var codes = agencies.Where(a => a.Code != own.Code).Select(a => a.Code).ToHashSet();
        Assert.True(names.Count > 15, $"Only {names.Count} names are looked for.");

        var (found, pages) = (new List<string>(), 0);
        foreach (var user in new[] { "nhaplieu", "daumoi", "thutruong", "kythay" })
        {
            using var browser = await portal.SignedInAsync($"{agency}.{user}");
            foreach (var path in await PathsAsync(set, "2026", own.Code))
            {
                var page = await browser.GetAsync(path);
                if (page.Status is 403 or 404)
                    continue;
                pages++;
                var text = await TextAsync(page);
                var visible = text == page.Html ? page.Document.Body!.TextContent : text;
                found.AddRange(await LeaksAsync(page, $"{user} {path}"));
                found.AddRange(names.Where(n => text.Contains(n, StringComparison.Ordinal)).Select(n => $"{user} {path}: {n}"));
                found.AddRange(Words().Matches(visible).Select(m => m.Value).Where(codes.Contains).Distinct().Select(c => $"{user} {path}: {c}"));
            }

            // What is tried is reckoned without the others too.
            found.AddRange(await LeaksAsync(await (await browser.GetAsync($"/submissions/2026/{agency}/what-if")).Fill("try-H05", "1").PressAsync("Tính thử"), $"{user} tries"));
        }

        Assert.True(pages > 4 * 35, $"Only {pages} pages were read.");
        Assert.True(found.Count == 0, $"{own.Name} sees of others:\n- {string.Join("\n- ", found)}");
    }

    [Fact]
    public async Task After_the_submission_too_no_page_and_no_download_shows_them()
    {
        await DeclareDistinctlyAsync();
        var (set, _) = await ReadAsync();
        var forms = new DemoForms(async (user, act) => await portal.AsAsync(user, async services => { await act(services); return true; }), "2026");
        // Presented in the demonstration.
        await forms.SubmitAsync("STTTT");

        var (found, downloads) = (new List<string>(), 0);
        foreach (var user in new[] { "nhaplieu", "daumoi", "thutruong" })
        {
            using var browser = await portal.SignedInAsync($"stttt.{user}");
            foreach (var path in await PathsAsync(set, "2026", "STTTT"))
            {
                var page = await browser.GetAsync(path);
                downloads += page.Status == 200 && page.Response.Content.Headers.ContentType?.MediaType != "text/html" ? 1 : 0;
                found.AddRange(await LeaksAsync(page, $"{user} {path}"));
            }
        }

        Assert.True(downloads >= 3, "No receipt was downloaded.");
        Assert.Equal([], found);
    }

    [Fact]
    public async Task The_same_look_finds_the_figures_where_they_belong_on_pages_and_in_files()
    {
        await DeclareDistinctlyAsync();
        var (set, _) = await ReadAsync();
        using var browser = await portal.SignedInAsync("sct.daumoi");
        var found = new List<string>();
        foreach (var path in await PathsAsync(set, "2026", "SCT"))
            found.AddRange(await LeaksAsync(await browser.GetAsync(path), path));

        foreach (var page in new[] { "sections/U", "sections/N", "sections/T", "check", "what-if?of=section:U", "points-to-win" })
            Assert.Contains(found, f => f.StartsWith($"/submissions/2026/sct/{page}:", StringComparison.Ordinal));
        Assert.Contains(found, f => f.EndsWith(": chỉ Sở Công Thương biết", StringComparison.Ordinal));
        using var flow = new PageFlow("Thử");
        flow.Text("Số liệu 198.765 văn bản", new TextStyle(FontFace.Regular, 13));
        Assert.Contains("198.765", new PdfText(flow.Build()).Text);
    }

    [Fact]
    public async Task Best_of_block_points_rest_on_last_years_published_best_without_saying_whose_it_was()
    {
        // The demonstration declares again what was published in 2018, so the points are those of the published result.
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceFolder.Root, "docs", "format", "vectors", "qb-2018-cohort", "expected.json"))).RootElement
            .GetProperty("agencies").EnumerateArray().Single(a => a.GetProperty("code").GetString() == "SGTVT").GetProperty("criteria").EnumerateArray()
            .ToDictionary(c => c.GetProperty("code").GetString()!, c => c.GetProperty("points").GetString()!.Replace('.', ','));
        using var browser = await portal.SignedInAsync("sgtvt.daumoi");

        foreach (var (section, criterion) in new[] { ("H", "I.3"), ("D", "IV.3"), ("N", "VI.7") })
        {
            var page = await browser.GetAsync($"/submissions/2026/sgtvt/sections/{section}");
            var line = PortalPage.TextOf(page.All("aside li").Single(l => PortalPage.TextOf(l.QuerySelector("summary")).EndsWith(" " + criterion, StringComparison.Ordinal)));
            Assert.Contains($"{expected[criterion]} / ", line);
            Assert.Matches("Giá trị cao nhất trong khối: .* \\(tạm tính từ số liệu của cơ quan và kết quả đã công bố năm trước\\)", line);
        }
    }

    /// <summary>
    /// Every page and download of a form: each GET route under the agency's addresses with everything that its parameters can stand for, so that a
    /// new one is walked without being named here.
    /// </summary>
    private async Task<List<string>> PathsAsync(CriteriaSet set, string period, string agency)
    {
        var evidence = await portal.ReadAsync(db => (
            from e in db.Evidence
            join s in db.Submissions on e.SubmissionId equals s.Id
            join a in db.Agencies on s.AgencyId equals a.Id
            where a.Code == agency
            select $"{e.Id}").Take(3).ToListAsync());
        var stands = new Dictionary<string, IReadOnlyList<string>>
        {
            ["period"] = [period],
            ["agency"] = [agency.ToLowerInvariant()],
            ["section"] = [.. set.Sections.Select(s => s.Code)],
            ["question"] = [.. set.Questions.Where(q => q.Evidence == EvidenceNeed.Required && q.FilledBy == FilledBy.Agency).Take(12).Select(q => q.Code)],
            ["criterion"] = [.. set.Criteria.Select(c => c.Code).Take(12)],
            ["revision"] = ["1"],
            ["id"] = ["1", "2"],
            ["evidence"] = evidence,
            ["evidenceId"] = evidence,
        };
        var templates = portal.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
            .Where(t => Parameters().IsMatch(t) && (t.StartsWith("/submissions/{period}/{agency}", StringComparison.Ordinal) || t.StartsWith("/explanations/{period}/{agency}", StringComparison.Ordinal)))
            .ToList();
        Assert.True(templates.Count >= 9, $"Only {templates.Count} routes: {string.Join(", ", templates)}");
        var paths = new List<string> { "/home" };
        foreach (var template in templates)
        {
            IEnumerable<string> filled = [template];
            foreach (Match parameter in Parameters().Matches(template))
            {
                Assert.True(stands.TryGetValue(parameter.Groups[1].Value, out var values), $"Say here what {parameter.Value} of {template} stands for, so that the page is walked.");
                filled = [.. filled.SelectMany(f => values!.Select(v => f.Replace(parameter.Value, v, StringComparison.Ordinal)))];
            }

            paths.AddRange(filled);
        }

        var form = $"/submissions/{period}/{agency.ToLowerInvariant()}";
        paths.AddRange([$"{form}/points-to-win?sort=evidence", .. set.Sections.Select(s => $"{form}/what-if?of=section:{s.Code}"), .. set.Criteria.Where(c => c.Rule.Kind is "bestOfCohort" or "sum").Select(c => $"{form}/what-if?of=criterion:{c.Code}")]);
        return paths;
    }

    /// <summary>Their figures and words in an answer, whatever its kind.</summary>
    private static async Task<IEnumerable<string>> LeaksAsync(PortalPage page, string where)
    {
        var text = await TextAsync(page);
        return Theirs.Where(t => text.Contains(t, StringComparison.OrdinalIgnoreCase)).Select(t => $"{where}: {t}");
    }

    /// <summary>What an answer says: the markup of a page, the text of a PDF, the parts of a zipped file.</summary>
    private static async Task<string> TextAsync(PortalPage page)
    {
        var bytes = await page.Response.Content.ReadAsByteArrayAsync();
        if (bytes.AsSpan().StartsWith("%PDF"u8))
            return new PdfText(bytes).Text;
        if (!bytes.AsSpan().StartsWith("PK"u8))
            return page.Html;
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.AppendLine(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    private async Task DeclareDistinctlyAsync()
    {
        using var browser = await portal.SignedInAsync("sct.daumoi");
        await (await browser.GetAsync("/submissions/2026/sct/sections/T")).Fill("T08", "https://sct-rieng.example.invalid").PressAsync("Lưu");
        await (await browser.GetAsync("/submissions/2026/sct/sections/U")).Fill("U03", "198765").Fill("Ghi chú câu U03", "Điều chỉ Sở Công Thương biết").PressAsync("Lưu");
        await (await browser.GetAsync("/submissions/2026/sct/sections/N")).Fill("N09", "87654,3").PressAsync("Lưu");
    }

    private async Task<(CriteriaSet Set, List<(string Code, string Name)> Agencies)> ReadAsync()
    {
        var set = await portal.AsAsync("sct.daumoi", async services => (await services.GetRequiredService<OwnForms>().FindAsync("2026", "sct"))!.Set);
        var agencies = await portal.ReadAsync(db => db.Agencies.Select(a => new { a.Code, a.Name, Block = a.Block!.Code }).Where(a => a.Block == "SBN").ToListAsync());
        return (set, [.. agencies.Select(a => (a.Code, a.Name))]);
    }

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex Parameters();

    [GeneratedRegex(@"[A-ZĐ]{3,}")]
    private static partial Regex Words();
}
