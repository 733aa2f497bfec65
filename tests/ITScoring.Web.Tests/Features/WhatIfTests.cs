using AngleSharp.Dom;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Tính thử: other figures, the points that they would bring, and nothing of it in the form.</summary>
public sealed class WhatIfTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Fact]
    public async Task Points_and_total_move_with_the_figures_tried_and_both_ways_of_reckoning_are_shown()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();

        var first = await survey.PageAsync("what-if?of=criterion:I.1");
        Assert.Equal(("90", "83,00"), (first.ValueOf("try-A02"), Figure(first, "Tổng điểm tạm tính theo phiếu")));
        Assert.Equal(["A01", "A02"], first.All(".qcard__code").Select(PortalPage.TextOf));

        var page = await first.Fill("try-A02", "120").PressAsync("Tính thử");

        // I.1: 40 × 90 / 120 = 30, tried 40 × 120 / 120 = 40.
        Assert.Equal(
            ("83,00", "93,00", "+10,00", "1"),
            (Figure(page, "Tổng điểm tạm tính theo phiếu"), Figure(page, "Tổng điểm tính thử"), Figure(page, "Chênh lệch"), Figure(page, "Số liệu đã đổi")));
        Assert.Equal("I.1 Tỷ lệ trang bị máy tính 30,00 theo phiếu → 40,00 / 40", Line(page, "I.1"));
        var how = PortalPage.TextOf(page.All("main .crit details").Single(d => PortalPage.TextOf(d).StartsWith("Cách tính tiêu chí I.1", StringComparison.Ordinal)));
        Assert.Contains("A02 Số máy tính90 máy", how);
        Assert.Contains("A02 Số máy tính120 máy", how);
        Assert.Equal("120", page.ValueOf("try-A02"));
        Assert.Equal("90", (await survey.PageAsync("what-if?of=criterion:I.1")).ValueOf("try-A02"));
    }

    [Fact]
    public async Task It_stands_apart_from_the_form_and_says_that_nothing_is_kept()
    {
        var survey = await Survey.OpenAsync(portal);
        var page = await survey.PageAsync("what-if?of=section:A");
        Assert.Contains("Tính thử – không lưu vào phiếu.", page.Text);
        Assert.NotNull(page.One("main form.sandbox"));
        // No field of it has the name of a field of the form.
        var names = page.All("form.sandbox [name]").Select(f => f.GetAttribute("name")!).Where(n => n != "__RequestVerificationToken").ToList();
        Assert.True(names.Count > 10 && names.All(n => n.StartsWith("try-", StringComparison.Ordinal)), string.Join(", ", names));
    }

    [Theory]
    [InlineData("stc.nhaplieu")]
    [InlineData("stc.daumoi")]
    [InlineData("stc.thutruong")]
    public async Task Nothing_is_written_by_whoever_tries(string user)
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        // Signing in leaves its own row.
        var page = await survey.PageAsync("what-if", user);
        var before = await RowsAsync();

        page = await page.Fill("try-A01", "90").Fill("try-A04", "Không").Fill("try-A06", "Văn bản").Fill("try-A07[1].name", "").Fill("try-A07[1].year", "").Fill("try-B04", "3").PressAsync("Tính thử");

        // 40 × 90/90, firewall −10, one option fewer −2, one piece of software fewer −2, the inspector's 3: 83 + 10 − 10 − 2 − 2 + 3; the own bandwidth stays the best.
        Assert.Equal(("82,00", "5"), (Figure(page, "Tổng điểm tính thử"), Figure(page, "Số liệu đã đổi")));
        Assert.Equal(before, await RowsAsync());
        Assert.Equal("120", await survey.ValueAsync("A01"));
        // The same check sees a real save.
        await survey.AnswerAsync("stc.daumoi", ("A08", "\"Phòng\""));
        Assert.NotEqual(before, await RowsAsync());
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_at_its_field_and_the_rest_is_reckoned()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();

        var page = (await (await survey.PageAsync("what-if?of=section:A")).Fill("try-A01", "một trăm").Fill("try-A02", "60").PressAsync("Tính thử")).Expect(422);

        // 40 × 60 / 120, with A01 as the form has it.
        Assert.Equal("I.1 Tỷ lệ trang bị máy tính 30,00 theo phiếu → 20,00 / 40", Line(page, "I.1"));
        Assert.StartsWith("A01. ", Assert.Single(page.Problems));
        Assert.NotEqual("", page.ProblemAt("try-A01"));
        Assert.Equal(("một trăm", "60"), (page.ValueOf("try-A01"), page.ValueOf("try-A02")));
        Assert.Contains("1 câu chưa hiểu được", page.Text);
    }

    [Fact]
    public async Task Figures_that_could_not_be_presented_are_reckoned_with_and_said()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        var page = await (await survey.PageAsync("what-if?of=criterion:I.1")).Fill("try-A02", "240").PressAsync("Tính thử");
        Assert.Contains("Số liệu như vậy không trình được. Câu A02 “Số máy tính”: giá trị 240 lớn hơn mức cao nhất 120 = A01 (A01 = 120)", page.Text);
        Assert.Equal("I.1 Tỷ lệ trang bị máy tính 30,00 theo phiếu → 40,00 / 40", Line(page, "I.1"));
    }

    [Fact]
    public async Task A_question_that_decides_whether_another_is_asked_is_tried_with_it()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        var page = await survey.PageAsync("what-if?of=criterion:I.5");
        Assert.Equal(["A05", "A06"], page.All(".qcard__code").Select(PortalPage.TextOf));
        page = await page.Fill("try-A05", "Thủ công").PressAsync("Tính thử");
        // A06 is then not asked: its 4 points are gone, and I.4 has 5 in place of 10.
        Assert.Equal(("74,00", "I.5 Nội dung sao lưu 4,00 theo phiếu → 0,00 / 6"), (Figure(page, "Tổng điểm tính thử"), Line(page, "I.5")));
    }

    [Fact]
    public async Task A_section_or_criterion_that_is_not_there_and_another_agencys_form_are_not_found()
    {
        var survey = await Survey.OpenAsync(portal);
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        foreach (var path in new[] { survey.Path("what-if?of=section:X"), survey.Path("what-if?of=x"), survey.Path("what-if", "sct"), survey.Path("points-to-win", "sct") })
            (await browser.GetAsync(path)).Expect(404);
        (await browser.PostAsync(survey.Path("what-if", "sct"), [new("try-A01", "1")])).Expect(404);
        (await (await portal.BrowserOfAsync("thamtra1")).GetAsync(survey.Path("what-if"))).Expect(403);
    }

    [Fact]
    public async Task Criteria_stand_by_what_they_can_still_bring_or_by_points_without_evidence()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", [.. Survey.Complete, ("A05", "\"b\"")]);

        var page = await survey.PageAsync("points-to-win");
        // I.1 40 − 30; I.5 is not asked and has 0 of 6; I.4 10 − 5; II.2 of the inspector 3; I.6 6 − 4.
        Assert.Equal(["I.1 +10,00", "I.5 +6,00", "I.4 +5,00", "II.2 +3,00", "I.6 +2,00"], Wins(page));
        Assert.Equal(("74,00", "26,00", "40,00"), (Figure(page, "Điểm tự chấm tạm tính"), Figure(page, "Còn có thể đạt"), Figure(page, "Thiếu tài liệu kiểm chứng")));
        Assert.Equal(survey.Path("sections/A") + "#a01", page.All("main .feed-q a")[0].GetAttribute("href"));
        Assert.Contains("Đã đạt điểm tối đa: I.2, I.3, II.1, II.3.", page.Text);
        Assert.Contains("tiêu chí I.1", (await page.FollowAsync("Tính thử tiêu chí I.1")).Text, StringComparison.OrdinalIgnoreCase);

        page = await page.FollowAsync("Thiếu tài liệu kiểm chứng");
        Assert.Equal(["I.1 30,00", "I.3 10,00"], Wins(page));
        await survey.ProveAsync("stc.daumoi", "A02", "A04");
        Assert.Contains("Không có điểm nào thiếu tài liệu", (await survey.PageAsync("points-to-win?sort=evidence")).Text);
    }

    private static List<string> Wins(PortalPage page) =>
        [.. page.All("main .crit--win > li").Select(l => $"{PortalPage.TextOf(l.QuerySelector(".crit__c"))} {PortalPage.TextOf(l.QuerySelector(".crit__p")).Split(' ')[0]}")];

    private static string Line(PortalPage page, string criterion) =>
        string.Join(' ', page.All("main .crit__row").Single(r => PortalPage.TextOf(r.FirstElementChild) == criterion).Children.Select(PortalPage.TextOf));

    private static string Figure(PortalPage page, string name) =>
        PortalPage.TextOf(page.All("main dt").Single(d => PortalPage.TextOf(d) == name).NextElementSibling!.FirstElementChild);

    /// <summary>Every table with its number of rows, and the sum of all versions.</summary>
    private Task<string> RowsAsync() => portal.ReadAsync(async db =>
    {
        var counts = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
            counts.Add($"{table} {await command.ExecuteScalarAsync()}");
        }

        Assert.True(counts.Count > 25, $"Only {counts.Count} tables are counted.");
        return $"{string.Join(", ", counts)}; versions {await db.Answers.SumAsync(a => a.Version)} {await db.Submissions.SumAsync(s => s.StateVersion)} {await db.Periods.SumAsync(p => p.Version)}";
    });
}
