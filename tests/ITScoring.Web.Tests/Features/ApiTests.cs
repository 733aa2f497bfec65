using System.Net;
using System.Text;
using System.Text.Json;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>The API for published results: what it says, to whom, and what it says when there is nothing.</summary>
public sealed class ApiTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Notice = "Dữ liệu minh họa, không phải kết quả thật";

    private static readonly string[] Addresses =
    [
        "/api/v1/periods", "/api/v1/periods/2018", "/api/v1/periods/2018/publications", "/api/v1/periods/2018/publications/1", "/api/v1/periods/2018/agencies/stc", "/api/v1/openapi.json",
    ];

    [Fact]
    public async Task Only_published_periods_are_named_each_with_its_decision_and_notice()
    {
        using var browser = portal.Browser();
        var answer = await browser.ApiAsync("/api/v1/periods");

        Assert.Equal("Được dùng lại cho mọi mục đích, ghi rõ nguồn và ngày công bố.", answer.Text("licence"));
        var period = Assert.Single(answer.GetProperty("periods").EnumerateArray());
        Assert.Equal(
            ("2018", "Đánh giá mức độ ứng dụng CNTT năm 2018", 2018, Notice, "0000/QĐ-UBND", "2019-04-26", 1),
            (period.Text("code"), period.Text("title"), period.GetProperty("year").GetInt32(), period.Text("notice"), period.Text("decisionNumber"), period.Text("decisionDate"), period.GetProperty("latestPublication").GetInt32()));
        Assert.Matches("^2019-04-26T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", period.Text("publishedAt"));
    }

    [Fact]
    public async Task A_program_finds_every_answer_and_file_by_the_addresses_in_the_answers()
    {
        using var browser = portal.Browser();
        var (open, seen) = (new Queue<string>(["/api/v1/periods"]), new HashSet<string>());
        while (open.TryDequeue(out var path))
        {
            if (!seen.Add(path))
                continue;
            using var response = await browser.Http.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, response.StatusCode));
            if (!path.StartsWith("/api/", StringComparison.Ordinal))
                continue;
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
            foreach (var href in Hrefs(json.RootElement))
                open.Enqueue(href);
        }

        // Periods, the period, its publications, the ranking and the agencies; then pages and files.
        Assert.Equal(4 + 21, seen.Count(p => p.StartsWith("/api/", StringComparison.Ordinal)));
        Assert.Contains("/publications/2018/1/record.json", seen);
        Assert.DoesNotContain(seen, p => p.Contains("package-full", StringComparison.Ordinal));
        Assert.Contains("/results/2018/agencies/stc", seen);
    }

    [Fact]
    public async Task A_period_names_its_criteria_with_their_rules_in_words()
    {
        using var browser = portal.Browser();
        var (answer, record) = (await browser.ApiAsync("/api/v1/periods/2018"), await RecordAsync());

        Assert.Equal((record.CriteriaSet.Sha256, "1000.00"), (answer.GetProperty("criteriaSet").Text("sha256"), answer.GetProperty("criteriaSet").Text("scale")));
        Assert.Equal(
            record.CriteriaSet.Groups.SelectMany(g => g.Criteria.Select(c => $"{g.Code} {c.Code} {c.Name} {c.Max} {c.Rule}")),
            answer.GetProperty("criteriaSet").GetProperty("groups").EnumerateArray().SelectMany(g => g.GetProperty("criteria").EnumerateArray().Select(c => $"{g.Text("code")} {c.Text("code")} {c.Text("name")} {c.Text("max")} {c.Text("rule")}")));
        Assert.Equal(record.Agencies.Select(a => a.Name), answer.GetProperty("agencies").EnumerateArray().Select(a => a.Text("name")));
        Assert.False(answer.GetProperty("disclosesDeclaredFigures").GetBoolean());
        Assert.Equal(Notice, answer.Text("notice"));
    }

    [Fact]
    public async Task A_publication_names_its_public_files_as_they_are()
    {
        using var browser = portal.Browser();
        var answer = await browser.ApiAsync("/api/v1/periods/2018/publications");
        var publication = Assert.Single(answer.GetProperty("publications").EnumerateArray());

        Assert.Equal(
            ["ranking.csv", "criteria.csv", "dictionary.csv", "record.json", "result.xlsx", "result.ods", "package.zip"], publication.GetProperty("files").EnumerateArray().Select(f => f.Text("name")));
        foreach (var file in publication.GetProperty("files").EnumerateArray())
        {
            using var response = await browser.Http.GetAsync(file.Text("href"));
            var bytes = await response.Content.ReadAsByteArrayAsync();
            Assert.Equal(
                (file.Text("name"), file.GetProperty("bytes").GetInt32(), file.Text("sha256"), file.Text("mediaType")),
                (file.Text("name"), bytes.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), response.Content.Headers.ContentType!.ToString()));
        }

        Assert.Equal(publication.GetProperty("files").EnumerateArray().Single(f => f.Text("name") == "record.json").Text("sha256"), publication.Text("recordSha256"));
    }

    [Fact]
    public async Task A_ranking_goes_by_block_and_rank()
    {
        await using var small = await StagePortal.AtAsync(PeriodState.Published);
        using var browser = small.Browser();
        var answer = await browser.ApiAsync("/api/v1/periods/2026/publications/1");
        var (blocks, agencies) = (answer.GetProperty("blocks").EnumerateArray().Select(b => b.Text("code")!).ToList(), answer.GetProperty("agencies").EnumerateArray().ToList());

        Assert.Equal(2, blocks.Count);
        var order = agencies.Select(a => (blocks.IndexOf(a.Text("block")!), Rank(a) ?? int.MaxValue)).ToList();
        Assert.Equal(order.Order(), order);
        Assert.Contains(agencies, a => a.Text("notRankedReason") == "Mới tổ chức lại trong kỳ" && !a.GetProperty("ranked").GetBoolean() && Rank(a) is null);
        Assert.Contains(agencies, a => a.Text("code") == "SYT" && a.Text("submission") is null);
        Assert.Null(answer.Text("notice"));

        static int? Rank(JsonElement agency) => agency.GetProperty("rank") is { ValueKind: JsonValueKind.Number } rank ? rank.GetInt32() : null;
    }

    [Fact]
    public async Task Declared_figures_are_there_only_where_the_period_opens_them()
    {
        using var browser = portal.Browser();
        Assert.All((await browser.ApiAsync("/api/v1/periods/2018/agencies/stc")).GetProperty("criteria").EnumerateArray(), c => Assert.Equal(JsonValueKind.Null, c.GetProperty("calculation").ValueKind));

        await using var open = await OpenFiguresAsync();
        using var other = open.Browser();
        var answer = await other.ApiAsync("/api/v1/periods/2026/agencies/stc");
        // By hand: Sở Tài chính has 69 people and 69 of them a computer.
        Assert.Equal(
            [("H01", "69"), ("T02", "69")],
            answer.GetProperty("criteria").EnumerateArray().Single(c => c.Text("code") == "I.1").GetProperty("calculation").GetProperty("inputs").EnumerateArray().Select(i => (i.Text("code")!, i.Text("value")!)).Order());
        await AssertNamesNobodyAsync(open, answer.GetRawText());
    }

    [Fact]
    public async Task A_correction_is_the_latest_at_once_and_what_it_replaces_stays_as_it_was()
    {
        await using var small = await StagePortal.AtAsync(PeriodState.Published);
        using var browser = small.Browser();
        var first = await browser.Http.GetStringAsync("/api/v1/periods/2026/publications/1");
        var tag = (await browser.Http.GetAsync("/api/v1/periods/2026/agencies/stc")).Headers.ETag!;
        await CorrectAsync(small);

        var listed = (await browser.ApiAsync("/api/v1/periods/2026/publications")).GetProperty("publications").EnumerateArray().ToList();
        Assert.Equal(
            ["2 1  Ghi sai tên.", "1  2 "], listed.Select(p => $"{p.GetProperty("number")} {p.GetProperty("replaces")} {p.GetProperty("replacedBy")} {p.GetProperty("reason")}"));
        Assert.Equal(first, await browser.Http.GetStringAsync("/api/v1/periods/2026/publications/1"));
        Assert.Equal("Ghi sai tên.", (await browser.ApiAsync("/api/v1/periods/2026/publications/2")).Text("reason"));
        Assert.Equal(2, (await browser.ApiAsync("/api/v1/periods"))!.GetProperty("periods")[0].GetProperty("latestPublication").GetInt32());
        var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/periods/2026/agencies/stc");
        again.Headers.IfNoneMatch.Add(tag);
        using var changed = await browser.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("Sở Tài chính (đã đính chính)", await changed.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Whoever_has_an_answer_already_is_told_so_and_how_long_it_holds()
    {
        using var browser = portal.Browser();
        foreach (var path in Addresses)
        {
            using var first = await browser.Http.GetAsync(path);
            var kept = first.Headers.CacheControl!;
            Assert.Equal((path, true, path.EndsWith("publications/1", StringComparison.Ordinal)), (path, kept.Public, kept.ToString().Contains("immutable", StringComparison.Ordinal)));
            Assert.True(kept.ToString().Contains("immutable", StringComparison.Ordinal) || kept.MaxAge <= TimeSpan.FromMinutes(1), path);
            using var second = await browser.Http.SendAsync(Conditional(path, first.Headers.ETag!.ToString()));
            using var other = await browser.Http.SendAsync(Conditional(path, "\"0123\""));

            Assert.Equal((path, HttpStatusCode.NotModified, HttpStatusCode.OK), (path, second.StatusCode, other.StatusCode));
            Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        }

        static HttpRequestMessage Conditional(string path, string tag)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            return request;
        }
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/v1")]
    [InlineData("/api/v2/periods")]
    [InlineData("/api/v1/periods/2017")]
    [InlineData("/api/v1/periods/2026")]
    [InlineData("/api/v1/periods/2026/publications")]
    [InlineData("/api/v1/periods/2026/publications/1")]
    [InlineData("/api/v1/periods/2026/agencies/stc")]
    [InlineData("/api/v1/periods/2018/publications/0")]
    [InlineData("/api/v1/periods/2018/publications/2")]
    [InlineData("/api/v1/periods/2018/publications/x")]
    [InlineData("/api/v1/periods/2018/publications/99999999999")]
    [InlineData("/api/v1/periods/2018/agencies/khong-co")]
    [InlineData("/api/v1/periods/%27%3B--/agencies/%3Cb%3E")]
    public async Task What_is_not_there_or_not_published_is_a_problem_in_words_and_never_a_page(string path)
    {
        using var browser = portal.Browser();
        foreach (var byScript in new[] { false, true })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (byScript)
                request.Headers.Add("X-Requested-With", "XMLHttpRequest");
            request.Headers.Add("Accept", "text/html");
            using var response = await browser.Http.SendAsync(request);
            await AssertProblemAsync(response, HttpStatusCode.NotFound, "Không tìm thấy");
        }
    }

    [Fact]
    public async Task A_failure_of_the_server_is_a_problem_in_words_too()
    {
        // Of its own: it is broken afterwards.
        await using var broken = new EmptyPortal();
        await broken.InitializeAsync();
        using var browser = broken.Browser();
        await broken.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Periods RENAME TO Gone"));
        using var response = await browser.Http.GetAsync("/api/v1/periods");

        await AssertProblemAsync(response, HttpStatusCode.InternalServerError, "Có lỗi ở máy chủ");
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.DoesNotContain("Periods", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task It_is_only_for_reading(string method)
    {
        using var browser = portal.Browser();
        foreach (var path in Addresses)
        {
            using var response = await browser.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent("{}", Encoding.UTF8, "application/json") });
            await AssertProblemAsync(response, HttpStatusCode.MethodNotAllowed, "Phương thức không được nhận");
            Assert.Equal(["GET"], response.Content.Headers.Allow);
        }
    }

    [Fact]
    public async Task Scripts_of_any_site_may_read_it_without_cookies_and_nothing_else()
    {
        using var browser = portal.Browser();
        foreach (var path in Addresses.Append("/api/v1/periods/2026"))
        {
            foreach (var origin in new[] { null, "https://bao.example.invalid" })
            {
                var request = new HttpRequestMessage(HttpMethod.Get, path);
                if (origin is not null)
                    request.Headers.Add("Origin", origin);
                using var response = await browser.Http.SendAsync(request);
                Assert.Equal((path, "*", false), (path, Header(response, "Access-Control-Allow-Origin"), response.Headers.Contains("Access-Control-Allow-Credentials")));
                Assert.False(response.Headers.Contains("Set-Cookie"));
            }

            using var asked = await browser.Http.SendAsync(Preflight(path));
            Assert.Equal((HttpStatusCode.NoContent, "*", "GET", "If-None-Match"), (asked.StatusCode, Header(asked, "Access-Control-Allow-Origin"), Header(asked, "Access-Control-Allow-Methods"), Header(asked, "Access-Control-Allow-Headers")));
        }

        foreach (var path in new[] { "/", "/results/2018", "/results/2018.json", "/publications/2018/1/record.json", "/sign-in", "/apiary" })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Origin", "https://bao.example.invalid");
            using var response = await browser.Http.SendAsync(request);
            Assert.Equal((path, ""), (path, Header(response, "Access-Control-Allow-Origin")));
            using var asked = await browser.Http.SendAsync(Preflight(path));
            Assert.Equal((path, ""), (path, Header(asked, "Access-Control-Allow-Methods")));
        }

        static HttpRequestMessage Preflight(string path)
        {
            var request = new HttpRequestMessage(HttpMethod.Options, path);
            request.Headers.Add("Origin", "https://bao.example.invalid");
            request.Headers.Add("Access-Control-Request-Method", "GET");
            return request;
        }

        static string Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
    }

    [Fact]
    public async Task Who_asks_makes_no_difference()
    {
        using var stranger = portal.Browser();
        using var leader = await portal.SignedInAsync("lanhdao");
        // Half a session later: a page would prolong it now.
        portal.Clock.Advance(TimeSpan.FromHours(5));
        foreach (var path in Addresses)
        {
            using var response = await leader.Http.GetAsync(path);
            Assert.Equal(await stranger.Http.GetStringAsync(path), await response.Content.ReadAsStringAsync());
            Assert.False(response.Headers.Contains("Set-Cookie"), path);
            Assert.True(response.Headers.CacheControl!.Public, path);
        }
    }

    [Fact]
    public async Task It_names_no_person()
    {
        using var browser = portal.Browser();
        var codes = (await RecordAsync()).Agencies.Select(a => $"/api/v1/periods/2018/agencies/{a.Code}").ToList();
        Assert.Equal(21, codes.Count);
        foreach (var path in Addresses.Concat(codes))
            await AssertNamesNobodyAsync(portal, await browser.Http.GetStringAsync(path));
    }

    [Fact]
    public async Task The_page_of_open_data_leads_to_it()
    {
        using var browser = portal.Browser();
        var page = await browser.GetAsync("/publications/2018");

        foreach (var words in new[] { "dữ liệu của kỳ này", "mô tả API" })
            await browser.ApiAsync(page.All("main a").Single(a => PortalPage.TextOf(a) == words).GetAttribute("href")!);
    }

    internal static Task<StagePortal> OpenFiguresAsync() => StagePortal.AtAsync(PeriodState.Published, changedAt: PeriodState.Preliminary, async db =>
        db.Entry(await db.Periods.SingleAsync()).Property(p => p.DisclosesDeclaredFigures).CurrentValue = true);

    /// <summary>A second publication of the small evaluation, with another name for Sở Tài chính.</summary>
    internal static async Task CorrectAsync(StagePortal small)
    {
        await using var db = small.Database.Open();
        var old = await db.Publications.Include(p => p.Record).SingleAsync();
        var record = RecordJson.ReadPublic(old.Record!.PublicJson);
        var json = RecordJson.Write(record with { Agencies = [.. record.Agencies.Select(a => a with { Name = a.Name.Replace("Sở Tài chính", "Sở Tài chính (đã đính chính)", StringComparison.Ordinal) })] });
        var frozen = new FrozenRecord(old.PeriodId, RecordStage.Correction, old.PublishedAt, json, EarlierYear.Sha(json), "{}", EarlierYear.Sha("{}"));
        db.Publications.Add(new Publication(old.PeriodId, 2, frozen, old.PublishedAt, old.DecisionNumber, old.DecisionDate, old.Id, "Ghi sai tên."));
        await db.SaveChangesAsync();
    }

    private static IEnumerable<string> Hrefs(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Value.ValueKind == JsonValueKind.String && p.Name.EndsWith("href", StringComparison.OrdinalIgnoreCase) ? [p.Value.GetString()!] : Hrefs(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Hrefs),
        _ => [],
    };

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string title)
    {
        var address = response.RequestMessage!.RequestUri!.AbsolutePath;
        Assert.Equal((address, status, "application/problem+json; charset=utf-8"), (address, response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal((title, (int)status), (json.RootElement.Text("title"), json.RootElement.GetProperty("status").GetInt32()));
        Assert.NotEqual("", json.RootElement.Text("detail"));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    private static async Task AssertNamesNobodyAsync(PortalFactory site, string text)
    {
        var names = await site.ReadAsync(db => db.Users.Select(u => u.DisplayName).ToListAsync());
        Assert.Equal([], names.Where(n => text.Contains(n, StringComparison.Ordinal)));
    }

    private async Task<PublicRecord> RecordAsync() =>
        RecordJson.ReadPublic(await portal.ReadAsync(db => db.Publications.Select(p => p.Record!.PublicJson).SingleAsync()));
}
