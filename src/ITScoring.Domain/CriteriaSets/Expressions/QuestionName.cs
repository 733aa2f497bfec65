namespace ITScoring.Domain.CriteriaSets.Expressions;

/// <summary>What an expression needs to know of a question that it names.</summary>
/// <param name="Index">Place in the set.</param>
/// <param name="Type">Null: the question itself could not be read; nothing more is said about expressions that name it.</param>
internal sealed record QuestionName(string Code, int Index, QuestionType? Type, IReadOnlyList<QuestionOption> Options)
{
    public QuestionOption? FindOption(string code) => Options.FirstOrDefault(option => option.Code == code);
}
