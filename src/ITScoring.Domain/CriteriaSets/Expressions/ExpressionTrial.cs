using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Expressions;

/// <summary>An expression that is being written: what it means, what is wrong with it, and what it comes to with sample answers.</summary>
/// <param name="Problems">Empty: it can be used.</param>
/// <param name="Words">Vietnamese; null: it cannot be used.</param>
/// <param name="Questions">Codes of the questions it names.</param>
/// <param name="Value">As on screen, with the sample answers; null: it cannot be used.</param>
public sealed record ExpressionTrial(IReadOnlyList<ExpressionProblem> Problems, string? Words, IReadOnlyList<string> Questions, string? Value)
{
    /// <param name="set">Whose questions it may name.</param>
    /// <param name="type">What it has to give.</param>
    /// <param name="answers">By question code; others count as unanswered.</param>
    /// <param name="previous">Last period's numbers by question code.</param>
    public static ExpressionTrial Of(
        CriteriaSet set, string source, ExpressionType type, IReadOnlyDictionary<string, AnswerValue> answers, IReadOnlyDictionary<string, AnswerValue> previous)
    {
        var names = set.Questions.ToDictionary(question => question.Code, question => new QuestionName(question.Code, question.Index, question.Type, question.Options));
        var problems = new List<ExpressionProblem>();
        var expression = source.Length == 0 ? null : ExpressionParser.Parse(source, type, names, problems);
        var named = ExpressionLexer.Read(source).Where(token => token.Kind == TokenKind.Name && names.ContainsKey(token.Text)).Select(token => token.Text).Distinct().ToList();
        if (expression is null)
            return new ExpressionTrial(problems, null, named, null);
        var facts = Facts.Of(set, answers, previous, traced: false);
        return new ExpressionTrial([], expression.InWords(), named, expression.Root.Value(facts).Display);
    }
}
