using System.Globalization;
using ClosedXML.Excel;
using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Reports;

/// <summary>Writes the questions of a section's sheet: texts, answers, and the rules that a spreadsheet checks while somebody types.</summary>
/// <param name="places">Of all questions, by code.</param>
/// <param name="lists">Options by question code.</param>
internal sealed class FormWorkbookSection(IXLWorksheet sheet, IReadOnlyDictionary<string, FormWorkbookPlace> places, IReadOnlyDictionary<string, IXLRange> lists)
{
    private const string Far = "999999999999999";
    private const double Space = 3;

    // Not every program works the heights out by itself.
    private readonly Dictionary<int, double> _heights = [];

    public void Write(FormWorkbookPlace place, FormWorkbookQuestion shown)
    {
        var question = place.Question;
        var cells = FormWorkbookCells.Of(place, shown.Value);
        Head(place, shown);
        foreach (var (row, id) in place.Ids)
            sheet.Cell(row, FormWorkbookLayout.IdColumn).SetValue(id).Style.Font.SetBold(row == place.Row).Font.SetFontColor(row == place.Row ? FormWorkbookStyle.Ink : FormWorkbookStyle.Muted);

        switch (question.Type)
        {
            case QuestionType.Multi:
                for (var i = 0; i < question.Options.Count; i++)
                {
                    sheet.Cell(place.Option(i).Row, FormWorkbookLayout.TextColumn).SetValue(FormWorkbookWords.Of(question, question.Options[i])).Style.Alignment.SetIndent(2);
                    Needs(place.Option(i).Row, FormWorkbookLayout.TextColumn, FormWorkbookWords.Of(question, question.Options[i]));
                    if (shown.Previous is MultiAnswer last)
                        Previous(place.Option(i).Row, last.Options.Contains(question.Options[i].Code) ? FormWorkbookWords.Yes : FormWorkbookWords.No);
                    Put(place.Option(i), question, cells, shown.IsOpen);
                }

                break;
            case QuestionType.Rows:
                Put(place.Answer, question, cells, shown.IsOpen);
                Table(place, cells, shown.IsOpen);
                break;
            default:
                Put(place.Answer, question, cells, shown.IsOpen);
                break;
        }

        Put(place.Note, QuestionType.Text, Lengths.Text, shown.Note is null ? WorkbookCell.Empty : WorkbookCell.OfText(shown.Note), shown.IsOpen);
        var block = sheet.Range(place.Row, FormWorkbookLayout.IdColumn, place.LastRow, Math.Max(FormWorkbookLayout.NoteColumn, question.Columns.Count == 0 ? 0 : FormWorkbookLayout.TableColumn(question.Columns.Count - 1)));
        block.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top).Alignment.SetWrapText();
        foreach (var cell in block.CellsUsed(XLCellsUsedOptions.All, c => c.Style.NumberFormat.Format == "@" || c.Style.NumberFormat.Format.Length == 0 && c.Address.ColumnNumber == FormWorkbookLayout.AnswerColumn))
            cell.Style.Alignment.SetIndent(1);
        block.FirstRow().Style.Border.SetTopBorder(XLBorderStyleValues.Thin).Border.SetTopBorderColor(FormWorkbookStyle.Line);
        block.LastRow().Style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(FormWorkbookStyle.Line);
        for (var row = place.Row; row <= place.LastRow; row++)
            sheet.Row(row).Height = _heights.GetValueOrDefault(row, FormWorkbookStyle.HeightOf("", 1)) + Space;
    }

    /// <summary>Text with its remarks, unit, last period's value.</summary>
    private void Head(FormWorkbookPlace place, FormWorkbookQuestion shown)
    {
        var text = sheet.Cell(place.Row, FormWorkbookLayout.TextColumn);
        text.RichText.AddText(place.Question.Text).SetBold().SetFontName(FormWorkbookStyle.Font).SetFontSize(12);
        var height = FormWorkbookStyle.HeightOf(place.Question.Text, FormWorkbookStyle.WidthOf(FormWorkbookLayout.TextColumn));
        // A table of last year is too long for a narrow column.
        foreach (var remark in shown.Previous is RowsAnswer table ? shown.Remarks.Append($"Kỳ trước: {AnswerWords.Of(place.Question, table)}") : shown.Remarks)
        {
            height += FormWorkbookStyle.HeightOf(remark, FormWorkbookStyle.WidthOf(FormWorkbookLayout.TextColumn), isSmall: true);
            text.RichText.AddText(Environment.NewLine + remark).SetFontName(FormWorkbookStyle.Font).SetItalic().SetFontSize(10.5).SetFontColor(FormWorkbookStyle.Muted);
        }

        Needs(place.Row, height);
        if (place.Question.Unit is { } unit)
            sheet.Cell(place.Row, FormWorkbookLayout.UnitColumn).SetValue(unit).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
        if (shown.Previous is { } previous and not RowsAnswer and not MultiAnswer)
            Previous(place.Row, AnswerWords.Of(place.Question, previous));
    }

    private void Previous(int row, string words)
    {
        sheet.Cell(row, FormWorkbookLayout.PreviousColumn).SetValue(words).Style.Font.SetFontColor(FormWorkbookStyle.Muted);
        Needs(row, FormWorkbookLayout.PreviousColumn, words);
    }

    private void Table(FormWorkbookPlace place, IReadOnlyDictionary<WorkbookAddress, WorkbookCell> cells, bool isOpen)
    {
        var columns = place.Question.Columns;
        for (var j = 0; j < columns.Count; j++)
        {
            var head = Cell(place.ColumnHead(j)).SetValue(FormWorkbookWords.Of(columns[j]));
            head.Style.Font.SetBold().Font.SetFontSize(11).Fill.SetBackgroundColor(FormWorkbookStyle.Locked);
            Frame(head);
            Needs(place.ColumnHead(j).Row, place.ColumnHead(j).Column, columns[j].Text);
            for (var i = 0; i < place.Lines; i++)
                Put(place.Cell(i, j), columns[j].Type, null, cells.GetValueOrDefault(place.Cell(i, j), WorkbookCell.Empty), isOpen);
        }

        for (var i = 0; i < place.Lines; i++)
            sheet.Cell(place.Cell(i, 0).Row, FormWorkbookLayout.UnitColumn).SetValue($"dòng {i + 1}").Style.Font.SetFontColor(FormWorkbookStyle.Muted).Font.SetFontSize(10.5).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
    }

    private void Put(WorkbookAddress at, Question question, IReadOnlyDictionary<WorkbookAddress, WorkbookCell> cells, bool isOpen)
    {
        var value = cells.GetValueOrDefault(at, WorkbookCell.Empty);
        switch (question.Type)
        {
            case QuestionType.YesNo or QuestionType.Multi:
                OneOf(Open(at, value, isOpen), $"\"{FormWorkbookWords.Yes},{FormWorkbookWords.No}\"", $"Chọn {FormWorkbookWords.Yes} hoặc {FormWorkbookWords.No}.");
                break;
            case QuestionType.Choice:
                var list = lists[question.Code];
                foreach (var option in question.Options)
                    Needs(at.Row, at.Column, FormWorkbookWords.Of(question, option));
                OneOf(Open(at, value, isOpen), $"'{list.Worksheet.Name}'!{list.RangeAddress.ToStringFixed()}", "Chọn một phương án trong danh sách.");
                break;
            case QuestionType.Rows:
                OneOf(Open(at, value, isOpen), $"\"{FormWorkbookWords.NoRows}\"", $"Điền các dòng của bảng bên dưới, hoặc chọn “{FormWorkbookWords.NoRows}” trong danh sách.");
                break;
            case QuestionType.Integer or QuestionType.Decimal:
                Number(Open(at, value, isOpen), question);
                break;
            default:
                Put(at, question.Type, question.MaxLength, value, isOpen);
                break;
        }
    }

    /// <summary>A cell whose kind needs no question: of a table, a note, a text or a day.</summary>
    private void Put(WorkbookAddress at, QuestionType type, int? maxLength, WorkbookCell value, bool isOpen)
    {
        var cell = Open(at, value, isOpen);
        switch (type)
        {
            case QuestionType.Integer:
                cell.Style.NumberFormat.Format = "0";
                Rule(cell, rule => rule.WholeNumber.Between("-" + Far, Far), "Nhập số nguyên.");
                break;
            case QuestionType.Date:
                cell.Style.DateFormat.Format = "dd/mm/yyyy";
                Rule(cell, rule => rule.Date.Between("61", "109939"), "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 30/11/2018.");
                break;
            default:
                cell.Style.NumberFormat.Format = "@";
                if (maxLength is { } most)
                    Rule(cell, rule => rule.TextLength.EqualOrLessThan(most), $"Nội dung dài quá {most.ToString(CultureInfo.InvariantCulture)} ký tự. Rút gọn lại.");
                break;
        }
    }

    private void Number(IXLCell cell, Question question)
    {
        var (least, most) = (FormWorkbookBound.Of(question.Min, places, "-" + Far), FormWorkbookBound.Of(question.Max, places, Far));
        cell.Style.NumberFormat.Format = question.Digits == 0 ? "#,##0" : $"#,##0.{new string('#', question.Digits)}";
        cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        var (from, to) = (least?.Formula ?? "-" + Far, most?.Formula ?? Far);
        var message = $"Nhập số{(question.Type == QuestionType.Integer ? " nguyên" : "")}{(least is null ? "" : $" từ {least.Words}")}{(most is null ? "" : $" đến {most.Words}")}{(question.Unit is { } unit ? $" ({unit})" : "")}.";
        Rule(
            cell,
            rule => (question.Type == QuestionType.Integer ? rule.WholeNumber : rule.Decimal as XLValidationCriteria)!.Between(from, to),
            message,
            // The other answer may be the one to be mended.
            least is { IsFixed: false } || most is { IsFixed: false } ? XLErrorStyle.Warning : XLErrorStyle.Stop);
    }

    private static void OneOf(IXLCell cell, string list, string message) => Rule(cell, rule => rule.List(list, inCellDropdown: true), message);

    private static void Rule(IXLCell cell, Action<IXLDataValidation> set, string message, XLErrorStyle style = XLErrorStyle.Stop)
    {
        if (cell.Style.Protection.Locked)
            return;
        var rule = cell.SetDataValidation();
        set(rule);
        rule.IgnoreBlanks = true;
        rule.ErrorStyle = style;
        rule.ErrorTitle = "Ô này chưa đúng";
        rule.ErrorMessage = message.Length <= 255 ? message : message[..254] + "…";
        rule.ShowErrorMessage = true;
    }

    private IXLCell Open(WorkbookAddress at, WorkbookCell value, bool isOpen)
    {
        var cell = Cell(at);
        switch (value)
        {
            case { Kind: WorkbookCellKind.Date, Day: { } day }:
                cell.SetValue(day.ToDateTime(TimeOnly.MinValue));
                break;
            case { Kind: WorkbookCellKind.Number }:
                cell.SetValue(double.Parse(value.Text, CultureInfo.InvariantCulture));
                break;
            case { Kind: WorkbookCellKind.Text }:
                cell.SetValue(value.Text);
                Needs(at.Row, at.Column, value.Text);
                break;
        }

        cell.Style.Fill.SetBackgroundColor(isOpen ? FormWorkbookStyle.Open : FormWorkbookStyle.Locked);
        cell.Style.Protection.SetLocked(!isOpen);
        Frame(cell);
        return cell;
    }

    private void Needs(int row, int column, string text) => Needs(row, FormWorkbookStyle.HeightOf(text, FormWorkbookStyle.WidthOf(column)));

    private void Needs(int row, double height) => _heights[row] = Math.Max(height, _heights.GetValueOrDefault(row));

    private IXLCell Cell(WorkbookAddress at) => sheet.Cell(at.Row, at.Column);

    private static void Frame(IXLCell cell) => cell.Style.Border.SetOutsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorderColor(FormWorkbookStyle.Line);
}
