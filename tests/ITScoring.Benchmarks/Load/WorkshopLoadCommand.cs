using System.Globalization;
using System.Text;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Testing;
using ITScoring.Web.Demo;
using ITScoring.Web.Features.CriteriaSets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;

namespace ITScoring.Benchmarks.Load;

/// <summary><c>workshop-load</c>: the pages of a draft of 300 questions and 150 criteria and its edits, beside an empty page. Every connection edits a question of its own in the same draft.</summary>
internal static class WorkshopLoadCommand
{
    private static readonly int[] Connections = [1, 16];

    public static async Task<int> RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (set, questions) = await FillAsync(database);
        return await new LoadRun(database, "workshop-load", Connections).MeasureAsync([.. Scenarios(set, questions)], _ => "quanly", _ => []);
    }

    private static IEnumerable<Scenario> Scenarios(int set, IReadOnlyList<string> questions) =>
    [
        .. LoadRun.Yardsticks(),
        new("Overview of the set", 200, person => LoadRun.Gets(person, $"/criteria-sets/{set}")),
        new($"Survey, {questions.Count} questions", 200, person => LoadRun.Gets(person, $"/criteria-sets/{set}/survey")),
        new($"Criteria, {WideSet.Criteria} with rules in words", 200, person => LoadRun.Gets(person, $"/criteria-sets/{set}/criteria")),
        new("Page of one question", 200, person => LoadRun.Gets(person, $"/set-items/{set}/{questions[person.Number % questions.Count]}")),
        new("Edit of one question, answered with its page", 200, person => EditsAsync(person, set, questions[person.Number % questions.Count])),
    ];

    private static async Task<Func<byte[]>> EditsAsync(SignedIn person, int set, string key)
    {
        var path = $"/set-items/{set}/{key}";
        var page = await person.PageAsync(path);
        var token = SignedIn.TokenOf(page);
        var fields = page.QuerySelectorAll("[data-fields] [name]").Where(f => f.GetAttribute("type") != "checkbox" && f.GetAttribute("name") != "/text")
            .Select(f => (Name: f.GetAttribute("name")!, Value: f is AngleSharp.Html.Dom.IHtmlSelectElement select ? select.Value : f is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : f.GetAttribute("value") ?? "")).ToList();
        var version = int.Parse(page.QuerySelector("input[name=version]")!.GetAttribute("value")!, CultureInfo.InvariantCulture);
        var turn = 0;
        return () =>
        {
            var body = new StringBuilder();
            PostBody.Add(body, "__RequestVerificationToken", token);
            PostBody.Add(body, "version", version++.ToString(CultureInfo.InvariantCulture));
            PostBody.Add(body, "act", "save");
            PostBody.Add(body, "/text", $"Nội dung lần {turn++}");
            foreach (var (name, value) in fields)
                PostBody.Add(body, name, value ?? "");
            return PostBody.Request(path, person.Cookies, body, "X-Requested-With: XMLHttpRequest\r\n");
        };
    }

    private static async Task<(int Set, IReadOnlyList<string> Questions)> FillAsync(TestDatabase database)
    {
        var configuration = LoadData.ConfigurationOf(database);
        var environment = new HostingEnvironment { ContentRootPath = Path.GetTempPath(), EnvironmentName = "Benchmark" };
        await DemoSeeder.SeedAsync(configuration, environment, TimeProvider.System, Console.WriteLine);
        await using var stage = new DemoStage(configuration, environment);
        var id = 0;
        await stage.AsAsync("quanly", async services =>
        {
            var (outcome, set) = await services.GetRequiredService<SetService>().ImportAsync(Encoding.UTF8.GetBytes(WideSet.Json));
            id = outcome.Ok ? set!.Id : throw new InvalidOperationException(outcome.Problems[0]);
        });
        await using var db = database.Open();
        return (id, await db.SetItems.Where(i => i.CriteriaSetVersionId == id && i.Kind == SetItemKind.Question).OrderBy(i => i.Order).Select(i => i.Key).ToListAsync());
    }
}
