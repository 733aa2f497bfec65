using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>A period from its first line to a plan that can be opened; on 20 October 2026.</summary>
public sealed class PeriodPlanTests : IAsyncLifetime
{
    private const string Deadline = "Ngày";

    private readonly EmptyPortal _portal = new();
    private PortalClient _manager = null!;

    public async Task InitializeAsync()
    {
        await _portal.InitializeAsync();
        _manager = await _portal.SignedInAsync("quanly");
    }

    public async Task DisposeAsync()
    {
        _manager.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_new_period_leads_to_its_plan()
    {
        var empty = await _manager.GetAsync("/periods");
        Assert.Contains("Chưa có kỳ đánh giá nào", empty.Text);
        var form = await empty.FollowAsync("Thêm kỳ");
        Assert.Equal(("2026", "2026"), (form.ValueOf("Năm đánh giá"), form.ValueOf("Mã trong địa chỉ")));

        var plan = await form.PressAsync("Thêm và nhập kế hoạch");

        Assert.Equal("/periods/2026/plan", plan.Path);
        // 21 departments are ticked, the districts are not; the window is the customary one.
        Assert.Equal(21, plan.ValueOf("agencies").Split(',').Length);
        Assert.Equal(("01/12/2025", "30/11/2026", "before", ""), (plan.ValueOf("Số liệu từ ngày"), plan.ValueOf("đến hết ngày"), plan.ValueOf("Hạn nộp, cách ghi trong công văn"), plan.ValueOf(Deadline)));
        var period = await PeriodAsync();
        Assert.Equal(("2026", 2026, "Đánh giá mức độ ứng dụng CNTT năm 2026", PeriodState.Draft, false), (period.Code, period.Year, period.Title, period.State, period.IsDemo));
        Assert.Equal(["period.create 2026"], await AuditAsync());
    }

    [Theory]
    [InlineData("Mã trong địa chỉ", "", "Mã gồm 1 đến 32 chữ thường không dấu")]
    [InlineData("Mã trong địa chỉ", "kỳ 2026", "Mã gồm 1 đến 32 chữ thường không dấu")]
    [InlineData("Mã trong địa chỉ", "2026--1", "Mã gồm 1 đến 32 chữ thường không dấu")]
    [InlineData("Mã trong địa chỉ", "../periods", "Mã gồm 1 đến 32 chữ thường không dấu")]
    [InlineData("Mã trong địa chỉ", "new", "Mã gồm 1 đến 32 chữ thường không dấu")]
    [InlineData("Mã trong địa chỉ", "123456789012345678901234567890123", "Mã gồm 1 đến 32 chữ thường không dấu")]
    [InlineData("Năm đánh giá", "", "Nhập năm đánh giá từ 2000 đến 2100.")]
    [InlineData("Năm đánh giá", "1999", "Nhập năm đánh giá từ 2000 đến 2100.")]
    [InlineData("Năm đánh giá", "2101", "Nhập năm đánh giá từ 2000 đến 2100.")]
    [InlineData("Năm đánh giá", "99999999999999999999", "“99999999999999999999” quá dài.")]
    [InlineData("Năm đánh giá", "hai nghìn", "hai nghìn")]
    [InlineData("Năm đánh giá", "2026,5", "2026,5")]
    [InlineData("Tên kỳ", "  ", "Nhập tên kỳ đánh giá, không quá 200 ký tự.")]
    public async Task What_is_wrong_with_a_new_period_is_said_at_the_field_and_nothing_is_made(string field, string value, string problem)
    {
        var page = (await (await _manager.GetAsync("/periods/new")).Fill("Mã trong địa chỉ", "nam-2026").Fill("Tên kỳ", "Kỳ năm 2026").Fill(field, value).PressAsync("Thêm và nhập kế hoạch")).Expect(422);

        Assert.Contains(problem, page.ProblemAt(field));
        Assert.Equal(value, page.ValueOf(field));
        Assert.Equal(field == "Tên kỳ" ? "nam-2026" : "Kỳ năm 2026", page.ValueOf(field == "Tên kỳ" ? "Mã trong địa chỉ" : "Tên kỳ"));
        Assert.Equal(0, await _portal.ReadAsync(db => db.Periods.CountAsync()));
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task A_code_is_used_once_in_any_letters_and_a_title_fits_its_column()
    {
        await CreateAsync("nam-2026");
        var form = await _manager.GetAsync("/periods/new");

        var twice = (await form.Fill("Mã trong địa chỉ", " NAM-2026 ").PressAsync("Thêm và nhập kế hoạch")).Expect(422);
        Assert.Contains("Đã có kỳ đánh giá mang mã “nam-2026”. Chọn mã khác.", twice.ProblemAt("Mã trong địa chỉ"));
        var longTitle = (await twice.Fill("Mã trong địa chỉ", "khac").Fill("Tên kỳ", new string('t', 201)).PressAsync("Thêm và nhập kế hoạch")).Expect(422);
        Assert.Contains("không quá 200 ký tự", longTitle.ProblemAt("Tên kỳ"));
        Assert.Equal(1, await _portal.ReadAsync(db => db.Periods.CountAsync()));
    }

    [Fact]
    public async Task Beside_the_demonstration_a_new_period_is_one_too()
    {
        await using var demo = await StagePortal.AtAsync(PeriodState.Draft, PeriodState.Draft, async db => (await db.Periods.SingleAsync()).MarkAsDemo());
        using var manager = await demo.SignedInAsync("quanly");
        await (await manager.GetAsync("/periods/new")).Fill("Mã trong địa chỉ", "them").PressAsync("Thêm và nhập kế hoạch");
        Assert.True((await demo.ReadAsync(db => db.Periods.SingleAsync(p => p.Code == "them"))).IsDemo);
    }

    [Theory]
    [InlineData("trước ngày", "20/12/2026", "trước ngày 20/12/2026", "23:59:59 ngày 19/12/2026")]
    [InlineData("hết ngày", "20/12/2026", "hết ngày 20/12/2026", "23:59:59 ngày 20/12/2026")]
    public async Task The_deadline_is_kept_as_the_letter_words_it_and_as_an_instant(string kind, string day, string wording, string instant)
    {
        var plan = await CreateAsync();
        var saved = await plan.Fill("Hạn nộp, cách ghi trong công văn", kind).Fill(Deadline, day).PressAsync("Lưu kế hoạch");

        Assert.Equal("/periods/2026", saved.Path);
        Assert.Equal($"Đã lưu. Hạn nộp: {wording}, đến {instant} (giờ Việt Nam).", saved.Notice);
        var period = await PeriodAsync();
        // 23:59:59 in Vietnam is 16:59:59 UTC.
        Assert.Equal((wording, new DateTime(2026, 12, kind == "hết ngày" ? 20 : 19, 16, 59, 59, DateTimeKind.Utc)), (period.DeadlineWording, period.DeadlineUtc!.Value));
        var again = await _manager.GetAsync("/periods/2026/plan");
        Assert.Equal((day, kind), (again.ValueOf(Deadline), PortalPage.TextOf(again.One("select[name=deadlineKind] option[selected]"))));
        Assert.Contains($"Số liệu từ 01/12/2025 đến hết 30/11/2026; hạn nộp {wording}; bộ tiêu chí QB-2018.", saved.Text);
        Assert.Equal(["period.create 2026", "period.plan 2026"], await AuditAsync());
    }

    [Theory]
    [InlineData("Tên kỳ", "", "Nhập tên kỳ đánh giá, không quá 200 ký tự.")]
    [InlineData("Số liệu từ ngày", "", "Nhập ngày bắt đầu lấy số liệu.")]
    [InlineData("Số liệu từ ngày", "29/02/2026", "Không đọc được ngày “29/02/2026”.")]
    [InlineData("đến hết ngày", "cuối năm", "Không đọc được ngày “cuối năm”.")]
    [InlineData("đến hết ngày", "30/11/2025", "Ngày kết thúc lấy số liệu phải từ ngày bắt đầu trở đi.")]
    [InlineData(Deadline, "", "Nhập hạn nộp phiếu.")]
    [InlineData(Deadline, "30/11/2026", "Hạn nộp phiếu không được trước ngày kết thúc lấy số liệu.")]
    public async Task What_is_wrong_with_a_plan_is_said_at_the_field_and_everything_typed_stays(string field, string value, string problem)
    {
        var plan = await CreateAsync();
        var id = await AgencyIdAsync("STC");
        plan.Fill(Deadline, "20/12/2026").Fill("agencies", "Sở Tài chính", "Sở Nội vụ", "UBND thành phố Đồng Hới").Fill($"notRanked-{id}", "true").Fill($"notRankedReason-{id}", "Mới chia tách").Fill("Công khai số liệu kê khai cùng kết quả", "true").Fill("Tên kỳ", "Kỳ thử");

        var page = (await plan.Fill(field, value).PressAsync("Lưu kế hoạch")).Expect(422);

        Assert.Contains(problem, page.ProblemAt(field));
        Assert.Single(page.Problems);
        Assert.Equal(value, page.ValueOf(field));
        Assert.Equal(plan.ValueOf("agencies"), page.ValueOf("agencies"));
        Assert.Equal(("true", "Mới chia tách", "true"), (page.ValueOf($"notRanked-{id}"), page.ValueOf($"notRankedReason-{id}"), page.ValueOf("Công khai số liệu kê khai cùng kết quả")));
        Assert.Null((await PeriodAsync()).DeadlineWording);
        Assert.Equal(["period.create 2026"], await AuditAsync());
    }

    [Fact]
    public async Task An_agency_that_is_not_ranked_needs_a_reason()
    {
        var (plan, id) = (await CreateAsync(), await AgencyIdAsync("STC"));
        plan.Fill(Deadline, "20/12/2026").Fill($"notRanked-{id}", "true");

        var page = (await plan.PressAsync("Lưu kế hoạch")).Expect(422);
        Assert.Equal("Nhập lý do không xếp hạng.", page.ProblemAt($"notRankedReason-{id}"));
        Assert.Equal("true", page.ValueOf($"notRanked-{id}"));
        await page.Fill($"notRankedReason-{id}", "Mới chia tách").PressAsync("Lưu kế hoạch");

        var agencies = (await PeriodAsync()).Agencies;
        Assert.Equal((21, "Mới chia tách"), (agencies.Count, Assert.Single(agencies, a => !a.IsRanked).NotRankedReason));
        // A reason alone, without the tick, changes nothing.
        await (await _manager.GetAsync("/periods/2026/plan")).Fill($"notRanked-{id}", "").PressAsync("Lưu kế hoạch");
        Assert.All((await PeriodAsync()).Agencies, a => Assert.True(a.IsRanked));
    }

    [Fact]
    public async Task A_plan_is_changed_as_often_as_wanted_and_keeps_the_reviewers_of_whoever_stays()
    {
        var plan = await CreateAsync();
        await plan.Fill(Deadline, "20/12/2026").Fill("agencies", "Sở Tài chính", "Sở Nội vụ", "UBND thành phố Đồng Hới").PressAsync("Lưu kế hoạch");
        var reviewers = await _manager.GetAsync("/periods/2026/reviewers");
        foreach (var agency in new[] { "Sở Tài chính", "Sở Nội vụ" })
            reviewers.Fill(reviewers.All("fieldset").Single(f => PortalPage.TextOf(f.QuerySelector("legend")) == agency).QuerySelector("input")!.GetAttribute("name")!, reviewers.All("fieldset").Single(f => PortalPage.TextOf(f.QuerySelector("legend")) == agency).QuerySelector("input")!.GetAttribute("value")!);
        await reviewers.PressAsync("Lưu phân công");

        await (await _manager.GetAsync("/periods/2026/plan")).Fill("agencies", "Sở Tài chính", "Sở Du lịch").PressAsync("Lưu kế hoạch");

        var period = await PeriodAsync();
        Assert.Equal(["SDL", "STC"], period.Agencies.Select(a => a.Code).Order());
        Assert.Equal([await AgencyIdAsync("STC")], period.Assignments.Select(a => a.AgencyId));
        Assert.Equal(["SBN"], period.Agencies.Select(a => a.BlockCode).Distinct());
    }

    [Fact]
    public async Task Without_an_agency_or_a_plan_the_period_does_not_open()
    {
        var plan = await CreateAsync();
        var bare = (await (await _manager.GetAsync("/periods/2026/open")).PressAsync("Mở kỳ đánh giá")).Expect(422);
        Assert.Equal(["Chọn bộ tiêu chí.", "Nhập thời gian lấy số liệu.", "Nhập hạn nộp phiếu.", "Chọn ít nhất một cơ quan tham gia."], bare.Problems);

        await plan.Fill(Deadline, "20/12/2026").Fill("agencies").PressAsync("Lưu kế hoạch");
        var none = (await (await _manager.GetAsync("/periods/2026/open")).PressAsync("Mở kỳ đánh giá")).Expect(422);
        Assert.Equal(["Chọn ít nhất một cơ quan tham gia."], none.Problems);
        Assert.Equal(PeriodState.Draft, (await PeriodAsync()).State);
        Assert.Equal(0, await _portal.ReadAsync(db => db.Submissions.CountAsync()));
    }

    [Fact]
    public async Task A_set_or_an_agency_that_does_not_exist_is_not_taken()
    {
        await CreateAsync();
        KeyValuePair<string, string>[] rest = [new("title", "Kỳ"), new("dataFrom", "01/12/2025"), new("dataThrough", "30/11/2026"), new("deadlineDay", "20/12/2026"), new("deadlineKind", "end")];
        var page = (await _manager.PostAsync("/periods/2026/plan", [.. rest, new("criteriaSet", "99"), new("agencies", "1")])).Expect(422);
        Assert.Contains("Chọn bộ tiêu chí đang có hiệu lực.", page.ProblemAt("Bộ tiêu chí"));
        Assert.Equal(422, (await _manager.PostAsync("/periods/2026/plan", [.. rest, new("criteriaSet", "abc"), new("agencies", "1")])).Status);
        var set = await _portal.ReadAsync(db => db.CriteriaSetVersions.Select(v => v.Id).SingleAsync());
        await _manager.PostAsync("/periods/2026/plan", [.. rest, new("criteriaSet", $"{set}"), new("agencies", "9999"), new("agencies", $"{await AgencyIdAsync("STC")}"), new("agencies", $"{await AgencyIdAsync("STC")}")]);
        Assert.Equal(["STC"], (await PeriodAsync()).Agencies.Select(a => a.Code));
    }

    [Theory]
    [InlineData("/periods/none")]
    [InlineData("/periods/none/plan")]
    [InlineData("/periods/none/reviewers")]
    [InlineData("/periods/none/previous")]
    [InlineData("/periods/none/open")]
    [InlineData("/periods/none/agencies/stc/extension")]
    public async Task A_period_that_does_not_exist_is_not_found(string path)
    {
        Assert.Equal(404, (await _manager.GetAsync(path)).Status);
        if (path != "/periods/none")
            Assert.Equal(404, (await _manager.PostAsync(path)).Status);
    }

    private async Task<PortalPage> CreateAsync(string code = "2026") =>
        await (await _manager.GetAsync("/periods/new")).Fill("Mã trong địa chỉ", code).PressAsync("Thêm và nhập kế hoạch");

    private Task<Period> PeriodAsync() => _portal.ReadAsync(db => db.Periods.AsNoTracking().Include(p => p.Agencies).Include(p => p.Assignments).SingleAsync());

    private Task<int> AgencyIdAsync(string code) => _portal.ReadAsync(db => db.Agencies.Where(a => a.Code == code).Select(a => a.Id).SingleAsync());

    private Task<List<string>> AuditAsync() => _portal.ReadAsync(db => db.AuditEntries.Where(e => e.Action == "period.create" || e.Action == "period.plan" || e.Action == "period.open").OrderBy(e => e.Id).Select(e => e.Action + " " + e.Subject).ToListAsync());
}
