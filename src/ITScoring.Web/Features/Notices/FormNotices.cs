using System.Globalization;
using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Notices;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Notices;

/// <summary>Who is told what about a form. Nothing here says an answer, a reason or a figure: the text also goes out as a mail.</summary>
public sealed class FormNotices(AppDbContext db, NoticeWriter writer, TimeProvider clock)
{
    /// <summary>Days before a deadline at which is reminded, nearest first.</summary>
    private static readonly int[] Steps = [1, 3, 7];

    /// <summary>The reminder that is to have gone out by now; null: none yet. A step that was missed is caught up by the next one only.</summary>
    /// <param name="daysLeft">Whole days until the deadline's day; 0 on the day itself.</param>
    public static int? StepOf(int daysLeft) => daysLeft < 0 ? null : Steps.Cast<int?>().FirstOrDefault(s => daysLeft <= s);

    /// <summary>To each contributor who was given something by this save, once for all sections.</summary>
    /// <param name="given">Assignments that are new or were given otherwise.</param>
    public async Task SharedOutAsync(Period period, PeriodAgency agency, Submission form, CriteriaSet set, IReadOnlyCollection<SectionAssignment> given, CancellationToken cancel)
    {
        foreach (var mine in given.GroupBy(a => a.ContributorId))
        {
            var parts = mine.Select(a => $"Phần {a.SectionCode}. {set.Sections.First(s => s.Code == a.SectionCode).Name}" + (a.DueOn is { } due ? $" (hạn {VietnamTime.Day(due)})" : ""));
            await writer.AddAsync(
                NoticeKind.SectionAssigned, Invariant($"{form.Id}/{clock.UtcNow().Ticks}"), [mine.Key], period, agency,
                $"Được giao phần {string.Join(", ", mine.Select(a => a.SectionCode))} của phiếu khảo sát",
                $"Đầu mối CNTT của {agency.Name} giao anh/chị nhập liệu, {period.Title}:\n{string.Join(";\n", parts)}.",
                PathOf(period, agency), cancel);
        }
    }

    public async Task PresentedAsync(Period period, PeriodAgency agency, Submission form, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var signers = await PeopleAsync(agency, [Role.Head]);
        signers.AddRange(await db.Users.Where(u => u.AgencyId == agency.AgencyId && u.Role == Role.Deputy && u.SuspendedAt == null && u.ActingFrom <= now && u.ActingUntil >= now).Select(u => u.Id).ToListAsync(cancel));
        await writer.AddAsync(
            NoticeKind.Presented, KeyOf(form), signers, period, agency,
            "Phiếu khảo sát chờ ký nộp",
            $"Đầu mối CNTT đã trình phiếu khảo sát của {agency.Name}, {period.Title}. Đề nghị xem và ký nộp, hoặc chuyển lại cho đầu mối.\n{DeadlineLine(period, agency, form)}",
            PathOf(period, agency) + "/sign-off", cancel);
    }

    public async Task SentBackAsync(Period period, PeriodAgency agency, Submission form, CancellationToken cancel) => await writer.AddAsync(
        NoticeKind.SentBack, KeyOf(form), await PeopleAsync(agency, [Role.Editor]), period, agency,
        "Phiếu khảo sát được chuyển lại",
        $"Thủ trưởng cơ quan đã chuyển lại phiếu khảo sát của {agency.Name}, {period.Title}. Lý do ghi trên cổng.\n{DeadlineLine(period, agency, form)}",
        PathOf(period, agency), cancel);

    public async Task SubmittedAsync(Period period, PeriodAgency agency, Submission form, CancellationToken cancel)
    {
        var (title, when) = ($"{agency.Name} đã nộp phiếu khảo sát", $"Phiếu khảo sát của {agency.Name}, {period.Title}, được ký nộp lần {form.Revision} lúc {VietnamTime.Moment(form.LastSubmittedAt!.Value)}.");
        await writer.AddAsync(NoticeKind.Submitted, KeyOf(form), await PeopleAsync(agency, [Role.Editor]), period, agency, title, $"{when}\nBiên nhận có trên cổng.", PathOf(period, agency) + "/receipt", cancel);
        var reviewers = await db.ReviewerAssignments
            .Where(a => a.PeriodId == period.Id && a.AgencyId == agency.AgencyId
                && !db.ConflictsOfInterest.Any(c => c.PeriodId == period.Id && c.AgencyId == agency.AgencyId && c.ReviewerId == a.ReviewerId && c.LiftedAt == null))
            .Join(db.Users.Where(u => u.SuspendedAt == null), a => a.ReviewerId, u => u.Id, (_, u) => u.Id).ToListAsync(cancel);
        await writer.AddAsync(NoticeKind.Submitted, KeyOf(form), reviewers, period, agency, title, $"{when}\nPhiếu này được phân công cho anh/chị thẩm tra.", $"/reviews/{period.Code}/{agency.Code.ToLowerInvariant()}", cancel);
    }

    /// <summary>To the editors all returned questions; to a contributor those of the sections that are his or hers.</summary>
    public async Task ReturnedAsync(Period period, PeriodAgency agency, Submission form, CriteriaSet set, IReadOnlyList<ReturnItem> items, Deadline deadline, CancellationToken cancel)
    {
        var given = await db.SectionAssignments.AsNoTracking().Where(a => a.SubmissionId == form.Id).ToListAsync(cancel);
        var contributors = await PeopleAsync(agency, [Role.Contributor]);
        async Task TellAsync(IEnumerable<int> people, IReadOnlyList<string> codes) => await writer.AddAsync(
            NoticeKind.Returned, KeyOf(form), people, period, agency,
            "Phiếu khảo sát được trả lại để bổ sung",
            $"Cơ quan thẩm tra trả lại {codes.Count} câu trong phiếu khảo sát của {agency.Name}, {period.Title}: {Few(codes)}.\nHạn bổ sung: {deadline.Wording}. Lý do của từng câu ghi trên cổng.",
            PathOf(period, agency), cancel);

        await TellAsync(await PeopleAsync(agency, [Role.Editor]), [.. items.Select(i => i.QuestionCode)]);
        foreach (var contributor in contributors)
        {
            bool IsOwn(string section) => given.TrueForAll(a => a.SectionCode != section) || given.Exists(a => a.SectionCode == section && a.ContributorId == contributor);
            var own = items.Select(i => i.QuestionCode).Where(c => IsOwn(set.FindQuestion(c)!.Section)).ToList();
            if (own.Count > 0)
                await TellAsync([contributor], own);
        }
    }

    /// <param name="step">As <see cref="StepOf"/> says; each is told once for a deadline.</param>
    public async Task DeadlineNearAsync(Period period, PeriodAgency agency, Submission form, Deadline deadline, int step, CancellationToken cancel)
    {
        var left = deadline.Day.DayNumber - clock.Today().DayNumber;
        var what = form.IsSubmitted ? "bổ sung và ký nộp lại" : "nộp";
        var stands = form.State == SubmissionState.AwaitingSignOff ? "Phiếu đã trình, đang chờ thủ trưởng ký nộp." : "Phiếu chưa được trình thủ trưởng.";
        await writer.AddAsync(
            NoticeKind.DeadlineNear, Invariant($"{form.Id}/{deadline.Day:yyyy-MM-dd}/{step}"), await PeopleAsync(agency, [Role.Editor, Role.Head]), period, agency,
            left == 0 ? "Hôm nay hết hạn nộp phiếu khảo sát" : $"Còn {left} ngày đến hạn nộp phiếu khảo sát",
            $"{agency.Name} cần {what} phiếu khảo sát, {period.Title}, {deadline.Wording} (23:59 {VietnamTime.Weekday(deadline.Day)}, {VietnamTime.Day(deadline.Day)}).\n{stands}",
            PathOf(period, agency), cancel);
    }

    public async Task SectionDueAsync(Period period, PeriodAgency agency, Section section, SectionAssignment assignment, CancellationToken cancel) => await writer.AddAsync(
        NoticeKind.SectionDue, Invariant($"{assignment.Id}/{assignment.DueOn:yyyy-MM-dd}"), [assignment.ContributorId], period, agency,
        $"Sắp đến hạn phần {section.Code} của phiếu khảo sát",
        $"Phần {section.Code}. {section.Name} của {agency.Name}, {period.Title}, có hạn {VietnamTime.Day(assignment.DueOn!.Value)} và chưa được đánh dấu xong.",
        $"{PathOf(period, agency)}/sections/{section.Code}", cancel);

    private Task<List<int>> PeopleAsync(PeriodAgency agency, Role[] roles) =>
        db.PeopleOf(agency.AgencyId, clock.UtcNow(), roles).Where(u => u.SuspendedAt == null).OrderBy(u => u.Id).Select(u => u.Id).ToListAsync();

    private static string DeadlineLine(Period period, PeriodAgency agency, Submission form) =>
        form.IsSubmitted ? $"Hạn bổ sung: {form.OpenReturn?.DeadlineWording}." : $"Hạn nộp của cơ quan: {period.DeadlineOf(agency).Wording}.";

    /// <summary>A form's moves are counted.</summary>
    private static string KeyOf(Submission form) => Invariant($"{form.Id}/{form.StateVersion}");

    private static string PathOf(Period period, PeriodAgency agency) => $"/submissions/{period.Code}/{agency.Code.ToLowerInvariant()}";

    private static string Few(IReadOnlyList<string> codes) => codes.Count <= 12 ? string.Join(", ", codes) : $"{string.Join(", ", codes.Take(12))} và {codes.Count - 12} câu khác";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
