using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>
/// The settler's own value and its effect on everybody. Sở TTTT: 50 Mbps verified, 200 claimed, 37 people; the best of the block is now
/// BQLKKT's 200,25/47 = 4,2606. With 120: 120/37 = 3,2432, 40 × 3,2432/4,2606 = 30,45. With 200: 5,4054, the best itself.
/// </summary>
public sealed class SettlementEffectTests : IAsyncLifetime
{
    private const string Bandwidth = "/settlements/2026/stttt/I.3";
    private const string Training = "/settlements/2026/bdt/VI.5";

    private StagePortal _portal = null!;

    public async Task InitializeAsync() => _portal = await StagePortal.AtAsync(PeriodState.Preliminary);

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_part_of_the_claim_can_be_accepted_and_is_tried_first()
    {
        using var browser = await _portal.SignedInAsync("thamtra6");
        var page = await browser.GetAsync(Bandwidth);
        Assert.Equal("200", page.ValueOf("H05, giá trị cuối cùng"));

        page = (await page.Fill("H05, giá trị cuối cùng", "120").PressAsync("Tính thử")).Expect(200);
        Assert.Equal("30,45", Facts(page)["Tính thử"]);
        Assert.Equal(["Sở Thông tin và Truyền thông"], page.TableUnder("Ảnh hưởng tính thử").Where(r => r[2] != "0,00").Select(r => r[0]));
        Assert.Equal("120", page.ValueOf("H05, giá trị cuối cùng"));
        Assert.Equal(ExplanationState.Confirmed, (await ExplanationAsync("I.3")).State);

        var effect = await page.Fill("Kết luận", "accept").Fill("Lý do kết luận", "Phụ lục ghi 120 Mbps.").PressAsync("Lưu kết luận");
        Assert.Equal([["H05. Tổng băng thông kết nối Internet (quy đổi)", "200 Mbps", "50 Mbps", "200 Mbps", "120 Mbps"]], effect.TableUnder("Giá trị cuối cùng"));
        Assert.Equal("30,45", Facts(effect)["Sau kết luận"]);
        var stored = await effect.PressAsync("Xác nhận kết luận");
        Assert.StartsWith("Đã kết luận", stored.Notice);

        var explanation = await ExplanationAsync("I.3");
        Assert.Equal((ExplanationState.Accepted, "200", "120"), (explanation.State, Assert.Single(explanation.Contested).ClaimedJson, explanation.Contested[0].FinalJson));
        Assert.Equal("120", (await AnswerAsync("STTTT", "H05")).ValueAt(AnswerStage.Final));
        using var agency = await _portal.SignedInAsync("stttt.daumoi");
        Assert.Contains("Giá trị cuối cùng: H05 = 120 Mbps", (await agency.GetAsync("/explanations/2026/stttt")).Text);
    }

    [Fact]
    public async Task A_new_best_value_moves_others_and_is_said_before_and_after()
    {
        using var browser = await _portal.SignedInAsync("thamtra6");
        var effect = await (await browser.GetAsync(Bandwidth)).Fill("Kết luận", "accept").Fill("Lý do kết luận", "Đúng.").PressAsync("Lưu kết luận");
        Assert.Contains("tiêu chí I.3: ≈ 4,2606 của Ban Quản lý Khu kinh tế → ≈ 5,4054 của Sở Thông tin và Truyền thông", effect.Text);
        var foretold = effect.TableUnder("Ảnh hưởng nếu chấp nhận");
        Assert.Contains(foretold, row => row[0] != "Sở Thông tin và Truyền thông" && row[2].StartsWith('−'));

        var stored = await effect.PressAsync("Xác nhận kết luận");
        Assert.Equal(foretold, stored.TableUnder("Cơ quan có điểm, hạng đã thay đổi"));
        // Also to whoever looks later.
        using var other = await _portal.SignedInAsync("thamtra5");
        Assert.Equal(foretold, (await other.GetAsync(Bandwidth)).TableUnder("Cơ quan có điểm, hạng đã thay đổi"));
    }

    [Fact]
    public async Task When_the_cohort_moved_meanwhile_the_effect_is_shown_again_and_nothing_is_stored()
    {
        using var one = await _portal.SignedInAsync("thamtra6");
        using var two = await _portal.SignedInAsync("thamtra3");
        var (first, second) = (await EffectAsync(one, Bandwidth), await EffectAsync(two, Training));
        await second.PressAsync("Xác nhận kết luận");

        var again = (await first.PressAsync("Xác nhận kết luận")).Expect(409);
        Assert.StartsWith("Số liệu của các cơ quan vừa thay đổi", Assert.Single(again.Problems));
        Assert.Equal(ExplanationState.Confirmed, (await ExplanationAsync("I.3")).State);
        Assert.False((await AnswerAsync("STTTT", "H05")).HasFinal);
        Assert.Contains("Đúng.", again.Text);
        // Ban Dân tộc stands where the other conclusion has put it.
        Assert.NotEqual(Row(first, "Ban Dân tộc"), Row(again, "Ban Dân tộc"));

        Assert.StartsWith("Đã kết luận", (await again.PressAsync("Xác nhận kết luận")).Notice);
        Assert.Equal(ExplanationState.Accepted, (await ExplanationAsync("I.3")).State);
    }

    [Fact]
    public async Task Of_two_conclusions_at_the_same_instant_only_those_whose_effect_was_shown_are_stored()
    {
        using var one = await _portal.SignedInAsync("thamtra6");
        using var two = await _portal.SignedInAsync("thamtra3");
        var effects = (await EffectAsync(one, Bandwidth), await EffectAsync(two, Training));

        var settled = await Task.WhenAll(effects.Item1.PressAsync("Xác nhận kết luận"), effects.Item2.PressAsync("Xác nhận kết luận"));

        Assert.Equal([200, 409], settled.Select(p => p.Status).Order());
        Assert.Equal(1, await _portal.ReadAsync(db => db.Explanations.CountAsync(e => e.State == ExplanationState.Accepted)));
    }

    [Fact]
    public async Task The_settlers_value_is_checked_like_a_reviewers()
    {
        using var browser = await _portal.SignedInAsync("thamtra6");
        var page = (await browser.GetAsync(Bandwidth)).Fill("Kết luận", "accept").Fill("Lý do kết luận", "Đúng.");

        var letters = (await page.Fill("H05, giá trị cuối cùng", "nhiều").PressAsync("Lưu kết luận")).Expect(422);
        Assert.StartsWith("Không đọc được số “nhiều”.", letters.ProblemAt("H05, giá trị cuối cùng"));
        Assert.Equal(("nhiều", "accept", "Đúng."), (letters.ValueOf("H05, giá trị cuối cùng"), letters.ValueOf("Kết luận"), letters.ValueOf("Lý do kết luận")));
        var below = (await letters.Fill("H05, giá trị cuối cùng", "-5").PressAsync("Lưu kết luận")).Expect(422);
        Assert.NotEmpty(below.ProblemAt("H05, giá trị cuối cùng"));
        Assert.NotEmpty((await letters.Fill("H05, giá trị cuối cùng", "-5").PressAsync("Tính thử")).Expect(422).ProblemAt("H05, giá trị cuối cùng"));
        var same = (await below.Fill("H05, giá trị cuối cùng", "50").PressAsync("Lưu kết luận")).Expect(422);
        Assert.Contains("chọn không chấp nhận", same.ProblemAt("H05, giá trị cuối cùng"));
        var blank = (await same.Fill("H05, giá trị cuối cùng", "120").Fill("Lý do kết luận", "   ").PressAsync("Lưu kết luận")).Expect(422);
        Assert.EndsWith("Nhập lý do kết luận.", blank.ProblemAt("Lý do kết luận"));
        // What does not belong to the explanation is not read, and a forged confirmation without its effect shows the effect.
        var forged = await browser.PostAsync(Bandwidth, [new("conclusion", "accept"), new("reason", "x"), new("final-T02", "1"), new("final-H05", "120"), new("step", "confirmed")]);
        Assert.Equal((200, "Chấp nhận giải trình tiêu chí I.3, Sở Thông tin và Truyền thông"), (forged.Status, forged.Heading));
        Assert.Equal(409, (await browser.PostAsync(Bandwidth, [new("conclusion", "accept"), new("reason", "x"), new("final-H05", "120"), new("step", "confirmed"), new("cohort", "-1")])).Status);
        Assert.Equal(ExplanationState.Confirmed, (await ExplanationAsync("I.3")).State);
    }

    [Fact]
    public async Task Whoever_may_not_settle_cannot_try_or_confirm_either()
    {
        foreach (var (user, status) in new[] { ("thamtra5", 403), ("thamtra1", 404), ("quanly", 403), ("stttt.thutruong", 403) })
        {
            using var browser = await _portal.SignedInAsync(user);
            foreach (var step in new[] { "try", "confirmed", "" })
                Assert.Equal((user, step, status), (user, step, (await browser.PostAsync(Bandwidth, [new("conclusion", "accept"), new("reason", "x"), new("final-H05", "120"), new("step", step), new("cohort", "1")])).Status));
        }

        Assert.Equal(ExplanationState.Confirmed, (await ExplanationAsync("I.3")).State);
    }

    private static async Task<PortalPage> EffectAsync(PortalClient browser, string path) =>
        await (await browser.GetAsync(path)).Fill("Kết luận", "accept").Fill("Lý do kết luận", "Đúng.").PressAsync("Lưu kết luận");

    private static Dictionary<string, string> Facts(PortalPage page) => page.All("main dl.score-strip > div").ToDictionary(d => PortalPage.TextOf(d.QuerySelector("dt")), d => PortalPage.TextOf(d.QuerySelector("dd")));

    private static string Row(PortalPage page, string agency) => string.Join(' ', page.TableUnder("Ảnh hưởng nếu chấp nhận").Single(r => r[0] == agency));

    private Task<Answer> AnswerAsync(string agency, string question) => _portal.ReadAsync(db =>
        db.Answers.AsNoTracking().SingleAsync(a => a.QuestionCode == question && db.Submissions.Any(s => s.Id == a.SubmissionId && db.Agencies.Any(x => x.Id == s.AgencyId && x.Code == agency))));

    private Task<Explanation> ExplanationAsync(string criterion) => _portal.ReadAsync(db => db.Explanations.AsNoTracking().Include(e => e.Contested).SingleAsync(e => e.CriterionCode == criterion));
}
