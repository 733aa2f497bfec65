using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

public sealed class ResultFilesTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task The_JSON_is_the_bytes_whose_hash_the_page_states_and_that_was_approved()
    {
        using var browser = portal.Browser();
        using var response = await browser.Http.GetAsync("/results/2018.json");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var sha = Convert.ToHexStringLower(SHA256.HashData(bytes));

        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal($"\"{sha}\"", response.Headers.ETag!.ToString());
        Assert.Contains($"SHA-256 {sha}", (await browser.GetAsync("/results/2018")).Text);
        var period = await portal.ReadAsync(db => db.Periods.SingleAsync(p => p.Code == "2018"));
        Assert.Equal((sha, sha), (period.ProposedSha256, period.ApprovedSha256));
    }

    [Fact]
    public async Task The_JSON_is_canonical()
    {
        using var browser = portal.Browser();
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await browser.Http.GetByteArrayAsync("/results/2018.json"));
        using var json = JsonDocument.Parse(text);

        // No mark of order, no spaces, no needless escapes: written again as it was read, it is the same text.
        Assert.Equal('{', text[0]);
        Assert.Equal(text, JsonSerializer.Serialize(json.RootElement, new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        AssertOrdered(json.RootElement);
    }

    [Fact]
    public async Task Whoever_has_the_file_already_is_told_so()
    {
        using var browser = portal.Browser();
        foreach (var file in new[] { "/results/2018.json", "/results/2018.csv" })
        {
            using var first = await browser.Http.GetAsync(file);
            var again = new HttpRequestMessage(HttpMethod.Get, file);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await browser.Http.SendAsync(again);
            var old = new HttpRequestMessage(HttpMethod.Get, file);
            old.Headers.TryAddWithoutValidation("If-None-Match", "\"0123\"");
            using var third = await browser.Http.SendAsync(old);

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK), (first.StatusCode, second.StatusCode, third.StatusCode));
            Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task The_CSV_says_what_it_is_and_how_it_is_called()
    {
        using var browser = portal.Browser();
        using var response = await browser.Http.GetAsync("/results/2018.csv");

        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("ket-qua-2018.csv", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition.DispositionType);
    }

    [Fact]
    public async Task Names_that_a_spreadsheet_would_take_for_formulas_and_names_with_commas_quotes_and_lines_stay_text()
    {
        string[] names = ["=HYPERLINK(\"http://x\")", "+84 232", "-1+1", "@SUM(A1)", "Sở “A”, \"B\"\r\nC", "\t=1", "Ban Dân tộc", "Sở Y tế", "UBND = huyện"];
        await using var own = await StagePortal.AtAsync(PeriodState.Published, changedAt: PeriodState.Preliminary, async db =>
        {
            foreach (var (agency, name) in (await db.PeriodAgencies.OrderBy(a => a.Order).ToListAsync()).Zip(names))
                db.Entry(agency).Property(a => a.Name).CurrentValue = name;
        });
        using var browser = own.Browser();

        var csv = CsvFile.Read(await browser.Http.GetByteArrayAsync("/results/2026.csv"));

        Assert.Equal(["'=HYPERLINK(\"http://x\")", "'+84 232", "'-1+1", "'@SUM(A1)", "Sở “A”, \"B\"\r\nC", "'\t=1", "Ban Dân tộc", "Sở Y tế", "UBND = huyện"], csv.Select(r => r["name"]));
    }

    [Theory]
    [InlineData("/results/none")]
    [InlineData("/results/none.json")]
    [InlineData("/results/none.csv")]
    [InlineData("/results/2018/agencies/none")]
    [InlineData("/results/2018?block=none")]
    public async Task What_was_never_published_is_not_found(string path)
    {
        using var browser = portal.Browser();
        Assert.Equal(404, (await browser.GetAsync(path)).Status);
    }

    private static void AssertOrdered(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            var names = element.EnumerateObject().Select(m => m.Name).ToList();
            Assert.Equal(names.Order(StringComparer.Ordinal), names);
            Assert.Equal(names.Count, names.Distinct().Count());
            foreach (var member in element.EnumerateObject())
                AssertOrdered(member.Value);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                AssertOrdered(item);
        }
    }
}
