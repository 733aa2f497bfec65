namespace ITScoring.Domain.CriteriaSets.Expressions;

/// <summary>What an expression gives (section 3 of the format).</summary>
public enum ExpressionType
{
    Number,
    Boolean,
    Text,
}
