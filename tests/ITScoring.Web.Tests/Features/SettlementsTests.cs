using ITScoring.Domain.Auditing;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>
/// Kết luận giải trình. Sở TTTT claims 200 Mbps where thamtra5 found 50 (I.3); Ban Dân tộc claims 6 people trained where thamtra2 found 3 (VI.5);
/// Sở Tài chính's explanation (VI.4) was not confirmed by its head.
/// </summary>
public sealed class SettlementsTests : IAsyncLifetime
{
    private const string Bandwidth = "/settlements/2026/stttt/I.3";
    private const string Training = "/settlements/2026/bdt/VI.5";

    private StagePortal _portal = null!;

    public async Task InitializeAsync() => _portal = await StagePortal.AtAsync(PeriodState.Preliminary);

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task The_list_names_confirmed_explanations_and_whom_they_wait_for()
    {
        using var other = await _portal.SignedInAsync("thamtra6");
        var page = await other.GetAsync("/settlements");
        Assert.Equal([("Sở Thông tin và Truyền thông", "Chờ kết luận"), ("Ban Dân tộc", "Chờ kết luận")], page.Table().Select(r => (r[0], r[4])));
        Assert.StartsWith("I.3. ", page.Table()[0][1]);

        using var first = await _portal.SignedInAsync("thamtra5");
        Assert.Equal(["Chờ người khác", "Chờ kết luận"], (await first.GetAsync("/settlements/2026")).Table().Select(r => r[4]));
        // thamtra2 verified Ban Dân tộc; Sở TTTT is his own house.
        using var home = await _portal.SignedInAsync("thamtra2");
        Assert.Equal([("Ban Dân tộc", "Chờ người khác")], (await home.GetAsync("/settlements/2026")).Table().Select(r => (r[0], r[4])));
        Assert.Equal(404, (await home.GetAsync("/settlements/none")).Status);
    }

    [Fact]
    public async Task The_page_shows_both_sides_and_what_accepting_would_change_for_whom()
    {
        using var browser = await _portal.SignedInAsync("thamtra6");
        var page = await browser.GetAsync(Bandwidth);

        // By hand: now the best of the block is BQLKKT's 200,25/47 = 4,2606: 50/37 = 1,3514 → 12,69 of 40. Accepted, 200/37 is the best itself.
        var facts = page.All("main dl > div").ToDictionary(d => PortalPage.TextOf(d.QuerySelector("dt")), d => PortalPage.TextOf(d.QuerySelector("dd")));
        Assert.Equal(("40", "12,69", "40,00", "+27,31"), (facts["Tối đa"], facts["Hiện tại"], facts["Nếu chấp nhận"], facts["Thay đổi"]));
        Assert.Contains("Điều chỉnh. Lý do: Hợp đồng kênh truyền ghi 50 Mbps.", page.Text);
        Assert.Contains("Cơ quan đề nghị giữ số kê khai câu H05.", page.Text);
        Assert.Matches("Kê khai ?200 Mbps ?Thẩm tra ?50 Mbps ?Đề nghị ?200 Mbps", page.Text);

        // Everybody of the block loses but Sở TTTT; nobody of the other block moves. Sở Y tế has nothing to lose.
        var effects = page.TableUnder("Ảnh hưởng nếu chấp nhận");
        Assert.Equal(["Văn phòng UBND tỉnh", "Sở Nội vụ", "Sở Tài chính", "Sở Thông tin và Truyền thông", "Ban Dân tộc", "Ban Quản lý Khu kinh tế"], effects.Select(e => e[0]));
    }

    [Fact]
    public async Task What_was_foretold_is_what_the_result_becomes()
    {
        using var browser = await _portal.SignedInAsync("thamtra6");
        var page = await browser.GetAsync(Bandwidth);
        var foretold = page.TableUnder("Ảnh hưởng nếu chấp nhận").ToDictionary(e => e[0], e => (Score: e[1].Split(" → "), Rank: e[3].Split(" → ")));
        using var manager = await _portal.SignedInAsync("quanly");
        var before = (await manager.GetAsync("/approvals/2026")).TableUnder("Xếp hạng").ToDictionary(r => r[1].Replace("Không nộp phiếu", ""));
        Assert.All(foretold, f => Assert.Equal((f.Value.Score[0], f.Value.Rank[0]), (before[f.Key][5], before[f.Key][0])));

        var effect = await page.Fill("Kết luận", "accept").Fill("Lý do kết luận", "Phụ lục hợp đồng ghi 200 Mbps.").PressAsync("Lưu kết luận");
        Assert.Equal(("Chấp nhận giải trình tiêu chí I.3, Sở Thông tin và Truyền thông", 200), (effect.Heading, effect.Status));
        Assert.Equal(page.TableUnder("Ảnh hưởng nếu chấp nhận"), effect.TableUnder("Ảnh hưởng nếu chấp nhận"));
        Assert.Empty(await AuditAsync());
        var stored = await effect.PressAsync("Xác nhận kết luận");
        Assert.Equal((Bandwidth, "Đã kết luận giải trình tiêu chí I.3 của Sở Thông tin và Truyền thông."), (stored.Path, stored.Notice));
        // The next page says who moved, and goes on saying it.
        Assert.Equal(effect.TableUnder("Ảnh hưởng nếu chấp nhận"), stored.TableUnder("Cơ quan có điểm, hạng đã thay đổi"));
        Assert.Equal("Chấp nhận", (await browser.GetAsync("/settlements/2026")).Table()[0][4]);
        await DeclineAsync("thamtra4", Training);
        await (await manager.GetAsync("/periods/2026/propose")).PressAsync("Trình UBND tỉnh");

        var after = (await manager.GetAsync("/approvals/2026")).TableUnder("Xếp hạng").ToDictionary(r => r[1].Replace("Không nộp phiếu", ""));
        Assert.All(foretold, f => Assert.Equal((f.Value.Score[1], f.Value.Rank[1]), (after[f.Key][5], after[f.Key][0])));
        Assert.All(after.Where(r => !foretold.ContainsKey(r.Key)), r => Assert.Equal(before[r.Key][5], r.Value[5]));
    }

    [Fact]
    public async Task Accepting_makes_the_claim_final_and_keeps_the_verified_value_beside_it()
    {
        await SettleAsync("thamtra6", Bandwidth, "accept", "Phụ lục hợp đồng ghi 200 Mbps.");

        var answer = await AnswerAsync("STTTT", "H05");
        Assert.Equal(("200", "50", "200", "Phụ lục hợp đồng ghi 200 Mbps."), (answer.DeclaredJson, answer.ValueAt(AnswerStage.Verified), answer.ValueAt(AnswerStage.Final), answer.FinalReason));
        var explanation = await ExplanationAsync("I.3");
        Assert.Equal((ExplanationState.Accepted, "Phụ lục hợp đồng ghi 200 Mbps."), (explanation.State, explanation.SettlementReason));
        Assert.Equal([("answer.finalise", "H05", "50", "200"), ("explanation.settle", "I.3", "Confirmed", "Accepted")], (await AuditAsync()).Select(a => (a.Action, a.Subject, a.From!, a.To!)));
        using var agency = await _portal.SignedInAsync("stttt.daumoi");
        Assert.Contains("Phụ lục hợp đồng ghi 200 Mbps.", (await agency.GetAsync("/explanations/2026/stttt")).Text);
    }

    [Fact]
    public async Task Declining_needs_a_reason_and_keeps_the_verified_value()
    {
        using var browser = await _portal.SignedInAsync("thamtra4");
        var page = await browser.GetAsync(Training);

        var nothing = (await page.PressAsync("Lưu kết luận")).Expect(422);
        Assert.Contains("Chọn chấp nhận hoặc không chấp nhận giải trình.", nothing.Problems);
        var without = (await nothing.Fill("Kết luận", "decline").PressAsync("Lưu kết luận")).Expect(422);
        Assert.EndsWith("Nhập lý do kết luận.", without.ProblemAt("Lý do kết luận"));
        Assert.Equal("decline", without.ValueOf("Kết luận"));
        var tooLong = (await without.Fill("Lý do kết luận", new string('x', 2001)).PressAsync("Lưu kết luận")).Expect(422);
        Assert.Contains("quá 2000 ký tự", tooLong.ProblemAt("Lý do kết luận"));
        Assert.Empty(await AuditAsync());
        await without.Fill("Lý do kết luận", "Ba người trong danh sách trùng tên.").PressAsync("Lưu kết luận");

        var answer = await AnswerAsync("BDT", "N06");
        Assert.Equal((false, "3"), (answer.HasFinal, answer.ValueAt(AnswerStage.Final)));
        Assert.Equal(ExplanationState.Declined, (await ExplanationAsync("VI.5")).State);
        Assert.Equal(["explanation.settle"], (await AuditAsync()).Select(a => a.Action));
        Assert.Contains("Không chấp nhận: Ba người trong danh sách trùng tên.", (await browser.GetAsync(Training)).Text);
    }

    [Fact]
    public async Task Whoever_verified_it_first_reads_why_not_and_is_refused()
    {
        using var browser = await _portal.SignedInAsync("thamtra5");
        var page = await browser.GetAsync(Bandwidth);
        Assert.Contains("Giải trình phải do người khác kết luận, không phải người đã thẩm tra tiêu chí này.", page.Text);
        Assert.False(page.HasButton("Lưu kết luận"));

        var refused = (await browser.PostAsync(Bandwidth, new("conclusion", "accept"), new("reason", "x"))).Expect(403);

        Assert.Contains("không phải người đã thẩm tra tiêu chí này", Assert.Single(refused.Problems));
        Assert.Equal(ExplanationState.Confirmed, (await ExplanationAsync("I.3")).State);
        Assert.False((await AnswerAsync("STTTT", "H05")).HasFinal);
    }

    [Fact]
    public async Task Whoever_verified_a_contested_value_under_another_criterion_is_refused_too()
    {
        // thamtra5 gives up the verdict on I.3 to another; the value H05 remains his.
        await _portal.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE CriterionVerdicts SET JudgedById = (SELECT Id FROM Users WHERE UserName = 'thamtra6') WHERE CriterionCode = 'I.3' AND SubmissionId = (SELECT s.Id FROM Submissions s JOIN Agencies a ON a.Id = s.AgencyId WHERE a.Code = 'STTTT')"));
        using var browser = await _portal.SignedInAsync("thamtra5");
        Assert.Equal(403, (await browser.PostAsync(Bandwidth, new("conclusion", "accept"), new("reason", "x"))).Status);
    }

    [Theory]
    [InlineData("thamtra1", Bandwidth)]
    [InlineData("thamtra6", "/settlements/2026/stc/VI.4")]
    [InlineData("thamtra6", "/settlements/2026/stttt/I.4")]
    [InlineData("thamtra6", "/settlements/2026/none/I.4")]
    [InlineData("thamtra6", "/settlements/2026/stttt/Z.9")]
    [InlineData("thamtra6", "/settlements/none/stttt/I.3")]
    public async Task The_home_agencys_and_what_nobody_confirmed_are_not_found(string reviewer, string path)
    {
        using var browser = await _portal.SignedInAsync(reviewer);
        Assert.Equal(404, (await browser.GetAsync(path)).Status);
        Assert.Equal(404, (await browser.PostAsync(path, new("conclusion", "accept"), new("reason", "x"))).Status);
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task Settled_twice_is_refused_also_at_the_same_instant()
    {
        using var one = await _portal.SignedInAsync("thamtra6");
        using var two = await _portal.SignedInAsync("thamtra3");
        var pages = (await one.GetAsync(Training), await two.GetAsync(Training));

        var effect = await pages.Item1.Fill("Kết luận", "accept").Fill("Lý do kết luận", "Có danh sách bổ sung.").PressAsync("Lưu kết luận");
        var settled = await Task.WhenAll(
            effect.PressAsync("Xác nhận kết luận"),
            pages.Item2.Fill("Kết luận", "decline").Fill("Lý do kết luận", "Danh sách trùng.").PressAsync("Lưu kết luận"));

        Assert.Equal([200, 409], settled.Select(p => p.Status).Order());
        var accepted = settled[0].Status == 200;
        Assert.Equal(accepted ? ExplanationState.Accepted : ExplanationState.Declined, (await ExplanationAsync("VI.5")).State);
        Assert.Equal(accepted, (await AnswerAsync("BDT", "N06")).HasFinal);
        Assert.Single(await AuditAsync(), a => a.Action == "explanation.settle");

        // Whoever was slower reads what stands now.
        Assert.Contains(accepted ? "Chấp nhận: Có danh sách bổ sung." : "Không chấp nhận: Danh sách trùng.", settled.Single(p => p.Status == 409).Text);
        var again = (await one.PostAsync(Training, new("conclusion", "accept"), new("reason", "x"))).Expect(409);
        Assert.Equal(["Giải trình này đã có kết luận."], again.Problems);
    }

    [Fact]
    public async Task Once_the_result_is_proposed_nothing_is_settled()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var browser = await portal.SignedInAsync("thamtra6");
        Assert.Contains("Không chấp nhận: Đã đối chiếu hồ sơ gửi kèm.", (await browser.GetAsync(Training)).Text);
        Assert.Contains("Đã trình UBND tỉnh", Assert.Single((await browser.PostAsync(Training, new("conclusion", "accept"), new("reason", "x"))).Expect(409).Problems));
    }

    private async Task SettleAsync(string reviewer, string path, string conclusion, string reason)
    {
        using var browser = await _portal.SignedInAsync(reviewer);
        var next = await (await browser.GetAsync(path)).Fill("Kết luận", conclusion).Fill("Lý do kết luận", reason).PressAsync("Lưu kết luận");
        if (conclusion == "accept")
            next = await next.PressAsync("Xác nhận kết luận");
        Assert.StartsWith("Đã kết luận", next.Notice);
    }

    private Task DeclineAsync(string reviewer, string path) => SettleAsync(reviewer, path, "decline", "Không có tài liệu mới.");

    private Task<Answer> AnswerAsync(string agency, string question) => _portal.ReadAsync(db =>
        db.Answers.AsNoTracking().SingleAsync(a => a.QuestionCode == question && db.Submissions.Any(s => s.Id == a.SubmissionId && db.Agencies.Any(x => x.Id == s.AgencyId && x.Code == agency))));

    private Task<Explanation> ExplanationAsync(string criterion) => _portal.ReadAsync(db => db.Explanations.AsNoTracking().SingleAsync(e => e.CriterionCode == criterion));

    private Task<List<AuditEntry>> AuditAsync() => _portal.ReadAsync(db => db.AuditEntries.AsNoTracking().Where(e => e.Action == "answer.finalise" || e.Action == "explanation.settle").OrderBy(e => e.Id).ToListAsync());
}
