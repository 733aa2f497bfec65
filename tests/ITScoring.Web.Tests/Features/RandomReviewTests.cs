using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Features;

/// <summary>
/// Random sequences of moves of several reviewers and the manager, by their pages: whatever happened before, every score page shows what the engine makes
/// of the stored values, the history of every answer replays to its present value, and no declared value moves.
/// </summary>
public sealed class RandomReviewTests
{
    private const int Moves = 60;

    private static readonly (string Agency, string Reviewer)[] Forms = [("stc", "thamtra1"), ("stc", "thamtra2"), ("stttt", "thamtra5"), ("bdt", "thamtra2"), ("vpubnd", "thamtra3"), ("bqlkkt", "thamtra1")];

    [Theory]
    [InlineData(20261127)]
    [InlineData(3579)]
    public async Task Score_pages_equal_the_engine_and_histories_replay_after_any_moves(int seed)
    {
        var random = new Random(seed);
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        var people = new Dictionary<string, PortalClient>();
        foreach (var name in Forms.Select(f => f.Reviewer).Append("quanly").Distinct())
            people[name] = await portal.SignedInAsync(name);
        var set = await portal.AsAsync("quanly", async services => await services.GetRequiredService<CriteriaSetCache>().GetAsync(await PeriodAsync(services)));
        var declared = await ValuesAsync(portal, a => a.DeclaredJson);
        var statuses = new List<int>();

        for (var i = 0; i < Moves; i++)
        {
            var (agency, reviewer) = Forms[random.Next(Forms.Length)];
            statuses.Add(await MoveAsync(random, people[reviewer], people["quanly"], agency, set));
            var (looked, by) = Forms[random.Next(Forms.Length)];
            await CompareAsync(portal, people[by], looked, set, set.Criteria[random.Next(set.Criteria.Count)]);
        }

        // A walk in which nothing is refused, or nothing done, proves nothing.
        Assert.All(statuses, status => Assert.Contains(status, new[] { 200, 404, 409, 422 }));
        Assert.InRange(statuses.Count(s => s == 200), Moves / 2, Moves - 1);
        Assert.Equal(declared, await ValuesAsync(portal, a => a.DeclaredJson));
        await ReplayAsync(portal);
        foreach (var client in people.Values)
            client.Dispose();
    }

    private static async Task<int> MoveAsync(Random random, PortalClient reviewer, PortalClient manager, string agency, CriteriaSet set)
    {
        var form = $"/reviews/2026/{agency}";
        var criterion = set.Criteria[random.Next(set.Criteria.Count)];
        var page = $"{form}/criteria/{criterion.Code}";
        switch (random.Next(12))
        {
            case 0:
                return (await reviewer.PostAsync($"{page}/supplement", new KeyValuePair<string, string>("reason", "Gửi thêm danh sách."))).Status;
            case 1:
                return (await reviewer.PostAsync($"{page}/refer", new KeyValuePair<string, string>("reason", "Cần Hội đồng xem."))).Status;
            case 2:
                return (await reviewer.PostAsync($"{form}/agree", set.Criteria.Where(_ => random.Next(3) > 0).Select(c => new KeyValuePair<string, string>("criteria", c.Code)))).Status;
            case 3:
                return (await reviewer.PostAsync($"{form}/finish")).Status;
            case 4:
                return (await manager.PostAsync($"{form}/reopen", new KeyValuePair<string, string>("reason", "Xem lại lần nữa."))).Status;
            case <= 6:
                return (await reviewer.PostAsync($"{page}/agree")).Status;
            default:
                return (await AdjustAsync(random, reviewer, page, criterion, set)).Status;
        }
    }

    /// <summary>Changes numbers of the criterion as the page offers them; sometimes with a reason of blanks.</summary>
    private static async Task<PortalPage> AdjustAsync(Random random, PortalClient reviewer, string path, Criterion criterion, CriteriaSet set)
    {
        var page = await reviewer.GetAsync(path);
        var fields = set.QuestionsOf(criterion).Where(q => q.IsNumber && page.HasField($"{q.Code}, giá trị thẩm tra")).ToList();
        if (page.Status != 200 || !page.HasButton("Lưu điều chỉnh") || fields.Count == 0)
            return page;
        foreach (var question in fields)
        {
            var shown = page.ValueOf($"{question.Code}, giá trị thẩm tra");
            page.Fill($"{question.Code}, giá trị thẩm tra", decimal.TryParse(shown.Replace(".", "", StringComparison.Ordinal), out var number) && number == decimal.Truncate(number) ? $"{Math.Max(0, number - random.Next(3))}" : shown.Length == 0 ? "1" : shown);
        }

        page = await page.Fill("Lý do điều chỉnh", random.Next(6) == 0 ? "  \t " : "Theo danh sách đối chiếu.").PressAsync("Lưu điều chỉnh");
        // A value that other criteria share is asked about once.
        return page.Title.StartsWith("Xác nhận điều chỉnh", StringComparison.Ordinal) ? await page.PressAsync("Lưu điều chỉnh") : page;
    }

    private static async Task CompareAsync(StagePortal portal, PortalClient reviewer, string agency, CriteriaSet set, Criterion criterion)
    {
        var (self, verified) = await portal.AsAsync("quanly", async services =>
        {
            var period = await PeriodAsync(services);
            var scores = services.GetRequiredService<PeriodScores>();
            return (Scorer.Score(set, await scores.CohortAsync(period, AnswerStage.Declared)), Scorer.Score(set, await scores.CohortAsync(period, AnswerStage.Verified)));
        });
        var place = set.Criteria.ToList().IndexOf(criterion);
        ScoreSheet Sheet(CohortResult result) => result.Sheets.Single(s => s.AgencyCode == agency.ToUpperInvariant());

        var form = Strip(await reviewer.GetAsync($"/reviews/2026/{agency}"));
        var page = Strip(await reviewer.GetAsync($"/reviews/2026/{agency}/criteria/{criterion.Code}"));

        Assert.Equal((Display.Of(Sheet(self).Total), Display.Of(Sheet(verified).Total)), (form["Tự chấm"], form["Thẩm tra"]));
        Assert.Equal((Display.Of(Sheet(self).Criteria[place].Points), Display.Of(Sheet(verified).Criteria[place].Points)), (page["Tự chấm"], page["Thẩm tra"]));
    }

    private static Dictionary<string, string> Strip(PortalPage page) =>
        page.Expect(200).All(".score-strip > div").ToDictionary(d => PortalPage.TextOf(d.QuerySelector("dt")), d => PortalPage.TextOf(d.QuerySelector("dd")));

    private static async Task ReplayAsync(StagePortal portal)
    {
        var changes = (await portal.ReadAsync(db => db.AnswerChanges.AsNoTracking().OrderBy(c => c.Id).ToListAsync())).ToLookup(c => (c.AnswerId, c.Stage));
        Assert.Contains(changes, c => c.Key.Stage == AnswerStage.Verified);
        foreach (var answer in await portal.ReadAsync(db => db.Answers.AsNoTracking().ToListAsync()))
        {
            foreach (var stage in new[] { AnswerStage.Declared, AnswerStage.Verified })
            {
                var value = stage == AnswerStage.Verified ? answer.DeclaredJson : null;
                foreach (var change in changes[(answer.Id, stage)])
                {
                    Assert.Equal((answer.QuestionCode, value), (answer.QuestionCode, change.From));
                    value = change.To;
                }

                Assert.Equal((answer.QuestionCode, answer.ValueAt(stage)), (answer.QuestionCode, value));
            }
        }
    }

    private static Task<Period> PeriodAsync(IServiceProvider services) =>
        services.GetRequiredService<AppDbContext>().Periods.Include(p => p.Agencies).SingleAsync(p => p.Code == SmallPeriod.Code);

    private static async Task<SortedDictionary<int, string?>> ValuesAsync(StagePortal portal, Func<Answer, string?> value) =>
        new((await portal.ReadAsync(db => db.Answers.AsNoTracking().Where(a => a.DeclaredJson != null).ToListAsync())).ToDictionary(a => a.Id, value));
}
