using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Input;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.EvidenceStore;

/// <summary>Lists the agency's documents, each once, those of this form first, then the latest.</summary>
public sealed class StoreQuery(AppDbContext db, CurrentUser user)
{
    private const int PerPage = 50;

    public async Task<StorePage> PageAsync(OwnForm form, Question question, string? search, int number, CancellationToken cancel)
    {
        var agency = form.Agency.AgencyId;
        var documents = await db.Evidence.AsNoTracking().AsSplitQuery().Include(e => e.File).Include(e => e.Uses)
            .Where(e => e.ExplanationId == null && e.RemovedAt == null && db.Submissions.Any(s => s.Id == e.SubmissionId && s.AgencyId == agency)).ToListAsync(cancel);
        var periods = await db.Submissions.Where(s => s.AgencyId == agency)
            .Join(db.Periods, s => s.PeriodId, p => p.Id, (s, p) => new { s.Id, p.Title }).ToDictionaryAsync(p => p.Id, p => p.Title, cancel);
        var rows = documents
            .Where(e => e.File is not { IsServed: false })
            .OrderByDescending(e => e.SubmissionId == form.Submission.Id).ThenByDescending(e => e.Id)
            .DistinctBy(Identity)
            .Select(e => new StoreRow(e, periods[e.SubmissionId], [.. e.Uses.Select(u => u.QuestionCode).Distinct()], e.SubmissionId == form.Submission.Id && e.IsUsedFor(question.Code)))
            .Where(r => VietnameseSearch.Matches(search, r.Document.Number, r.Document.Abstract, r.Document.Issuer, r.Document.Url, r.Document.FileName, r.Period, r.Document.Date is { } d ? VietnamTime.Day(d) : null))
            .ToList();
        var pages = Math.Max(1, (rows.Count + PerPage - 1) / PerPage);
        number = Math.Clamp(number, 1, pages);
        return new StorePage(form, question, [.. rows.Skip((number - 1) * PerPage).Take(PerPage)], search, rows.Count, number, pages, form.Submission.MayAnswer(form.Period, user.Actor, question).Ok);
    }

    /// <summary>What makes documents of two forms the same one.</summary>
    private static object Identity(Evidence e) => e.Kind switch
    {
        EvidenceKind.Citation => (e.Number, e.Date, e.Issuer),
        EvidenceKind.File => e.FileId!,
        _ => e.Url!,
    };
}
