using System.Text.Json;
using System.Text.RegularExpressions;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Tests.Portal;
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
            foreach (var path in Paths(set, agency))
            {
                var page = await browser.GetAsync(path);
                if (page.Status is 403 or 404)
                    continue;
                pages++;
                var visible = page.Document.Body!.TextContent;
                found.AddRange(Theirs.Where(t => page.Html.Contains(t, StringComparison.OrdinalIgnoreCase)).Select(t => $"{user} {path}: {t}"));
                found.AddRange(names.Where(n => page.Html.Contains(n, StringComparison.Ordinal)).Select(n => $"{user} {path}: {n}"));
                found.AddRange(Words().Matches(visible).Select(m => m.Value).Where(codes.Contains).Distinct().Select(c => $"{user} {path}: {c}"));
            }
        }

        Assert.True(pages > 4 * 20, $"Only {pages} pages were read.");
        Assert.True(found.Count == 0, $"{own.Name} sees of others:\n- {string.Join("\n- ", found)}");
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

    private static IEnumerable<string> Paths(CriteriaSet set, string agency)
    {
        var form = $"/submissions/2026/{agency}";
        return
        [
            "/home", form, $"{form}/check", $"{form}/sign-off", $"{form}/receipt", $"/explanations/2026/{agency}",
            .. set.Sections.Select(s => $"{form}/sections/{s.Code}"),
            .. set.Questions.Where(q => q.Evidence == EvidenceNeed.Required && q.FilledBy == FilledBy.Agency).Take(12).Select(q => $"{form}/questions/{q.Code}/evidence"),
        ];
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

    [GeneratedRegex(@"[A-ZĐ]{3,}")]
    private static partial Regex Words();
}
