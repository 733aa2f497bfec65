namespace ITScoring.Domain;

/// <summary>One thing that stands against a verb.</summary>
/// <param name="Text">A Vietnamese sentence that says what, where and how to mend it.</param>
/// <param name="At">The verb's parameter, or the code of the question, that the sentence speaks of; null: the whole.</param>
public sealed record OutcomeProblem(string Text, string? At = null)
{
    public static implicit operator OutcomeProblem(string text) => new(text);
}
