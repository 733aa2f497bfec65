using ITScoring.Domain;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Features;

/// <summary>What waits where, on whom, since when. Seven forms came on 28/09/2026; Sở Y tế and Ba Đồn never hand in.</summary>
public sealed class ProgressTests
{
    private const string Path = "/progress/2026";

    [Fact]
    public async Task Forms_that_came_wait_on_their_reviewers_and_others_on_their_agencies()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        portal.Clock.Set(2026, 10, 5, 9);
        using var browser = await portal.SignedInAsync("quanly");
        var page = (await (await browser.GetAsync("/periods/2026")).FollowAsync("Tiến độ")).Expect(200);
        var rows = page.TableUnder("Đang chờ");

        // Opened on 01/09, so what was never handed in has waited longest: 34 days, and is past its deadline.
        Assert.Equal(9, rows.Count);
        Assert.Equal(["Đang kê khai", "Đang kê khai"], rows.Take(2).Select(r => r[1]));
        var syt = Assert.Single(rows, r => r[0] == "Sở Y tế");
        Assert.Equal(["01/09/2026 08:00", "34"], syt.Skip(3).Take(2));
        Assert.StartsWith("Đã trả lời 0/", syt[5]);
        Assert.Contains("Hạn trước ngày 01/10/2026: chưa nộp, đang chậm", syt[5]);

        var stc = Assert.Single(rows, r => r[0] == "Sở Tài chính");
        var names = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "thamtra1" || u.UserName == "thamtra2").OrderBy(u => u.UserName).Select(u => u.DisplayName).ToListAsync());
        Assert.Equal(["Đang thẩm tra", string.Join(", ", names), "28/09/2026 15:02", "7", "Đã kết luận 0/60 tiêu chí"], stc.Skip(1));
        Assert.Contains("Chưa có kết luận nào trước hôm nay nên chưa dự báo được.", page.Text);
    }

    [Fact]
    public async Task A_reviewers_filter_leaves_the_agencies_assigned_and_the_tabs_one_step()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        using var browser = await portal.SignedInAsync("quanly");
        var id = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "thamtra2").Select(u => u.Id).SingleAsync());

        Assert.Equal(["Ban Dân tộc", "Sở Tài chính"], (await browser.GetAsync($"{Path}?reviewer={id}")).TableUnder("Đang chờ").Select(r => r[0]).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await browser.GetAsync($"{Path}?step=Filling")).TableUnder("Đang chờ").Count);
        Assert.Contains("Không có việc nào khớp", (await browser.GetAsync($"{Path}?step=Filling&reviewer={id}")).Expect(200).Text);
        // What is no choice shows all.
        Assert.Equal(9, (await browser.GetAsync($"{Path}?step=99&reviewer=x&page=-1")).Expect(200).TableUnder("Đang chờ").Count);
        Assert.Equal(9, (await browser.GetAsync($"{Path}?reviewer=99999")).TableUnder("Đang chờ").Count);
        Assert.Equal(404, (await browser.GetAsync("/progress/2031")).Status);
    }

    [Fact]
    public async Task A_returned_form_waits_on_its_agency_until_the_deadline_and_is_overdue_after()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        portal.Clock.Set(2026, 9, 30, 9);
        await portal.AsAsync("thamtra1", async services =>
        {
            var form = (await services.GetRequiredService<ReviewForms>().FindAsync("2026", "stc"))!;
            Assert.Equal(Outcome.Done, await services.GetRequiredService<ReviewService>().ReturnAsync(form, [new ReturnItem("N05", "Thiếu danh sách."), new ReturnItem("H05", "Thiếu hợp đồng.")], Deadline.EndOf(new DateOnly(2026, 10, 6))));
            return 0;
        });

        portal.Clock.Set(2026, 10, 2, 9);
        Assert.Equal(["Trả lại để bổ sung", "30/09/2026 09:00", "2", "2 câu được trả lại Hạn hết ngày 06/10/2026: còn 4 ngày"], await RowAsync());
        portal.Clock.Set(2026, 10, 9, 9);
        Assert.Equal(["Trả lại để bổ sung", "30/09/2026 09:00", "9", "2 câu được trả lại Hạn hết ngày 06/10/2026: quá hạn 3 ngày"], await RowAsync());

        async Task<IEnumerable<string>> RowAsync()
        {
            using var browser = await portal.SignedInAsync("quanly");
            var row = Assert.Single((await browser.GetAsync(Path)).TableUnder("Đang chờ"), r => r[0] == "Sở Tài chính");
            return [row[1], .. row.Skip(3)];
        }
    }

    [Fact]
    public async Task A_verdict_that_is_to_be_looked_at_again_is_named_beside_its_form()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        portal.Clock.Set(2026, 10, 1, 9);
        await portal.AsAsync("thamtra1", async services =>
        {
            var form = (await services.GetRequiredService<ReviewForms>().FindAsync("2026", "stc"))!;
            var service = services.GetRequiredService<ReviewService>();
            // Both read T02, the number of people.
            Assert.Equal(Outcome.Done, await service.AgreeAsync(form, form.Set.FindCriterion("I.1")!));
            portal.Clock.Set(2026, 10, 2, 9);
            Assert.Equal(Outcome.Done, await service.AdjustAsync(form, form.Set.FindCriterion("I.3")!, [new ValueAdjustment("T02", "70"), new ValueAdjustment("H05", "90.5")], "Danh sách có 70 người."));
            return 0;
        });
        portal.Clock.Set(2026, 10, 5, 9);
        using var browser = await portal.SignedInAsync("quanly");
        var page = (await browser.GetAsync(Path)).Expect(200);
        var rows = page.TableUnder("Đang chờ").Where(r => r[0] == "Sở Tài chính").ToList();

        Assert.Equal(["Đang thẩm tra", "Cần xem lại"], rows.Select(r => r[1]));
        Assert.Equal("Đã kết luận 1/60 tiêu chí", rows[0][5]);
        Assert.Equal(["02/10/2026 09:00", "3", "Tiêu chí I.1"], rows[1].Skip(3));
        // thamtra1 has Sở Nội vụ, Sở Tài chính, Ban Quản lý Khu kinh tế and Sở Y tế, which has not come; one verdict stands.
        var name = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "thamtra1").Select(u => u.DisplayName).SingleAsync());
        var load = Assert.Single(page.TableUnder("Khối lượng của từng người thẩm tra"), r => r[0] == name);
        Assert.Equal(("1", "7", "1"), (load[3], load[5], load[6]));
        Assert.EndsWith("chưa nộp)", load[1]);
        Assert.Equal(int.Parse(load[2]) - 1, int.Parse(load[4]));
    }

    [Fact]
    public async Task The_forecast_tells_pace_rest_and_day_with_its_numbers()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Reviewing);
        // All verdicts were given on Monday 05/10/2026; on Thursday three working days have passed.
        portal.Clock.Set(2026, 10, 8, 9);
        var verdicts = await portal.ReadAsync(db => db.CriterionVerdicts.CountAsync());
        using var browser = await portal.SignedInAsync("quanly");
        var page = (await browser.GetAsync(Path)).Expect(200);

        Assert.Contains($"{verdicts} kết luận còn hiệu lực từ 05/10/2026 đến hết ngày hôm qua ÷ 3 ngày làm việc đã qua = {Display.Of(Rational.Of(verdicts, 3))} mỗi ngày", page.Text);
        // The two that never came have far fewer criteria than three days bring: one day, the Friday.
        Assert.Contains("việc thẩm tra xong vào thứ Sáu, 09/10/2026.", page.Text);
        Assert.Contains("kể cả của 2 cơ quan chưa nộp phiếu", page.Text);
        Assert.Equal(7, page.TableUnder("Đang chờ").Count(r => r[1] == "Đã thẩm tra" && r[4] == "–"));

        // Three weeks later nothing was judged for ten working days.
        portal.Clock.Set(2026, 10, 29, 9);
        using var later = await portal.SignedInAsync("quanly");
        Assert.Contains("10 ngày làm việc gần đây không có kết luận nào nên không dự báo được.", (await later.GetAsync(Path)).Text);
    }

    [Fact]
    public async Task Explanations_wait_on_the_head_and_then_on_another_reviewer()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Preliminary);
        portal.Clock.Set(2026, 10, 15, 9);
        using var browser = await portal.SignedInAsync("quanly");
        var page = (await browser.GetAsync(Path)).Expect(200);
        var rows = page.TableUnder("Đang chờ");

        var judge = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "thamtra5").Select(u => u.DisplayName).SingleAsync());
        Assert.Equal(
            [("Ban Dân tộc", "Giải trình chờ kết luận"), ("Sở Thông tin và Truyền thông", "Giải trình chờ kết luận"), ("Sở Tài chính", "Giải trình chờ thủ trưởng")],
            rows.Where(r => r[1].StartsWith("Giải trình", StringComparison.Ordinal)).Select(r => (r[0], r[1])).OrderBy(r => r.Item2, StringComparer.Ordinal).ThenBy(r => r.Item1, StringComparer.Ordinal));
        Assert.Equal(["Chuyên viên khác " + judge, "12/10/2026 09:00", "3", "Tiêu chí I.3"], Assert.Single(rows, r => r[0] == "Sở Thông tin và Truyền thông" && r[4] != "–").Skip(2));
        Assert.Contains("Hạn hết ngày 16/10/2026", Assert.Single(rows, r => r[1] == "Giải trình chờ thủ trưởng")[5]);
        Assert.Equal(2, rows.Count(r => r[1] == "Khóa, chưa nộp"));
        Assert.False(page.HasHeading("Dự báo kết thúc thẩm tra"));
    }
}
