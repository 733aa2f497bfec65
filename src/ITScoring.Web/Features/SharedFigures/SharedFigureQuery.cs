using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.SharedFigures;

/// <summary>Shared systems' figures for the pages of those who verify. An agency's pages never ask it.</summary>
public sealed class SharedFigureQuery(AppDbContext db, IOptions<PortalOptions> portal)
{
    public const string NotHandedIn = "Chưa nộp phiếu";

    /// <summary>The figures of one form by question code, in the order of the settings; one query.</summary>
    /// <param name="codes">Of the questions that are wanted; null: all.</param>
    public async Task<ILookup<string, SharedFigureView>> OfAsync(Period period, CriteriaSet set, Submission submission, IReadOnlyCollection<string>? codes = null, CancellationToken cancel = default)
    {
        var figures = db.SharedFigures.AsNoTracking().Where(f => f.PeriodId == period.Id && f.AgencyId == submission.AgencyId);
        if (codes is not null)
            figures = figures.Where(f => codes.Contains(f.QuestionCode));
        var rows = await (
            from figure in figures
            from answer in db.Answers.AsNoTracking().Where(a => a.SubmissionId == submission.Id && a.QuestionCode == figure.QuestionCode).DefaultIfEmpty()
            select new { Figure = figure, Declared = answer == null ? null : answer.DeclaredJson }).ToListAsync(cancel);
        return rows.Where(r => set.FindQuestion(r.Figure.QuestionCode) is not null).OrderBy(r => OrderOf(r.Figure.SourceCode)).ThenBy(r => r.Figure.SourceCode, StringComparer.Ordinal).ToLookup(r => r.Figure.QuestionCode, r =>
        {
            var question = set.FindQuestion(r.Figure.QuestionCode)!;
            var compared = submission.IsSubmitted ? Compare(period, question, r.Declared, r.Figure.ValueJson) : null;
            return new SharedFigureView(
                portal.Value.SharedSystemName(r.Figure.SourceCode), AnswerText.Of(question, r.Figure.ValueJson), compared?.Differs == true, compared?.InWords ?? NotHandedIn, r.Figure.FileName, r.Figure.ImportedAt);
        });
    }

    /// <summary>Codes of the criteria that read a question whose declared value differs.</summary>
    public static IReadOnlySet<string> CriteriaThatDiffer(CriteriaSet set, ILookup<string, SharedFigureView> figures) =>
        figures.Where(f => f.Any(v => v.Differs)).SelectMany(f => set.CriteriaOf(f.Key)).Select(c => c.Code).ToHashSet();

    public static SharedComparison Compare(Period period, Question question, string? json, string sharedJson) =>
        SharedComparison.Of(AnswerText.Value(question, json), AnswerText.Value(question, sharedJson)!, period.SharedToleranceHundredths);

    /// <summary>Place of a source in the settings; those that are gone come last.</summary>
    public int OrderOf(string sourceCode)
    {
        var systems = portal.Value.SharedSystems;
        for (var i = 0; i < systems.Count; i++)
        {
            if (systems[i].Code == sourceCode)
                return i;
        }

        return systems.Count;
    }
}
