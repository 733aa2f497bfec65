using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring.Rules;

/// <summary><c>choice</c>: points of the chosen option; an option not listed: 0.</summary>
public sealed class ChoiceRule : Rule
{
    private readonly QuestionName _question;
    private readonly Dictionary<string, Rational> _points;

    internal ChoiceRule(RulePlace place, QuestionName question, IReadOnlyList<KeyValuePair<string, Rational>> points)
        : base(place) => (_question, Points, _points) = (question, points, new(points));

    public override string Kind => "choice";

    /// <summary>Code of a <c>choice</c> question.</summary>
    public string Question => _question.Code;

    /// <summary>By option code, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, Rational>> Points { get; }

    public override IEnumerable<string> Questions => [Question];

    public override string InWords(CriteriaSet set) =>
        $"Theo phương án chọn ở {Question}: {string.Join("; ", Points.Select(points => $"{Words(points.Key)} được {Show(points.Value)} điểm"))}{(_question.Options.All(option => _points.ContainsKey(option.Code)) ? "" : "; còn lại 0 điểm")}";

    internal override IReadOnlyList<string> Branches => [.. _question.Options.Select(option => $"{Question} chọn {Words(option.Code)}: {Show(_points.GetValueOrDefault(option.Code))} điểm")];

    internal override IEnumerable<int> Taken(Facts facts, Bests bests)
    {
        var chosen = facts.Choice(_question.Index);
        for (var i = 0; i < _question.Options.Count; i++)
        {
            if (_question.Options[i].Code == chosen)
                yield return i;
        }
    }

    internal override Rational Work(Facts facts, Bests bests) =>
        facts.Choice(_question.Index) is { } option ? _points.GetValueOrDefault(option) : Rational.Zero;

    internal override Explained Explain(CalculationWriter writer)
    {
        var cases = Points.Select(points => $"{Question} = \"{points.Key}\", {Constant(points.Value)}, ");
        var text = writer.Facts.Choice(_question.Index) is not { } option
            ? $"{Question} chưa có trả lời nên được 0 điểm"
            : $"{Question} chọn {Words(option)}{(_points.TryGetValue(option, out var given) ? $" nên được {Show(given)} điểm" : ", phương án này không có điểm")}";
        return writer.Step(text, $"first({string.Concat(cases)}0)", Work(writer.Facts, writer.Bests));
    }

    private string Words(string option) => $"“{_question.FindOption(option)?.Text}” ({option})";
}
