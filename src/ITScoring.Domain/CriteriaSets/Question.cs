using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>A question of Phụ lục I (section 2 of the format).</summary>
public sealed class Question
{
    internal Question()
    {
    }

    public required string Code { get; init; }

    /// <summary>Code of the section it stands in.</summary>
    public required string Section { get; init; }

    public required string Text { get; init; }

    public string? Help { get; init; }

    public string? Unit { get; init; }

    public required QuestionType Type { get; init; }

    /// <summary>Decimals that a <c>decimal</c> may have; 0 for every other type.</summary>
    public int Digits { get; init; }

    /// <summary>Options of a <c>choice</c> or <c>multi</c>, in order; else empty.</summary>
    public IReadOnlyList<QuestionOption> Options { get; init; } = [];

    /// <summary>Columns of <c>rows</c>, in order; else empty.</summary>
    public IReadOnlyList<QuestionColumn> Columns { get; init; } = [];

    /// <summary>Least number, or least number of rows.</summary>
    public Expression? Min { get; init; }

    /// <summary>Greatest number, or greatest number of rows.</summary>
    public Expression? Max { get; init; }

    /// <summary>Greatest length of a text or address, in characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether an answer is needed when the question is asked; binds questions filled by the agency.</summary>
    public bool Required { get; init; } = true;

    /// <summary>Condition; when false the question is not asked and counts as unanswered.</summary>
    public Expression? AskWhen { get; init; }

    /// <summary>Codes of the questions that decide, directly or through others, whether this one is asked.</summary>
    public IReadOnlySet<string> AskedBecauseOf { get; internal set; } = new HashSet<string>();

    public FilledBy FilledBy { get; init; }

    /// <summary>With <see cref="CriteriaSets.FilledBy.System"/>: what is computed (<c>submissionTimeliness</c>).</summary>
    public string? System { get; init; }

    public EvidenceNeed Evidence { get; init; }

    /// <summary>Offered from last year's answer.</summary>
    public bool CarryOver { get; init; }

    /// <summary>Name of the shared system that holds the same figure.</summary>
    public string? Reference { get; init; }

    /// <summary>Place in the set, from 0.</summary>
    internal int Index { get; init; }

    public bool IsNumber => Type is QuestionType.Integer or QuestionType.Decimal;

    public QuestionOption? FindOption(string code) => Options.FirstOrDefault(option => option.Code == code);

    public QuestionColumn? FindColumn(string code) => Columns.FirstOrDefault(column => column.Code == code);
}
