using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Reports;

/// <summary>The words that a form's workbook puts for options, columns and none.</summary>
public static class FormWorkbookWords
{
    public const string Yes = "Có";
    public const string No = "Không";

    /// <summary>Of a question answered by rows: there are none.</summary>
    public const string NoRows = "Không có dòng nào";

    /// <summary>Heading of a table's column.</summary>
    public static string Of(QuestionColumn column) => column.Text.Trim() + (column.Required ? "" : " (nếu có)");

    /// <summary>An option as the list offers it: its text, with the code where two would read alike.</summary>
    public static string Of(Question question, QuestionOption option) =>
        question.Options.Count(o => string.Equals(o.Text.Trim(), option.Text.Trim(), StringComparison.OrdinalIgnoreCase)) > 1 ? $"{option.Text.Trim()} ({option.Code})" : option.Text.Trim();
}
