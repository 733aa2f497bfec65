using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>UBND tỉnh's part: hand back, approve, publish; on 20 October 2026.</summary>
public sealed class ApprovalsTests
{
    [Fact]
    public async Task The_leader_sees_what_is_proposed_and_what_became_of_it()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var leader = await portal.SignedInAsync("lanhdao");
        Assert.Contains("Kết quả được trình, chờ phê duyệt.", (await leader.GetAsync("/home")).Text);
        var page = await (await leader.GetAsync("/approvals")).FollowAsync("Đánh giá mức độ ứng dụng CNTT năm 2026");

        var facts = page.All("main dl > div").ToDictionary(d => PortalPage.TextOf(d.QuerySelector("dt")), d => PortalPage.TextOf(d.QuerySelector("dd")));
        Assert.StartsWith("7 / 9", facts["Cơ quan đã nộp phiếu"]);
        Assert.StartsWith("2", facts["Giải trình"]);
        Assert.Contains("1 chấp nhận, 1 không chấp nhận", facts["Giải trình"]);
        // By hand: Ban Dân tộc has 80/24 = 3,3333 Mbps for each person. Verified, the best is 200,25/47 = 4,2606 of BQLKKT: 31,29 of 40; after the accepted
        // explanation it is 200/37 = 5,4054 of Sở TTTT: 24,67. Its own explanation was declined.
        Assert.EndsWith("−6,62", page.TableUnder("Xếp hạng").Single(r => r[1] == "Ban Dân tộc")[4]);
        Assert.Contains(page.TableUnder("Xếp hạng"), r => r[1].StartsWith("Sở Y tế", StringComparison.Ordinal) && r[1].EndsWith("Không nộp phiếu", StringComparison.Ordinal) && r[0] == "–");
        Assert.Contains((await PeriodAsync(portal)).ProposedSha256!, page.Text);
    }

    [Fact]
    public async Task What_deserves_a_second_look_is_pointed_out_and_leads_to_the_reasons()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var leader = await portal.SignedInAsync("lanhdao");
        var page = await leader.GetAsync("/approvals/2026");

        var points = page.All(".attention li").ToDictionary(li => PortalPage.TextOf(li.QuerySelector("h3")), li => PortalPage.TextOf(li.QuerySelector("p")));
        Assert.Contains("Sở Y tế", points.Single(p => p.Key.StartsWith("Không nộp phiếu khảo sát", StringComparison.Ordinal)).Value);
        Assert.Equal("Ban Dân tộc (tiêu chí VI.5)", points.Single(p => p.Key.StartsWith("Giải trình không được chấp nhận", StringComparison.Ordinal)).Value);
        // Ban Dân tộc contested nothing: Sở TTTT's accepted 200 Mbps for 37 people became the best of the block.
        Assert.Contains("Ban Dân tộc (−6,62 điểm", points.Single(p => p.Key.StartsWith("Điểm thay đổi do giải trình của cơ quan khác", StringComparison.Ordinal)).Value);
        Assert.NotEmpty(page.TableUnder("Thay đổi qua thẩm tra và giải trình"));

        var agency = await page.FollowAsync("Ban Dân tộc");
        Assert.Equal(("/approvals/2026/agencies/bdt", "Ban Dân tộc"), (agency.Path, agency.Heading));
        Assert.Contains(agency.TableUnder("Tiêu chí có điểm thay đổi"), r => r[5].Contains("Giá trị cao nhất trong khối thay đổi sau giải trình.", StringComparison.Ordinal));
        Assert.Contains("Giải trình – không được chấp nhận", agency.Text);
        Assert.Contains("Giải trình – được chấp nhận", (await leader.GetAsync("/approvals/2026/agencies/stttt")).Text);
        Assert.Contains("Cơ quan không nộp phiếu", (await leader.GetAsync("/approvals/2026/agencies/syt")).Text);
        (await leader.GetAsync("/approvals/2026/agencies/khong-co")).Expect(404);
    }

    [Fact]
    public async Task Reasons_and_explanations_are_for_those_who_propose_and_approve()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Approved);
        using var observer = await portal.SignedInAsync("theodoi");
        var page = await observer.GetAsync("/approvals/2026");
        Assert.DoesNotContain("Đáng xem lại", page.Text);
        Assert.Empty(page.All("main a[href*='/agencies/']"));
        (await observer.GetAsync("/approvals/2026/agencies/bdt")).Expect(403);
    }

    [Fact]
    public async Task The_history_has_every_period_with_its_figures_and_what_waits_first()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Approved);
        using var leader = await portal.SignedInAsync("lanhdao");
        var page = await leader.GetAsync("/approvals");
        Assert.Contains("chờ công bố", page.Text);
        var row = Assert.Single(page.TableUnder("Các kỳ đánh giá"));
        Assert.Equal(("Đã phê duyệt", "7/9", "–"), (row[1], row[3], row[7]));

        await (await leader.GetAsync("/approvals/2026")).PressAsync("Công bố kết quả");
        var published = await leader.GetAsync("/approvals");
        Assert.DoesNotContain("Chờ quyết định", published.Text);
        Assert.Equal("Đã công bố", Assert.Single(published.TableUnder("Các kỳ đánh giá"))[1]);
    }

    [Fact]
    public async Task Publishing_twice_at_once_gives_one_publication_with_its_files()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Approved);
        using var one = await portal.SignedInAsync("lanhdao");
        using var two = await portal.SignedInAsync("lanhdao");
        var sha = (await PeriodAsync(portal)).ApprovedSha256!;

        var answers = await Task.WhenAll(new[] { one, two, one }.Select(b => b.PostAsync("/approvals/2026/publish", new KeyValuePair<string, string>("record", sha))));

        Assert.Equal(200, answers.Min(a => a.Status));
        Assert.All(answers, a => Assert.Contains(a.Status, new[] { 200, 409 }));
        var publication = Assert.Single(await portal.ReadAsync(db => db.Publications.AsNoTracking().Include(p => p.Files).ToListAsync()));
        Assert.Equal(8, publication.Files.Count);
    }

    [Fact]
    public async Task Approving_takes_number_and_date_and_shows_nothing_to_the_public_yet()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var leader = await portal.SignedInAsync("lanhdao");

        var done = await (await leader.GetAsync("/approvals/2026")).Fill("Số quyết định", "1234/QĐ-UBND").Fill("Ngày quyết định", "20/10/2026").Fill("Trích yếu", "Phê duyệt kết quả").PressAsync("Phê duyệt kết quả");

        Assert.Equal("Đã phê duyệt. Kết quả chưa công khai cho đến khi công bố.", done.Notice);
        var period = await PeriodAsync(portal);
        Assert.Equal((PeriodState.Approved, "1234/QĐ-UBND", new DateOnly(2026, 10, 20), period.ProposedSha256), (period.State, period.DecisionNumber, period.DecisionDate!.Value, period.ApprovedSha256));
        Assert.Equal(404, (await portal.Browser().GetAsync("/results/2026")).Status);

        var published = await done.PressAsync("Công bố kết quả");
        Assert.Equal(("/results/2026", "Đã công bố kết quả."), (published.Path, published.Notice));
        Assert.Contains(period.ApprovedSha256!, (await portal.Browser().GetAsync("/results/2026")).Text);
        Assert.Equal(
            [("period.approve", "Proposed", "Approved"), ("period.publish", "Approved", "Published")],
            (await portal.ReadAsync(db => db.AuditEntries.Where(e => e.Action == "period.approve" || e.Action == "period.publish").OrderBy(e => e.Id).ToListAsync())).Select(e => (e.Action, e.From!, e.To!)));
    }

    [Theory]
    [InlineData("", "20/10/2026", "Số quyết định", "Nhập số quyết định phê duyệt, không quá 100 ký tự.")]
    [InlineData("1234/QĐ-UBND", "", "Ngày quyết định", "Nhập ngày quyết định.")]
    [InlineData("1234/QĐ-UBND", "hôm nay", "Ngày quyết định", "Không đọc được ngày “hôm nay”.")]
    [InlineData("1234/QĐ-UBND", "21/10/2026", "Ngày quyết định", "Ngày quyết định không thể sau ngày hôm nay.")]
    public async Task What_is_wrong_with_a_decision_is_said_at_its_field_and_nothing_is_approved(string number, string date, string field, string problem)
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var leader = await portal.SignedInAsync("lanhdao");
        var page = (await (await leader.GetAsync("/approvals/2026")).Fill("Số quyết định", number).Fill("Ngày quyết định", date).PressAsync("Phê duyệt kết quả")).Expect(422);
        Assert.Contains(problem, page.ProblemAt(field));
        Assert.Equal((number, date), (page.ValueOf("Số quyết định"), page.ValueOf("Ngày quyết định")));
        Assert.Equal((PeriodState.Proposed, null), ((await PeriodAsync(portal)).State, (await PeriodAsync(portal)).ApprovedSha256));
        Assert.Equal(422, (await page.Fill("Số quyết định", new string('9', 101)).PressAsync("Phê duyệt kết quả")).Status);
        Assert.Equal(422, (await page.Fill("Số quyết định", "1/QĐ").Fill("Ngày quyết định", "20/10/2026").Fill("Trích yếu", new string('9', 2001)).PressAsync("Phê duyệt kết quả")).Status);
    }

    [Fact]
    public async Task Only_the_record_that_was_looked_at_is_approved_and_only_the_approved_one_published()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var leader = await portal.SignedInAsync("lanhdao");
        var old = await portal.ReadAsync(db => db.FrozenRecords.Where(r => r.Stage == RecordStage.Preliminary).Select(r => r.PublicSha256).SingleAsync());
        foreach (var record in new[] { old, "", "0123" })
        {
            var stale = (await leader.PostAsync("/approvals/2026/approve", new("number", "1/QĐ"), new("date", "20/10/2026"), new("record", record))).Expect(409);
            Assert.Equal(["Kết quả đang xem không phải kết quả đã trình. Tải lại trang rồi xem lại trước khi phê duyệt."], stale.Problems);
        }

        Assert.Equal(PeriodState.Proposed, (await PeriodAsync(portal)).State);
        await (await leader.GetAsync("/approvals/2026")).Fill("Số quyết định", "1/QĐ").Fill("Ngày quyết định", "20/10/2026").PressAsync("Phê duyệt kết quả");
        var other = (await leader.PostAsync("/approvals/2026/publish", new KeyValuePair<string, string>("record", old))).Expect(409);
        Assert.Equal(["Kết quả đang xem không phải kết quả đã được phê duyệt. Tải lại trang."], other.Problems);
        Assert.Equal(0, await portal.ReadAsync(db => db.Publications.CountAsync()));
    }

    [Fact]
    public async Task Two_presses_publish_once()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Approved);
        using var leader = await portal.SignedInAsync("lanhdao");
        using var again = await portal.SignedInAsync("lanhdao");
        var pages = await Task.WhenAll(leader.GetAsync("/approvals/2026"), again.GetAsync("/approvals/2026"));

        var answers = await Task.WhenAll(pages.Select(p => p.PressAsync("Công bố kết quả")));

        Assert.Equal([200, 409], answers.Select(a => a.Status).Order());
        Assert.Equal(1, await portal.ReadAsync(db => db.Publications.CountAsync()));
    }

    [Fact]
    public async Task Handed_back_with_a_reason_the_result_is_verified_explained_and_proposed_anew()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var leader = await portal.SignedInAsync("lanhdao");
        using var manager = await portal.SignedInAsync("quanly");
        var first = (await PeriodAsync(portal)).ProposedSha256;

        var without = (await (await leader.GetAsync("/approvals/2026")).PressAsync("Chuyển lại")).Expect(422);
        Assert.Equal("Nhập lý do chuyển lại.", without.ProblemAt("Lý do chuyển lại để thẩm tra thêm"));
        Assert.Equal(422, (await without.Fill("Lý do chuyển lại để thẩm tra thêm", new string('x', 2001)).PressAsync("Chuyển lại")).Status);
        var home = await without.Fill("Lý do chuyển lại để thẩm tra thêm", "Đề nghị đối chiếu lại số người được tập huấn.").PressAsync("Chuyển lại");
        Assert.Equal(("/home", "Đã chuyển lại để thẩm tra thêm."), (home.Path, home.Notice));
        Assert.Equal(404, (await leader.GetAsync("/approvals/2026")).Status);
        Assert.Equal(("Đề nghị đối chiếu lại số người được tập huấn.", "Reviewing"), await portal.ReadAsync(db => db.AuditEntries.Where(e => e.Action == "period.hand-back").Select(e => ValueTuple.Create(e.Reason, e.To)).SingleAsync()));

        // Ban Dân tộc is looked at again: now 2 of 24 people, 4,17 points instead of 6,25.
        await (await manager.GetAsync("/reviews/2026/bdt")).Fill("Lý do mở lại", "UBND tỉnh đề nghị đối chiếu.").PressAsync("Mở lại phiếu");
        using (var reviewer = await portal.SignedInAsync("thamtra2"))
        {
            await (await reviewer.GetAsync("/reviews/2026/bdt/criteria/VI.5")).Fill("N06, giá trị thẩm tra", "2").Fill("Lý do điều chỉnh", "Một người vắng mặt.").PressAsync("Lưu điều chỉnh");
            Assert.Contains("Đã kết thúc thẩm tra", (await (await reviewer.GetAsync("/reviews/2026/bdt")).PressAsync("Kết thúc thẩm tra")).Notice);
        }

        await (await manager.GetAsync("/periods/2026/send-preliminary")).Fill("Nhận giải trình đến hết ngày", "30/10/2026").PressAsync("Gửi kết quả sơ bộ");

        // A new round: the agency may answer the new verdict although its first explanation was settled.
        using (var editor = await portal.SignedInAsync("bdt.daumoi"))
        {
            var results = await editor.GetAsync("/explanations/2026/bdt");
            Assert.Contains("4,17", results.Text);
            var written = await (await results.FollowAsync("Viết giải trình tiêu chí VI.5")).Fill("Nội dung giải trình", "Người vắng đã học bù.").PressAsync("Lưu giải trình");
            Assert.Equal("/explanations/2026/bdt", written.Path);
        }

        using (var head = await portal.SignedInAsync("bdt.thutruong"))
            Assert.Equal("Đã xác nhận giải trình.", (await (await head.GetAsync("/explanations/2026/bdt")).PressAsync("Xác nhận giải trình tiêu chí VI.5")).Notice);
        portal.Clock.Set(2026, 10, 31);
        using (var other = await portal.SignedInAsync("thamtra4"))
            await (await other.GetAsync("/settlements/2026/bdt/VI.5")).Fill("Kết luận", "decline").Fill("Lý do kết luận", "Không có giấy tờ.").PressAsync("Lưu kết luận");
        await manager.SignInAsync("quanly");
        var proposed = await (await manager.GetAsync("/periods/2026/propose")).PressAsync("Trình UBND tỉnh");

        Assert.Equal("Kỳ đánh giá chuyển sang trạng thái “Đã trình UBND tỉnh”.", proposed.Notice);
        Assert.NotEqual(first, (await PeriodAsync(portal)).ProposedSha256);
        await leader.SignInAsync("lanhdao");
        Assert.Contains((await PeriodAsync(portal)).ProposedSha256!, (await leader.GetAsync("/approvals/2026")).Text);
        using (var editor = await portal.SignedInAsync("bdt.daumoi"))
            Assert.Contains("4,17", (await editor.GetAsync("/explanations/2026/bdt")).Text);
        Assert.Equal([ExplanationState.Declined, ExplanationState.Declined], await portal.ReadAsync(db => db.Explanations.Where(e => e.CriterionCode == "VI.5").Select(e => e.State).ToListAsync()));
    }

    private static Task<Period> PeriodAsync(StagePortal portal) => portal.ReadAsync(db => db.Periods.AsNoTracking().SingleAsync());
}
