using System.Text.Json;
using System.Text.RegularExpressions;
using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Features;

/// <summary>The OpenAPI description: it names every route of the API and nothing else, and every answer is as it says.</summary>
public sealed partial class ApiDescriptionTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task It_names_the_routes_of_the_API_and_no_page_of_the_portal()
    {
        var document = await DescriptionAsync(portal);
        var routes = portal.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null && e.RoutePattern.RawText!.StartsWith("api/", StringComparison.Ordinal))
            .Select(e => "/" + Constraint().Replace(e.RoutePattern.RawText!, "}")).Where(p => p != "/api/v1/openapi.json").Order(StringComparer.Ordinal).ToList();

        Assert.Equal(5, routes.Count);
        Assert.Equal(routes, document.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.All(document.GetProperty("paths").EnumerateObject(), p => Assert.Equal(["get"], p.Value.EnumerateObject().Select(m => m.Name)));
    }

    [Fact]
    public async Task It_says_who_offers_what_under_which_terms_and_how_numbers_are_written()
    {
        var document = await DescriptionAsync(portal);
        var info = document.GetProperty("info");

        Assert.StartsWith("3.1", document.Text("openapi"));
        Assert.Equal(
            ("Dữ liệu mở: kết quả đánh giá mức độ ứng dụng CNTT, UBND tỉnh Quảng Bình", "v1", "Được dùng lại cho mọi mục đích, ghi rõ nguồn và ngày công bố."),
            (info.Text("title"), info.Text("version"), info.GetProperty("license").Text("name")));
        Assert.Contains("hai chữ số sau dấu chấm", info.Text("description"));
        Assert.Equal("/", document.GetProperty("servers")[0].Text("url"));
    }

    [Fact]
    public async Task Every_operation_parameter_answer_and_property_is_explained()
    {
        var document = await DescriptionAsync(portal);
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            var operation = path.Value.GetProperty("get");
            Assert.NotEqual("", operation.Text("summary"));
            Assert.NotEqual("", operation.Text("operationId"));
            Assert.Equal(
                Parameter().Matches(path.Name).Select(m => m.Groups[1].Value),
                operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Where(p => p.Text("in") == "path" && p.GetProperty("required").GetBoolean() && p.Text("description")!.Length > 0).Select(p => p.Text("name")!) : []);
            var answers = operation.GetProperty("responses").EnumerateObject().ToDictionary(r => r.Name, r => r.Value);
            Assert.Equal(path.Name.Contains('{') ? ["200", "304", "404"] : ["200", "304"], answers.Keys.Order(StringComparer.Ordinal));
            Assert.All(answers.Values, a => Assert.Matches("[ữệườảôấ]", a.Text("description")));
            Assert.Equal(["application/json"], answers["200"].GetProperty("content").EnumerateObject().Select(c => c.Name));
            if (answers.TryGetValue("404", out var missing))
                Assert.Equal(["application/problem+json"], missing.GetProperty("content").EnumerateObject().Select(c => c.Name));
        }

        var schemas = document.GetProperty("components").GetProperty("schemas").EnumerateObject().ToList();
        Assert.True(schemas.Count >= 15, $"Only {schemas.Count} schemas.");
        foreach (var (schema, property) in schemas.SelectMany(s => s.Value.GetProperty("properties").EnumerateObject().Select(p => (s.Name, p))))
            Assert.True(property.Value.TryGetProperty("description", out var said) && said.GetString()!.Length > 0, $"{schema}.{property.Name} is not explained.");
    }

    [Fact]
    public async Task Every_answer_is_as_the_description_says()
    {
        using var browser = portal.Browser();
        var agencies = (await browser.ApiAsync("/api/v1/periods/2018")).GetProperty("agencies").EnumerateArray().Select(a => a.Text("code")!).ToList();
        await AssertDescribedAsync(portal, "2018", agencies);

        // Two blocks, agencies that are not ranked or silent, a correction, no files.
        await using var small = await StagePortal.AtAsync(PeriodState.Published);
        await ApiTests.CorrectAsync(small);
        await AssertDescribedAsync(small, "2026", ["stc", "syt", "bqlkkt"]);

        // Calculations with inputs and steps.
        await using var open = await ApiTests.OpenFiguresAsync();
        await AssertDescribedAsync(open, "2026", ["stc"]);
    }

    [Fact]
    public async Task An_answer_that_is_not_as_described_is_found_out()
    {
        var schema = new ApiSchema(await DescriptionAsync(portal));
        var answer = """{ "licence": null, "periods": [ { "code": 1, "title": "x", "year": "2018", "notice": null, "decisionNumber": "1", "decisionDate": "26/04/2019", "latestPublication": 1, "publishedAt": "x", "href": "/", "rankingHref": "/", "pageHref": "/", "other": 1 } ] }""";
        using var json = JsonDocument.Parse(answer);

        Assert.Equal(
            [
                "$.periods[0].publicationsHref is missing", "$.periods[0].code: integer where string is said", "$.periods[0].year: string where integer is said",
                "$.periods[0].decisionDate: “26/04/2019” is not of format date", "$.periods[0].publishedAt: “x” is not of format date-time", "$.periods[0].other is not in the schema",
            ],
            schema.Problems("/api/v1/periods", 200, "application/json", json.RootElement));
    }

    private static async Task AssertDescribedAsync(PortalFactory site, string period, IReadOnlyList<string> agencies)
    {
        using var browser = site.Browser();
        var document = await DescriptionAsync(site);
        var schema = new ApiSchema(document);
        var publications = (await browser.ApiAsync($"/api/v1/periods/{period}/publications")).GetProperty("publications").EnumerateArray().Select(p => p.GetProperty("number").GetInt32());
        List<(string Path, string Address)> asked =
        [
            ("/api/v1/periods", "/api/v1/periods"),
            ("/api/v1/periods/{period}", $"/api/v1/periods/{period}"),
            ("/api/v1/periods/{period}/publications", $"/api/v1/periods/{period}/publications"),
            .. publications.Select(n => ("/api/v1/periods/{period}/publications/{number}", $"/api/v1/periods/{period}/publications/{n}")),
            .. agencies.Select(a => ("/api/v1/periods/{period}/agencies/{code}", $"/api/v1/periods/{period}/agencies/{a}")),
        ];
        Assert.Equal(document.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal), asked.Select(a => a.Path).Distinct().Order(StringComparer.Ordinal));
        foreach (var (path, address) in asked)
        {
            Assert.Equal([], schema.Problems(path, 200, "application/json", await browser.ApiAsync(address)).Select(p => $"{address} {p}"));
            if (!path.Contains('{'))
                continue;
            using var missing = await browser.Http.GetAsync(address.Replace($"/{period}", "/1900", StringComparison.Ordinal));
            using var problem = JsonDocument.Parse(await missing.Content.ReadAsByteArrayAsync());
            Assert.Equal([], schema.Problems(path, 404, "application/problem+json", problem.RootElement).Select(p => $"{address} {p}"));
        }
    }

    private static async Task<JsonElement> DescriptionAsync(PortalFactory site)
    {
        using var browser = site.Browser();
        return await browser.ApiAsync("/api/v1/openapi.json");
    }

    [GeneratedRegex(@":\w+\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}
