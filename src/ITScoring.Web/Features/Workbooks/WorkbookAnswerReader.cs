using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;

namespace ITScoring.Web.Features.Workbooks;

/// <summary>Reads the cells of one question. Words become codes here; whether a number, day or text is one, <see cref="AnswerInput"/> decides.</summary>
public sealed class WorkbookAnswerReader
{
    private readonly FormWorkbookPlace _place;
    private readonly Func<WorkbookAddress, WorkbookCell> _cells;
    private readonly Dictionary<string, string[]> _fields = [];
    private (WorkbookAddress At, string Problem, string Typed)? _problem;

    private WorkbookAnswerReader(FormWorkbookPlace place, Func<WorkbookAddress, WorkbookCell> cells) => (_place, _cells) = (place, cells);

    public static WorkbookAnswer Read(FormWorkbookPlace place, Func<WorkbookAddress, WorkbookCell> cells)
    {
        var reader = new WorkbookAnswerReader(place, cells);
        reader.Read();
        var answer = new WorkbookAnswer(place.Question, reader._fields, reader._problem?.At ?? place.Answer, reader._problem?.Problem, reader._problem?.Typed ?? "");
        return answer is { Problem: null, Input.Problem: { } problem } ? answer with { Problem = problem, Typed = WorkbookText.Of(cells(place.Answer), place.Question.Type) } : answer;
    }

    private void Read()
    {
        var question = _place.Question;
        switch (question.Type)
        {
            case QuestionType.Multi:
                Options();
                break;
            case QuestionType.Rows:
                Rows();
                break;
            default:
                _fields[question.Code] = [Word(_place.Answer)];
                break;
        }
    }

    /// <summary>A single cell as the text that a person would have typed on the page.</summary>
    private string Word(WorkbookAddress at)
    {
        var (question, cell) = (_place.Question, _cells(at));
        return WorkbookText.Answer(question, cell, Text(at, question.Type));
    }

    private void Options()
    {
        var question = _place.Question;
        var (ticked, denied, open) = (new List<string>(), 0, new List<WorkbookAddress>());
        for (var i = 0; i < question.Options.Count; i++)
        {
            var at = _place.Option(i);
            var text = Text(at, QuestionType.YesNo);
            if (PlainText.Clean(text) is null && !_cells(at).IsNumber)
                open.Add(at);
            else if (WorkbookText.YesOrNo(_cells(at), text) is { } yes)
                (ticked, denied) = yes ? ([.. ticked, question.Options[i].Code], denied) : (ticked, denied + 1);
            else
                Refuse(at, $"Chọn {FormWorkbookWords.Yes} hoặc {FormWorkbookWords.No}.");
        }

        if (ticked.Count == 0 && denied > 0 && open.Count > 0)
            Refuse(open[0], $"Có dòng ghi {FormWorkbookWords.No} và có dòng để trống, nên chưa rõ là không có mục nào hay chưa trả lời. Ghi {FormWorkbookWords.No} ở mọi dòng nếu không có mục nào, hoặc để trống tất cả.");
        _fields[question.Code] = ticked.Count == 0 && denied > 0 ? [QuestionField.None] : [.. ticked];
    }

    private void Rows()
    {
        var question = _place.Question;
        var none = Text(_place.Answer, QuestionType.Text);
        var row = 0;
        for (var i = 0; i < _place.Lines; i++)
        {
            var texts = question.Columns.Select((c, j) => (Field: $"{question.Code}[{row}].{c.Code}", Text: Text(_place.Cell(i, j), c.Type))).ToList();
            if (texts.All(t => PlainText.Clean(t.Text) is null))
                continue;
            for (var j = 0; j < texts.Count; j++)
            {
                // The page would name the line of the table; here the cell is named.
                var problem = question.Columns[j].Type switch
                {
                    QuestionType.Integer => NumberInput.Parse(PlainText.Clean(texts[j].Text), whole: true).Problem,
                    QuestionType.Date => DateInput.Parse(PlainText.Clean(texts[j].Text)).Problem,
                    _ => null,
                };
                if (problem is not null)
                    Refuse(_place.Cell(i, j), problem);
                _fields[texts[j].Field] = [texts[j].Text];
            }

            row++;
        }

        // An emptied table is sent as an empty row; nothing at all would mean that the table was not on the page.
        foreach (var column in row == 0 ? question.Columns : [])
            _fields[$"{question.Code}[0].{column.Code}"] = [""];
        if (PlainText.Clean(none) is not { } said)
            return;
        if (VietnameseSearch.Fold(said) is "khong co dong nao" or "khong co" or "khong")
            _fields[question.Code] = [QuestionField.None];
        else
            Refuse(_place.Answer, $"Ô này chỉ nhận “{FormWorkbookWords.NoRows}”; các mục điền ở bảng bên dưới.");
    }

    private string Text(WorkbookAddress at, QuestionType type)
    {
        var cell = _cells(at);
        if (WorkbookText.Problem(cell, type) is { } problem)
            Refuse(at, problem);
        return WorkbookText.Of(cell, type);
    }

    /// <summary>The first problem is told; mending it shows the next.</summary>
    private void Refuse(WorkbookAddress at, string problem) => _problem ??= (at, problem, WorkbookText.Of(_cells(at), QuestionType.Text));
}
