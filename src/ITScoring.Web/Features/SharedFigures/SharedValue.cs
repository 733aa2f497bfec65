using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Workbooks;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;

namespace ITScoring.Web.Features.SharedFigures;

/// <summary>Reads the value of a cell as the answer page would read it, and asks of questions whether they take one.</summary>
internal static class SharedValue
{
    /// <summary>Why figures of shared systems cannot stand beside a question; null: they can.</summary>
    /// <param name="unit">As the file says; null: it says none.</param>
    public static string? Problem(Question question, string? unit) => question switch
    {
        { FilledBy: FilledBy.System } => $"Câu {question.Code} do cổng tự xác định, không nhận số liệu nhập. Bỏ câu này khỏi tệp.",
        { FilledBy: FilledBy.Inspector } => $"Câu {question.Code} do người thẩm tra điền, không có giá trị kê khai để so. Bỏ câu này khỏi tệp.",
        { Type: QuestionType.Rows } => $"Câu {question.Code} trả lời bằng bảng nhiều dòng, không so được với một giá trị. Bỏ câu này khỏi tệp.",
        _ when PlainText.Clean(unit) is not { } said || VietnameseSearch.Fold(said) == VietnameseSearch.Fold(question.Unit) => null,
        { Unit: null } => $"Câu {question.Code} không có đơn vị tính, tệp ghi “{unit}”. Kiểm tra lại mã câu hoặc xóa đơn vị tính.",
        _ => $"Đơn vị tính của câu {question.Code} là “{question.Unit}”, tệp ghi “{unit}”. Đổi số liệu về “{question.Unit}” rồi sửa đơn vị tính.",
    };

    /// <returns>Canonical JSON; empty for an empty cell.</returns>
    public static InputResult<string> Read(CriteriaSet set, Question question, WorkbookCell cell)
    {
        if (WorkbookText.Problem(cell, question.Type) is { } noAnswer)
            return InputResult<string>.Wrong(noAnswer);
        var text = WorkbookText.Of(cell, question.Type);
        var fields = question.Type == QuestionType.Multi ? Options(question, text) : [WorkbookText.Answer(question, cell, text)];
        var input = WorkbookAnswer.InputOf(question, new Dictionary<string, string[]> { [question.Code] = fields });
        if (input.Problem is { } problem)
            return InputResult<string>.Wrong(problem);
        if (AnswerText.Value(question, input.Json) is not { } value)
            return InputResult<string>.Empty;
        return FormCheck.OfValue(set, question, value) is [var first, ..] ? InputResult<string>.Wrong(first.Message) : InputResult<string>.Of(input.Json!);
    }

    /// <summary>Options by word or code, between semicolons.</summary>
    private static string[] Options(Question question, string text) => VietnameseSearch.Fold(text) is "khong co noi dung nao" or "khong co" or "khong"
        ? [QuestionField.None]
        : [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => WorkbookText.Option(question, t)?.Code ?? t)];
}
