using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>A period in preparation is tried with invented answers; nothing of it is stored.</summary>
public sealed class TrialRunsTests
{
    [Fact]
    public async Task Each_kind_of_answers_is_ranked_within_blocks_and_nothing_is_stored()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Draft);
        using var manager = await portal.SignedInAsync("quanly");
        var before = await portal.ReadAsync(async db => (await db.Answers.CountAsync(), await db.Submissions.CountAsync(), await db.AuditEntries.CountAsync()));

        var mixed = await (await manager.GetAsync("/periods/2026")).FollowAsync("Chạy thử");
        Assert.Equal("/trial-runs/2026", mixed.Path);
        var scores = mixed.Table("main section:nth-of-type(1) table");
        Assert.True(scores.Count >= 6);
        Assert.Equal("1", scores[0][0]);
        Assert.True(scores.Select(r => r[2]).Distinct().Count() > 2);
        Assert.Contains("Không xếp hạng: Mới tổ chức lại trong kỳ", mixed.Text);

        var best = await mixed.Fill("Câu trả lời giả định", "Mọi câu trả lời tốt nhất").PressAsync("Chạy thử");
        Assert.Single(best.Table("main section:nth-of-type(1) table").Select(r => r[2]).Distinct());
        var empty = await manager.GetAsync("/trial-runs/2026?kind=empty");
        Assert.True(Number(best.Table("main section:nth-of-type(1) table")[0][2]) > Number(empty.Table("main section:nth-of-type(1) table")[0][2]));
        // The same again, whoever asks and when.
        Assert.Equal(scores, (await manager.GetAsync("/trial-runs/2026?kind=mixed")).Table("main section:nth-of-type(1) table"));
        Assert.Equal(scores, (await manager.GetAsync("/trial-runs/2026?kind=7")).Table("main section:nth-of-type(1) table"));
        Assert.Equal(before, await portal.ReadAsync(async db => (await db.Answers.CountAsync(), await db.Submissions.CountAsync(), await db.AuditEntries.CountAsync())));
    }

    [Fact]
    public async Task A_period_without_a_plan_says_what_it_lacks_and_an_opened_one_is_not_tried()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        using var manager = await portal.SignedInAsync("quanly");
        Assert.Equal(404, (await manager.GetAsync("/trial-runs/2026")).Status);
        await (await manager.GetAsync("/periods/new")).Fill("Mã trong địa chỉ", "moi").PressAsync("Thêm và nhập kế hoạch");
        var page = (await manager.GetAsync("/trial-runs/moi")).Expect(200);
        Assert.Contains("Chọn bộ tiêu chí.", page.Text);
        Assert.Contains("Chọn ít nhất một cơ quan tham gia.", page.Text);
        using var reviewer = await portal.SignedInAsync("thamtra1");
        Assert.Equal(403, (await reviewer.GetAsync("/trial-runs/moi")).Status);
    }

    private static decimal Number(string shown) => decimal.Parse(shown.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture);
}
