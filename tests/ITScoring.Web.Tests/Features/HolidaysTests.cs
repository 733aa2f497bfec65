using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

public sealed class HolidaysTests : IAsyncLifetime
{
    private StagePortal _portal = null!;
    private PortalClient _manager = null!;

    public async Task InitializeAsync()
    {
        _portal = await StagePortal.AtAsync(PeriodState.Open);
        _manager = await _portal.SignedInAsync("quanly");
    }

    public async Task DisposeAsync()
    {
        _manager.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_holiday_is_added_and_removed_with_a_row_each()
    {
        var count = await _portal.ReadAsync(db => db.Holidays.CountAsync());

        var added = await (await _manager.GetAsync("/holidays")).Fill("Ngày", "2/9/2026").Fill("Tên ngày nghỉ", " Quốc khánh ").PressAsync("Thêm ngày nghỉ");
        Assert.Equal("Đã thêm ngày nghỉ 02/09/2026.", added.Notice);
        Assert.Equal(("02/09/2026, thứ Tư", "Quốc khánh"), (added.Table()[0][0], added.Table()[0][1]));
        Assert.Equal(count + 1, added.Table().Count);

        var removed = await added.PressAsync("Bỏ ngày 02/09/2026");
        Assert.Equal("Đã bỏ ngày nghỉ 02/09/2026.", removed.Notice);
        Assert.Equal(count, removed.Table().Count);
        Assert.Equal(
            [("holiday.add", "02/09/2026", null, "Quốc khánh"), ("holiday.remove", "02/09/2026", "Quốc khánh", null)],
            (await _portal.ReadAsync(db => db.AuditEntries.Where(e => e.Action.StartsWith("holiday.")).OrderBy(e => e.Id).ToListAsync())).Select(e => (e.Action, e.Subject, e.From, e.To)));
        Assert.Equal(404, (await _manager.PostAsync("/holidays/2026-09-02/remove")).Status);
        Assert.Equal(404, (await _manager.PostAsync("/holidays/hom-nay/remove")).Status);
    }

    [Theory]
    [InlineData("", "Tết", "Ngày", "Nhập ngày nghỉ.")]
    [InlineData("31/04/2026", "Tết", "Ngày", "Không đọc được ngày “31/04/2026”.")]
    [InlineData("01/01/2019", "Tết Dương lịch", "Ngày", "Ngày 01/01/2019 đã có trong danh sách.")]
    [InlineData("01/01/2027", "", "Tên ngày nghỉ", "Nhập tên ngày nghỉ, không quá 200 ký tự.")]
    public async Task What_is_wrong_is_said_at_the_field_and_kept(string day, string name, string field, string problem)
    {
        var count = await _portal.ReadAsync(db => db.Holidays.CountAsync());
        var page = (await (await _manager.GetAsync("/holidays")).Fill("Ngày", day).Fill("Tên ngày nghỉ", name).PressAsync("Thêm ngày nghỉ")).Expect(422);
        Assert.Contains(problem, page.ProblemAt(field));
        Assert.Equal((day, name), (page.ValueOf("Ngày"), page.ValueOf("Tên ngày nghỉ")));
        Assert.Equal(count, await _portal.ReadAsync(db => db.Holidays.CountAsync()));
    }

    [Fact]
    public async Task The_same_day_added_by_two_at_once_is_there_once()
    {
        using var other = await _portal.SignedInAsync("quanly");
        var pages = await Task.WhenAll(_manager.GetAsync("/holidays"), other.GetAsync("/holidays"));
        var answers = await Task.WhenAll(pages.Select(p => p.Fill("Ngày", "01/01/2027").Fill("Tên ngày nghỉ", "Tết Dương lịch").PressAsync("Thêm ngày nghỉ")));
        Assert.Equal(1, answers.Count(a => a.Status == 200));
        Assert.All(answers, a => Assert.Contains(a.Status, new[] { 200, 409, 422 }));
        Assert.Equal(1, await _portal.ReadAsync(db => db.Holidays.CountAsync(h => h.Day == new DateOnly(2027, 1, 1))));
    }

    [Theory]
    // The deadline was Wednesday 30 September 2026. Thursday 1, Friday 2, Monday 5, Tuesday 6, Wednesday 7 October are five working days, Thursday 8 is the sixth.
    [InlineData(7, null, "b", 5)]
    [InlineData(8, null, "c", 6)]
    // With Monday 5 October off, Thursday 8 is the fifth.
    [InlineData(8, "05/10/2026", "b", 5)]
    // A Saturday off is none the less.
    [InlineData(8, "03/10/2026", "c", 6)]
    public async Task Lateness_is_counted_in_working_days_and_fixed_at_the_first_submission(int submittedOn, string? holiday, string code, int days)
    {
        if (holiday is not null)
            await (await _manager.GetAsync("/holidays")).Fill("Ngày", holiday).Fill("Tên ngày nghỉ", "Nghỉ bù").PressAsync("Thêm ngày nghỉ");
        // Sở Tài chính takes its form from the twin agency's state: it is put back before the first submission, and the head signs again.
        await _portal.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Submissions SET State = 'AwaitingSignOff', FirstSubmittedAt = NULL, LastSubmittedAt = NULL, SignedById = NULL, TimelinessCode = NULL, WorkingDaysLate = NULL, Revision = 1 WHERE AgencyId = (SELECT Id FROM Agencies WHERE Code = 'STC')"));
        _portal.Clock.Set(2026, 10, submittedOn, 23, 59);
        using var head = await _portal.SignedInAsync("stc.thutruong");

        await (await head.GetAsync("/submissions/2026/stc/sign-off")).Fill("declaration", "true").PressAsync("Ký nộp phiếu");

        var form = await _portal.ReadAsync(db => db.Submissions.SingleAsync(s => db.Agencies.Any(a => a.Id == s.AgencyId && a.Code == "STC")));
        Assert.Equal((SubmissionState.Submitted, code, days), (form.State, form.TimelinessCode, form.WorkingDaysLate));
        Assert.Contains($"chậm {days} ngày làm việc", (await _manager.GetAsync("/periods/2026")).Text);

        // A holiday that comes into the list later changes nothing that was fixed.
        await _manager.PostAsync("/holidays", new("day", "06/10/2026"), new("name", "Nghỉ bù"));
        Assert.Equal(days, await _portal.ReadAsync(db => db.Submissions.Where(s => s.Id == form.Id).Select(s => s.WorkingDaysLate).SingleAsync()));
        using var reviewer = await _portal.SignedInAsync("thamtra1");
        // V.5: a 5, b 3, c 0 points.
        var facts = (await reviewer.GetAsync("/reviews/2026/stc/criteria/V.5")).All("main dl > div").ToDictionary(d => PortalPage.TextOf(d.QuerySelector("dt")), d => PortalPage.TextOf(d.QuerySelector("dd")));
        Assert.Equal(code == "b" ? "3,00" : "0,00", facts["Thẩm tra"]);
    }
}
