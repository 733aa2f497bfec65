using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Startup;
using ITScoring.Web.TagHelpers;

namespace ITScoring.Web.Features.Shared;

/// <summary>The control of one question, the same for the agency's form and the reviewer's adjustment.</summary>
public sealed class QuestionField
{
    /// <summary>A ticked box that says "none of them" for options and rows.</summary>
    public const string None = "-none";

    /// <summary>Empty rows offered below those that are filled.</summary>
    private const int SpareRows = 2;

    private QuestionField(Question question, string prefix) => (Question, Name) = (question, prefix + question.Code);

    public Question Question { get; }

    /// <summary>Name of the control: prefix and question code.</summary>
    public string Name { get; }

    /// <summary>Where the error summary's link leads.</summary>
    public string Id => FieldTagHelper.IdOf(Name);

    /// <summary>Text of a text box, option of radios, as typed.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Ticked options.</summary>
    public IReadOnlySet<string> Ticked { get; private init; } = new HashSet<string>();

    /// <summary>"None of them" is ticked.</summary>
    public bool IsNone { get; private init; }

    /// <summary>Cells by row and column code, spare rows included.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; private init; } = [];

    public bool Disabled { get; init; }

    public bool Invalid { get; init; }

    /// <summary>Ids of the texts that describe the control.</summary>
    public string? DescribedBy { get; init; }

    /// <summary>Id of the element that names it.</summary>
    public string LabelledBy { get; init; } = "";

    /// <summary>Whether rows have a button that adds more of them.</summary>
    public bool CanAddRows { get; init; }

    /// <summary>A field that shows a stored value.</summary>
    public static QuestionField Of(Question question, AnswerValue? value, string prefix = "", bool disabled = false, bool invalid = false, string? describedBy = null, string labelledBy = "", int moreRows = 0) =>
        new(question, prefix)
        {
            Text = value switch
            {
                NumberAnswer n => n.Value.ToDecimalString().Replace('.', ','),
                YesNoAnswer y => y.Value ? "true" : "false",
                ChoiceAnswer c => c.Option,
                TextAnswer t => t.Value,
                UrlAnswer u => u.Value,
                DateAnswer d => VietnamTime.Day(d.Value),
                _ => "",
            },
            Ticked = value is MultiAnswer m ? m.Options.ToHashSet() : new HashSet<string>(),
            IsNone = value is MultiAnswer { Options.Count: 0 } or RowsAnswer { Rows.Count: 0 },
            Rows = question.Type == QuestionType.Rows ? Spread(question, value as RowsAnswer, disabled ? 0 : SpareRows + moreRows) : [],
            Disabled = disabled,
            Invalid = invalid,
            DescribedBy = describedBy,
            LabelledBy = labelledBy,
            CanAddRows = !disabled && prefix.Length == 0,
        };

    /// <summary>A field that shows again what was typed.</summary>
    public static QuestionField Typed(Question question, AnswerInput input, string prefix = "", bool invalid = false, string? describedBy = null, string labelledBy = "", int moreRows = 0) =>
        new(question, prefix)
        {
            Text = input.Text,
            Ticked = input.Ticked,
            IsNone = input.IsNone,
            Rows = question.Type == QuestionType.Rows ? [.. input.Rows, .. Empty(question, SpareRows + moreRows)] : [],
            Invalid = invalid,
            DescribedBy = describedBy,
            LabelledBy = labelledBy,
            CanAddRows = prefix.Length == 0,
        };

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Spread(Question question, RowsAnswer? value, int spare) =>
    [
        .. (value?.Rows ?? []).Select(row => question.Columns.ToDictionary(
            c => c.Code,
            c => row.Cells.TryGetValue(c.Code, out var cell) && cell is DateAnswer date ? VietnamTime.Day(date.Value) : row.Text(c.Code) ?? "")),
        .. Empty(question, spare),
    ];

    private static IEnumerable<IReadOnlyDictionary<string, string>> Empty(Question question, int rows) =>
        Enumerable.Range(0, rows).Select(_ => question.Columns.ToDictionary(c => c.Code, _ => ""));
}
