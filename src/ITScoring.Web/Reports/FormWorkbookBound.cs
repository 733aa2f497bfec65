using System.Globalization;
using System.Text.RegularExpressions;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Web.Reports;

/// <summary>A least or greatest number as a spreadsheet works it out.</summary>
/// <param name="Formula">Without the equals sign.</param>
/// <param name="Words">For people: 5.000, or H02 + H03.</param>
/// <param name="IsFixed">Whether it does not depend on other answers.</param>
internal sealed partial record FormWorkbookBound(string Formula, string Words, bool IsFixed)
{
    /// <summary>Longest formula that a dropdown or bound may have.</summary>
    private const int MaxFormula = 255;

    /// <summary>The bound of an expression of whole sums and products; null where a spreadsheet could not tell it (functions, conditions), and for none.</summary>
    /// <param name="open">What stands in for the bound while an answer that it needs is missing.</param>
    public static FormWorkbookBound? Of(Expression? expression, IReadOnlyDictionary<string, FormWorkbookPlace> places, string open)
    {
        if (expression is null || !Sums().IsMatch(expression.Source))
            return null;
        if (expression.Questions.Count == 0)
            return new(expression.Source, Number(expression), IsFixed: true);
        if (expression.Questions.Any(code => !places[code].Question.IsNumber))
            return null;
        var cells = expression.Questions.ToDictionary(code => code, code => $"'{places[code].Sheet}'!{places[code].Answer.Fixed}");
        var sum = Codes().Replace(expression.Source, match => cells[match.Value]);
        var formula = $"IF(COUNT({string.Join(',', cells.Values)})={cells.Count},{sum},{open})";
        return formula.Length <= MaxFormula ? new(formula, expression.InWords(), IsFixed: false) : null;
    }

    private static string Number(Expression expression) =>
        decimal.TryParse(expression.Source, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("#,##0.#########", Shown)
            : expression.InWords();

    private static readonly NumberFormatInfo Shown = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    [GeneratedRegex(@"^(?:[A-Z][A-Z0-9_]*(?!\s*\()|\d+(?:\.\d+)?|[-+*/() ])+$")]
    private static partial Regex Sums();

    [GeneratedRegex("[A-Z][A-Z0-9_]*")]
    private static partial Regex Codes();
}
