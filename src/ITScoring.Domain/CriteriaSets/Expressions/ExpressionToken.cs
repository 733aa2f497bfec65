namespace ITScoring.Domain.CriteriaSets.Expressions;

internal enum TokenKind
{
    Number,
    Text,
    Name,
    Word,
    Sign,
    Strange,
    End,
}

/// <summary>A token and where it starts, from 0.</summary>
internal readonly record struct ExpressionToken(TokenKind Kind, string Text, int Position);
