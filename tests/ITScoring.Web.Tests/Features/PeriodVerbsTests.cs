using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>The manager's verbs, each from the page that says what will happen.</summary>
public sealed class PeriodVerbsTests
{
    [Fact]
    public async Task Opening_says_what_will_happen_gives_every_agency_its_form_and_makes_the_guidance_public()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Draft);
        using var manager = await portal.SignedInAsync("quanly");
        using var anybody = portal.Browser();
        Assert.Equal(404, (await anybody.GetAsync("/guidance/2026")).Status);

        var ask = await (await manager.GetAsync("/periods/2026")).FollowAsync("Mở kỳ đánh giá");
        Assert.Contains("9 cơ quan có phiếu khảo sát và bắt đầu kê khai; hạn nộp trước ngày 01/10/2026.", ask.Text);
        Assert.Equal(PeriodState.Draft, (await PeriodAsync(portal)).State);
        var done = await ask.Fill("Số, ký hiệu", "1120/STTTT-CNTT").Fill("Ngày", "26/11/2026").Fill("Trích yếu", "Về việc đánh giá năm 2026").PressAsync("Mở kỳ đánh giá");

        Assert.Equal(("/periods/2026", "Kỳ đánh giá chuyển sang trạng thái “Đang thu phiếu”."), (done.Path, done.Notice));
        Assert.Contains("1120/STTTT-CNTT ngày 26/11/2026: Về việc đánh giá năm 2026", done.Text);
        Assert.Equal(9, await portal.ReadAsync(db => db.Submissions.CountAsync(s => s.State == SubmissionState.Drafting)));
        var guidance = await anybody.GetAsync("/guidance/2026");
        Assert.Contains("trước ngày 01/10/2026", guidance.Text);
        Assert.Contains("1120/STTTT-CNTT ngày 26/11/2026", guidance.Text);
        var row = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.Action == "period.open"));
        Assert.Equal(("Draft", "Open"), (row.From, row.To));
    }

    [Theory]
    [InlineData("", "26/11/2026", "", "Số, ký hiệu", "Nhập số, ký hiệu văn bản, hoặc để trống cả ba ô.")]
    [InlineData("12/CV", "", "", "Ngày", "Nhập ngày văn bản.")]
    [InlineData("12/CV", "30/02/2026", "", "Ngày", "Không đọc được ngày “30/02/2026”.")]
    public async Task A_letter_is_entered_whole_or_not_at_all(string number, string date, string summary, string field, string problem)
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Draft);
        using var manager = await portal.SignedInAsync("quanly");
        var page = (await (await manager.GetAsync("/periods/2026/open")).Fill("Số, ký hiệu", number).Fill("Ngày", date).Fill("Trích yếu", summary).PressAsync("Mở kỳ đánh giá")).Expect(422);
        Assert.Contains(problem, page.ProblemAt(field));
        Assert.Equal((number, date), (page.ValueOf("Số, ký hiệu"), page.ValueOf("Ngày")));
        Assert.Equal(PeriodState.Draft, (await PeriodAsync(portal)).State);
    }

    [Fact]
    public async Task Collecting_is_closed_after_the_last_second_of_the_deadline_and_not_before()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        // "trước ngày 01/10/2026" ends with 30 September; the very last second is still in time.
        portal.Clock.Set(At(2026, 9, 30, 23, 59, 59));
        using var manager = await portal.SignedInAsync("quanly");

        var early = (await (await manager.GetAsync("/periods/2026/close")).PressAsync("Kết thúc thu phiếu")).Expect(409);
        Assert.Equal(["Chưa hết hạn nộp phiếu (trước ngày 01/10/2026): chưa thể kết thúc thu phiếu."], early.Problems);
        Assert.Equal(PeriodState.Open, (await PeriodAsync(portal)).State);

        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        var ask = await manager.GetAsync("/periods/2026/close");
        Assert.Contains("Đã nộp 7/9 phiếu. Chưa nộp: Sở Y tế, UBND thị xã Ba Đồn.", ask.Text);
        Assert.Equal("Kỳ đánh giá chuyển sang trạng thái “Đang thẩm tra”.", (await ask.PressAsync("Kết thúc thu phiếu")).Notice);
    }

    [Fact]
    public async Task The_preliminary_result_waits_for_every_form_that_came_and_names_those_that_are_not_verified()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Reviewing);
        using var manager = await portal.SignedInAsync("quanly");
        foreach (var agency in new[] { "stc", "donghoi" })
            await (await manager.GetAsync($"/reviews/2026/{agency}")).Fill("Lý do mở lại", "Xem lại.").PressAsync("Mở lại phiếu");

        var ask = await manager.GetAsync("/periods/2026/send-preliminary");
        Assert.Contains("Chưa gửi được vì còn phiếu chưa thẩm tra xong: Sở Tài chính, UBND thành phố Đồng Hới.", ask.Text);
        var refused = (await ask.Fill("Nhận giải trình đến hết ngày", "30/10/2026").PressAsync("Gửi kết quả sơ bộ")).Expect(422);

        Assert.Equal(
            ["Sở Tài chính: phiếu đang ở trạng thái “Đã nộp”, phải kết thúc thẩm tra trước.", "UBND thành phố Đồng Hới: phiếu đang ở trạng thái “Đã nộp”, phải kết thúc thẩm tra trước."],
            refused.Problems.Order());
        Assert.Equal("30/10/2026", refused.ValueOf("Nhận giải trình đến hết ngày"));
        Assert.Equal((PeriodState.Reviewing, null), ((await PeriodAsync(portal)).State, (await PeriodAsync(portal)).ResponseDeadlineWording));
        Assert.Equal(0, await portal.ReadAsync(db => db.FrozenRecords.CountAsync()));
        Assert.Equal(0, await portal.ReadAsync(db => db.Submissions.CountAsync(s => s.LockedAt != null)));
    }

    [Theory]
    [InlineData("", "Nhập hạn nhận giải trình.")]
    [InlineData("tuần sau", "Không đọc được ngày “tuần sau”.")]
    [InlineData("19/10/2026", "Hạn giải trình phải sau thời điểm gửi kết quả sơ bộ.")]
    public async Task A_response_deadline_that_is_none_is_said_at_its_field(string day, string problem)
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Reviewing);
        using var manager = await portal.SignedInAsync("quanly");
        var page = (await (await manager.GetAsync("/periods/2026/send-preliminary")).Fill("Nhận giải trình đến hết ngày", day).PressAsync("Gửi kết quả sơ bộ")).Expect(422);
        Assert.Contains(problem, page.ProblemAt("Nhận giải trình đến hết ngày"));
        Assert.Equal(day, page.ValueOf("Nhận giải trình đến hết ngày"));
        Assert.Equal(PeriodState.Reviewing, (await PeriodAsync(portal)).State);
    }

    [Fact]
    public async Task Sending_the_preliminary_result_locks_what_never_came_and_freezes_a_record()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Reviewing);
        using var manager = await portal.SignedInAsync("quanly");
        using var agency = await portal.SignedInAsync("stc.daumoi");
        Assert.Contains("Chưa có kết quả sơ bộ", (await agency.GetAsync("/explanations/2026/stc")).Text);

        var ask = await manager.GetAsync("/periods/2026/send-preliminary");
        Assert.Contains("Phiếu chưa nộp sẽ bị khóa, không chấm và không xếp hạng: Sở Y tế, UBND thị xã Ba Đồn.", ask.Text);
        var done = await ask.Fill("Nhận giải trình đến hết ngày", "30/10/2026").PressAsync("Gửi kết quả sơ bộ");

        Assert.Equal("Kỳ đánh giá chuyển sang trạng thái “Đang lấy giải trình”.", done.Notice);
        Assert.Equal(2, done.Table().Count(r => r[1].EndsWith("Đã khóa", StringComparison.Ordinal)));
        Assert.Equal(RecordStage.Preliminary, (await portal.ReadAsync(db => db.FrozenRecords.SingleAsync())).Stage);
        Assert.Equal(new DateTime(2026, 10, 30, 16, 59, 59, DateTimeKind.Utc), (await PeriodAsync(portal)).ResponseDeadlineUtc);
        Assert.Contains("22,83", (await agency.GetAsync("/explanations/2026/stc")).Text);
        using var late = await portal.SignedInAsync("syt.daumoi");
        Assert.Contains("Phiếu đã khóa, chưa nộp", (await late.GetAsync("/submissions/2026/syt")).Text);
        Assert.Contains("Cơ quan không nộp phiếu", (await late.GetAsync("/explanations/2026/syt")).Text);
    }

    [Fact]
    public async Task Proposing_waits_for_the_end_of_the_window_and_for_every_confirmed_explanation()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Preliminary);
        portal.Clock.Set(At(2026, 10, 16, 23, 59, 59));
        using var manager = await portal.SignedInAsync("quanly");

        var early = (await (await manager.GetAsync("/periods/2026/propose")).PressAsync("Trình UBND tỉnh")).Expect(409);
        Assert.Equal(["Chưa hết hạn giải trình (hết ngày 16/10/2026): chưa thể trình UBND tỉnh."], early.Problems);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        var open = (await early.PressAsync("Trình UBND tỉnh")).Expect(409);
        Assert.Equal(["Còn 2 giải trình chưa có kết luận: phải kết luận hết trước khi trình."], open.Problems);
        Assert.Contains("Còn 2 giải trình chưa có kết luận.", open.Text);
        Assert.Equal((PeriodState.Preliminary, null), ((await PeriodAsync(portal)).State, (await PeriodAsync(portal)).ProposedSha256));
        Assert.Equal(1, await portal.ReadAsync(db => db.FrozenRecords.CountAsync()));

        // The explanation of Sở Tài chính, which its head never confirmed, does not count.
        foreach (var (reviewer, path) in new[] { ("thamtra6", "/settlements/2026/stttt/I.3"), ("thamtra4", "/settlements/2026/bdt/VI.5") })
        {
            using var browser = await portal.SignedInAsync(reviewer);
            await browser.PostAsync(path, new("conclusion", "decline"), new("reason", "Không có tài liệu mới."));
        }

        Assert.Equal("Kỳ đánh giá chuyển sang trạng thái “Đã trình UBND tỉnh”.", (await (await manager.GetAsync("/periods/2026/propose")).PressAsync("Trình UBND tỉnh")).Notice);
        var record = await portal.ReadAsync(db => db.FrozenRecords.SingleAsync(r => r.Stage == RecordStage.Proposal));
        Assert.Equal(record.PublicSha256, (await PeriodAsync(portal)).ProposedSha256);
    }

    [Fact]
    public async Task An_agency_gets_a_later_deadline_of_its_own_with_the_reason_that_it_reads()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        using var manager = await portal.SignedInAsync("quanly");

        var page = await (await manager.GetAsync("/periods/2026")).FollowAsync("Gia hạn cho Sở Y tế");
        var done = await page.Fill("Cách ghi hạn", "trước ngày").Fill("Ngày hết hạn", "28/10/2026").Fill("Lý do", "Mưa lũ, trụ sở mất điện.")
            .Fill("Số, ký hiệu", "456/STTTT-CNTT").Fill("Ngày", "27/09/2026").Fill("Trích yếu", "Gia hạn nộp phiếu").PressAsync("Gia hạn");

        Assert.Equal("Đã gia hạn cho Sở Y tế đến trước ngày 28/10/2026.", done.Notice);
        var agency = (await PeriodAsync(portal)).FindAgency("SYT")!;
        Assert.Equal((new DateTime(2026, 10, 27, 16, 59, 59, DateTimeKind.Utc), "Mưa lũ, trụ sở mất điện."), (agency.ExtensionUtc!.Value, agency.ExtensionReason));
        using var editor = await portal.SignedInAsync("syt.daumoi");
        var form = await editor.GetAsync("/submissions/2026/syt");
        Assert.Contains("Hạn riêng của cơ quan: trước ngày 28/10/2026 (hạn chung trước ngày 01/10/2026)", form.Text);
        Assert.Contains("Gia hạn theo 456/STTTT-CNTT ngày 27/09/2026: Gia hạn nộp phiếu. Lý do: Mưa lũ, trụ sở mất điện.", form.Text);
        var row = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.Action == "period.extend"));
        Assert.Equal(("SYT", null, "trước ngày 28/10/2026; 456/STTTT-CNTT ngày 27/09/2026: Gia hạn nộp phiếu", "Mưa lũ, trụ sở mất điện."), (row.Subject, row.From, row.To, row.Reason));
    }

    [Theory]
    [InlineData("syt", "28/10/2026", "", 422, "Lý do", "Nhập lý do gia hạn.")]
    [InlineData("syt", "", "Mưa lũ.", 422, "Ngày hết hạn", "Nhập hạn riêng của cơ quan.")]
    [InlineData("syt", "32/10/2026", "Mưa lũ.", 422, "Ngày hết hạn", "Không đọc được ngày “32/10/2026”.")]
    [InlineData("syt", "30/09/2026", "Mưa lũ.", 422, "Ngày hết hạn", "Hạn riêng phải sau hạn chung (trước ngày 01/10/2026).")]
    [InlineData("stc", "28/10/2026", "Mưa lũ.", 409, "", "Sở Tài chính đã nộp phiếu nên không gia hạn được nữa.")]
    public async Task An_extension_that_cannot_be_given_says_why(string agency, string day, string reason, int status, string field, string problem)
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        using var manager = await portal.SignedInAsync("quanly");
        var page = (await (await manager.GetAsync($"/periods/2026/agencies/{agency}/extension")).Fill("Ngày hết hạn", day).Fill("Lý do", reason).PressAsync("Gia hạn")).Expect(status);
        Assert.Contains(problem, field.Length > 0 ? page.ProblemAt(field) : Assert.Single(page.Problems));
        Assert.Equal((day, reason), (page.ValueOf("Ngày hết hạn"), page.ValueOf("Lý do")));
        Assert.All((await PeriodAsync(portal)).Agencies, a => Assert.Null(a.ExtensionUtc));
        Assert.Equal(422, (await page.Fill("Lý do", new string('x', 2001)).PressAsync("Gia hạn")).Status);
        Assert.Equal(404, (await manager.GetAsync("/periods/2026/agencies/none/extension")).Status);
    }

    [Fact]
    public async Task Reviewers_are_assigned_and_never_one_from_the_house()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        using var manager = await portal.SignedInAsync("quanly");
        var users = await portal.ReadAsync(db => db.Users.ToDictionaryAsync(u => u.UserName!, u => u.Id));
        var agencies = (await PeriodAsync(portal)).Agencies.ToDictionary(a => a.Code, a => a.AgencyId);
        var page = await manager.GetAsync("/periods/2026/reviewers");
        // Sở TTTT can be given to the two of Văn phòng only.
        Assert.Equal(2, page.All("fieldset").Single(f => PortalPage.TextOf(f.QuerySelector("legend")) == "Sở Thông tin và Truyền thông").QuerySelectorAll("input").Length);

        var done = await page.Fill($"reviewers-{agencies["SYT"]}", $"{users["thamtra5"]}", $"{users["thamtra2"]}").PressAsync("Lưu phân công");
        Assert.Equal("Đã lưu phân công thẩm tra.", done.Notice);
        var row = Assert.Single(await portal.ReadAsync(db => db.AuditEntries.Where(e => e.Action == "period.assign").OrderBy(e => e.Id).Skip(9).ToListAsync()));
        Assert.Equal(("SYT", $"tài khoản #{users["thamtra1"]}", string.Join(", ", new[] { users["thamtra2"], users["thamtra5"] }.Order().Select(id => $"tài khoản #{id}"))), (row.Subject, row.From, row.To));

        KeyValuePair<string, string>[] others = [.. (await PeriodAsync(portal)).Assignments.Where(a => a.AgencyId != agencies["STTTT"]).Select(a => new KeyValuePair<string, string>($"reviewers-{a.AgencyId}", $"{a.ReviewerId}"))];
        var refused = (await manager.PostAsync("/periods/2026/reviewers", [.. others, new($"reviewers-{agencies["STTTT"]}", $"{users["thamtra1"]}")])).Expect(422);
        Assert.Equal(["Sở Thông tin và Truyền thông: người thuộc chính cơ quan này không được thẩm tra phiếu của cơ quan mình. Chọn người của cơ quan khác."], refused.Problems);
        var manage = (await manager.PostAsync("/periods/2026/reviewers", [.. others, new($"reviewers-{agencies["STTTT"]}", $"{users["quanly"]}")])).Expect(422);
        Assert.Equal(["Chỉ chuyên viên thẩm tra mới được phân công thẩm tra."], manage.Problems);
        Assert.Equal([users["thamtra5"]], (await PeriodAsync(portal)).Assignments.Where(a => a.AgencyId == agencies["STTTT"]).Select(a => a.ReviewerId));
    }

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute, int second) => new(year, month, day, hour, minute, second, TimeSpan.FromHours(7));

    private static Task<Period> PeriodAsync(StagePortal portal) => portal.ReadAsync(db => db.Periods.AsNoTracking().Include(p => p.Agencies).Include(p => p.Assignments).SingleAsync());
}
