using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring.Rules;

/// <summary>How the points of a criterion, or of a part of one, are worked out (section 5 of the format); one class per kind.</summary>
public abstract class Rule
{
    private protected Rule(RulePlace place) => Place = place;

    /// <summary>The kind's name in the file.</summary>
    public abstract string Kind { get; }

    /// <summary>Codes of the questions that it reads, perhaps some twice.</summary>
    public virtual IEnumerable<string> Questions => Expressions.SelectMany(expression => expression.Questions);

    /// <summary>The parts of a <c>sum</c> or <c>best</c>; else empty.</summary>
    public virtual IReadOnlyList<Rule> Parts => [];

    /// <summary>The criterion's code, or <c>CODE/of/1</c> for a part (from 0, nested: <c>CODE/of/1/of/0</c>).</summary>
    public string Key => Place.Key;

    /// <summary>The greatest points: the criterion's |max|, or the part's own.</summary>
    public Rational Max => Place.Max;

    /// <summary>The one value that the points follow from, and by which agencies can be compared; null: the rule has none.</summary>
    public virtual Expression? Measure => null;

    /// <summary>Whether <see cref="Measure"/> is a share of a whole, 1 for all of it, as the rule uses it.</summary>
    public virtual bool MeasuresShare => false;

    internal RulePlace Place { get; }

    /// <summary>Its own expressions, those of parts included, in the order of the file.</summary>
    internal virtual IEnumerable<Expression> Expressions => [];

    /// <summary>The rule and all its parts.</summary>
    internal IEnumerable<Rule> All => Parts.SelectMany(part => part.All).Prepend(this);

    /// <summary>The rule in Vietnamese words, without a full stop.</summary>
    public abstract string InWords(CriteriaSet set);

    /// <summary>What can come of the rule itself, each in Vietnamese words: the bands, cases, options and limits that tests of the set should bring about. Parts have their own.</summary>
    internal abstract IReadOnlyList<string> Branches { get; }

    /// <summary>Places in <see cref="Branches"/> of what comes about with these answers; after <see cref="Work"/>.</summary>
    internal abstract IEnumerable<int> Taken(Facts facts, Bests bests);

    /// <summary>Points before rounding, 0 to <see cref="Max"/>; undefined gives 0.</summary>
    internal abstract Rational Work(Facts facts, Bests bests);

    /// <summary>Adds the steps that lead to the points.</summary>
    internal abstract Explained Explain(CalculationWriter writer);

    /// <summary>What a step says when its value is undefined.</summary>
    private protected const string Undefined = "Không tính được giá trị (chia cho 0 hoặc thiếu số liệu kỳ trước) nên được 0 điểm";

    private protected static string Show(Rational value) => VietnameseNumber.Of(value);

    /// <summary>A constant in a formula.</summary>
    private protected static string Constant(Rational value)
    {
        var text = value.ToString();
        return text.Contains('/', StringComparison.Ordinal) || text[0] == '-' ? $"({text})" : text;
    }

    /// <summary>How a step goes on when its points do not stand as worked out.</summary>
    private protected string Held(Rational points) =>
        points > Max ? $", vượt mức cao nhất nên được {Show(Max)} điểm" : points.Sign < 0 ? ", nhỏ hơn 0 nên được 0 điểm" : "";

    private protected Rational HeldToMax(Rational points) => Rational.Max(Rational.Zero, Rational.Min(Max, points));
}
