using System.Globalization;
using System.Text.Json;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Input;
using Microsoft.Extensions.Primitives;

namespace ITScoring.Web.Features.Shared;

/// <summary>What somebody entered for one question: as typed, and as the value it was understood as.</summary>
public sealed class AnswerInput
{
    private const int MaxRows = 500;
    private const int MaxText = 4000;

    private AnswerInput()
    {
    }

    /// <summary>As typed, for text boxes and radios.</summary>
    public string Text { get; private init; } = "";

    public IReadOnlySet<string> Ticked { get; private init; } = new HashSet<string>();

    public bool IsNone { get; private init; }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; private init; } = [];

    /// <summary>False: nothing of the question came with the form, and so what is stored stays. (Of a list of boxes nothing comes when none is ticked.)</summary>
    public bool IsSent { get; private init; } = true;

    /// <summary>Canonical JSON of the value; null: unanswered, or not understood.</summary>
    public string? Json { get; private set; }

    /// <summary>Why the entry has no usable shape and cannot be stored; null when it has.</summary>
    public string? Problem { get; private set; }

    /// <summary>An entry that is known to be a value, e.g. last year's or an imported one.</summary>
    public static AnswerInput Of(AnswerValue? value) => new() { Json = value?.ToJson() };

    /// <summary>Reads the controls that <see cref="QuestionField"/> writes.</summary>
    /// <param name="form">The posted fields.</param>
    /// <param name="prefix">As given to the field.</param>
    public static AnswerInput Read(Question question, IFormCollection form, string prefix = "")
    {
        var name = prefix + question.Code;
        return question.Type switch
        {
            QuestionType.Multi => Multi(question, form[name]),
            QuestionType.Rows => RowsOf(question, form, name),
            _ => Single(question, form[name]),
        };
    }

    private static AnswerInput Single(Question question, StringValues values)
    {
        var input = new AnswerInput { Text = values.ToString(), IsSent = values.Count > 0 };
        if (values.Count > 1)
        {
            // Joined, 5 and 7 would read as 5,7.
            input.Problem = "Ô này được gửi hai lần. Tải lại trang rồi nhập lại.";
            return input;
        }

        var text = PlainText.Clean(input.Text);
        if (text is null)
            return input;
        switch (question.Type)
        {
            case QuestionType.Integer or QuestionType.Decimal:
                var number = NumberInput.Parse(text, question.Type == QuestionType.Integer);
                if (number.Problem is not null)
                    input.Problem = number.Problem;
                else
                    input.Take(question, number.Value!);
                break;
            case QuestionType.YesNo:
                if (text is "true" or "false")
                    input.Json = text;
                else
                    input.Problem = "Chọn Có hoặc Không.";
                break;
            case QuestionType.Date:
                var date = DateInput.Parse(text);
                if (date.Problem is not null)
                    input.Problem = date.Problem;
                else
                    input.Take(question, JsonSerializer.Serialize(date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
                break;
            case QuestionType.Choice when question.FindOption(text) is null:
                input.Problem = "Chọn một trong các phương án của câu hỏi.";
                break;
            default:
                if (text.Length > MaxText)
                    input.Problem = $"Nội dung dài quá {MaxText} ký tự. Rút gọn rồi lưu lại.";
                else
                    input.Take(question, JsonSerializer.Serialize(text));
                break;
        }

        return input;
    }

    private static AnswerInput Multi(Question question, StringValues values)
    {
        var ticked = values.OfType<string>().Where(v => v.Length > 0).ToHashSet();
        var none = ticked.Remove(QuestionField.None);
        var input = new AnswerInput { Ticked = ticked, IsNone = none };
        if (none && ticked.Count > 0)
            input.Problem = "Đã chọn “Không có nội dung nào” cùng với nội dung khác. Bỏ một trong hai.";
        else if (ticked.FirstOrDefault(t => question.FindOption(t) is null) is not null)
            input.Problem = "Có nội dung không thuộc câu hỏi. Tải lại trang rồi chọn lại.";
        else if (none || ticked.Count > 0)
            input.Take(question, JsonSerializer.Serialize(question.Options.Where(o => ticked.Contains(o.Code)).Select(o => o.Code)));
        return input;
    }

    private static AnswerInput RowsOf(Question question, IFormCollection form, string name)
    {
        var rows = new List<IReadOnlyDictionary<string, string>>();
        var sent = 0;
        for (; question.Columns.Any(c => form.ContainsKey($"{name}[{sent}].{c.Code}")); sent++)
        {
            var i = sent;
            var row = question.Columns.ToDictionary(c => c.Code, c => form[$"{name}[{i}].{c.Code}"].ToString());
            if (form[$"{name}[{i}].remove"] != "true" && row.Values.Any(v => PlainText.Clean(v) is not null))
                rows.Add(row);
        }

        var none = form[name].Contains(QuestionField.None);
        var input = new AnswerInput { Rows = rows, IsNone = none, IsSent = none || sent > 0 };
        if (none && rows.Count > 0)
            input.Problem = "Đã chọn “Không có” nhưng bảng vẫn còn dòng. Xóa các dòng hoặc bỏ chọn.";
        else if (rows.Count > MaxRows)
            input.Problem = $"Bảng có {rows.Count} dòng, quá {MaxRows} dòng. Bỏ bớt rồi lưu lại.";
        if (input.Problem is not null)
            return input;

        if (rows.Count == 0)
        {
            if (none)
                input.Take(question, "[]");
            return input;
        }

        var json = new List<Dictionary<string, object>>();
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = new Dictionary<string, object>();
            foreach (var column in question.Columns)
            {
                var text = PlainText.Clean(rows[i][column.Code]);
                if (text is null)
                    continue;
                var where = $"Dòng {i + 1}, cột “{column.Text}”: ";
                switch (column.Type)
                {
                    case QuestionType.Integer:
                        var number = NumberInput.Parse(text, whole: true);
                        if (number.Problem is not null)
                            input.Problem ??= where + number.Problem;
                        else
                            cells[column.Code] = decimal.Parse(number.Value!, CultureInfo.InvariantCulture);
                        break;
                    case QuestionType.Date:
                        var date = DateInput.Parse(text);
                        if (date.Problem is not null)
                            input.Problem ??= where + date.Problem;
                        else
                            cells[column.Code] = date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                        break;
                    default:
                        if (text.Length > MaxText)
                            input.Problem ??= where + $"nội dung dài quá {MaxText} ký tự.";
                        cells[column.Code] = text;
                        break;
                }
            }

            json.Add(cells);
        }

        if (input.Problem is null)
            input.Take(question, JsonSerializer.Serialize(json));
        return input;
    }

    private void Take(Question question, string json)
    {
        var read = AnswerJson.Read(question, json);
        if (read.Ok)
            Json = read.Value?.ToJson();
        else
            Problem = read.Problems[0].Message;
    }
}
