using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Scoring;

/// <summary>The answers of one agency as expressions see them: what is not asked is unanswered.</summary>
internal sealed class Facts
{
    private readonly AnswerValue?[] _answers;
    private readonly bool[] _asked;
    private readonly IReadOnlyDictionary<string, AnswerValue> _previous;

    private Facts(int questions, int operations, IReadOnlyDictionary<string, AnswerValue> previous)
    {
        _answers = new AnswerValue?[questions];
        _asked = new bool[questions];
        _previous = previous;
        Trace = operations > 0 ? new Traced[operations] : null;
    }

    /// <summary>No questions at all: for expressions that name none.</summary>
    public static Facts Nothing => new(0, 0, new Dictionary<string, AnswerValue>());

    /// <summary>Values of the operations of the set's criteria, by slot; null when nobody will ask for them.</summary>
    public Traced[]? Trace { get; }

    /// <summary>Raised by whatever is undefined; put down by who wants to know.</summary>
    public bool MetUndefined { get; set; }

    /// <summary>Reads the answers. An answer that is not of the question's type, and an empty text, count as none.</summary>
    public static Facts Of(
        CriteriaSet set,
        IReadOnlyDictionary<string, AnswerValue>? answers,
        IReadOnlyDictionary<string, AnswerValue> previous,
        bool traced)
    {
        var facts = new Facts(set.QuestionSlots, traced ? set.Operations : 0, previous);
        foreach (var question in set.AskingOrder)
        {
            var asked = question.AskWhen is null || question.AskWhen.Holds(facts);
            facts._asked[question.Index] = asked;
            if (asked && answers is not null && answers.TryGetValue(question.Code, out var answer) && Suits(question.Type, answer))
                facts._answers[question.Index] = answer;
        }

        return facts;
    }

    public bool IsAsked(int question) => _asked[question];

    public bool IsAnswered(int question) => _answers[question] is not null;

    public AnswerValue? Answer(int question) => _answers[question];

    /// <summary>0 when unanswered.</summary>
    public Rational Number(int question) => _answers[question] is NumberAnswer number ? number.Value : Rational.Zero;

    /// <summary>False when unanswered.</summary>
    public bool YesNo(int question) => _answers[question] is YesNoAnswer { Value: true };

    /// <summary>Null, which equals nothing, when unanswered.</summary>
    public string? Choice(int question) => (_answers[question] as ChoiceAnswer)?.Option;

    public IReadOnlyList<string> Ticked(int question) => _answers[question] is MultiAnswer multi ? multi.Options : [];

    /// <summary>Ticked options or rows; 0 when unanswered.</summary>
    public int Count(int question) => _answers[question] switch
    {
        MultiAnswer multi => multi.Options.Count,
        RowsAnswer rows => rows.Rows.Count,
        _ => 0,
    };

    /// <summary>Last period's verified number; false when there is none.</summary>
    public bool TryPrevious(string question, out Rational number)
    {
        if (_previous.TryGetValue(question, out var value) && value is NumberAnswer previous)
        {
            number = previous.Value;
            return true;
        }

        number = default;
        return false;
    }

    private static bool Suits(QuestionType type, AnswerValue answer) => type switch
    {
        QuestionType.Integer or QuestionType.Decimal => answer is NumberAnswer,
        QuestionType.YesNo => answer is YesNoAnswer,
        QuestionType.Choice => answer is ChoiceAnswer,
        QuestionType.Multi => answer is MultiAnswer,
        QuestionType.Rows => answer is RowsAnswer,
        QuestionType.Text => answer is TextAnswer { Value.Length: > 0 },
        QuestionType.Url => answer is UrlAnswer { Value.Length: > 0 },
        _ => answer is DateAnswer,
    };
}
