using ITScoring.Domain.Scoring.Rules;

namespace ITScoring.Domain.CriteriaSets.Examples;

/// <summary>One thing that can come of a criterion.</summary>
/// <param name="Rule">The rule or part; null: the condition of the criterion.</param>
/// <param name="Place">Among the branches of the rule.</param>
internal sealed record RuleBranch(Rule? Rule, int Place, string Words)
{
    /// <summary>Which part it belongs to, from 1: <c>1.2</c>; empty: the criterion itself.</summary>
    public string Part => Rule is null
        ? ""
        : string.Join('.', Rule.Key.Split("/of/").Skip(1).Select(step => int.Parse(step, System.Globalization.CultureInfo.InvariantCulture) + 1));

    public static RuleBranch Applies(Criterion criterion) => new(null, 0, $"áp dụng, vì {criterion.AppliesWhen!.InWords()}");

    public static RuleBranch AppliesNot(Criterion criterion) => new(null, 1, $"không áp dụng, vì trái điều kiện {criterion.AppliesWhen!.InWords()}");

    public bool Equals(RuleBranch? other) => other is not null && ReferenceEquals(Rule, other.Rule) && Place == other.Place;

    public override int GetHashCode() => HashCode.Combine(Rule?.Key, Place);
}
