using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>The editor shares the sections out; each contributor finds the own part first and answers nobody else's.</summary>
public sealed class SectionAssignmentsTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    private const string A = "Nhân lực và máy tính";
    private const string B = "Trang thông tin điện tử";

    [Fact]
    public async Task A_contributor_finds_the_own_part_first_with_its_day_and_the_editors_word()
    {
        var survey = await Survey.OpenAsync(portal);
        var (first, second) = (await NameAsync("stc.nhaplieu"), await SecondAsync());
        var page = await (await survey.PageAsync()).FollowAsync("Giao các phần");
        Assert.Equal("Giao các phần của phiếu", page.Heading);

        var home = await page.Fill("Người nhập liệu phần B", (await IdAsync("stc.nhaplieu")).ToString()).Fill("Hạn của phần B", "10/12/2026").Fill("Lời dặn cho phần B", "Lấy số liệu ở văn thư.")
            .Fill("Người nhập liệu phần A", (await IdAsync("stc.nhaplieu2")).ToString()).PressAsync("Lưu");

        Assert.Equal("Đã lưu việc giao các phần.", home.Notice);
        Assert.Contains($"Giao cho {first}, hạn 10/12/2026. Lời dặn: Lấy số liệu ở văn thư.", home.Task(B));
        Assert.Contains($"Giao cho {second}", home.Task(A));
        Assert.False(home.HasHeading("Phần được giao cho anh/chị"));

        var own = await survey.PageAsync(userName: "stc.nhaplieu");
        Assert.Equal(["Phần được giao cho anh/chị", "Các phần khác của phiếu"], own.All("main h2").Select(PortalPage.TextOf).Where(h => h.Contains("hần")).Take(2));
        Assert.Equal([B, A], own.All("main .task h3").Select(PortalPage.TextOf));
        var work = (await (await portal.BrowserOfAsync("stc.nhaplieu")).GetAsync("/home")).All("main li.work").Select(PortalPage.TextOf).ToList();
        // 20/10 to 10/12: 11 + 30 + 10 days.
        var mine = work.FindIndex(w => w.StartsWith($"Phần B. {B}Đánh giá thử 2026, hạn 10/12/2026, còn 51 ngày. Lời dặn: Lấy số liệu ở văn thư.", StringComparison.Ordinal));
        Assert.True(mine >= 0 && work[mine + 1].StartsWith("Phiếu khảo sát: Đánh giá thử 2026", StringComparison.Ordinal), string.Join('\n', work));
        Assert.EndsWith("Được giao", work[mine]);
    }

    [Fact]
    public async Task Another_persons_section_is_read_and_not_answered_by_any_way_in()
    {
        var survey = await Survey.OpenAsync(portal);
        await SecondAsync();
        await ShareAsync(survey, "A", "stc.nhaplieu2");
        var browser = await portal.BrowserOfAsync("stc.nhaplieu");

        var page = await survey.SectionAsync(userName: "stc.nhaplieu");
        Assert.Contains("Phần này đã được giao cho người khác.", page.Text);
        Assert.False(page.HasButton("Lưu"));
        Assert.True(page.IsDisabled("A01"));
        var refused = (await browser.PostAsync(survey.Path("sections/A"), [new("v-A01", "0"), new("o-A01", "x"), new("A01", "7")])).Expect(409);
        Assert.Contains("Câu A01: phần A đã được giao cho người khác.", refused.Text);
        Assert.Equal(403, (await browser.PostAsync(survey.Path("questions/A02/evidence/link"), [new("url", "https://stc.example.invalid")])).Status);
        Assert.Equal(403, (await browser.PostAsync(survey.Path("sections/A/done"), [new("shown", "x")])).Status);
        Assert.Null(await survey.ValueAsync("A01"));

        // The free section, the other contributor and the editor go on as before.
        await survey.AnswerAsync("stc.nhaplieu", ("B03", "12"));
        await survey.AnswerAsync("stc.nhaplieu2", ("A01", "120"));
        await survey.AnswerAsync("stc.daumoi", ("A02", "90"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_section_and_nothing_is_stored()
    {
        var survey = await Survey.OpenAsync(portal);
        var id = (await IdAsync("stc.nhaplieu")).ToString();

        var page = (await (await survey.PageAsync("assignments")).Fill("Người nhập liệu phần A", id).Fill("Hạn của phần A", "20/12/2026").Fill("Hạn của phần B", "10/12/2026").PressAsync("Lưu")).Expect(422);

        Assert.Equal(["Phần A: hạn không được sau hạn của cơ quan (trước ngày 20/12/2026).", "Phần B: chọn người được giao, hoặc bỏ hạn và lời dặn."], page.Problems);
        Assert.Equal((id, "20/12/2026", "10/12/2026"), (page.ValueOf("Người nhập liệu phần A"), page.ValueOf("Hạn của phần A"), page.ValueOf("Hạn của phần B")));
        page = (await page.Fill("Hạn của phần A", "31/02/2026").PressAsync("Lưu")).Expect(422);
        Assert.Contains("Phần A:", page.ProblemAt("Hạn của phần A"));
        Assert.Equal(0, await AssignmentsAsync(survey));

        var foreign = (await IdAsync("sct.nhaplieu")).ToString();
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        Assert.Contains("chọn người trong danh sách", Assert.Single((await browser.PostAsync(survey.Path("assignments"), [new("contributors-A", foreign)])).Expect(422).Problems));
        Assert.Contains("chọn người trong danh sách", Assert.Single((await browser.PostAsync(survey.Path("assignments"), [new("contributors-A", "abc")])).Expect(422).Problems));
        Assert.Equal(0, await AssignmentsAsync(survey));
    }

    [Fact]
    public async Task A_presented_form_is_not_shared_out()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await survey.PresentAsync();

        Assert.Contains("Phiếu đang khóa", (await survey.PageAsync("assignments")).Text);
        (await (await portal.BrowserOfAsync("stc.daumoi")).PostAsync(survey.Path("assignments"), [new("contributors-A", (await IdAsync("stc.nhaplieu")).ToString())])).Expect(409);
        Assert.Equal(0, await AssignmentsAsync(survey));
    }

    [Fact]
    public async Task Who_gave_what_to_whom_stands_in_the_log()
    {
        var survey = await Survey.OpenAsync(portal);
        await ShareAsync(survey, "B", "stc.nhaplieu");
        await ShareAsync(survey, "B");

        var period = (await survey.FormAsync()).PeriodId;
        var rows = await portal.ReadAsync(db => db.AuditEntries.AsNoTracking().Where(e => e.PeriodId == period && e.Action == "section.assign").OrderBy(e => e.Id).Select(e => new { e.Subject, e.From, e.To }).ToListAsync());
        var given = $"tài khoản #{await IdAsync("stc.nhaplieu")}";
        Assert.Equal([("B", null, given), ("B", given, null)], rows.Select(r => (r.Subject, r.From, r.To)));
    }

    private async Task ShareAsync(Survey survey, string section, string? to = null)
    {
        var page = await survey.PageAsync("assignments");
        string[] chosen = to is null ? [] : [(await IdAsync(to)).ToString()];
        // A single contributor's box is ticked or not; of several the chosen ones.
        if (page.All($"[name=contributors-{section}]").Count == 1)
            page.Fill($"Người nhập liệu phần {section}", to is null ? "" : "true");
        else
            page.Fill($"Người nhập liệu phần {section}", chosen);
        (await page.PressAsync("Lưu")).Expect(200);
    }

    /// <summary>A second contributor of Sở Tài chính.</summary>
    private async Task<string> SecondAsync()
    {
        await using var db = portal.Database.Open();
        if (!await db.Users.AnyAsync(u => u.UserName == "stc.nhaplieu2"))
        {
            var first = await db.Users.AsNoTracking().SingleAsync(u => u.UserName == "stc.nhaplieu");
            db.Users.Add(new AppUser
            {
                UserName = "stc.nhaplieu2",
                NormalizedUserName = "STC.NHAPLIEU2",
                DisplayName = "Võ Thị Thêm",
                Role = Role.Contributor,
                AgencyId = first.AgencyId,
                PasswordHash = first.PasswordHash,
                SecurityStamp = "stc.nhaplieu2",
                CreatedAt = first.CreatedAt,
            });
            await db.SaveChangesAsync();
        }

        return "Võ Thị Thêm";
    }

    private Task<int> IdAsync(string userName) => portal.ReadAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync());

    private Task<string> NameAsync(string userName) => portal.ReadAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.DisplayName).SingleAsync());

    private async Task<int> AssignmentsAsync(Survey survey)
    {
        var id = (await survey.FormAsync()).Id;
        return await portal.ReadAsync(db => db.SectionAssignments.CountAsync(a => a.SubmissionId == id));
    }
}
