using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring.Rules;

/// <summary><c>checklist</c>: sum over the ticked options, the same for each or by option.</summary>
public sealed class ChecklistRule : Rule
{
    private readonly QuestionName _question;
    private readonly Dictionary<string, Rational>? _points;

    internal ChecklistRule(RulePlace place, QuestionName question, Rational? each, IReadOnlyList<KeyValuePair<string, Rational>>? points)
        : base(place) => (_question, Each, Points, _points) = (question, each, points, points is null ? null : new(points));

    public override string Kind => "checklist";

    /// <summary>Code of a <c>multi</c> question.</summary>
    public string Question => _question.Code;

    /// <summary>Points of every ticked option; null when <see cref="Points"/> lists them.</summary>
    public Rational? Each { get; }

    /// <summary>By option code, in the order of the file; null when every option earns <see cref="Each"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, Rational>>? Points { get; }

    public override IEnumerable<string> Questions => [Question];

    public override string InWords(CriteriaSet set) => Each is { } each
        ? $"Mỗi mục được chọn ở {Question} được {Show(each)} điểm"
        : $"Cộng điểm của các mục được chọn ở {Question}: {string.Join("; ", Points!.Select(points => $"“{_question.FindOption(points.Key)?.Text}” ({points.Key}) {Show(points.Value)} điểm"))}; mục khác 0 điểm";

    internal override IReadOnlyList<string> Branches => [.. _question.Options.Select(option => $"{Question} có chọn “{option.Text}” ({option.Code})"), "không chọn mục nào: 0 điểm"];

    internal override IEnumerable<int> Taken(Facts facts, Bests bests)
    {
        var ticked = facts.Ticked(_question.Index);
        if (ticked.Count == 0)
            yield return _question.Options.Count;
        for (var i = 0; i < _question.Options.Count; i++)
        {
            if (ticked.Contains(_question.Options[i].Code))
                yield return i;
        }
    }

    internal override Rational Work(Facts facts, Bests bests)
    {
        var ticked = facts.Ticked(_question.Index);
        if (Each is { } each)
            return each * ticked.Count;
        var sum = Rational.Zero;
        foreach (var option in ticked)
            sum += _points!.GetValueOrDefault(option);
        return sum;
    }

    internal override Explained Explain(CalculationWriter writer)
    {
        var ticked = writer.Facts.Ticked(_question.Index);
        var points = Work(writer.Facts, writer.Bests);
        if (Each is { } each)
            return writer.Step($"{ticked.Count} mục được chọn × {Show(each)} điểm", $"{Constant(each)} * count({Question})", points);
        var parts = Points!.Where(option => ticked.Contains(option.Key)).Select(option => $"{Show(option.Value)} (“{_question.FindOption(option.Key)?.Text}”)").ToList();
        return writer.Step(
            parts.Count == 0 ? "Không có mục nào có điểm được chọn nên được 0 điểm" : $"Cộng điểm các mục được chọn: {string.Join(" + ", parts)}",
            Points!.Count == 0 ? "0" : string.Join(" + ", Points.Select(option => $"first(has({Question}, \"{option.Key}\"), {Constant(option.Value)}, 0)")),
            points);
    }
}
