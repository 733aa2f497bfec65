using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Documents;

/// <summary>Lists the documents of a period that the person may have, with those that are still to come.</summary>
public sealed class DocumentsQuery(AppDbContext db, CurrentUser user, DossierQuery dossiers, PreparedDocuments prepared, MinutesQuery minutes, SurveyQuery surveys, ReviewForms reviews)
{
    private const string Officials = "Quản lý kỳ đánh giá, lãnh đạo UBND tỉnh";

    private static readonly string[] Both = ["pdf", "docx"];
    private static readonly string[] PdfOnly = ["pdf"];

    /// <returns>Null: there is no such period for this person.</returns>
    public async Task<DocumentsPage?> PageAsync(string code, CancellationToken cancel = default)
    {
        var period = await db.Periods.AsNoTracking().AsSplitQuery().Include(p => p.Agencies).Include(p => p.Assignments).Include(p => p.Conflicts).FirstOrDefaultAsync(p => p.Code == code, cancel);
        if (period is null || !surveys.Sees(period))
            return null;
        var rows = new List<DocumentRow>();
        if (user.Can(Permission.ReadProposals))
            rows.AddRange(await OfficialAsync(period, cancel));
        var path = $"/documents/{period.Code}";
        rows.Add(new DocumentRow("Phiếu khảo sát để trống", "Các câu hỏi của bộ tiêu chí theo từng phần, chỗ trả lời và chỗ ký.", "Cơ quan tham gia, người thẩm tra", $"{path}/survey", PdfOnly));
        var submitted = await db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id && s.FirstSubmittedAt != null).Select(s => s.AgencyId).ToHashSetAsync(cancel);
        var own = user.Can(Permission.ReadOwnForm);
        return new DocumentsPage(
            period,
            rows,
            [
                .. from a in period.Agencies.OrderBy(a => a.Order)
                   let result = submitted.Contains(a.AgencyId) && dossiers.SeesResultOf(period, a)
                   let survey = own ? a.AgencyId == user.AgencyId : user.Can(Permission.ReadReviews) && submitted.Contains(a.AgencyId) && reviews.Sees(period, a.AgencyId)
                   where result || survey
                   select (a, result, survey),
            ]);
    }

    private async Task<IEnumerable<DocumentRow>> OfficialAsync(Period period, CancellationToken cancel)
    {
        var path = $"/documents/{period.Code}";
        var missing = period.State >= PeriodState.Proposed ? null : "Có sau khi trình UBND tỉnh.";
        var written = missing is null ? await prepared.OfAsync(period, cancel) : new Dictionary<string, PreparedRow>();
        var sessions = await minutes.SessionsAsync(period, cancel);
        return
        [
            Frozen("Báo cáo kết quả", "Căn cứ, phương pháp, kết quả chung và theo nhóm, tồn tại; phụ lục xếp hạng, điểm từng tiêu chí, giải trình.", "report") with { Prepared = written },
            Frozen("Tờ trình", "Đề nghị UBND tỉnh phê duyệt kết quả.", "proposal"),
            Frozen("Dự thảo Quyết định phê duyệt", "Các điều của quyết định và phụ lục xếp hạng.", "decision"),
            Frozen("Sổ chi tiết", "Xếp hạng; điểm tự chấm, thẩm tra, sau giải trình và lý do của từng tiêu chí; số liệu cuối cùng của mọi cơ quan.", "details") with { Formats = ["xlsx"], Prepared = written },
            Frozen("Phiếu kết quả của mọi cơ quan", "Mỗi cơ quan đã nộp phiếu một tệp PDF, gói trong một tệp ZIP để gửi đi.", "results") with { Formats = ["zip"], Prepared = written },
            .. sessions.Select(s => new DocumentRow(
                $"Biên bản họp Hội đồng, phiên thứ {s.Number}", $"Ngày {VietnamTime.Day(s.HeldOn)}: thành phần, nội dung đã quyết định, lý do, biểu quyết. Có tên thành viên, dùng nội bộ.", Officials, $"{path}/sessions/{s.Number}/minutes", Both)),
        ];

        DocumentRow Frozen(string name, string holds, string file) => new(name, holds, Officials, missing is null ? $"{path}/{file}" : null, Both, missing);
    }
}
