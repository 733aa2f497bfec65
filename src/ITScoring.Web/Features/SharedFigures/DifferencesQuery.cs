using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.SharedFigures;

/// <summary>Lists shared systems' figures beside declared and verified values, of the agencies that the reader may look at.</summary>
public sealed class DifferencesQuery(AppDbContext db, ReviewForms forms, SharedFigureQuery shared, CriteriaSetCache sets, IOptions<PortalOptions> portal)
{
    private const int PageSize = 50;

    public async Task<DifferencesPage> PageAsync(Period period, DifferenceFilter filter, int number, CancellationToken cancel = default)
    {
        var set = await sets.GetAsync(period, cancel);
        var agencies = period.Agencies.Where(a => forms.Sees(period, a.AgencyId)).OrderBy(a => a.Order).ToList();
        var ids = agencies.Select(a => a.AgencyId).ToList();
        var submissions = await db.Submissions.AsNoTracking().Where(s => s.PeriodId == period.Id).ToDictionaryAsync(s => s.AgencyId, cancel);
        var found = await db.SharedFigures.AsNoTracking().Where(f => f.PeriodId == period.Id && ids.Contains(f.AgencyId)).ToListAsync(cancel);
        var (formIds, codes) = (submissions.Values.Select(s => s.Id).ToList(), found.Select(f => f.QuestionCode).Distinct().ToList());
        var answers = await db.Answers.AsNoTracking().Where(a => formIds.Contains(a.SubmissionId) && codes.Contains(a.QuestionCode)).ToDictionaryAsync(a => (a.SubmissionId, a.QuestionCode), cancel);
        var order = set.Questions.Select((q, i) => (q.Code, Place: i)).ToDictionary(q => q.Code, q => q.Place);
        var rows = (
            from f in found
            join agency in agencies on f.AgencyId equals agency.AgencyId
            let question = set.FindQuestion(f.QuestionCode)
            where question is not null
                && (filter.Agency is null || string.Equals(agency.Code, filter.Agency, StringComparison.OrdinalIgnoreCase))
                && (filter.Source is null || f.SourceCode == filter.Source)
            orderby agency.Order, order[question.Code], shared.OrderOf(f.SourceCode), f.SourceCode
            let submission = submissions.GetValueOrDefault(agency.AgencyId)
            select Row(period, set, agency, question, submission, submission is null ? null : answers.GetValueOrDefault((submission.Id, question.Code)), f.SourceCode, f.ValueJson)).Where(r => filter.All || r.Differs).ToList();
        var pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        var wanted = Math.Clamp(number, 1, pages);
        return new DifferencesPage(period, filter, agencies, portal.Value.SharedSystems, [.. rows.Skip((wanted - 1) * PageSize).Take(PageSize)], rows.Count, found.Count, wanted, pages);
    }

    private DifferenceRow Row(Period period, CriteriaSet set, PeriodAgency agency, Question question, Submission? submission, Answer? answer, string source, string json)
    {
        var comparison = submission is { IsSubmitted: true } ? SharedFigureQuery.Compare(period, question, answer?.DeclaredJson, json) : null;
        var form = submission is null ? null : $"/reviews/{period.Code}/{agency.Code.ToLowerInvariant()}";
        return new DifferenceRow(
            agency,
            question,
            form is null ? null : set.CriteriaOf(question.Code) is [var first, ..] ? $"{form}/criteria/{first.Code}" : form,
            AnswerText.Of(question, answer?.DeclaredJson),
            AnswerText.Of(question, answer?.ValueAt(AnswerStage.Verified)),
            portal.Value.SharedSystemName(source),
            AnswerText.Of(question, json),
            comparison,
            comparison is { Differs: true } && !SharedFigureQuery.Compare(period, question, answer?.ValueAt(AnswerStage.Verified), json).Differs);
    }
}
