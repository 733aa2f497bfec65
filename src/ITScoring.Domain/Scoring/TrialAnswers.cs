using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Scoring;

/// <summary>
/// Invented answers by which a set is tried before a period opens: the same for the same set, on every machine. The best ones are found by looking question
/// by question for what brings most points without breaking a check; where rules hang together they need not be the very best there are.
/// </summary>
public sealed class TrialAnswers
{
    private const int Passes = 2;
    private const int MostRows = 10;

    private static readonly int[] Numbers = [10, 0, 1, 2, 5, 20, 50, 100, 200, 500, 1_000, 10_000, 2_018];
    private static readonly IReadOnlyDictionary<string, AnswerValue> None = new Dictionary<string, AnswerValue>();
    private static readonly IReadOnlySet<string> NoEvidence = new HashSet<string>();

    private readonly CriteriaSet _set;
    private readonly DateOnly _day;
    private readonly Dictionary<string, AnswerValue> _middle;
    private readonly Dictionary<string, AnswerValue> _best;

    /// <param name="day">What questions for a date are answered with, e.g. the last day of the data window.</param>
    public TrialAnswers(CriteriaSet set, DateOnly day)
    {
        (_set, _day) = (set, day);
        _middle = Improve(set.Questions.Select(q => (q.Code, Value: Middle(q))).Where(a => a.Value is not null).ToDictionary(a => a.Code, a => a.Value!), forPoints: false);
        _best = Improve(_middle, forPoints: true);
    }

    /// <summary>The answers of one agency among others.</summary>
    /// <param name="number">From 0.</param>
    /// <param name="of">How many agencies there are.</param>
    public IReadOnlyDictionary<string, AnswerValue> For(TrialKind kind, int number, int of) => Asked(kind switch
    {
        TrialKind.Best => _best,
        TrialKind.Middle => _middle,
        TrialKind.Empty => [],
        _ => Mixed(number, of),
    });

    private Dictionary<string, AnswerValue> Mixed(int number, int of)
    {
        // 100 for the first agency, 0 for the last one.
        var share = of < 2 ? 100 : 100 - (100 * number / (of - 1));
        var answers = new Dictionary<string, AnswerValue>();
        foreach (var question in _set.Questions)
        {
            var drawn = Drawn(question.Code, number);
            var from = drawn < share ? _best : drawn < share + ((100 - share) / 2) ? _middle : null;
            if (from is not null && from.TryGetValue(question.Code, out var value))
                answers[question.Code] = value;
        }

        return answers;
    }

    /// <summary>What is asked with these answers, and what the portal fills in: everybody is in time.</summary>
    private Dictionary<string, AnswerValue> Asked(Dictionary<string, AnswerValue> answers)
    {
        var asked = FormCheck.Run(_set, answers, None, NoEvidence).Asked;
        var kept = answers.Where(a => asked.Contains(a.Key)).ToDictionary();
        foreach (var question in _set.Questions.Where(q => q.FilledBy == FilledBy.System && q.Options.Count > 0))
            kept[question.Code] = new ChoiceAnswer(question.Options[0].Code);
        return kept;
    }

    /// <param name="forPoints">Otherwise only until no check is broken.</param>
    private Dictionary<string, AnswerValue> Improve(Dictionary<string, AnswerValue> start, bool forPoints)
    {
        var best = start.ToDictionary();
        var reached = Worth(best, forPoints);
        for (var pass = 0; pass < Passes && (forPoints || reached.Sound < 0); pass++)
        {
            foreach (var question in _set.Questions.Where(q => q.FilledBy != FilledBy.System))
            {
                foreach (var candidate in Candidates(question))
                {
                    best.TryGetValue(question.Code, out var former);
                    if (former == candidate)
                        continue;
                    best[question.Code] = candidate;
                    if (Worth(best, forPoints) is var worth && worth.CompareTo(reached) > 0)
                        reached = worth;
                    else if (former is null)
                        best.Remove(question.Code);
                    else
                        best[question.Code] = former;
                }
            }
        }

        return best;
    }

    /// <summary>Fewer broken checks first, then more points.</summary>
    private (int Sound, long Points) Worth(Dictionary<string, AnswerValue> answers, bool forPoints)
    {
        var broken = FormCheck.Run(_set, answers, None, NoEvidence).All.Count(f => f.Level == CheckLevel.Error && f.Kind is not (FindingKind.NotAsked or FindingKind.EvidenceMissing));
        if (!forPoints)
            return (-broken, 0);
        var sheet = Scorer.ScoreProvisionally(_set, new CohortAgency("X", null, "X", true, Asked(answers), None), new Dictionary<string, Rational>());
        return (-broken, (sheet.RankingScore ?? sheet.Total).Hundredths);
    }

    private AnswerValue? Middle(Question question)
    {
        var candidates = Candidates(question).ToList();
        return candidates.Count == 0 ? null : question.Type switch
        {
            QuestionType.Choice => candidates[candidates.Count / 2],
            QuestionType.Multi => candidates[candidates.Count / 2],
            QuestionType.YesNo => candidates[question.Index % 2],
            // Numbers begin with a middling one, rows with a few.
            QuestionType.Rows => candidates[Math.Min(2, candidates.Count - 1)],
            _ => candidates[0],
        };
    }

    /// <summary>Values that the question takes whatever stands beside it.</summary>
    private IEnumerable<AnswerValue> Candidates(Question question) => (question.Type switch
    {
        QuestionType.Integer or QuestionType.Decimal => Numbers.Select(n => (AnswerValue)new NumberAnswer(Rational.Of(n, 1))),
        QuestionType.YesNo => [new YesNoAnswer(true), new YesNoAnswer(false)],
        QuestionType.Choice => question.Options.Select(o => (AnswerValue)new ChoiceAnswer(o.Code)),
        QuestionType.Multi => Enumerable.Range(0, question.Options.Count + 1).Select(n => (AnswerValue)new MultiAnswer([.. question.Options.Take(n).Select(o => o.Code)])).Concat(question.Options.Select(o => new MultiAnswer([o.Code]))),
        QuestionType.Rows => Enumerable.Range(0, MostRows + 1).Select(n => (AnswerValue)new RowsAnswer([.. Enumerable.Range(1, n).Select(i => new AnswerRow(question.Columns.ToDictionary(c => c.Code, c => Cell(c.Type, i))))])),
        _ => [Cell(question.Type, 1)],
    }).Where(value => !FormCheck.OfValue(_set, question, value).Any(f => f.Level == CheckLevel.Error));

    private AnswerValue Cell(QuestionType type, int row) => type switch
    {
        QuestionType.Integer or QuestionType.Decimal => new NumberAnswer(Rational.Of(row, 1)),
        QuestionType.Date => new DateAnswer(_day),
        QuestionType.Url => new UrlAnswer($"https://example.invalid/{row}"),
        QuestionType.YesNo => new YesNoAnswer(true),
        _ => new TextAnswer($"Nội dung thử {row}"),
    };

    /// <summary>0 to 99, spread evenly and the same everywhere (FNV-1a).</summary>
    private static int Drawn(string question, int number)
    {
        var hash = 2166136261u;
        foreach (var c in question)
            hash = unchecked((hash ^ c) * 16777619u);
        hash = unchecked((hash ^ (uint)number) * 16777619u);
        return (int)((hash ^ (hash >> 15)) % 100);
    }
}
