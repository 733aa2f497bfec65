using System.Net;
using AngleSharp;
using ITScoring.Testing;
using ITScoring.Web.Practice;
using ITScoring.Web.Tests.Commands;
using ITScoring.Web.Tests.Portal;
using Microsoft.Data.Sqlite;

namespace ITScoring.Web.Tests.Features;

/// <summary>The practice site as a process of its own, beside a real one whose settings it is given.</summary>
public sealed class PracticeTests(EmptyPortal portal) : IClassFixture<EmptyPortal>, IDisposable
{
    private const string Code = "mã luyện tập";

    private readonly string _folder = Directory.CreateTempSubdirectory("itscoring-practice-").FullName;

    [Fact]
    public async Task One_comes_in_as_anybody_but_an_administrator_and_puts_everything_back_to_its_beginning()
    {
        await using var site = await StartAsync();
        var address = site.Address;
        var cookies = new CookieContainer();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = address };
        var began = Count("AuditEntries");

        // Whoever wants a page is asked whom to be, not for a password.
        var asked = await http.GetAsync("/home");
        Assert.Equal("/practice", asked.RequestMessage!.RequestUri!.AbsolutePath);
        var page = await PageAsync(asked);
        Assert.DoesNotContain("quantri", page.Body!.InnerHtml);
        Assert.Contains("Thủ trưởng cơ quan", page.Body.TextContent);
        var agency = page.QuerySelectorAll("select[name=agency] option").Single(o => o.TextContent == "Sở Tài chính").GetAttribute("value")!;

        await RefusedAsync(http, "Mã vào luyện tập không đúng", ("role", "Editor"), ("agency", agency), ("code", "sai"));
        await RefusedAsync(http, "Không có vai này để luyện tập", ("user", "quantri"), ("code", Code));
        await RefusedAsync(http, "Không có vai này để luyện tập", ("role", "Administrator"), ("agency", agency), ("code", Code));
        var password = await PostAsync(http, "/sign-in", ("userName", "quantri"), ("password", "minh-hoa-2018"));
        Assert.Equal("/practice", password.RequestMessage!.RequestUri!.AbsolutePath);

        var home = await PageAsync(await PostAsync(http, "/practice/enter", ("role", "Editor"), ("agency", agency), ("code", Code), ("returnUrl", "/home")));
        Assert.Contains("Đầu mối CNTT", home.QuerySelector(".who")!.TextContent);
        Assert.Contains("Trang luyện tập", home.QuerySelector(".demo")!.TextContent);
        Assert.Equal(began + 1, Count("AuditEntries"));

        // Its cookie opens nothing on the real site.
        using var stranger = portal.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/home");
        request.Headers.Add("Cookie", $"itscoring={cookies.GetCookies(address)["itscoring-practice"]!.Value}");
        using var answer = await stranger.Http.SendAsync(request);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.PathAndQuery);

        Assert.Contains("Cổng thật không bị ảnh hưởng", (await PageAsync(await http.GetAsync("/practice/reset"))).Body!.TextContent);
        Assert.Contains("khởi động lại", (await PageAsync(await PostAsync(http, "/practice/reset"))).Body!.TextContent);
        await UntilAsync(() => Count("AuditEntries") == began);
        await UntilItListensAsync(http);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/practice")).StatusCode);
        Assert.False(File.Exists(Path.Combine(_folder, "real.db")), "The practice site opened the real database.");
    }

    [Fact]
    public async Task A_real_site_has_no_practice_pages_and_leads_to_those_of_the_other()
    {
        using var stranger = portal.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.GetAsync("/practice")).StatusCode);
        using var manager = await portal.SignedInAsync("quanly");
        Assert.Equal(404, (await manager.GetAsync("/practice/reset")).Status);
        Assert.Equal(404, (await manager.PostAsync("/practice/reset")).Status);
        Assert.Equal(404, (await manager.PostAsync("/practice/enter", [new("user", "lanhdao")])).Status);
        Assert.Null((await manager.GetAsync("/tour")).Document.QuerySelector("a[href^='https://luyentap']"));

        using var administrator = await portal.SignedInAsync("quantri");
        var refused = await (await administrator.GetAsync("/settings")).Fill("Địa chỉ trang luyện tập", "javascript:alert(1)").PressAsync("Lưu: Tỉnh và cơ quan thường trực");
        Assert.Equal(422, refused.Status);
        var settings = await (await administrator.GetAsync("/settings")).Fill("Địa chỉ trang luyện tập", "https://luyentap.example.vn").PressAsync("Lưu: Tỉnh và cơ quan thường trực");
        Assert.True(settings.Status == 200, settings.ToString());
        Assert.Equal(2, (await manager.GetAsync("/tour")).Document.QuerySelectorAll("a[href='https://luyentap.example.vn']").Length);
    }

    [Fact]
    public void A_beginning_of_another_year_is_played_anew()
    {
        File.WriteAllText(Path.Combine(_folder, "itscoring.db"), "practised");
        File.WriteAllText(Path.Combine(_folder, "beginning-2025.db"), "old");
        PracticeSite.PutBack(_folder, new DateOnly(2026, 3, 1));
        Assert.False(File.Exists(Path.Combine(_folder, "itscoring.db")));
        File.WriteAllText(Path.Combine(_folder, "beginning-2026.db"), "new");
        PracticeSite.PutBack(_folder, new DateOnly(2026, 3, 1));
        Assert.Equal("new", File.ReadAllText(Path.Combine(_folder, "itscoring.db")));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<SiteRun> StartAsync()
    {
        var secrets = Directory.CreateDirectory(Path.Combine(_folder, "secrets")).FullName;
        var real = $"Data Source={Path.Combine(_folder, "real.db")}";
        await File.WriteAllTextAsync(Path.Combine(secrets, "ConnectionStrings__Default"), real);
        return await SiteRun.StartAsync(
            new Dictionary<string, string>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Practice__Folder"] = Path.Combine(_folder, "practice"),
                ["Practice__AccessCode"] = Code,
                ["ConnectionStrings__Default"] = real,
                ["Secrets__Folder"] = secrets,
            },
            PracticeSite.Command, "--urls", $"http://127.0.0.1:{LoopbackPort.Free()}");
    }

    private long Count(string table)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "practice", "itscoring.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    private static async Task RefusedAsync(HttpClient http, string problem, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(http, "/practice/enter", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(problem, (await PageAsync(answer)).QuerySelector(".errsum")!.TextContent);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string path, params (string Name, string Value)[] fields)
    {
        var token = (await PageAsync(await http.GetAsync("/practice"))).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await http.PostAsync(path, new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", token)]));
    }

    private static async Task<AngleSharp.Dom.IDocument> PageAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New().OpenAsync(r => r.Content(html));
    }

    private static Task UntilItListensAsync(HttpClient http) => UntilAsync(() =>
    {
        try
        {
            using var answer = http.Send(new HttpRequestMessage(HttpMethod.Get, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    });

    /// <summary>The demonstration takes half a minute, more on a busy machine.</summary>
    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var left = TimeSpan.FromMinutes(4); ; left -= TimeSpan.FromMilliseconds(200))
        {
            try
            {
                if (isSo())
                    return;
            }
            catch (SqliteException)
            {
                // Between the old file and the new one.
            }

            Assert.True(left > TimeSpan.Zero, "It did not become so.");
            await Task.Delay(200);
        }
    }
}
