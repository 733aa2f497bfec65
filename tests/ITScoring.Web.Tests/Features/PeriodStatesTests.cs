using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>What each state of a period lets happen, and whom it lets see.</summary>
public sealed class PeriodStatesTests
{
    public static TheoryData<PeriodState> States => [.. Enum.GetValues<PeriodState>()];

    /// <summary>Requests that would be right but for the state: account, address, fields, the states that allow it.</summary>
    private static readonly (string Who, string Path, KeyValuePair<string, string>[] Fields, PeriodState[] Allowed)[] Verbs =
    [
        ("quanly", "/periods/2026/open", [], [PeriodState.Draft]),
        ("quanly", "/periods/2026/close", [], [PeriodState.Open]),
        ("quanly", "/periods/2026/send-preliminary", [new("response", "30/10/2026")], [PeriodState.Reviewing]),
        ("quanly", "/periods/2026/propose", [], [PeriodState.Preliminary]),
        ("quanly", "/periods/2026/plan", [new("title", "Khác"), new("criteriaSet", "1"), new("dataFrom", "01/01/2026"), new("dataThrough", "31/01/2026"), new("deadlineDay", "20/12/2026"), new("deadlineKind", "end"), new("agencies", "5")], [PeriodState.Draft]),
        ("quanly", "/periods/2026/previous", [new("source", "Giấy"), new("lines", "STC;T02;70")], [PeriodState.Draft, PeriodState.Open]),
        ("quanly", "/periods/2026/reviewers", [], [PeriodState.Draft, PeriodState.Open, PeriodState.Reviewing, PeriodState.Preliminary]),
        ("quanly", "/periods/2026/agencies/syt/extension", [new("day", "30/10/2026"), new("kind", "end"), new("reason", "Mưa lũ.")], [PeriodState.Open, PeriodState.Reviewing]),
        ("lanhdao", "/approvals/2026/hand-back", [new("reason", "Xem lại.")], [PeriodState.Proposed]),
        ("lanhdao", "/approvals/2026/approve", [new("number", "1/QĐ"), new("date", "20/10/2026"), new("record", "x")], [PeriodState.Proposed]),
        ("lanhdao", "/approvals/2026/publish", [new("record", "x")], [PeriodState.Approved]),
    ];

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_verb_in_a_wrong_state_answers_409_with_a_sentence_and_changes_nothing(PeriodState state)
    {
        await using var portal = await StagePortal.AtAsync(state);
        using var manager = await portal.SignedInAsync("quanly");
        using var leader = await portal.SignedInAsync("lanhdao");
        var before = await StoredAsync(portal);
        foreach (var (who, path, fields, _) in Verbs.Where(v => !v.Allowed.Contains(state)))
        {
            var page = await (who == "quanly" ? manager : leader).PostAsync(path, fields);
            // What the leader does not see yet is not there for him.
            if (who == "lanhdao" && state < PeriodState.Proposed)
            {
                Assert.Equal((path, 404), (path, page.Status));
                continue;
            }

            Assert.True(page.Status == 409, $"{path} in {state}: {page.Status}\n{page}");
            Assert.Matches(@"^\p{Lu}.{20,}[.)]$", Assert.Single(page.Problems));
        }

        Assert.Equal(before, await StoredAsync(portal));
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Nobody_sees_a_result_before_its_time(PeriodState state)
    {
        await using var portal = await StagePortal.AtAsync(state);
        using var anybody = portal.Browser();
        var people = new Dictionary<string, PortalClient>();
        async Task<PortalClient> AsAsync(string who) => people.TryGetValue(who, out var browser) ? browser : people[who] = await portal.SignedInAsync(who);
        async Task<int> StatusAsync(string? who, string path) => (await (who is null ? anybody : await AsAsync(who)).GetAsync(path)).Status;

        foreach (var path in new[] { "/results/2026", "/results/2026.json", "/results/2026.csv", "/results/2026/agencies/stc" })
            Assert.Equal((path, state == PeriodState.Published ? 200 : 404), (path, await StatusAsync(null, path)));
        Assert.Equal(state == PeriodState.Draft ? 404 : 200, await StatusAsync(null, "/guidance/2026"));
        Assert.Equal(state >= PeriodState.Preliminary ? 200 : 404, await StatusAsync("quanly", "/approvals/2026"));
        Assert.Equal(state >= PeriodState.Proposed ? 200 : 404, await StatusAsync("lanhdao", "/approvals/2026"));
        Assert.Equal(state >= PeriodState.Approved ? 200 : 404, await StatusAsync("theodoi", "/approvals/2026"));
        Assert.Equal(403, await StatusAsync("stc.daumoi", "/approvals/2026"));
        Assert.Equal(403, await StatusAsync("thamtra1", "/approvals/2026"));
        Assert.Equal(403, await StatusAsync("quantri", "/approvals/2026"));

        // Nor does a list or somebody's list of work name it before.
        foreach (var (who, from) in new[] { ("lanhdao", PeriodState.Proposed), ("theodoi", PeriodState.Approved) })
        {
            foreach (var path in new[] { "/home", "/approvals" })
                Assert.Equal((who, path, state >= from), (who, path, (await (await AsAsync(who)).GetAsync(path)).Text.Contains("Đánh giá mức độ ứng dụng CNTT năm 2026", StringComparison.Ordinal)));
        }

        foreach (var path in new[] { "/", "/results" })
            Assert.Equal((path, state == PeriodState.Published), (path, (await anybody.GetAsync(path)).Html.Contains("/results/2026", StringComparison.Ordinal)));
        foreach (var browser in people.Values)
            browser.Dispose();
    }

    [Theory]
    [InlineData(PeriodState.Open, false)]
    [InlineData(PeriodState.Reviewing, false)]
    [InlineData(PeriodState.Preliminary, true)]
    public async Task An_agency_sees_verified_points_and_the_best_of_others_from_the_preliminary_result_on(PeriodState state, bool sent)
    {
        await using var portal = await StagePortal.AtAsync(state);
        using var browser = await portal.SignedInAsync("bdt.daumoi");
        var page = await browser.GetAsync("/explanations/2026/bdt");
        // What the reviewer found, 3 of 24, is 6,25 points.
        Assert.Equal(sent, page.Text.Contains("6,25", StringComparison.Ordinal));
        Assert.Equal(sent, page.Text.Contains("BQLKKT", StringComparison.Ordinal));
        Assert.DoesNotContain("BQLKKT", state < PeriodState.Preliminary ? (await browser.GetAsync("/submissions/2026/bdt/sections/H")).Text : "");
    }

    private static Task<string> StoredAsync(StagePortal portal) => portal.ReadAsync(async db =>
    {
        var period = await db.Periods.AsNoTracking().Include(p => p.Agencies).Include(p => p.Assignments).Include(p => p.Letters).SingleAsync();
        return string.Join('|', period.State, period.Version, period.CohortVersion, period.Title, period.DeadlineWording, period.Agencies.Count, period.Assignments.Count, period.Letters.Count, period.Agencies.Count(a => a.ExtensionUtc is not null),
            await db.FrozenRecords.CountAsync(), await db.Publications.CountAsync(), await db.PreviousFigures.CountAsync(), await db.Submissions.SumAsync(s => s.StateVersion), await db.AuditEntries.CountAsync(e => !e.Action.StartsWith("account.")));
    });
}
