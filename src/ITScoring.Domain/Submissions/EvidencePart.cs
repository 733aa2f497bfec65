using System.Globalization;
using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Submissions;

/// <summary>A part of an answer that a document can prove by itself: a ticked option or a row.</summary>
/// <param name="Code">Code of the option, or number of the row from 1.</param>
/// <param name="Name">As shown.</param>
public sealed record EvidencePart(string Code, string Name)
{
    /// <summary>The parts of an answer, in the order of the page; none when the answer is one piece or missing.</summary>
    public static IReadOnlyList<EvidencePart> Of(Question question, AnswerValue? answer) => answer switch
    {
        MultiAnswer { Options.Count: > 0 } multi => [.. multi.Options.Select(o => new EvidencePart(o, question.FindOption(o)?.Text ?? o))],
        RowsAnswer rows => [.. rows.Rows.Select((row, i) => new EvidencePart((i + 1).ToString(CultureInfo.InvariantCulture), NameOf(question, row, i + 1)))],
        _ => [],
    };

    /// <summary>The name of a part, also of one that the answer does not have any more.</summary>
    public static string NameOf(Question question, AnswerValue? answer, string code) =>
        Of(question, answer).FirstOrDefault(p => p.Code == code)?.Name
        ?? $"{(question.Type == QuestionType.Rows ? $"dòng {code}" : question.FindOption(code)?.Text ?? code)} (không còn trong câu trả lời)";

    private static string NameOf(Question question, AnswerRow row, int number)
    {
        var title = question.Columns.Select(c => row.Cells.GetValueOrDefault(c.Code)).OfType<TextAnswer>().FirstOrDefault()?.Value;
        return string.IsNullOrWhiteSpace(title) ? $"dòng {number}" : $"dòng {number}: {title}";
    }
}
