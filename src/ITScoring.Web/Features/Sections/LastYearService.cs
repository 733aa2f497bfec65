using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.EvidenceItems;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ITScoring.Web.Features.Sections;

/// <summary>What the agency's last published form says beside its values, and taking it over into this period's form.</summary>
public sealed class LastYearService(AppDbContext db, PreviousAnswers previous, EvidenceService evidence, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>Notes by question code and current documents of the last published form, only to be read; empty when there was none.</summary>
    public async Task<(IReadOnlyDictionary<string, string> Notes, IReadOnlyList<Evidence> Evidence)> ProofsAsync(OwnForm form, CancellationToken cancel = default)
    {
        if (await previous.LastPublishedAsync(form.Period, cancel) is not { } last)
            return (new Dictionary<string, string>(), []);
        // What is published stays as it is until a correction, which raises the version.
        var key = (nameof(LastYearService), form.Period.Id, form.Agency.AgencyId, last.Id, last.Version, last.CohortVersion);
        return await cache.GetOrCreateAsync(key, async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Kept;
            return await ReadAsync(form, cancel);
        });
    }

    /// <summary>The entry that puts last period's value in place of what was typed; null: there is none to take over.</summary>
    public async Task<PostedAnswer?> ValueAsync(OwnForm form, PostedAnswer posted, CancellationToken cancel = default) =>
        (await previous.OfAsync(form.Period, form.Agency.AgencyId, cancel)).TryGetValue(posted.Question.Code, out var value)
            ? posted with { Input = AnswerInput.Of(value), TakesOver = true }
            : null;

    /// <summary>Takes last period's documents of a question over, each once; a document that the form already has serves this question too.</summary>
    /// <returns>How many were taken over, how many files stay with an agency that went into this one, and why one could not be.</returns>
    public async Task<(int Taken, int Left, Outcome Outcome)> TakeEvidenceAsync(OwnForm form, Question question, CancellationToken cancel = default)
    {
        var (_, old) = await ProofsAsync(form, cancel);
        var own = await db.CurrentEvidenceAsync(form.Submission.Id, cancel);
        var (taken, left) = (0, 0);
        foreach (var document in old.OfQuestion(question.Code))
        {
            var there = own.FirstOrDefault(e => (e.Kind, e.Number, e.Date, e.Issuer, e.Url, e.FileId) == (document.Kind, document.Number, document.Date, document.Issuer, document.Url, document.FileId));
            if (there?.IsUsedFor(question.Code) == true)
                continue;
            if ((await evidence.ChooseAsync(form, question, (there ?? document).Id, cancel: cancel) ?? await NameAgainAsync(form, question, document, cancel)) is not { } outcome)
            {
                left++;
                continue;
            }

            if (!outcome.Ok)
                return (taken, left, outcome);
            taken++;
        }

        return (taken, left, Outcome.Done);
    }

    /// <summary>Documents of an agency that went into this one are not in its store: citations and links are named anew; null: a file, which stays there.</summary>
    private async Task<Outcome?> NameAgainAsync(OwnForm form, Question question, Evidence document, CancellationToken cancel) => document.Kind switch
    {
        EvidenceKind.Citation => await evidence.CiteAsync(form, question, document.Number, document.Date, document.Issuer, document.Abstract, cancel: cancel),
        EvidenceKind.Link => await evidence.LinkAsync(form, question, document.Url, document.Abstract, cancel: cancel),
        _ => null,
    };

    private async Task<(IReadOnlyDictionary<string, string> Notes, IReadOnlyList<Evidence> Evidence)> ReadAsync(OwnForm form, CancellationToken cancel)
    {
        if (await previous.SubmissionIdAsync(form.Period, form.Agency.AgencyId, cancel) is not { } id)
            return (new Dictionary<string, string>(), []);
        var notes = await db.Answers.AsNoTracking().Where(a => a.SubmissionId == id && a.Note != null).Select(a => new { a.QuestionCode, a.Note }).ToDictionaryAsync(a => a.QuestionCode, a => a.Note!, cancel);
        return (notes, await db.CurrentEvidenceAsync(id, cancel));
    }
}
