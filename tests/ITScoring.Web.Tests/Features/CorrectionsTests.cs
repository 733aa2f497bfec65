using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Packages;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Reports;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>A correction is a new publication: the old one stays, both can be recomputed, everybody reads what changed for whom.</summary>
public sealed class CorrectionsTests : IAsyncLifetime
{
    private StagePortal _portal = null!;
    private PortalClient _manager = null!;
    private PortalClient _leader = null!;

    public async Task InitializeAsync()
    {
        _portal = await StagePortal.AtAsync(PeriodState.Published);
        (_manager, _leader) = (await _portal.SignedInAsync("quanly"), await _portal.SignedInAsync("lanhdao"));
    }

    public async Task DisposeAsync()
    {
        _manager.Dispose();
        _leader.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task What_was_wrong_is_put_right_by_a_second_publication_and_the_first_stays_as_it_was()
    {
        using var anybody = _portal.Browser();
        var before = (await anybody.GetAsync("/publications/2026/1")).Expect(200).Table();
        var firstFile = await anybody.Http.GetByteArrayAsync("/publications/2026/1/ranking.csv");
        var page = await _manager.GetAsync("/corrections/2026?agency=stc&criterion=VI.4");
        Assert.Equal("63", page.ValueOf("N05, giá trị đúng"));

        Assert.StartsWith("Nhập lý do đính chính", Assert.Single((await page.Fill("N05, giá trị đúng", "60").Fill("Lý do đính chính", " ").PressAsync("Lập bản đính chính")).Expect(422).Problems));
        Assert.Contains("Chưa có giá trị nào khác", Assert.Single((await page.Fill("N05, giá trị đúng", "63").Fill("Lý do đính chính", "Cộng nhầm.").PressAsync("Lập bản đính chính")).Expect(422).Problems));
        var prepared = await page.Fill("N05, giá trị đúng", "60").Fill("Lý do đính chính", "Cộng nhầm ba người.").PressAsync("Lập bản đính chính");
        Assert.Equal("Đã lập bản đính chính, chờ UBND tỉnh công bố.", prepared.Notice);
        Assert.Contains("Sở Tài chính", prepared.Text);
        Assert.Matches("VI.4: [0-9,]+ → [0-9,]+", prepared.Text);

        // A value of another form joins it; nothing is public, and no answer has changed yet.
        var both = await (await _manager.GetAsync("/corrections/2026?agency=bdt&criterion=VI.4")).Fill("N05, giá trị đúng", "20").Fill("Lý do đính chính", "Cộng nhầm ở hai cơ quan.").PressAsync("Lập bản đính chính");
        Assert.Equal(2, both.TableUnder("Bản đính chính chờ công bố").Count);
        Assert.Equal(404, (await anybody.GetAsync("/publications/2026/2")).Status);
        Assert.Equal(before, (await anybody.GetAsync("/publications/2026/1")).Table());
        Assert.Equal("63", await FinalAsync("STC"));

        var offered = await _leader.GetAsync("/corrections/2026");
        Assert.Equal(["Nhập số quyết định đính chính, không quá 100 ký tự.", "Nhập ngày quyết định."], (await offered.PressAsync("Công bố đính chính")).Expect(422).Problems);
        var published = await offered.Fill("Số quyết định", "99/QĐ-UBND").Fill("Ngày quyết định", "20/10/2026").PressAsync("Công bố đính chính");

        Assert.Equal("/publications/2026", published.Path);
        Assert.Contains("Cộng nhầm ở hai cơ quan.", published.Text);
        Assert.Equal(("60", "20"), (await FinalAsync("STC"), await FinalAsync("BDT")));
        var second = (await anybody.GetAsync("/publications/2026/2")).Expect(200);
        Assert.Contains("Lý do: Cộng nhầm ở hai cơ quan.", second.Text);
        Assert.Contains(second.TableUnder("Thay đổi so với công bố lần 1"), r => r[0] == "Sở Tài chính" && r[4].StartsWith("VI.4: ", StringComparison.Ordinal));
        Assert.Contains("Đã được thay bằng công bố lần 2", (await anybody.GetAsync("/publications/2026/1")).Text);
        Assert.Equal(before, (await anybody.GetAsync("/publications/2026/1")).Table());
        Assert.Equal(firstFile, await anybody.Http.GetByteArrayAsync("/publications/2026/1/ranking.csv"));
        Assert.Contains("2 (đính chính)", (await anybody.GetAsync("/results/2026")).Text);
        foreach (var number in new[] { 1, 2 })
        {
            var report = PackageZip.Check(new MemoryStream(await _leader.Http.GetByteArrayAsync($"/publications/2026/{number}/package-full.zip")), out _);
            Assert.Empty(report.Findings);
            Assert.Equal((PackageVerdict.Matches, number, number == 2 ? 1 : (int?)null), (report.Verdict, report.Manifest!.Publication.Number, report.Manifest.Publication.Replaces));
        }
    }

    [Fact]
    public async Task Two_leaders_at_once_publish_it_once_and_what_was_withdrawn_cannot_be_published()
    {
        await (await _manager.GetAsync("/corrections/2026?agency=stc&criterion=VI.4")).Fill("N05, giá trị đúng", "60").Fill("Lý do đính chính", "Cộng nhầm.").PressAsync("Lập bản đính chính");
        using var other = await _portal.SignedInAsync("lanhdao");
        var sha = await _portal.ReadAsync(db => db.Corrections.Select(c => c.Record!.PublicSha256).SingleAsync());
        KeyValuePair<string, string>[] fields = [new("record", sha), new("number", "99/QĐ-UBND"), new("date", "20/10/2026")];

        Assert.Equal(409, (await _leader.PostAsync("/corrections/2026/publish", [new("record", "x"), .. fields[1..]])).Status);
        var answers = await Task.WhenAll(_leader.PostAsync("/corrections/2026/publish", fields), other.PostAsync("/corrections/2026/publish", fields));

        Assert.Equal([200, 409], answers.Select(a => a.Status).Order());
        Assert.Equal([1, 2], await _portal.ReadAsync(db => db.Publications.OrderBy(p => p.Number).Select(p => p.Number).ToListAsync()));

        await (await _manager.GetAsync("/corrections/2026?agency=stc&criterion=VI.4")).Fill("N05, giá trị đúng", "61").Fill("Lý do đính chính", "Lại nhầm.").PressAsync("Lập bản đính chính");
        var waiting = await _portal.ReadAsync(db => db.Corrections.Where(c => c.State == CorrectionState.Prepared).Select(c => c.Record!.PublicSha256).SingleAsync());
        Assert.Equal("Đã rút bản đính chính.", (await (await _manager.GetAsync("/corrections/2026")).PressAsync("Rút bản đính chính")).Notice);
        Assert.Equal(409, (await _leader.PostAsync("/corrections/2026/publish", [new("record", waiting), .. fields[1..]])).Status);
        Assert.Equal("60", await FinalAsync("STC"));
    }

    [Fact]
    public async Task Of_two_corrections_that_are_prepared_at_once_one_waits()
    {
        using var other = await _portal.SignedInAsync("quanly");
        KeyValuePair<string, string>[] Fields(string value) => [new("v-N05", value), new("v-T02", "69"), new("reason", "Cộng nhầm.")];

        var answers = await Task.WhenAll(_manager.PostAsync("/corrections/2026/stc/VI.4", Fields("60")), other.PostAsync("/corrections/2026/stc/VI.4", Fields("61")));

        Assert.All(answers, a => Assert.Contains(a.Status, new[] { 200, 409 }));
        Assert.Contains(answers, a => a.Status == 200);
        Assert.Equal(1, await _portal.ReadAsync(db => db.Corrections.CountAsync(c => c.State == CorrectionState.Prepared)));
    }

    [Theory]
    [InlineData("stc.daumoi")]
    [InlineData("thamtra1")]
    [InlineData("theodoi")]
    public async Task Nobody_else_sees_or_makes_corrections(string user)
    {
        using var browser = await _portal.SignedInAsync(user);
        Assert.Contains((await browser.GetAsync("/corrections/2026")).Status, new[] { 403, 404 });
        Assert.Contains((await browser.PostAsync("/corrections/2026/stc/VI.4", new KeyValuePair<string, string>("v-N05", "1"))).Status, new[] { 403, 404 });
        Assert.Equal(0, await _portal.ReadAsync(db => db.Corrections.CountAsync()));
    }

    private Task<string?> FinalAsync(string agency) => _portal.ReadAsync(async db => (await db.Answers.AsNoTracking()
        .SingleAsync(a => a.QuestionCode == "N05" && db.Submissions.Any(s => s.Id == a.SubmissionId && db.Agencies.Any(x => x.Id == s.AgencyId && x.Code == agency)))).ValueAt(AnswerStage.Final));
}
