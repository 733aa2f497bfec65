using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Reports;

/// <summary>An answer as the cells of a form's workbook.</summary>
public static class FormWorkbookCells
{
    /// <summary>Cells that are not empty, by place.</summary>
    public static IReadOnlyDictionary<WorkbookAddress, WorkbookCell> Of(FormWorkbookPlace place, AnswerValue? value)
    {
        var (question, cells) = (place.Question, new Dictionary<WorkbookAddress, WorkbookCell>());
        switch (value)
        {
            case NumberAnswer number:
                cells[place.Answer] = WorkbookCell.OfNumber(number.Value.ToDecimalString());
                break;
            case YesNoAnswer yesNo:
                cells[place.Answer] = WorkbookCell.OfText(Word(yesNo.Value));
                break;
            case ChoiceAnswer choice:
                cells[place.Answer] = WorkbookCell.OfText(question.FindOption(choice.Option) is { } option ? FormWorkbookWords.Of(question, option) : choice.Option);
                break;
            case MultiAnswer multi:
                for (var i = 0; i < question.Options.Count; i++)
                    cells[place.Option(i)] = WorkbookCell.OfText(Word(multi.Options.Contains(question.Options[i].Code)));
                break;
            case RowsAnswer { Rows.Count: 0 }:
                cells[place.Answer] = WorkbookCell.OfText(FormWorkbookWords.NoRows);
                break;
            case RowsAnswer rows:
                for (var i = 0; i < rows.Rows.Count; i++)
                {
                    for (var j = 0; j < question.Columns.Count; j++)
                    {
                        if (rows.Rows[i].Cells.TryGetValue(question.Columns[j].Code, out var cell))
                            cells[place.Cell(i, j)] = Cell(cell);
                    }
                }

                break;
            case not null:
                cells[place.Answer] = Cell(value);
                break;
        }

        return cells;
    }

    private static WorkbookCell Cell(AnswerValue value) => value switch
    {
        NumberAnswer number => WorkbookCell.OfNumber(number.Value.ToDecimalString()),
        DateAnswer date => WorkbookCell.OfDay(date.Value),
        TextAnswer text => WorkbookCell.OfText(text.Value),
        UrlAnswer url => WorkbookCell.OfText(url.Value),
        _ => throw new InvalidOperationException(value.GetType().Name),
    };

    private static string Word(bool yes) => yes ? FormWorkbookWords.Yes : FormWorkbookWords.No;
}
