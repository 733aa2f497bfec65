using ITScoring.Domain.CriteriaSets.Expressions;
using ITScoring.Domain.CriteriaSets.Json;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>What the readers of a criteria set take from an object beyond plain JSON; a problem is noted for whatever is not usable.</summary>
internal static class SetFields
{
    private static readonly Rational MostPoints = 1_000_000_000_000;

    /// <summary>An amount of points with at most two decimals.</summary>
    public static Points? Amount(this Fields fields, string key, bool required = false)
    {
        if (fields.Number(key, required) is not { } number)
            return null;
        var at = fields.Json.Find(key);
        if (Rational.Abs(number) > MostPoints)
            fields.Problem(at, $"“{key}” không được vượt quá {VietnameseNumber.Of(MostPoints)} điểm.");
        else if (!(number * 100).IsInteger)
            fields.Problem(at, $"“{key}” chỉ được có hai chữ số thập phân, đang là {VietnameseNumber.Of(number)}.");
        else
            return number.ToPoints();
        return null;
    }

    /// <summary>Whether the code is new; a problem is noted when it is not.</summary>
    /// <param name="what">What bears the code, in Vietnamese.</param>
    public static bool Once(this Fields fields, HashSet<string> codes, string code, string what)
    {
        if (codes.Add(code))
            return true;
        fields.Problem(fields.Json.Find("code"), $"Mã {what} “{code}” đã được dùng ở trên; mỗi mã chỉ dùng một lần, hãy đổi mã.");
        return false;
    }

    /// <param name="names">Of all questions, which the expression may name.</param>
    public static Expression? Expression(this Fields fields, string key, ExpressionType type, IReadOnlyDictionary<string, QuestionName> names, bool required = false)
    {
        if (fields.Text(key, required) is not { } source)
            return null;
        var problems = new List<ExpressionProblem>();
        var expression = ExpressionParser.Parse(source, type, names, problems);
        foreach (var problem in problems)
            fields.Problems.Add(fields.Json.Find(key)!, fields.Item, problem.Message, problem.At);
        return expression;
    }
}
