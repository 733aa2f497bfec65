using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Reviews;

/// <summary>Reads the rounds of returning of a form from its receipts: what was handed in before and after each.</summary>
public sealed class ReturnRounds(AppDbContext db)
{
    /// <summary>Latest first; none: nothing was ever returned.</summary>
    public async Task<IReadOnlyList<ReturnRound>> OfAsync(ReviewForm form, CancellationToken cancel)
    {
        var returns = form.Submission.Returns;
        if (returns.Count == 0)
            return [];
        var receipts = await db.SubmissionReceipts.AsNoTracking().Where(r => r.SubmissionId == form.Submission.Id).OrderBy(r => r.Revision).ToListAsync(cancel);
        var ids = returns.Select(r => r.ReturnedById).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        var rounds = new List<ReturnRound>();
        foreach (var round in returns.OrderBy(r => r.Revision))
        {
            var before = receipts.Find(r => r.Revision == round.Revision);
            var after = round.AnsweredAt is null ? null : receipts.Find(r => r.Revision == round.Revision + 1);
            rounds.Add(new ReturnRound(
                rounds.Count + 1, round, names.GetValueOrDefault(round.ReturnedById, "–"), before is null || after is null ? [] : Changes(form.Set, round, before.ContentJson, after.ContentJson)));
        }

        rounds.Reverse();
        return rounds;
    }

    private static List<ReturnedChange> Changes(CriteriaSet set, Return round, string beforeJson, string afterJson)
    {
        var (valuesBefore, valuesAfter) = (FormContent.ValuesOf(beforeJson), FormContent.ValuesOf(afterJson));
        var (notesBefore, notesAfter) = (FormContent.NotesOf(beforeJson), FormContent.NotesOf(afterJson));
        var (proofsBefore, proofsAfter) = (FormContent.EvidenceOf(beforeJson), FormContent.EvidenceOf(afterJson));
        var changes = new List<ReturnedChange>();
        foreach (var question in set.Questions.Where(q => q.FilledBy == FilledBy.Agency))
        {
            var code = question.Code;
            var parts = new List<ReturnedPart>();
            Compare("Giá trị", AnswerText.Of(question, valuesBefore.GetValueOrDefault(code)), AnswerText.Of(question, valuesAfter.GetValueOrDefault(code)));
            Compare("Tài liệu", Proofs(proofsBefore, code), Proofs(proofsAfter, code));
            Compare("Ghi chú", notesBefore.GetValueOrDefault(code, "không có"), notesAfter.GetValueOrDefault(code, "không có"));
            var asked = round.Items.FirstOrDefault(i => i.QuestionCode == code)?.Reason;
            var because = question.AskedBecauseOf.Where(round.Names).ToList();
            if (parts.Count > 0 || asked is not null)
                changes.Add(new ReturnedChange(question, asked, asked is null && because.Count > 0 ? string.Join(", ", because) : null, parts));

            void Compare(string name, string before, string after)
            {
                if (before != after)
                    parts.Add(new ReturnedPart(name, before, after));
            }
        }

        return changes;
    }

    /// <summary>With the beginning of a file's hash, so that another file of the same name is seen to be another.</summary>
    private static string Proofs(Dictionary<string, List<HandedInDocument>> all, string code) => all.TryGetValue(code, out var proofs)
        ? string.Join("; ", proofs.Select(p => p.Sha256 is { } hash ? $"{p.Text} [{hash[..8]}]" : p.Text))
        : "không có";
}
