using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>A period from last year's: every value with its origin, nothing before it is confirmed, never an answer.</summary>
public sealed class PeriodCopiesTests
{
    private const string Page = "/periods/new/from/2026";

    [Fact]
    public async Task What_is_confirmed_makes_a_period_in_preparation_and_no_answer_comes_along()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        await ChangeAsync(portal, async db =>
        {
            var period = await db.Periods.SingleAsync();
            db.Entry(period).Property(p => p.ParRuleJson).CurrentValue = new ParRule(ParMethod.Linear, Points.Parse("2"), []).ToJson();
            db.Entry(period).Property(p => p.SharedToleranceHundredths).CurrentValue = 350;
        });
        using var manager = await portal.SignedInAsync("quanly");
        var page = await (await manager.GetAsync("/periods/new")).FollowAsync("Bắt đầu từ Đánh giá mức độ ứng dụng CNTT năm 2026");

        Assert.Equal(Page, page.Path);
        Assert.Equal(("2027", "2027", "Đánh giá mức độ ứng dụng CNTT năm 2027"), (page.ValueOf("Năm đánh giá"), page.ValueOf("Mã trong địa chỉ"), page.ValueOf("Tên kỳ")));
        Assert.Equal(("01/09/2026", "31/08/2027", "before", "01/10/2027"), (page.ValueOf("Số liệu từ ngày"), page.ValueOf("đến hết ngày"), page.ValueOf("Hạn nộp, cách ghi trong công văn"), page.ValueOf("Ngày hết hạn nộp")));
        Assert.Equal("3,5", page.ValueOf("Mức chênh lệch cho phép với hệ thống dùng chung"));
        foreach (var origin in new[] { "Kỳ 2026: trước ngày 01/10/2026, dời một năm", "Kỳ 2026: 01/09/2025, dời một năm", "Tham gia kỳ 2026", "Phân công của kỳ 2026", "Kỳ 2026: điểm xếp hạng ÷ " })
            Assert.Contains(origin, page.Text);
        Assert.Equal(1, await portal.ReadAsync(db => db.Periods.CountAsync()));

        var done = await page.Fill("Hạn bổ sung khi trả lại", "4").Fill("Hạn giải trình dự kiến", "30/11/2027").PressAsync("Xác nhận và thêm kỳ");

        Assert.Equal("/periods/2027", done.Path);
        var period = await portal.ReadAsync(db => db.Periods.AsSplitQuery().Include(p => p.Agencies).Include(p => p.Assignments).SingleAsync(p => p.Code == "2027"));
        Assert.Equal((PeriodState.Draft, 350, 4, null, new DateOnly(2027, 11, 30)), (period.State, period.SharedToleranceHundredths, period.ReturnDays, period.ResponseDays, period.PlannedResponseOn));
        Assert.NotNull(period.ParRuleJson);
        Assert.Equal(9, period.Agencies.Count);
        Assert.Equal("Mới tổ chức lại trong kỳ", period.FindAgency("BQLKKT")!.NotRankedReason);
        Assert.Equal(10, period.Assignments.Count);
        Assert.Equal(0, await portal.ReadAsync(db => db.Submissions.CountAsync(s => s.PeriodId == period.Id)));
        Assert.Equal("Từ kỳ 2026", (await portal.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Action == "period.create" && a.Subject == "2027"))).Reason);
    }

    [Fact]
    public async Task Ended_agencies_give_way_to_their_successors_and_people_who_may_no_longer_judge_are_named()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Published);
        await ChangeAsync(portal, async db =>
        {
            var agencies = await db.Agencies.Include(a => a.Predecessors).ToDictionaryAsync(a => a.Code);
            Assert.True(agencies["STTTT"].EndOn(new DateOnly(2026, 9, 30)).Ok);
            Assert.True(agencies["SKHCN"].Succeeds(agencies["STTTT"]).Ok);
            var users = await db.Users.Where(u => u.Role == Role.Reviewer).ToDictionaryAsync(u => u.UserName!);
            users["thamtra1"].SuspendedAt = new DateTime(2026, 10, 1, 0, 0, 0, DateTimeKind.Utc);
            users["thamtra2"].AgencyId = agencies["BDT"].Id;
        });
        using var manager = await portal.SignedInAsync("quanly");

        var page = await manager.GetAsync(Page);
        Assert.Contains("Sở Thông tin và Truyền thông (đến hết ngày 30/09/2026): kế thừa là Sở Khoa học và Công nghệ", page.Text);
        Assert.Contains("Kế thừa Sở Thông tin và Truyền thông, đã tham gia kỳ 2026", page.Text);
        foreach (var problem in new[] { "tài khoản đã ngừng sử dụng", "nay thuộc chính cơ quan này", "cơ quan đã ngừng hoạt động" })
            Assert.Contains($"Không lấy được: {problem}", page.Text);
        await page.PressAsync("Xác nhận và thêm kỳ");

        var period = await portal.ReadAsync(db => db.Periods.AsSplitQuery().Include(p => p.Agencies).Include(p => p.Assignments).SingleAsync(p => p.Code == "2027"));
        Assert.NotNull(period.FindAgency("SKHCN"));
        Assert.Null(period.FindAgency("STTTT"));
        var barred = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "thamtra1").Select(u => u.Id).SingleAsync());
        Assert.DoesNotContain(period.Assignments, a => a.ReviewerId == barred);
        // By hand neither.
        var forged = await manager.PostAsync(Page, new("code", "2027b"), new("year", "2027"), new("title", "T"), new("criteriaSet", period.CriteriaSetVersionId.ToString()!), new("dataFrom", "01/09/2026"), new("dataThrough", "31/08/2027"),
            new("deadlineKind", "end"), new("deadlineDay", "30/09/2027"), new("tolerance", "2"), new("agencies", period.FindAgency("STC")!.AgencyId.ToString()), new("assignments", $"{period.FindAgency("STC")!.AgencyId}/{barred}/Form/"), new("assignments", "rác"));
        Assert.Equal("/periods/2027b", forged.Path);
        Assert.Empty((await portal.ReadAsync(db => db.Periods.Include(p => p.Assignments).SingleAsync(p => p.Code == "2027b"))).Assignments);
    }

    [Theory]
    [InlineData("Mã trong địa chỉ", "2026", "Đã có kỳ đánh giá mang mã “2026”. Chọn mã khác.")]
    [InlineData("Mã trong địa chỉ", "kỳ mới", "Mã gồm 1 đến 32 chữ thường")]
    [InlineData("Năm đánh giá", "1900", "Nhập năm đánh giá từ 2000 đến 2100.")]
    [InlineData("Tên kỳ", " ", "Nhập tên kỳ đánh giá, không quá 200 ký tự.")]
    [InlineData("Ngày hết hạn nộp", "01/01/2027", "Hạn nộp phiếu không được trước ngày kết thúc lấy số liệu.")]
    [InlineData("Hạn bổ sung khi trả lại", "0", "Nhập số ngày làm việc từ 1 đến 60, hoặc để trống.")]
    [InlineData("Mức chênh lệch cho phép với hệ thống dùng chung", "101", "Nhập mức chênh lệch cho phép từ 0 đến 100 %.")]
    [InlineData("Hạn giải trình dự kiến", "01/09/2027", "Hạn giải trình dự kiến phải sau hạn nộp phiếu")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_made(string field, string typed, string problem)
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Draft);
        using var manager = await portal.SignedInAsync("quanly");
        var page = (await (await manager.GetAsync(Page)).Fill(field, typed).PressAsync("Xác nhận và thêm kỳ")).Expect(422);
        Assert.Contains(problem, page.ProblemAt(field));
        Assert.Equal(typed, page.ValueOf(field));
        Assert.Equal(1, await portal.ReadAsync(db => db.Periods.CountAsync()));
    }

    [Fact]
    public async Task A_council_comes_along_only_when_it_is_ticked()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Draft);
        await ChangeAsync(portal, async db =>
        {
            var period = await db.Periods.SingleAsync();
            var manager = (await db.Users.SingleAsync(u => u.UserName == "quanly")).ToActor();
            var council = new Council(period.Id);
            Assert.True(council.Establish(manager, period, new DocumentReference("15/QĐ-UBND", new DateOnly(2026, 9, 1), null), [new("An", null, CouncilRole.Chair, null), new("Bình", null, CouncilRole.ViceChair, null), new("Chi", null, CouncilRole.Member, null)], new DateTime(2026, 10, 1, 0, 0, 0, DateTimeKind.Utc)).Ok);
            db.Add(council);
        });
        using var browser = await portal.SignedInAsync("quanly");
        var page = await browser.GetAsync(Page);
        Assert.Contains("Quyết định 15/QĐ-UBND ngày 01/09/2026; An; Bình; Chi.", page.Text);
        await page.PressAsync("Xác nhận và thêm kỳ");
        Assert.Equal(1, await portal.ReadAsync(db => db.Councils.CountAsync()));
        await (await browser.GetAsync(Page)).Fill("Mã trong địa chỉ", "2027-2").Fill("Lấy Hội đồng", "true").PressAsync("Xác nhận và thêm kỳ");
        var copied = await portal.ReadAsync(db => db.Councils.Include(c => c.Members).OrderBy(c => c.Id).LastAsync());
        Assert.Equal((3, await portal.ReadAsync(db => db.Periods.Where(p => p.Code == "2027-2").Select(p => p.Id).SingleAsync())), (copied.Members.Count, copied.PeriodId));
    }

    private static Task<int> ChangeAsync(StagePortal portal, Func<Data.AppDbContext, Task> change) => portal.ReadAsync(async db =>
    {
        await change(db);
        return await db.SaveChangesAsync();
    });
}
