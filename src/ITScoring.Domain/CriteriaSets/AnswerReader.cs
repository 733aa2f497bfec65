using System.Globalization;
using ITScoring.Domain.CriteriaSets.Json;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Reads one answer in the forms of section 7 of the format.</summary>
/// <param name="item">Code named as at fault: the question's, or in a cohort the agency's.</param>
internal sealed class AnswerReader(ProblemList problems, string item)
{
    /// <summary>The answer; null when unanswered or, with a problem noted, not usable.</summary>
    public AnswerValue? Read(Question question, JsonItem json) => json.Kind == JsonKind.Null ? null : question.Type switch
    {
        QuestionType.Integer => Number(question.Code, json, whole: true),
        QuestionType.Decimal => Number(question.Code, json, whole: false),
        QuestionType.YesNo => YesNo(question, json),
        QuestionType.Choice => Choice(question, json),
        QuestionType.Multi => Multi(question, json),
        QuestionType.Rows => Rows(question, json),
        QuestionType.Text => Text(question.Code, json) is { Length: > 0 } text ? new TextAnswer(text) : null,
        QuestionType.Url => Text(question.Code, json) is { Length: > 0 } address ? new UrlAnswer(address) : null,
        _ => Date(question.Code, json),
    };

    private static bool IsPlainDigits(string text)
    {
        var parts = text.Split('.');
        return parts.Length <= 2 && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit));
    }

    private NumberAnswer? Number(string where, JsonItem json, bool whole)
    {
        if (json.Kind != JsonKind.Number && !(json.Kind == JsonKind.Text && IsPlainDigits(json.Text)))
            return Refuse<NumberAnswer>(where, json, "phải là số, ví dụ 12, 12.5 hoặc \"12.5\"");
        if (!Rational.TryParse(json.Text, out var number))
            return Refuse<NumberAnswer>(where, json, $"số quá dài; chỉ nhận số có không quá {Rational.MaxDigits} chữ số");
        return whole && !number.IsInteger
            ? Refuse<NumberAnswer>(where, json, $"phải là số nguyên, đang là {VietnameseNumber.Of(number)}")
            : new NumberAnswer(number);
    }

    private YesNoAnswer? YesNo(Question question, JsonItem json) => json.Kind is JsonKind.True or JsonKind.False
        ? new YesNoAnswer(json.Kind == JsonKind.True)
        : Refuse<YesNoAnswer>(question.Code, json, "phải là true (có) hoặc false (không)");

    private ChoiceAnswer? Choice(Question question, JsonItem json)
    {
        if (json.Kind != JsonKind.Text)
            return Refuse<ChoiceAnswer>(question.Code, json, "phải là mã một phương án");
        return question.FindOption(json.Text) is null
            ? Refuse<ChoiceAnswer>(question.Code, json, NoOption(question, json.Text))
            : new ChoiceAnswer(json.Text);
    }

    private MultiAnswer? Multi(Question question, JsonItem json)
    {
        if (json.Kind != JsonKind.Array)
            return Refuse<MultiAnswer>(question.Code, json, "phải là danh sách mã phương án, ví dụ [\"a\", \"b\"]");
        var ticked = new HashSet<string>();
        var good = true;
        foreach (var option in json.Items)
        {
            var problem = option.Kind != JsonKind.Text ? "mỗi mục phải là mã một phương án"
                : question.FindOption(option.Text) is null ? NoOption(question, option.Text)
                : !ticked.Add(option.Text) ? $"phương án “{option.Text}” được ghi hai lần"
                : null;
            if (problem is null)
                continue;
            Refuse<MultiAnswer>(question.Code, option, problem);
            good = false;
        }

        return good ? new MultiAnswer([.. question.Options.Select(option => option.Code).Where(ticked.Contains)]) : null;
    }

    private RowsAnswer? Rows(Question question, JsonItem json)
    {
        if (json.Kind != JsonKind.Array)
            return Refuse<RowsAnswer>(question.Code, json, "phải là danh sách các dòng, ví dụ [{…}, {…}]");
        var rows = new List<AnswerRow>();
        foreach (var row in json.Items)
        {
            if (row.Kind == JsonKind.Object)
                rows.Add(new AnswerRow(Cells(question, row)));
            else
                Refuse<RowsAnswer>(question.Code, row, "mỗi dòng phải là một đối tượng {…} theo mã cột");
        }

        return new RowsAnswer(rows);
    }

    private Dictionary<string, AnswerValue> Cells(Question question, JsonItem row)
    {
        var cells = new Dictionary<string, AnswerValue>();
        var seen = new HashSet<string>();
        foreach (var (key, json) in row.Members)
        {
            var where = $"{question.Code}, cột {key}";
            if (!seen.Add(key))
                Refuse<AnswerValue>(question.Code, json, $"cột “{key}” được ghi hai lần trong một dòng");
            else if (question.FindColumn(key) is not { } column)
                Refuse<AnswerValue>(question.Code, json, $"không có cột “{key}”; các cột là {string.Join(", ", question.Columns.Select(known => known.Code))}");
            else if (json.Kind != JsonKind.Null && Cell(column.Type, where, json) is { } cell)
                cells.Add(key, cell);
        }

        return cells;
    }

    private AnswerValue? Cell(QuestionType type, string where, JsonItem json) => type switch
    {
        QuestionType.Integer => Number(where, json, whole: true),
        QuestionType.Date => Date(where, json),
        QuestionType.Url => Text(where, json) is { Length: > 0 } address ? new UrlAnswer(address) : null,
        _ => Text(where, json) is { Length: > 0 } text ? new TextAnswer(text) : null,
    };

    private string? Text(string where, JsonItem json) =>
        json.Kind == JsonKind.Text ? json.Text : Refuse<string>(where, json, "phải là chuỗi");

    private DateAnswer? Date(string where, JsonItem json) =>
        json.Kind == JsonKind.Text && DateOnly.TryParseExact(json.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new DateAnswer(date)
            : Refuse<DateAnswer>(where, json, "phải là một ngày có thật, viết năm-tháng-ngày, ví dụ \"2018-11-30\"");

    private static string NoOption(Question question, string option) =>
        $"không có phương án “{option}”; các phương án là {string.Join(", ", question.Options.Select(known => known.Code))}";

    private T? Refuse<T>(string where, JsonItem json, string what)
        where T : class
    {
        problems.Add(json, item, $"Câu hỏi {where}: {what}.");
        return null;
    }
}
