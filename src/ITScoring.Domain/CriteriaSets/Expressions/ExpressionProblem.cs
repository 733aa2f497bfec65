namespace ITScoring.Domain.CriteriaSets.Expressions;

/// <summary>Why an expression cannot be used.</summary>
/// <param name="At">Place of the character at fault, from 0; the expression's length when something is missing at its end.</param>
/// <param name="Message">Vietnamese: what is wrong and how to mend it.</param>
public sealed record ExpressionProblem(int At, string Message);
