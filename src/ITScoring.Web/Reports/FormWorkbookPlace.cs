using System.Globalization;
using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Reports;

/// <summary>Where a question stands in a form's workbook: its own line, and below it a line for each option or a table.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Row">Of the question's own line.</param>
/// <param name="Lines">Lines of the table of a question answered by rows; else 0.</param>
public sealed record FormWorkbookPlace(Question Question, string Sheet, int Row, int Lines)
{
    /// <summary>Row of the last line.</summary>
    public int LastRow => Question.Type switch
    {
        QuestionType.Multi => Row + Question.Options.Count,
        QuestionType.Rows => Row + 1 + Lines,
        _ => Row,
    };

    /// <summary>The answer; of a question answered by rows the word that there are none. Options and tables have cells of their own.</summary>
    public WorkbookAddress Answer => new(Row, FormWorkbookLayout.AnswerColumn);

    public WorkbookAddress Note => new(Row, FormWorkbookLayout.NoteColumn);

    /// <summary>Codes that stand in the first column, each in its row.</summary>
    public IEnumerable<(int Row, string Id)> Ids =>
    [
        (Row, Question.Code),
        .. Question.Type == QuestionType.Multi ? Question.Options.Select((o, i) => (Option(i).Row, $"{Question.Code}.{o.Code}")) : [],
        .. Enumerable.Range(0, Lines).Select(i => (Cell(i, 0).Row, string.Create(CultureInfo.InvariantCulture, $"{Question.Code}.{i + 1}"))),
    ];

    /// <summary>The answer beside the i-th option of several.</summary>
    public WorkbookAddress Option(int i) => new(Row + 1 + i, FormWorkbookLayout.AnswerColumn);

    /// <summary>Heading of the i-th column of the table.</summary>
    public WorkbookAddress ColumnHead(int i) => new(Row + 1, FormWorkbookLayout.TableColumn(i));

    /// <summary>Cell of the table, line and column from 0.</summary>
    public WorkbookAddress Cell(int line, int column) => new(Row + 2 + line, FormWorkbookLayout.TableColumn(column));
}
