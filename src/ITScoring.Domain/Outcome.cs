namespace ITScoring.Domain;

/// <summary>What a verb answers: done, or refused with a Vietnamese sentence that says why and how to mend it.</summary>
public sealed record Outcome
{
    public static readonly Outcome Done = new();

    private Outcome()
    {
    }

    public RefusalKind? Refusal { get; private init; }

    /// <summary>Every problem, in the order a reader should mend them; empty when done.</summary>
    public IReadOnlyList<OutcomeProblem> Details { get; private init; } = [];

    /// <summary>The problems as sentences.</summary>
    public IReadOnlyList<string> Problems => [.. Details.Select(d => d.Text)];

    public bool Ok => Refusal is null;

    public static Outcome NotAllowed(string problem) => new() { Refusal = RefusalKind.NotAllowed, Details = [problem] };

    public static Outcome WrongState(string problem) => new() { Refusal = RefusalKind.WrongState, Details = [problem] };

    public static Outcome Input(params IReadOnlyList<OutcomeProblem> problems) =>
        problems.Count == 0 ? throw new ArgumentException("A refusal needs a reason.", nameof(problems)) : new() { Refusal = RefusalKind.Input, Details = problems };

    public static Outcome InputAt(string at, string problem) => Input(new OutcomeProblem(problem, at));
}
