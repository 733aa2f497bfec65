using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Examples;

namespace ITScoring.Domain.Scoring;

/// <summary>Points of an agency for one criterion.</summary>
public sealed class CriterionScore
{
    private readonly Criterion _criterion;
    private readonly CriteriaSet _set;
    private readonly Facts _facts;
    private readonly Bests _bests;

    // Points before rounding, with the sign put back; 0 when the criterion does not apply.
    private readonly Rational _exact;

    internal CriterionScore(CriteriaSet set, Criterion criterion, Facts facts, Bests bests)
    {
        (_set, _criterion, _facts, _bests) = (set, criterion, facts, bests);
        Applicable = criterion.AppliesWhen is null || criterion.AppliesWhen.Holds(facts);
        if (!Applicable)
            return;
        _exact = criterion.Rule.Work(facts, bests);
        if (IsDeduction)
            _exact = -_exact;
    }

    public string Code => _criterion.Code;

    /// <summary>Null when the criterion does not apply.</summary>
    public Points? Points => Applicable ? _exact.ToPoints() : null;

    public Points Max => _criterion.Max;

    /// <summary>What the criterion can still bring: up to its max, or for a deduction what was taken off; 0 when it does not apply.</summary>
    public Points ToWin => Points is not { } points ? Scoring.Points.Zero : IsDeduction ? -points : Max - points;

    public bool Applicable { get; }

    /// <summary>What <see cref="Rules.Rule.Measure"/> came to; null: the rule has none, it is undefined, or the criterion does not apply.</summary>
    public Rational? Measure => Applicable && _criterion.Rule.Measure?.Root.Value(_facts) is { IsNumber: true } value ? value.Number : null;

    private bool IsDeduction => _criterion.Max.Hundredths < 0;

    /// <summary>What came about of everything that can come of the criterion.</summary>
    internal IEnumerable<RuleBranch> Branches()
    {
        if (_criterion.AppliesWhen is not null)
            yield return Applicable ? RuleBranch.Applies(_criterion) : RuleBranch.AppliesNot(_criterion);
        foreach (var rule in Applicable ? _criterion.Rule.All : [])
        {
            foreach (var place in rule.Taken(_facts, _bests))
                yield return new RuleBranch(rule, place, "");
        }
    }

    /// <summary>Cách tính: how the points came about. The values are those of the scoring; the words are made here.</summary>
    public Calculation Calculate()
    {
        var writer = new CalculationWriter(_set, _facts, _bests);
        var applies = _criterion.AppliesWhen;
        if (applies is not null)
            writer.Expression(applies);
        if (Applicable)
        {
            var explained = _criterion.Rule.Explain(writer);
            if (IsDeduction)
                writer.Step("Điểm trừ mang dấu âm", $"-{explained.Reference}", -explained.Points);
        }

        return new Calculation
        {
            Rule = (IsDeduction ? "Điểm trừ: " : "") + _criterion.Rule.InWords(_set),
            AppliesWhen = applies?.InWords(),
            Applicable = Applicable,
            Inputs = [.. Inputs()],
            Steps = writer.Steps,
            Best = writer.Best,
            Exact = Applicable ? _exact.ToString() : "",
            Rounded = Points,
            Rounding = Rounding(),
            Basis = _criterion.Basis,
            Guidance = _criterion.Guidance,
        };
    }

    private string Rounding()
    {
        if (Points is not { } points)
            return "Tiêu chí không áp dụng đối với cơ quan này: không có điểm, điểm tối đa của tiêu chí không tính vào điểm tối đa áp dụng.";
        return points.ToRational() == _exact
            ? $"Điểm {points.ToVietnamese()}, không phải làm tròn."
            : $"{VietnameseNumber.Of(_exact)}{(_exact.DecimalDigits() is null ? $" (chính xác là {_exact})" : "")} làm tròn một lần đến 2 chữ số thập phân{(IsHalfway(points) ? ", nửa đơn vị làm tròn ra xa số 0" : "")}: {points.ToVietnamese()} điểm.";
    }

    private bool IsHalfway(Points points) => Rational.Abs(_exact - points.ToRational()) == Rational.Of(1, 200);

    private IEnumerable<CalculationInput> Inputs()
    {
        foreach (var question in _set.QuestionsOf(_criterion))
        {
            var answer = _facts.Answer(question.Index);
            var asked = _facts.IsAsked(question.Index);
            yield return new CalculationInput(
                question.Code,
                question.Text,
                question.Unit,
                answer is not null ? AnswerWords.Of(question, answer) : asked ? Unanswered(question) : "Không hỏi",
                answer?.ToJson(),
                answer is not null,
                asked);
            if (!_set.ReadsPrevious(_criterion, question.Code))
                continue;
            var known = _facts.TryPrevious(question.Code, out var previous);
            yield return new CalculationInput(
                $"previous({question.Code})",
                $"{question.Text} (kỳ trước)",
                question.Unit,
                known ? VietnameseNumber.Of(previous) : "Không có số liệu kỳ trước",
                known ? previous.ToDecimalString() : null,
                known,
                true);
        }
    }

    private static string Unanswered(Question question) => question.Type switch
    {
        QuestionType.Integer or QuestionType.Decimal => "Chưa trả lời, tính là 0",
        QuestionType.YesNo => "Chưa trả lời, tính là Không",
        _ => "Chưa trả lời",
    };
}
