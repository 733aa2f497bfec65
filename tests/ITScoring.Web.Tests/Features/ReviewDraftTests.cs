using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>What a reviewer types and has not concluded, at VI.4 of Sở Tài chính, which declared 63 for N05.</summary>
public sealed class ReviewDraftTests : IAsyncLifetime
{
    private const string Page = "/reviews/2026/stc/criteria/VI.4";

    private const string Value = "N05, giá trị thẩm tra";

    private StagePortal _portal = null!;

    public async Task InitializeAsync() => _portal = await StagePortal.AtAsync(PeriodState.Open);

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_draft_comes_back_to_who_typed_it_counts_nowhere_and_ends_with_the_verdict()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var tried = await (await browser.GetAsync(Page)).Fill(Value, "60").Fill("Lý do điều chỉnh", "Ba chứng chỉ hết hạn.").PressAsync("Tính thử điểm");
        Assert.Contains("chưa kết luận", tried.Text);

        var again = await browser.GetAsync(Page);
        Assert.Equal(("60", "Ba chứng chỉ hết hạn."), (again.ValueOf(Value), again.ValueOf("Lý do điều chỉnh")));
        Assert.Equal(0, await _portal.ReadAsync(db => db.CriterionVerdicts.CountAsync()));
        Assert.Equal(0, await _portal.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "answer.verify")));
        using var manager = await _portal.SignedInAsync("quanly");
        Assert.DoesNotContain("Ba chứng chỉ", (await manager.GetAsync(Page)).Html);

        await again.PressAsync("Lưu điều chỉnh");
        Assert.Equal(0, await DraftsAsync());
    }

    [Fact]
    public async Task It_is_thrown_away_by_a_button_and_by_agreeing_to_many()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = await (await browser.GetAsync(Page)).Fill(Value, "60").PressAsync("Tính thử điểm");
        page = await page.PressAsync("Bỏ nháp");
        Assert.Equal(("63", 0), (page.ValueOf(Value), await DraftsAsync()));

        await page.Fill(Value, "60").PressAsync("Tính thử điểm");
        await (await browser.GetAsync("/reviews/2026/stc/criteria/VI.5")).Fill("Lý do điều chỉnh", "Chờ hỏi lại.").PressAsync("Tính thử điểm");
        Assert.Equal(2, await DraftsAsync());
        await (await browser.GetAsync("/reviews/2026/stc")).Fill("criteria", "VI.4", "I.1").PressAsync("Đồng ý các mục đã chọn");

        // What was agreed to has no draft any more; the other one waits on.
        Assert.Equal(["VI.5"], await _portal.ReadAsync(db => db.ReviewDrafts.Select(d => d.CriterionCode).ToListAsync()));
        Assert.Equal("63", (await browser.GetAsync(Page)).ValueOf(Value));
    }

    [Fact]
    public async Task What_is_too_long_to_be_kept_is_said_to_be_not_kept_and_an_earlier_draft_stays()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = await (await browser.GetAsync(Page)).Fill("Lý do điều chỉnh", "Ngắn.").PressAsync("Tính thử điểm");

        var refused = (await page.Fill("Lý do điều chỉnh", new string('a', 60_001)).PressAsync("Tính thử điểm")).Expect(422);

        Assert.Contains("Nháp dài quá 60.000 ký tự nên chưa được lưu. Rút ngắn nội dung rồi thử lại.", refused.Problems);
        Assert.Equal("no", refused.All("[data-live=draft]").Single().GetAttribute("data-kept"));
        Assert.Equal(60_001, refused.ValueOf("Lý do điều chỉnh")!.Length);
        Assert.Equal("Ngắn.", (await browser.GetAsync(Page)).ValueOf("Lý do điều chỉnh"));
    }

    private Task<int> DraftsAsync() => _portal.ReadAsync(db => db.ReviewDrafts.CountAsync());
}
