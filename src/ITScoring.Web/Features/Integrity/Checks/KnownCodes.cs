using ITScoring.Data;
using ITScoring.Web.Scoring;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Integrity.Checks;

/// <summary>Answers, evidence, verdicts and explanations belong to questions and criteria of the period's set.</summary>
public sealed class KnownCodes(AppDbContext db, CriteriaSetCache sets, FormPlaces places) : IIntegrityCheck
{
    private const string Mend = "Kiểm tra kỳ có dùng đúng phiên bản bộ tiêu chí không; nếu đúng thì dòng này không được tính điểm và người vận hành xóa nó khỏi cơ sở dữ liệu.";

    public string Name => "Câu trả lời, kết luận thuộc bộ tiêu chí của kỳ";

    public async Task<IReadOnlyList<IntegrityFinding>> FindAsync(CancellationToken cancel)
    {
        var findings = new List<IntegrityFinding>();
        foreach (var period in await db.Periods.AsNoTracking().Where(p => p.CriteriaSetVersionId != null).OrderBy(p => p.Id).ToListAsync(cancel))
        {
            var set = await sets.GetAsync(period, cancel);
            var (questions, criteria) = (set.Questions.Select(q => q.Code).ToHashSet(), set.Criteria.Select(c => c.Code).ToHashSet());
            var forms = db.Submissions.Where(s => s.PeriodId == period.Id).Select(s => s.Id);
            await AddAsync("Câu trả lời của câu hỏi", questions, db.Answers.Where(a => forms.Contains(a.SubmissionId)).Select(a => new Place(a.SubmissionId, a.QuestionCode)));
            await AddAsync("Tài liệu kiểm chứng của câu hỏi", questions, db.EvidenceUses.Join(db.Evidence, u => u.EvidenceId, e => e.Id, (u, e) => new { u, e }).Where(x => forms.Contains(x.e.SubmissionId) && x.e.ExplanationId == null).Select(x => new Place(x.e.SubmissionId, x.u.QuestionCode)));
            await AddAsync("Kết luận của tiêu chí", criteria, db.CriterionVerdicts.Where(v => forms.Contains(v.SubmissionId)).Select(v => new Place(v.SubmissionId, v.CriterionCode)));
            await AddAsync("Giải trình của tiêu chí", criteria, db.Explanations.Where(x => forms.Contains(x.SubmissionId)).Select(x => new Place(x.SubmissionId, x.CriterionCode)));

            async Task AddAsync(string what, HashSet<string> known, IQueryable<Place> rows)
            {
                foreach (var row in (await rows.Distinct().ToListAsync(cancel)).Where(r => !known.Contains(r.Code)).OrderBy(r => r.Submission).ThenBy(r => r.Code, StringComparer.Ordinal))
                {
                    var (where, link) = await places.OfAsync(row.Submission, cancel);
                    findings.Add(new($"{what} {row.Code}, mã không có trong bộ tiêu chí {set.Code}, phiên bản {set.Version}.", where, link, Mend));
                }
            }
        }

        return findings;
    }

    private sealed record Place(int Submission, string Code);
}
