using AngleSharp.Dom;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Last period's value beside the field: taken over with one press, marked for the reviewer, and no longer marked once it is another.</summary>
public sealed class LastYearTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    private const string KeepA01 = "Vẫn đúng (số liệu kỳ trước của câu A01)";

    [Fact]
    public async Task One_press_takes_the_value_over_and_saves_what_was_typed_elsewhere()
    {
        var survey = await Survey.OpenAsync(portal, ("A01", "100"), ("A06", """["a","c"]"""));

        var page = await (await survey.SectionAsync()).Fill("A03", "50").Fill("Ghi chú câu A01", "Như năm trước").PressAsync(KeepA01);

        Assert.Equal(survey.Path("sections/A"), page.Path);
        Assert.Equal(("100", "50"), (page.ValueOf("A01"), page.ValueOf("A03")));
        Assert.Contains("Đã giữ nguyên số liệu kỳ trước", page.CardText("A01"));
        Assert.False(page.HasButton(KeepA01));
        var answer = (await survey.AnswerAsync("A01"))!;
        Assert.Equal(("100", "Như năm trước", true), (answer.DeclaredJson, answer.Note, answer.TakenOver));
        Assert.False((await survey.AnswerAsync("A03"))!.TakenOver);
        Assert.Equal(1, await AuditAsync(survey, "answer.take-over"));
    }

    [Fact]
    public async Task The_mark_stays_with_the_value_and_goes_with_it()
    {
        var survey = await Survey.OpenAsync(portal, ("A01", "100"));
        await (await survey.SectionAsync()).PressAsync(KeepA01);

        await (await survey.SectionAsync()).Fill("Ghi chú câu A01", "Đã rà soát").PressAsync("Lưu");
        Assert.True((await survey.AnswerAsync("A01"))!.TakenOver);
        await (await survey.SectionAsync()).Fill("A01", "101").PressAsync("Lưu");
        Assert.False((await survey.AnswerAsync("A01"))!.TakenOver);
        // Typed again it is a statement of this year, until somebody says that it is last year's.
        await (await survey.SectionAsync()).Fill("A01", "100").PressAsync("Lưu");
        Assert.False((await survey.AnswerAsync("A01"))!.TakenOver);
        await (await survey.SectionAsync()).PressAsync(KeepA01);
        Assert.True((await survey.AnswerAsync("A01"))!.TakenOver);
    }

    [Fact]
    public async Task The_reviewer_sees_which_values_were_taken_over()
    {
        var survey = await Survey.OpenAsync(portal, ("A01", "120"), ("A02", "80"));
        await survey.CompleteAsync();
        await (await survey.SectionAsync()).PressAsync(KeepA01);
        await survey.PresentAsync();
        await survey.SignAsync();

        var page = await (await portal.BrowserOfAsync("thamtra1")).GetAsync($"/reviews/{survey.Code}/stc/criteria/I.1");
        Assert.Contains("120 người (giữ nguyên số liệu kỳ trước)", page.Text);
        Assert.DoesNotContain("90 máy (giữ", page.Text);
    }

    [Fact]
    public async Task Where_nothing_can_be_saved_or_there_is_no_earlier_value_there_is_nothing_to_press()
    {
        var survey = await Survey.OpenAsync(portal, ("A01", "120"));
        Assert.Single((await survey.SectionAsync()).All("main .last"));
        // A button made by hand for a question without an earlier value saves like any other.
        var page = await (await portal.BrowserOfAsync("stc.daumoi")).PostAsync(survey.Path("sections/A"), [new("v-A03", "0"), new("o-A03", ""), new("A03", "7"), new("go", "keep:A03")]);
        Assert.Equal(200, page.Status);
        Assert.Equal(("7", false), ((await survey.AnswerAsync("A03"))!.DeclaredJson, (await survey.AnswerAsync("A03"))!.TakenOver));
        await survey.SubmitAsync();
        Assert.False((await survey.SectionAsync()).HasButton(KeepA01));
        (await (await portal.BrowserOfAsync("stc.daumoi")).PostAsync(survey.Path("sections/A"), [new("v-A01", "1"), new("o-A01", ""), new("A01", "1"), new("go", "keep:A01")])).Expect(409);
        Assert.Equal(SubmissionState.Submitted, (await survey.FormAsync()).State);
    }

    [Fact]
    public async Task A_great_change_leads_to_the_place_where_it_is_asked_back()
    {
        var survey = await Survey.OpenAsync(portal, ("A01", "100"));
        await survey.AnswerAsync("stc.daumoi", ("A01", "121"));
        var link = (await survey.SectionAsync()).Card("A01").QuerySelectorAll("a").Single(a => PortalPage.TextOf(a).StartsWith("Khác nhiều so với kỳ trước", StringComparison.Ordinal));
        Assert.Equal("../check#hoi-cb-01", link.GetAttribute("href"));
        Assert.NotNull((await survey.PageAsync("check")).One("#hoi-cb-01"));
        await (await survey.PageAsync("check")).Fill("note-CB-01", "Nhận thêm đơn vị.").PressAsync("Lưu ghi chú");
        Assert.DoesNotContain("Khác nhiều so với kỳ trước", (await survey.SectionAsync()).CardText("A01"));
    }

    [Fact]
    public async Task Documents_and_notes_of_the_last_published_form_stand_there_and_documents_are_used_again_once()
    {
        await using var stage = await StagePortal.AtAsync(PeriodState.Published);
        using var manager = await stage.SignedInAsync("quanly");
        var plan = await (await manager.GetAsync("/periods/new")).Fill("Năm đánh giá", "2027").Fill("Mã trong địa chỉ", "2027").Fill("Tên kỳ", "Kỳ 2027").PressAsync("Thêm và nhập kế hoạch");
        await plan.Fill("Ngày", "20/12/2027").Fill("agencies", "Sở Tài chính").PressAsync("Lưu kế hoạch");
        await (await manager.GetAsync("/periods/2027/open")).PressAsync("Mở kỳ đánh giá");
        using var editor = await stage.SignedInAsync("stc.daumoi");

        var page = await editor.GetAsync("/submissions/2027/stc/sections/H");
        var documents = page.Card("H04").QuerySelectorAll(".last__e li").Select(PortalPage.TextOf).ToList();
        Assert.Single(documents);
        for (var press = 0; press < 2; press++)
            page = await (await editor.GetAsync("/submissions/2027/stc/sections/H")).PressAsync("Dùng lại tài liệu kỳ trước cho câu H04");
        Assert.Equal("Tài liệu kỳ trước đã có ở câu H04.", page.Notice);
        page = await page.PressAsync("Dùng lại tài liệu kỳ trước cho câu H05");

        // One document, which serves both questions.
        var uses = await stage.ReadAsync(async db => (await db.Evidence.Include(e => e.Uses).Where(e => db.Submissions.Any(s => s.Id == e.SubmissionId && db.Periods.Any(p => p.Id == s.PeriodId && p.Code == "2027"))).ToListAsync()).Select(e => string.Join(',', e.Uses.Select(u => u.QuestionCode))).ToList());
        Assert.Equal(["H04,H05"], uses);
        Assert.StartsWith(PortalPage.TextOf(page.Card("H04").QuerySelector(".evid li div")!.FirstChild), documents[0]);
    }

    [Fact]
    public async Task A_successor_names_the_documents_of_the_agency_before_it_anew()
    {
        await using var stage = await StagePortal.AtAsync(PeriodState.Published);
        await stage.ReadAsync(async db =>
        {
            var old = await db.Agencies.SingleAsync(a => a.Code == "STC");
            var heir = new Agency("STCM", "Sở Tài chính và Kế hoạch", null, old.BlockId, order: 900);
            db.Add(heir);
            await db.SaveChangesAsync();
            Assert.True(heir.Succeeds(old).Ok);
            (await db.Users.SingleAsync(u => u.UserName == "stc.daumoi")).AgencyId = heir.Id;
            return await db.SaveChangesAsync();
        });
        using var manager = await stage.SignedInAsync("quanly");
        var plan = await (await manager.GetAsync("/periods/new")).Fill("Năm đánh giá", "2027").Fill("Mã trong địa chỉ", "2027").Fill("Tên kỳ", "Kỳ 2027").PressAsync("Thêm và nhập kế hoạch");
        await plan.Fill("Ngày", "20/12/2027").Fill("agencies", "Sở Tài chính và Kế hoạch").PressAsync("Lưu kế hoạch");
        await (await manager.GetAsync("/periods/2027/open")).PressAsync("Mở kỳ đánh giá");
        using var editor = await stage.SignedInAsync("stc.daumoi");
        const string Form = "/submissions/2027/stcm/sections/H";

        var page = await (await editor.GetAsync(Form)).PressAsync("Dùng lại tài liệu kỳ trước cho câu H04");
        Assert.Equal("Đã dùng lại 1 tài liệu kỳ trước cho câu H04.", page.Notice);
        page = await (await editor.GetAsync(Form)).PressAsync("Dùng lại tài liệu kỳ trước cho câu H04");
        Assert.Equal("Tài liệu kỳ trước đã có ở câu H04.", page.Notice);
        Assert.Single(page.Card("H04").QuerySelectorAll(".evid li"));
    }

    private Task<int> AuditAsync(Survey survey, string action) => portal.ReadAsync(async db =>
    {
        var period = await db.Periods.SingleAsync(p => p.Code == survey.Code);
        return await db.AuditEntries.CountAsync(e => e.PeriodId == period.Id && e.Action == action);
    });
}
