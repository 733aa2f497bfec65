using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring.Rules;
using ITScoring.Web.Scoring;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Integrity.Checks;

/// <summary>Points that an inspector gives are not above what the criterion can bring. The engine holds them to the maximum, so only here they would be noticed.</summary>
public sealed class PointsWithinMaximum(AppDbContext db, CriteriaSetCache sets, FormPlaces places) : IIntegrityCheck
{
    public string Name => "Điểm chấm không vượt điểm tối đa của tiêu chí";

    public async Task<IReadOnlyList<IntegrityFinding>> FindAsync(CancellationToken cancel)
    {
        var findings = new List<IntegrityFinding>();
        foreach (var period in await db.Periods.AsNoTracking().Where(p => p.CriteriaSetVersionId != null).OrderBy(p => p.Id).ToListAsync(cancel))
        {
            var set = await sets.GetAsync(period, cancel);
            // Only where the answer itself is the points; what is computed from it may be of another size.
            var marks = (
                from criterion in set.Criteria
                where criterion.Rule is PointsRule
                from question in set.QuestionsOf(criterion)
                where question.FilledBy == FilledBy.Inspector && ((PointsRule)criterion.Rule).Value.Source.Trim() == question.Code
                select (Question: question, Criterion: criterion)).ToLookup(m => m.Question.Code);
            var codes = marks.Select(m => m.Key).ToList();
            foreach (var answer in await db.Answers.AsNoTracking().Where(a => codes.Contains(a.QuestionCode) && db.Submissions.Any(s => s.Id == a.SubmissionId && s.PeriodId == period.Id)).OrderBy(a => a.Id).ToListAsync(cancel))
            {
                foreach (var (question, criterion) in marks[answer.QuestionCode])
                {
                    foreach (var json in new[] { answer.VerifiedJson, answer.FinalJson }.OfType<string>().Distinct())
                    {
                        if (AnswerJson.Read(question, json).Value is not NumberAnswer given || given.Value <= criterion.Max.ToRational())
                            continue;
                        var (where, link) = await places.OfAsync(answer.SubmissionId, cancel);
                        findings.Add(new(
                            $"Câu {question.Code}: giá trị thẩm tra cho {VietnameseNumber(given)} điểm, tiêu chí {criterion.Code} tối đa {criterion.Max.ToVietnamese()} điểm.", where, link,
                            "Nhờ chuyên viên thẩm tra nhập lại giá trị thẩm tra; kỳ đã công bố thì lập bản đính chính."));
                    }
                }
            }
        }

        return findings;
    }

    private static string VietnameseNumber(NumberAnswer number) => Domain.Scoring.VietnameseNumber.Of(number.Value);
}
