using ITScoring.Domain.Rankings;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Trials;

/// <summary>
/// A draft tried on an earlier period: what it would make of the answers that were given then. Answers move by the code of the question; one
/// that does not fit the draft's question is left out and counts as unanswered. All points are the engine's.
/// </summary>
public sealed class SetTrial
{
    private SetTrial(CohortResult before, CohortResult after, IReadOnlyList<TrialAgency> agencies, IReadOnlyList<TrialCriterion> criteria, IReadOnlyList<TrialQuestion> gaps) =>
        (Before, After, Agencies, Criteria, Gaps) = (before, after, agencies, criteria, gaps);

    /// <summary>The cohort under the set that the period used.</summary>
    public CohortResult Before { get; }

    /// <summary>The same under the draft, with the answers that fit it.</summary>
    public CohortResult After { get; }

    /// <summary>All agencies, in the order of the cohort.</summary>
    public IReadOnlyList<TrialAgency> Agencies { get; }

    /// <summary>All criteria of the draft, in its order.</summary>
    public IReadOnlyList<TrialCriterion> Criteria { get; }

    /// <summary>Questions of the draft that have no answers in that period, or not all, in its order.</summary>
    public IReadOnlyList<TrialQuestion> Gaps { get; }

    /// <summary>Agencies whose score, rank or class would be another, greatest change of score first.</summary>
    public IEnumerable<TrialAgency> Movers =>
        Agencies.Where(agency => agency.Moves).OrderByDescending(agency => Math.Abs(agency.Change?.Hundredths ?? long.MaxValue));

    /// <param name="inForce">The set that the period used.</param>
    /// <param name="cohort">That period's answers, to questions of <paramref name="inForce"/>.</param>
    public static SetTrial Of(CriteriaSet inForce, CriteriaSet draft, Cohort cohort)
    {
        var leftOut = new Dictionary<string, List<string>>();
        var moved = new Cohort([.. cohort.Agencies.Select(agency => agency with
        {
            Answers = agency.Answers is { } answers ? Move(inForce, draft, answers, code => Note(leftOut, code, agency.Code)) : null,
            Previous = Move(inForce, draft, agency.Previous, _ => { }),
        })]);
        var (before, after) = (Scorer.Score(inForce, cohort), Scorer.Score(draft, moved));
        var gaps = FindGaps(inForce, draft, cohort, leftOut);
        return new SetTrial(
            before,
            after,
            [
                .. cohort.Agencies.Select((agency, i) => new TrialAgency(
                    agency.Code, agency.Name, agency.Block, Standing(before.Sheets[i], draft.Scale), Standing(after.Sheets[i], draft.Scale))),
            ],
            [.. draft.Criteria.Select(criterion => OfCriterion(draft, criterion, moved, after, gaps))],
            gaps);
    }

    private static Dictionary<string, AnswerValue> Move(CriteriaSet inForce, CriteriaSet draft, IReadOnlyDictionary<string, AnswerValue> answers, Action<string> leaveOut)
    {
        var moved = new Dictionary<string, AnswerValue>();
        foreach (var question in draft.Questions)
        {
            if (inForce.FindQuestion(question.Code) is not { } earlier || !answers.TryGetValue(question.Code, out var answer))
                continue;
            if (IsSameType(earlier, question) && AnswerJson.Read(question, answer.ToJson()) is { Ok: true } read)
            {
                if (read.Value is not null)
                    moved[question.Code] = read.Value;
            }
            else
            {
                leaveOut(question.Code);
            }
        }

        return moved;
    }

    private static bool IsSameType(Question earlier, Question question) => earlier.Type == question.Type || (earlier.IsNumber && question.IsNumber);

    private static void Note(Dictionary<string, List<string>> leftOut, string question, string agency)
    {
        if (leftOut.TryGetValue(question, out var agencies))
            agencies.Add(agency);
        else
            leftOut.Add(question, [agency]);
    }

    private static List<TrialQuestion> FindGaps(CriteriaSet inForce, CriteriaSet draft, Cohort cohort, Dictionary<string, List<string>> leftOut)
    {
        var everybody = cohort.Agencies.Where(agency => agency.Answers is not null).Select(agency => agency.Code).ToList();
        var answered = cohort.Agencies.SelectMany(agency => agency.Answers?.Keys ?? []).ToHashSet();
        var gaps = new List<TrialQuestion>();
        foreach (var question in draft.Questions)
        {
            var of = leftOut.GetValueOrDefault(question.Code) ?? [];
            if (inForce.FindQuestion(question.Code) is not { } earlier)
                gaps.Add(new TrialQuestion(question, TrialGap.New, everybody));
            else if (!IsSameType(earlier, question))
                gaps.Add(new TrialQuestion(question, TrialGap.TypeChanged, of));
            else if (of.Count > 0)
                gaps.Add(new TrialQuestion(question, TrialGap.ValueDoesNotFit, of));
            else if (!answered.Contains(question.Code))
                gaps.Add(new TrialQuestion(question, TrialGap.NeverAnswered, everybody));
        }

        return gaps;
    }

    private static TrialStanding Standing(ScoreSheet sheet, Points scale) => new(Ranking.Scaled(sheet.Total, scale, sheet.ApplicableMax), sheet.Rank, sheet.Class);

    private static TrialCriterion OfCriterion(CriteriaSet draft, Criterion criterion, Cohort cohort, CohortResult result, List<TrialQuestion> gaps)
    {
        var points = cohort.Agencies.Zip(result.Sheets)
            .Where(pair => pair.First.Answers is not null)
            .Select(pair => pair.Second.Criteria[criterion.Index].Points)
            .OfType<Points>()
            .ToList();
        var read = draft.QuestionsOf(criterion);
        return new TrialCriterion(
            criterion,
            points.Count,
            points.Count == 0 ? null : points.Min(),
            points.Count == 0 ? null : points.Max(),
            points.Count(p => p != Points.Zero),
            points.Count(p => p == criterion.Max),
            [.. gaps.Where(gap => read.Contains(gap.Question)).Select(gap => gap.Question.Code)],
            Leverage.Of(draft, cohort, criterion));
    }
}
