using System.Globalization;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Workbooks;

/// <summary>A cell as a person would have typed it into a field of the page.</summary>
internal static class WorkbookText
{
    /// <summary>Why a cell is no answer, whatever it shows; null: it may be.</summary>
    public static string? Problem(WorkbookCell cell, QuestionType type) => cell.Kind switch
    {
        WorkbookCellKind.Formula => "Ô có công thức. Cổng không nhận công thức: thay bằng giá trị (chép ô, rồi dán chỉ giá trị).",
        WorkbookCellKind.Error => $"Ô đang báo lỗi {cell.Text}. Nhập lại giá trị.",
        WorkbookCellKind.Date when type is QuestionType.Integer or QuestionType.Decimal =>
            $"Ô đang là ngày tháng{(cell.Day is { } day ? $" ({VietnamTime.Day(day)})" : "")}, không phải số: phần mềm bảng tính đã hiểu số được gõ là một ngày. Đổi dạng ô thành số rồi nhập lại.",
        WorkbookCellKind.Percent when type is QuestionType.Integer or QuestionType.Decimal =>
            $"Ô đang ở dạng phần trăm ({Times100(cell.Text)}%). Đổi dạng ô thành số rồi nhập lại số không kèm dấu %.",
        WorkbookCellKind.Number or WorkbookCellKind.Date or WorkbookCellKind.Percent when type == QuestionType.Date && cell.Day is null =>
            $"Không hiểu được số {Comma(cell.Text)} là ngày nào. Nhập ngày theo dạng ngày/tháng/năm, ví dụ 30/11/2018.",
        _ => null,
    };

    public static string Of(WorkbookCell cell, QuestionType type) => cell switch
    {
        { IsNumber: true, Day: { } day } when type == QuestionType.Date || (cell.Kind == WorkbookCellKind.Date && type is QuestionType.Text or QuestionType.Url) => VietnamTime.Day(day),
        { Kind: WorkbookCellKind.Percent } when type is QuestionType.Text or QuestionType.Url => Times100(cell.Text) + "%",
        { IsNumber: true } => Exact(cell.Text),
        _ => cell.Text,
    };

    /// <summary>The cell of a question that one cell answers, as a field of the page: words as the codes of what they name, everything else as it stands.</summary>
    /// <param name="text">Of the cell.</param>
    public static string Answer(Question question, WorkbookCell cell, string text) => question.Type switch
    {
        QuestionType.YesNo => YesOrNo(cell, text) is { } yes ? yes ? "true" : "false" : text,
        QuestionType.Choice => Option(question, text)?.Code ?? text,
        _ => text,
    };

    /// <summary>The option that a text names: by its words, marks aside where that is clear, or by its code.</summary>
    public static QuestionOption? Option(Question question, string text)
    {
        var (said, folded) = (PlainText.Clean(text), VietnameseSearch.Fold(text));
        var exact = question.Options.FirstOrDefault(o => string.Equals(PlainText.Clean(FormWorkbookWords.Of(question, o)), said, StringComparison.OrdinalIgnoreCase));
        var alike = question.Options.Where(o => VietnameseSearch.Fold(FormWorkbookWords.Of(question, o)) == folded).ToList();
        return exact ?? (alike is [var only] ? only : question.Options.FirstOrDefault(o => string.Equals(o.Code, said, StringComparison.OrdinalIgnoreCase)));
    }

    public static bool? YesOrNo(WorkbookCell cell, string text) => cell.Kind == WorkbookCellKind.Boolean ? cell.Text == "true" : VietnameseSearch.Fold(text) switch
    {
        "co" or "x" or "v" => true,
        "khong" => false,
        _ => null,
    };

    /// <summary>With a decimal comma, so that it is read as nothing but the number it is: 1,234 could be a thousand, 1,2340 could not.</summary>
    private static string Exact(string plain)
    {
        var text = Comma(plain);
        return text.IndexOf(',') is >= 0 and var at && text.Length - at == 4 ? text + "0" : text;
    }

    private static string Times100(string plain) =>
        Comma((decimal.Parse(plain, CultureInfo.InvariantCulture) * 100).ToString("0.##########", CultureInfo.InvariantCulture));

    private static string Comma(string plain) => plain.Replace('.', ',');
}
