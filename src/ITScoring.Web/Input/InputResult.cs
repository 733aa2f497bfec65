namespace ITScoring.Web.Input;

/// <summary>What was understood of a typed text: nothing (empty), a value, or a problem that says how to mend it.</summary>
public sealed record InputResult<T>(T? Value, string? Problem)
    where T : notnull
{
    public static readonly InputResult<T> Empty = new(default, null);

    private bool HasValue { get; init; }

    public bool IsEmpty => !HasValue && Problem is null;

    public bool Ok => Problem is null;

    public static InputResult<T> Of(T value) => new(value, null) { HasValue = true };

    public static InputResult<T> Wrong(string problem) => new(default, problem);
}
