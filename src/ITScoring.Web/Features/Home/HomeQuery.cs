using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Home;

/// <summary>Collects what waits for whoever is signed in, by role.</summary>
public sealed class HomeQuery(AppDbContext db, CurrentUser user, CriteriaSetCache sets, SectionDoneService done, FormDeadlines deadlines, TimeProvider clock)
{
    public async Task<IReadOnlyList<WorkItem>> PageAsync(CancellationToken cancel = default)
    {
        var work = (await WorkAsync(cancel)).ToList();
        var unread = await db.Notices.CountAsync(n => n.RecipientId == user.UserId && n.ReadAt == null, cancel);
        if (unread > 0)
            work.Add(new WorkItem("Thông báo", "/notices", $"{unread} thông báo chưa đọc.", $"{unread} mới", "mid", false));
        return work;
    }

    private async Task<IReadOnlyList<WorkItem>> WorkAsync(CancellationToken cancel)
    {
        var periods = await db.Periods.AsNoTracking().AsSplitQuery().Include(p => p.Agencies).Include(p => p.Assignments).Include(p => p.Conflicts).OrderByDescending(p => p.Year).ThenByDescending(p => p.Id).ToListAsync(cancel);
        return user.Role switch
        {
            _ when user.Role.WorksForAgency() => await AgencyAsync(periods, cancel),
            Role.Reviewer => await ReviewerAsync(periods, cancel),
            Role.PeriodManager => [.. periods.Select(Manager)],
            Role.Leader => [.. periods.Where(p => p.State >= PeriodState.Proposed).Select(Leader)],
            Role.Observer => [.. periods.Where(p => p.State >= PeriodState.Approved).Select(p => new WorkItem(p.Title, $"/par/{p.Code}", "Điểm tiêu chí 7.1.3 theo kết quả đã phê duyệt", p.State.Name(), "good", false))],
            Role.Administrator =>
            [
                new("Tài khoản", "/accounts", "Cấp tài khoản, vai trò, đặt lại mật khẩu, ngừng sử dụng.", "Quản trị", "line", false),
                new("Thư gửi đi", "/outbox", "Thư đã gửi, đang chờ, không gửi được và vì sao.", "Quản trị", "line", false),
                new("Cài đặt", "/settings", "Tên tỉnh, chức danh ký, căn cứ, giới hạn, thư điện tử, kiểm tra vi-rút.", "Quản trị", "line", false),
                new("Nhật ký", "/audit", "Ai làm gì, khi nào, từ giá trị nào sang giá trị nào.", "Quản trị", "line", false),
                new("Toàn vẹn dữ liệu", "/integrity", "Điều trái quy tắc trong dữ liệu và kho tệp, cách xử lý.", "Quản trị", "line", false),
            ],
            _ => [],
        };
    }

    private async Task<IReadOnlyList<WorkItem>> AgencyAsync(List<Period> periods, CancellationToken cancel)
    {
        var agencyId = user.AgencyId ?? 0;
        var forms = await db.Submissions.AsNoTracking().Where(s => s.AgencyId == agencyId).ToListAsync(cancel);
        var confirmed = await db.Disseminations.AsNoTracking().Where(d => d.AgencyId == agencyId).Select(d => d.PeriodId).ToListAsync(cancel);
        var drafted = await db.Explanations.AsNoTracking().Where(e => e.State == ExplanationState.Drafted).Select(e => e.SubmissionId).ToListAsync(cancel);
        var items = new List<WorkItem>();
        foreach (var period in periods)
        {
            if (forms.FirstOrDefault(f => f.PeriodId == period.Id) is not { } form || period.FindAgency(agencyId) is not { } agency)
                continue;
            var path = $"{period.Code}/{agency.Code.ToLowerInvariant()}";
            var deadline = await deadlines.OfAsync(period, agency, form, cancel);
            var detail = form.State switch
            {
                _ when form.LockedAt is not null => "Phiếu đã khóa khi chưa nộp.",
                SubmissionState.Returned => "Được trả lại để bổ sung.",
                _ when form.IsSubmitted => $"Đã nộp lúc {VietnamTime.Moment(form.LastSubmittedAt!.Value)}.",
                _ => $"Hạn nộp {deadline.Own.Wording}" + (deadline.IsLate ? $", đang {deadline.Lateness}." : $", còn {deadline.DaysLeft} ngày."),
            };
            var collecting = period.State is PeriodState.Open or PeriodState.Reviewing && form.LockedAt is null;
            var waits = collecting && (user.Can(Permission.FillForm) ? form.State is SubmissionState.Drafting or SubmissionState.Returned : form.State == SubmissionState.AwaitingSignOff);
            if (waits && user.Role == Role.Contributor)
                items.AddRange(await OwnSectionsAsync(period, form, path, cancel));
            items.Add(new WorkItem($"Phiếu khảo sát: {period.Title}", user.Can(Permission.SignOff) && form.State == SubmissionState.AwaitingSignOff ? $"/submissions/{path}/sign-off" : $"/submissions/{path}", detail, form.State.Name(), waits ? "mid" : "fair", waits));
            if (user.Can(Permission.SignOff) && period.State is PeriodState.Open or PeriodState.Reviewing && !confirmed.Contains(period.Id) && user.Actor.SignsOff(clock.UtcNow()))
                items.Add(new WorkItem($"Xác nhận đã phổ biến: {period.Title}", $"/disseminations/{path}", "Cơ quan chưa xác nhận đã phổ biến đến các phòng, đơn vị.", "Chưa xác nhận", "mid", true));
            if (period.State >= PeriodState.Preliminary && form.IsSubmitted)
            {
                var open = period.State == PeriodState.Preliminary && !period.ResponseDeadline!.IsPast(clock.UtcNow());
                var toConfirm = user.Can(Permission.SignOff) && drafted.Contains(form.Id);
                items.Add(new WorkItem(
                    $"Kết quả và giải trình: {period.Title}",
                    $"/explanations/{path}",
                    open ? $"Nhận giải trình đến {period.ResponseDeadlineWording}." + (toConfirm ? " Có giải trình chờ thủ trưởng xác nhận." : "") : "Đã hết thời gian giải trình.",
                    period.State.Name(),
                    open ? "mid" : "fair",
                    open && (toConfirm || user.Can(Permission.Explain))));
            }

            if (period.IsPublished && form.IsSubmitted)
                items.Add(new WorkItem($"Văn bản: {period.Title}", $"/documents/{period.Code}", "Phiếu kết quả của cơ quan, phiếu khảo sát để in và ký.", period.State.Name(), "good", false));
        }

        return items;
    }

    /// <summary>The sections that were given to the contributor, in the order of the set.</summary>
    private async Task<IEnumerable<WorkItem>> OwnSectionsAsync(Period period, Submission form, string path, CancellationToken cancel)
    {
        var given = await db.SectionAssignments.AsNoTracking().Where(a => a.SubmissionId == form.Id && a.ContributorId == user.UserId).ToDictionaryAsync(a => a.SectionCode, cancel);
        if (given.Count == 0)
            return [];
        var set = await sets.GetAsync(period, cancel);
        var finished = await done.StandingAsync(form.Id, set, cancel);
        return set.Sections.Where(s => given.ContainsKey(s.Code)).Select(s => new WorkItem(
            $"Phần {s.Code}. {s.Name}",
            $"/submissions/{path}/sections/{s.Code}",
            Describe(period, given[s.Code]),
            finished.Contains(s.Code) ? "Đã xong" : "Được giao",
            finished.Contains(s.Code) ? "good" : "mid",
            !finished.Contains(s.Code)));
    }

    private string Describe(Period period, SectionAssignment given)
    {
        var days = given.DueOn?.DayNumber - clock.Today().DayNumber;
        var due = days switch
        {
            null => "",
            >= 0 => $", hạn {VietnamTime.Day(given.DueOn!.Value)}, còn {days} ngày",
            _ => $", hạn {VietnamTime.Day(given.DueOn!.Value)}, đã quá {-days} ngày",
        };
        return $"{period.Title}{due}.{(given.Word is null ? "" : $" Lời dặn: {given.Word}")}";
    }

    private async Task<IReadOnlyList<WorkItem>> ReviewerAsync(List<Period> periods, CancellationToken cancel)
    {
        var items = new List<WorkItem>();
        foreach (var period in periods.Where(p => p.State is not PeriodState.Draft))
        {
            var mine = period.Agencies.Where(a => period.IsAssigned(user.UserId, a.AgencyId)).Select(a => a.AgencyId).ToList();
            var states = await db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id && mine.Contains(s.AgencyId)).Select(s => s.State).ToListAsync(cancel);
            var waiting = states.Count(s => s == SubmissionState.Submitted);
            var collecting = period.State is PeriodState.Open or PeriodState.Reviewing;
            items.Add(new WorkItem(
                $"Thẩm tra: {period.Title}",
                $"/reviews?period={period.Code}",
                $"Được phân công {mine.Count} cơ quan: {waiting} phiếu chờ thẩm tra, {states.Count(s => s == SubmissionState.Verified)} đã thẩm tra.",
                period.State.Name(),
                collecting && waiting > 0 ? "mid" : "fair",
                collecting && waiting > 0));
            if (period.State == PeriodState.Preliminary)
            {
                var open = await db.Explanations.AsNoTracking().Join(db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id), e => e.SubmissionId, s => s.Id, (e, s) => e.State).CountAsync(s => s == ExplanationState.Confirmed, cancel);
                items.Add(new WorkItem($"Kết luận giải trình: {period.Title}", $"/settlements/{period.Code}", $"{open} giải trình chờ kết luận.", period.State.Name(), open > 0 ? "mid" : "fair", open > 0));
            }
        }

        return items;
    }

    private WorkItem Manager(Period period)
    {
        var past = period.Deadline?.IsPast(clock.UtcNow()) == true;
        var answered = period.ResponseDeadline?.IsPast(clock.UtcNow()) == true;
        var (detail, waits) = period.State switch
        {
            PeriodState.Draft => ("Đang chuẩn bị: kiểm tra ngày, bộ tiêu chí, cơ quan rồi mở kỳ.", true),
            PeriodState.Open => past ? ("Đã hết hạn nộp chung: có thể kết thúc thu phiếu.", true) : ($"Đang thu phiếu đến {period.DeadlineWording}.", false),
            PeriodState.Reviewing => ("Đang thẩm tra; gửi kết quả sơ bộ khi mọi phiếu đã thẩm tra.", true),
            PeriodState.Preliminary => answered ? ("Hết thời gian giải trình: kết luận hết rồi trình UBND tỉnh.", true) : ($"Cơ quan giải trình đến {period.ResponseDeadlineWording}.", false),
            PeriodState.Proposed => ("Chờ UBND tỉnh phê duyệt.", false),
            PeriodState.Approved => ("Đã phê duyệt, chờ công bố.", false),
            _ => ("Đã công bố.", false),
        };
        return new WorkItem(period.Title, $"/periods/{period.Code}", detail, period.State.Name(), waits ? "mid" : "fair", waits);
    }

    private static WorkItem Leader(Period period) => period.State switch
    {
        PeriodState.Proposed => new(period.Title, $"/approvals/{period.Code}", "Kết quả được trình, chờ phê duyệt.", period.State.Name(), "mid", true),
        PeriodState.Approved => new(period.Title, $"/approvals/{period.Code}", "Đã phê duyệt, chờ công bố.", period.State.Name(), "mid", true),
        _ => new(period.Title, $"/approvals/{period.Code}", $"Đã công bố theo Quyết định số {period.DecisionNumber}.", period.State.Name(), "good", false),
    };
}
