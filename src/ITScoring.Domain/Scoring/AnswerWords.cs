using System.Globalization;
using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Scoring;

/// <summary>Answers as they stand on screen.</summary>
public static class AnswerWords
{
    /// <summary>Vietnamese text of an answer: <c>1.234,5</c>, <c>Có</c>, the texts of options, rows one after the other.</summary>
    public static string Of(Question question, AnswerValue answer) => answer switch
    {
        NumberAnswer number => VietnameseNumber.Of(number.Value),
        YesNoAnswer yesNo => yesNo.Value ? "Có" : "Không",
        ChoiceAnswer choice => question.FindOption(choice.Option)?.Text ?? choice.Option,
        MultiAnswer { Options.Count: 0 } => "Không có nội dung nào",
        MultiAnswer multi => string.Join("; ", multi.Options.Select(option => question.FindOption(option)?.Text ?? option)),
        RowsAnswer { Rows.Count: 0 } => "Không có dòng nào",
        RowsAnswer rows => $"{rows.Rows.Count} dòng: " + string.Join("; ", rows.Rows.Select(row => Row(question, row))),
        TextAnswer text => text.Value,
        UrlAnswer url => url.Value,
        DateAnswer date => Date(date),
        _ => throw new InvalidOperationException(answer.GetType().Name),
    };

    // A whole number in a cell is a year or a number of something as often as an amount, so it stands as it was typed.
    private static string Row(Question question, AnswerRow row) => row.Cells.Count == 0 ? "(dòng trống)" : string.Join(", ", question.Columns
        .Where(column => row.Cells.ContainsKey(column.Code))
        .Select(column => row.Cells[column.Code] is DateAnswer date ? Date(date) : row.Text(column.Code)));

    private static string Date(DateAnswer date) => date.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
