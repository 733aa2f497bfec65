using System.Text.RegularExpressions;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;

namespace ITScoring.Web.Features.SharedFigures;

/// <summary>
/// The head of a table of figures. Two shapes are known: long, with a line for each figure (Cơ quan, Câu hỏi, Giá trị, perhaps Đơn vị tính), and matrix, with a
/// line for each agency and a column for each question, whose head is its code, perhaps with the unit: <c>H04 (máy)</c>.
/// </summary>
public sealed partial class SharedHeads
{
    private const int RowsLookedAt = 20;

    private static readonly HashSet<string> AgencyNames = ["co quan", "co quan, don vi", "ten don vi", "ma co quan", "ten co quan", "ten co quan, don vi", "co quan (ma)"];
    private static readonly HashSet<string> QuestionNames = ["cau hoi", "ma cau hoi", "ma cau"];
    private static readonly HashSet<string> ValueNames = ["gia tri", "so lieu"];
    private static readonly HashSet<string> UnitNames = ["don vi tinh", "dvt"];

    // The agency where nothing else names it, else the unit.
    private static readonly HashSet<string> AgencyOrUnit = ["don vi"];

    private static readonly HashSet<string> Passed = ["tt", "stt", "so tt", "ghi chu"];

    private SharedHeads(int row, IReadOnlyDictionary<int, string> texts)
    {
        (Row, Texts) = (row, texts);
        (Agency, Question, Value, Unit) = (Columns(AgencyNames), Columns(QuestionNames), Columns(ValueNames), Columns(UnitNames));
        if (Agency.Count == 0)
            Agency = Columns(AgencyOrUnit);
        else if (Unit.Count == 0)
            Unit = Columns(AgencyOrUnit);
    }

    public int Row { get; }

    /// <summary>As written, by column.</summary>
    public IReadOnlyDictionary<int, string> Texts { get; }

    /// <summary>Where agencies are named, by code or name; the first counts, the others must not contradict it.</summary>
    public IReadOnlyList<int> Agency { get; }

    public IReadOnlyList<int> Question { get; }

    public IReadOnlyList<int> Value { get; }

    public IReadOnlyList<int> Unit { get; }

    public bool IsLong => Question.Count > 0 || Value.Count > 0;

    /// <summary>Columns that a matrix gives to questions: code and unit as written; the unit is null where none is.</summary>
    public IEnumerable<(int Column, string Code, string? Unit)> Questions =>
        Texts.Where(t => !Agency.Contains(t.Key) && !Passed.Contains(Fold(t.Value))).OrderBy(t => t.Key).Select(t =>
        {
            var match = CodeAndUnit().Match(t.Value);
            return match.Success ? (t.Key, match.Groups[1].Value, match.Groups[2].Success ? match.Groups[2].Value.Trim() : null) : (t.Key, t.Value, null);
        });

    /// <summary>The head of a sheet's table; null: it holds none.</summary>
    public static SharedHeads? Of(UploadedSheet sheet)
    {
        foreach (var row in sheet.Cells.GroupBy(c => c.Key.Row).OrderBy(r => r.Key).Take(RowsLookedAt))
        {
            var texts = row.Where(c => c.Value.Kind == WorkbookCellKind.Text && PlainText.Clean(c.Value.Text) is not null).ToDictionary(c => c.Key.Column, c => PlainText.Clean(c.Value.Text)!);
            var heads = new SharedHeads(row.Key, texts);
            if (heads.Agency.Count > 0 && (heads.IsLong || heads.Questions.Any()))
                return heads;
        }

        return null;
    }

    private static string Fold(string text) => VietnameseSearch.Fold(text);

    private IReadOnlyList<int> Columns(HashSet<string> names) => [.. Texts.Where(t => names.Contains(Fold(t.Value))).Select(t => t.Key).Order()];

    [GeneratedRegex(@"^([^()]+?)\s*(?:\((.*)\))?$", RegexOptions.Singleline)]
    private static partial Regex CodeAndUnit();
}
