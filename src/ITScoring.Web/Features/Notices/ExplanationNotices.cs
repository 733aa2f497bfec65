using System.Globalization;
using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Notices;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Notices;

/// <summary>Who is told what between the preliminary result and the proposal. Nothing here says a figure or a reason: the text also goes out as a mail.</summary>
public sealed class ExplanationNotices(AppDbContext db, NoticeWriter writer, TimeProvider clock)
{
    /// <summary>What an agency reads of a preliminary result.</summary>
    /// <param name="response">Until when it may explain, in the words of the letter.</param>
    public static (string Title, string Body) PreliminaryText(Period period, PeriodAgency agency, bool handedIn, string response) => handedIn
        ? ("Kết quả sơ bộ đã gửi, mời giải trình", $"Kết quả sơ bộ của {agency.Name}, {period.Title}, đã có trên cổng: điểm từng nhóm, từng tiêu chí và lý do điều chỉnh.\nĐầu mối CNTT viết giải trình từng tiêu chí, thủ trưởng cơ quan xác nhận. Nhận giải trình đến {response}.")
        : ("Kết quả sơ bộ đã gửi, cơ quan không nộp phiếu", $"{agency.Name} không nộp phiếu khảo sát, {period.Title}, nên phiếu đã khóa: cơ quan không có điểm và không được xếp hạng.");

    /// <summary>Accounts that are told of the preliminary result, by agency.</summary>
    public async Task<ILookup<int, int>> PreliminaryReadersAsync(Period period, CancellationToken cancel)
    {
        var agencies = period.Agencies.Select(a => a.AgencyId).ToList();
        var people = await People().Where(u => agencies.Contains(u.AgencyId!.Value)).ToListAsync(cancel);
        return people.Where(u => u.Role == Role.Editor || Signs(u)).ToLookup(u => u.AgencyId!.Value, u => u.Id);
    }

    /// <param name="round">1 for the first preliminary result of the period.</param>
    /// <param name="submissions">All forms of the period.</param>
    public async Task PreliminarySentAsync(Period period, IReadOnlyCollection<Submission> submissions, int round, CancellationToken cancel)
    {
        var readers = await PreliminaryReadersAsync(period, cancel);
        foreach (var agency in period.Agencies)
        {
            var handedIn = submissions.FirstOrDefault(s => s.AgencyId == agency.AgencyId)?.IsSubmitted == true;
            var (title, body) = PreliminaryText(period, agency, handedIn, period.ResponseDeadlineWording!);
            await writer.AddAsync(NoticeKind.PreliminarySent, Invariant($"{period.Id}/{agency.AgencyId}/{round}"), readers[agency.AgencyId], period, agency, title, body, PathOf(period, agency), cancel);
        }
    }

    public async Task WrittenAsync(Period period, PeriodAgency agency, Explanation explanation, CancellationToken cancel) => await writer.AddAsync(
        NoticeKind.ExplanationWritten, KeyOf(explanation), (await HouseAsync(agency, cancel)).Where(Signs).Select(u => u.Id), period, agency,
        $"Giải trình tiêu chí {explanation.CriterionCode} chờ xác nhận",
        $"Đầu mối CNTT của {agency.Name} đã viết giải trình tiêu chí {explanation.CriterionCode}, {period.Title}. Đề nghị xem và xác nhận; giải trình chưa xác nhận không được xem xét.\nNhận giải trình đến {period.ResponseDeadlineWording}.",
        $"{PathOf(period, agency)}#{explanation.CriterionCode}", cancel);

    /// <summary>To each reviewer once for all explanations confirmed together that he or she may settle.</summary>
    public async Task ConfirmedAsync(Period period, PeriodAgency agency, Submission form, IReadOnlyList<Explanation> explanations, CancellationToken cancel)
    {
        var verdicts = await db.CriterionVerdicts.AsNoTracking().Where(v => v.SubmissionId == form.Id).ToDictionaryAsync(v => v.CriterionCode, cancel);
        var answers = await db.Answers.AsNoTracking().Where(a => a.SubmissionId == form.Id && a.VerifiedById != null).ToListAsync(cancel);
        foreach (var reviewer in await db.Users.AsNoTracking().Where(u => u.Role == Role.Reviewer && u.SuspendedAt == null).OrderBy(u => u.Id).ToListAsync(cancel))
        {
            var codes = explanations.Where(e => e.MaySettle(period, form, reviewer.ToActor(), verdicts.GetValueOrDefault(e.CriterionCode), answers).Ok).Select(e => e.CriterionCode).ToList();
            if (codes.Count == 0)
                continue;
            await writer.AddAsync(
                NoticeKind.ExplanationConfirmed, KeyOf(explanations[0]), [reviewer.Id], period, agency,
                $"{agency.Name} giải trình, chờ kết luận",
                $"Thủ trưởng {agency.Name} đã xác nhận giải trình {codes.Count} tiêu chí, {period.Title}: {string.Join(", ", codes)}.\nGiải trình do người khác với người đã thẩm tra kết luận; anh/chị được kết luận.",
                $"/settlements/{period.Code}", cancel);
        }
    }

    public async Task SettledAsync(Period period, PeriodAgency agency, Explanation explanation, CancellationToken cancel) => await writer.AddAsync(
        NoticeKind.ExplanationSettled, KeyOf(explanation), (await HouseAsync(agency, cancel)).Where(u => u.Role == Role.Editor || Signs(u)).Select(u => u.Id), period, agency,
        $"Giải trình tiêu chí {explanation.CriterionCode} đã có kết luận",
        $"Giải trình tiêu chí {explanation.CriterionCode} của {agency.Name}, {period.Title}, đã có kết luận. Kết luận và lý do ghi trên cổng.",
        $"{PathOf(period, agency)}#{explanation.CriterionCode}", cancel);

    private IQueryable<Data.Identity.AppUser> People() => db.Users.AsNoTracking().Where(u => u.SuspendedAt == null && u.AgencyId != null).OrderBy(u => u.Id);

    private Task<List<Data.Identity.AppUser>> HouseAsync(PeriodAgency agency, CancellationToken cancel) => People().Where(u => u.AgencyId == agency.AgencyId).ToListAsync(cancel);

    /// <summary>The head, and a deputy who acts today.</summary>
    private bool Signs(Data.Identity.AppUser account) => account.ToActor().SignsOff(clock.UtcNow());

    private static string KeyOf(Explanation explanation) => Invariant($"{explanation.SubmissionId}/{explanation.CriterionCode}/{explanation.Round}");

    private static string PathOf(Period period, PeriodAgency agency) => $"/explanations/{period.Code}/{agency.Code.ToLowerInvariant()}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
