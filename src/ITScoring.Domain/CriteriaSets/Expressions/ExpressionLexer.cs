namespace ITScoring.Domain.CriteriaSets.Expressions;

/// <summary>Cuts an expression into tokens; what it does not know becomes a strange token for the parser to refuse.</summary>
internal static class ExpressionLexer
{
    public static List<ExpressionToken> Read(string source)
    {
        var tokens = new List<ExpressionToken>();
        var at = 0;
        while (at < source.Length)
        {
            if (source[at] is ' ' or '\t' or '\r' or '\n')
            {
                at++;
                continue;
            }

            var (kind, length) = Next(source, at);
            tokens.Add(new ExpressionToken(kind, source.Substring(at, length), at));
            at += length;
        }

        tokens.Add(new ExpressionToken(TokenKind.End, "", source.Length));
        return tokens;
    }

    private static (TokenKind Kind, int Length) Next(string source, int at)
    {
        var c = source[at];
        if (char.IsAsciiDigit(c))
        {
            var length = Run(source, at, char.IsAsciiDigit);
            if (at + length + 1 < source.Length && source[at + length] == '.' && char.IsAsciiDigit(source[at + length + 1]))
                length += 1 + Run(source, at + length + 1, char.IsAsciiDigit);
            return (TokenKind.Number, length);
        }

        if (char.IsAsciiLetter(c))
            return (char.IsAsciiLetterUpper(c) ? TokenKind.Name : TokenKind.Word, Run(source, at, d => char.IsAsciiLetterOrDigit(d) || d == '_'));
        if (c == '"')
        {
            var end = source.IndexOf('"', at + 1);
            return end < 0 ? (TokenKind.Strange, source.Length - at) : (TokenKind.Text, end + 1 - at);
        }

        if (c is '!' or '<' or '>' && at + 1 < source.Length && source[at + 1] == '=')
            return (TokenKind.Sign, 2);
        return (c is '=' or '<' or '>' or '+' or '-' or '*' or '/' or '(' or ')' or ',' ? TokenKind.Sign : TokenKind.Strange,
            char.IsSurrogatePair(source, at) ? 2 : 1);
    }

    private static int Run(string source, int at, Func<char, bool> fits)
    {
        var end = at;
        while (end < source.Length && fits(source[end]))
            end++;
        return end - at;
    }
}
