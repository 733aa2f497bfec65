using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Explanations;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Surveys;

/// <summary>
/// The survey between the preliminary result and the proposal. The reviewer found 80 computers of 90 and no firewall: I.1 falls from 40 × 90/120 = 30 to
/// 40 × 80/120 = 26.67, I.3 from 10 to 0, and 2 points for updating come: 83 declared, 83 − 3.33 − 10 + 2 = 71.67 verified.
/// </summary>
internal static class SurveyExplanations
{
    public const string Text = "Mười máy đang bảo hành, có biên bản.";

    /// <summary>A survey of its own whose preliminary result was sent; agencies may explain until the end of 05/01/2027.</summary>
    public static async Task<Survey> SentAsync(this SurveyPortal portal)
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        await survey.VerifyAsync("stc", ("I.1", "A02", "80", "Danh sách chỉ có 80 máy."), ("I.3", "A04", "false", "Không có thiết bị."));
        await survey.SendPreliminaryAsync();
        return survey;
    }

    /// <summary>The editor writes; the id of the explanation.</summary>
    public static Task<int> ExplainAsync(this SurveyPortal portal, Survey survey, string criterion = "I.1", string question = "A02", string claim = "90", string text = Text) =>
        portal.AsAsync("stc.daumoi", async services =>
        {
            var form = (await services.GetRequiredService<OwnForms>().FindAsync(survey.Code, "stc"))!;
            Assert.True((await services.GetRequiredService<ExplanationService>().WriteAsync(form, form.Set.FindCriterion(criterion)!, text, [new ContestedValue(question, claim)])).Ok);
            return (await services.GetRequiredService<Data.AppDbContext>().Explanations.SingleAsync(e => e.SubmissionId == form.Submission.Id && e.CriterionCode == criterion && e.State == ExplanationState.Drafted)).Id;
        });

    public static Task<bool> ConfirmAsync(this SurveyPortal portal, Survey survey, params int[] ids) => portal.AsAsync("stc.thutruong", async services =>
    {
        var form = (await services.GetRequiredService<OwnForms>().FindAsync(survey.Code, "stc"))!;
        Assert.True((await services.GetRequiredService<ExplanationService>().ConfirmAsync(form, ids))!.Ok);
        return true;
    });

    public static Task<List<Explanation>> ExplanationsAsync(this SurveyPortal portal, Survey survey) => portal.ReadAsync(async db =>
    {
        var form = (await survey.FormAsync()).Id;
        return await db.Explanations.AsNoTracking().Include(e => e.Contested).Where(e => e.SubmissionId == form).OrderBy(e => e.Id).ToListAsync();
    });
}
