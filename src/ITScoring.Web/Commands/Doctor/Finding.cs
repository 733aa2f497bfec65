namespace ITScoring.Web.Commands.Doctor;

/// <summary>One line of what the doctor found.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Text">What was found; never a secret.</param>
/// <param name="Advice">What to do; null: nothing.</param>
public sealed record Finding(FindingState State, string Text, string? Advice = null)
{
    public static Finding Good(string text) => new(FindingState.Good, text);

    public static Finding Mind(string text, string advice) => new(FindingState.Mind, text, advice);

    public static Finding Wrong(string text, string advice) => new(FindingState.Wrong, text, advice);

    public override string ToString() => $"{State switch { FindingState.Good => "✔", FindingState.Mind => "!", _ => "✘" }} {Text}{(Advice is null ? "" : $" → {Advice}")}".ReplaceLineEndings(" ");
}
