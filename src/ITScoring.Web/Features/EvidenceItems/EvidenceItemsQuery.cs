using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.EvidenceItems;

/// <summary>Finds a question of the own form and builds the page of its documents.</summary>
public sealed class EvidenceItemsQuery(OwnForms forms, AppDbContext db, CurrentUser user, IOptions<FilesOptions> limits)
{
    /// <summary>Null when there is no such form or question for the user, or it is not the agency's to answer.</summary>
    public async Task<(OwnForm Form, Question Question)?> FindAsync(string period, string agency, string code, CancellationToken cancel)
    {
        if (await forms.FindAsync(period, agency, cancel) is not { } form)
            return null;
        var question = form.Set.FindQuestion(code.ToUpperInvariant());
        return question is not { FilledBy: FilledBy.Agency } ? null : (form, question);
    }

    /// <param name="replace">Id of the document that is to be replaced; one that is not there is passed over.</param>
    public async Task<EvidenceItemsPage> PageAsync(OwnForm form, Question question, CancellationToken cancel, int? replace = null)
    {
        var all = await db.CurrentEvidenceAsync(form.Submission.Id, cancel);
        var json = await db.Answers.AsNoTracking().Where(a => a.SubmissionId == form.Submission.Id && a.QuestionCode == question.Code).Select(a => a.DeclaredJson).FirstOrDefaultAsync(cancel);
        var own = all.OfQuestion(question.Code);
        var canEdit = form.Submission.MayAnswer(form.Period, user.Actor, question).Ok;
        return new EvidenceItemsPage
        {
            Form = form,
            Question = question,
            Answer = AnswerText.Value(question, json),
            Own = own,
            Others = [.. all.Except(own)],
            Replaced = await ReplacedAsync(form, own, cancel),
            CanEdit = canEdit,
            Replacing = canEdit ? own.FirstOrDefault(e => e.Id == replace) : null,
            MostFileBytes = limits.Value.MaxFileBytes,
            MostFormBytes = limits.Value.MaxFormBytes,
            FormBytes = await db.FormBytesAsync(form.Submission.Id, cancel),
        };
    }

    /// <summary>The earlier documents in the place of each, latest first.</summary>
    private async Task<IReadOnlyDictionary<int, IReadOnlyList<Evidence>>> ReplacedAsync(OwnForm form, IReadOnlyList<Evidence> own, CancellationToken cancel)
    {
        if (own.All(e => e.ReplacesId is null))
            return new Dictionary<int, IReadOnlyList<Evidence>>();
        var old = await db.Evidence.AsNoTracking().Include(e => e.File).Where(e => e.SubmissionId == form.Submission.Id && db.Evidence.Any(n => n.ReplacesId == e.Id)).ToDictionaryAsync(e => e.Id, cancel);
        var chains = new Dictionary<int, IReadOnlyList<Evidence>>();
        foreach (var evidence in own)
        {
            var chain = new List<Evidence>();
            for (var at = evidence; at.ReplacesId is { } id && old.TryGetValue(id, out var before); at = before)
                chain.Add(before);
            if (chain.Count > 0)
                chains[evidence.Id] = chain;
        }

        return chains;
    }
}
