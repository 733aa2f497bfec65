using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Documents;

/// <summary>Reads a Phiếu khảo sát to be printed: the blank one of a period that the person has to do with, or a form that he may read.</summary>
public sealed class SurveyQuery(AppDbContext db, CurrentUser user, CriteriaSetCache sets, OwnForms own, ReviewForms reviews)
{
    /// <summary>Whether the person has to do with a period: an agency's people with those in which it takes part.</summary>
    public bool Sees(Period period) => period.State != PeriodState.Draft && (!user.Can(Permission.ReadOwnForm) || (user.AgencyId is { } agency && period.FindAgency(agency) is not null));

    /// <returns>Null: there is no such period for this person.</returns>
    public async Task<SurveyContent?> BlankAsync(string periodCode, CancellationToken cancel = default)
    {
        var period = await db.Periods.AsNoTracking().Include(p => p.Agencies).FirstOrDefaultAsync(p => p.Code == periodCode, cancel);
        if (period is null || !Sees(period))
            return null;
        var set = await sets.GetAsync(period, cancel);
        return new SurveyContent(period, set, null, null, new Dictionary<string, Answer>(), set.Questions.Select(q => q.Code).ToHashSet());
    }

    /// <returns>Null: there is no such form for this person; who verifies sees it once it is handed in.</returns>
    public async Task<SurveyContent?> FilledAsync(string periodCode, string agencyCode, CancellationToken cancel = default)
    {
        if (user.Can(Permission.ReadOwnForm))
            return await own.ReadAsync(periodCode, agencyCode, cancel) is { } form ? await OfAsync(form.Period, form.Set, form.Agency, form.Submission, cancel) : null;
        if (!user.Can(Permission.ReadReviews))
            return null;
        return await reviews.FindAsync(periodCode, agencyCode, cancel) is { Submission.IsSubmitted: true } review ? await OfAsync(review.Period, review.Set, review.Agency, review.Submission, cancel) : null;
    }

    private async Task<SurveyContent> OfAsync(Period period, CriteriaSet set, PeriodAgency agency, Submission submission, CancellationToken cancel)
    {
        var answers = await db.Answers.AsNoTracking().Where(a => a.SubmissionId == submission.Id).ToListAsync(cancel);
        var values = new Dictionary<string, AnswerValue>();
        foreach (var answer in answers)
        {
            if (answer.DeclaredJson is { } json && set.FindQuestion(answer.QuestionCode) is { } question && AnswerJson.Read(question, json).Value is { } value)
                values[answer.QuestionCode] = value;
        }

        // Last period's values decide no condition of asking; they are left out.
        var asked = FormCheck.Run(set, values, new Dictionary<string, AnswerValue>(), new HashSet<string>()).Asked;
        return new SurveyContent(period, set, agency, submission, answers.ToDictionary(a => a.QuestionCode), asked);
    }
}
