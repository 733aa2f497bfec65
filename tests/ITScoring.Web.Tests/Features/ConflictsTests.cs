using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>A reviewer says with whom he has a conflict of interest, and the server keeps him away from there.</summary>
public sealed class ConflictsTests : IAsyncLifetime
{
    private StagePortal _portal = null!;

    public async Task InitializeAsync() => _portal = await StagePortal.AtAsync(PeriodState.Open);

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Whoever_declares_a_conflict_finds_nothing_of_the_agency_any_more_and_what_he_judged_is_looked_at_again()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        await (await browser.GetAsync("/reviews/2026/stc/criteria/VI.4")).PressAsync("Đồng ý với số liệu hiện có");
        var file = await _portal.ReadAsync(db => db.Evidence.Where(e => e.SubmissionId == db.Submissions.First(s => s.AgencyId == db.Agencies.First(a => a.Code == "STC").Id).Id).Select(e => (int?)e.Id).FirstOrDefaultAsync());

        var page = await (await browser.GetAsync("/conflicts/2026")).Fill("Cơ quan", "Sở Tài chính").Fill("Lý do", "Vợ tôi là kế toán trưởng của Sở.").PressAsync("Khai báo");

        Assert.Contains("không cho anh/chị thẩm tra phiếu của Sở Tài chính", page.Notice);
        Assert.Equal(["Sở Tài chính", "Vợ tôi là kế toán trưởng của Sở."], page.Table()[0].Skip(1).Take(2));
        foreach (var path in new[] { "/reviews/2026/stc", "/reviews/2026/stc/criteria/VI.4", "/reviews/2026/stc/return" })
            Assert.Equal((path, 404), (path, (await browser.GetAsync(path)).Status));
        foreach (var path in new[] { "/criteria/VI.5/agree", "/criteria/VI.4/adjust", "/criteria/VI.4/supplement", "/criteria/VI.4/refer", "/criteria/VI.4/discard", "/agree", "/finish", "/return", "/values/T08" })
            Assert.Equal((path, 404), (path, (await browser.PostAsync("/reviews/2026/stc" + path)).Status));
        if (file is { } id)
            Assert.Equal(404, (await browser.GetAsync($"/files/{id}")).Status);
        Assert.DoesNotContain("Sở Tài chính", (await browser.GetAsync("/reviews")).Table().Select(r => r[0]));
        var verdict = await _portal.ReadAsync(db => db.CriterionVerdicts.SingleAsync());
        Assert.Equal((VerdictKind.NeedsReview, "Người thẩm tra đã khai báo xung đột lợi ích."), (verdict.Kind, verdict.ReviewAgainBecause));

        using var manager = await _portal.SignedInAsync("quanly");
        var refused = await manager.PostAsync("/periods/2026/reviewers/parts", new("part", "form"), new("mode", "add"), new("agencies", await AgencyAsync("STC")), new("reviewers", await UserAsync("thamtra1")));
        Assert.Contains("xung đột lợi ích", Assert.Single(refused.Expect(422).Problems));

        // The manager lifts it, with a reason.
        var all = await manager.GetAsync("/conflicts/2026");
        Assert.Contains("Nhập lý do gỡ khai báo.", (await all.PressAsync("Gỡ khai báo")).Expect(422).Problems);
        var lifted = await (await manager.GetAsync("/conflicts/2026")).Fill("Lý do gỡ", "Người nhà đã chuyển công tác.").PressAsync("Gỡ khai báo");
        Assert.Contains("Đã gỡ", lifted.Table()[0][4]);
        Assert.Equal(200, (await browser.GetAsync("/reviews/2026/stc")).Status);
        Assert.Equal(["conflict.declare", "conflict.lift"], await _portal.ReadAsync(db => db.AuditEntries.Where(e => e.Action.StartsWith("conflict.")).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task What_is_missing_is_said_and_only_reviewers_declare_and_only_managers_lift()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = (await (await browser.GetAsync("/conflicts/2026")).Fill("Lý do", "  ").PressAsync("Khai báo")).Expect(422);
        Assert.Equal(["Chọn một cơ quan tham gia kỳ đánh giá."], page.Problems);
        page = (await page.Fill("Cơ quan", "Sở Y tế").Fill("Lý do", " \t ").PressAsync("Khai báo")).Expect(422);
        Assert.StartsWith("Nhập lý do", Assert.Single(page.Problems));
        Assert.Equal("Sở Y tế", page.One("#f-agency option[selected]").TextContent);
        Assert.Equal(404, (await browser.GetAsync("/conflicts/none")).Status);
        Assert.Equal(403, (await browser.PostAsync("/conflicts/2026/1/lift", new KeyValuePair<string, string>("reason-1", "x"))).Status);
        using var manager = await _portal.SignedInAsync("quanly");
        Assert.Equal(403, (await manager.PostAsync("/conflicts/2026", new("agency", "1"), new("reason", "x"))).Status);
        Assert.Equal(404, (await manager.PostAsync("/conflicts/2026/99/lift", new KeyValuePair<string, string>("reason", "x"))).Status);
        using var agency = await _portal.SignedInAsync("stc.daumoi");
        Assert.Equal(403, (await agency.GetAsync("/conflicts/2026")).Status);
    }

    private Task<string> AgencyAsync(string code) => _portal.ReadAsync(db => db.Agencies.Where(a => a.Code == code).Select(a => $"{a.Id}").SingleAsync());

    private Task<string> UserAsync(string name) => _portal.ReadAsync(db => db.Users.Where(u => u.UserName == name).Select(u => $"{u.Id}").SingleAsync());
}
