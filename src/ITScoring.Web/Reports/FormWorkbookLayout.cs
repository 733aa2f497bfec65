using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Reports;

/// <summary>The fixed places of a form's workbook: a sheet for each section, its questions one below the other. Writing and reading go by the same.</summary>
public static class FormWorkbookLayout
{
    public const int IdColumn = 1;
    public const int TextColumn = 2;
    public const int UnitColumn = 3;
    public const int PreviousColumn = 4;
    public const int AnswerColumn = 5;
    public const int NoteColumn = 6;

    /// <summary>Row of the column headings; questions follow.</summary>
    public const int HeadRow = 3;

    /// <summary>Headings of the fixed columns.</summary>
    public static readonly IReadOnlyList<string> Heads = ["Mã", "Nội dung", "Đơn vị tính", "Kỳ trước", "Trả lời", "Ghi chú"];

    /// <summary>Sheet names of other programs end at 31 letters.</summary>
    private const int MaxCodeInName = 24;

    /// <summary>Every question of the set, in the order of its sheets and lines.</summary>
    /// <param name="lines">Lines of the table of a question answered by rows.</param>
    public static IReadOnlyList<FormWorkbookPlace> Of(CriteriaSet set, Func<Question, int> lines)
    {
        var places = new List<FormWorkbookPlace>();
        foreach (var section in set.Sections)
        {
            var row = HeadRow + 1;
            foreach (var question in set.QuestionsIn(section.Code))
            {
                var place = new FormWorkbookPlace(question, SheetOf(set, section), row, question.Type == QuestionType.Rows ? lines(question) : 0);
                places.Add(place);
                row = place.LastRow + 1;
            }
        }

        return places;
    }

    /// <summary>Phần H; the section's number where the code is very long, or differs from another only by case, which sheet names do not tell apart.</summary>
    public static string SheetOf(CriteriaSet set, Section section)
    {
        var isPlain = section.Code.Length <= MaxCodeInName && set.Sections.Count(s => string.Equals(s.Code, section.Code, StringComparison.OrdinalIgnoreCase)) == 1;
        return "Phần " + (isPlain ? section.Code : $"số {set.Sections.ToList().IndexOf(section) + 1}");
    }

    /// <summary>The first column of a table takes the wide column of the texts, the unit's narrow one stays free.</summary>
    public static int TableColumn(int i) => i == 0 ? TextColumn : UnitColumn + i;
}
