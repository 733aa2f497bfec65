namespace ITScoring.Domain.CriteriaSets;

/// <summary>What reading gave: a value without problems, or every problem found and no value.</summary>
/// <typeparam name="T">What was read.</typeparam>
public sealed class Parsed<T>
    where T : class
{
    internal Parsed(T? value) => (Value, Problems) = (value, []);

    internal Parsed(IReadOnlyList<Problem> problems) => Problems = problems;

    /// <summary>The value; null when there are problems, and for an answer that says "unanswered".</summary>
    public T? Value { get; }

    /// <summary>Every problem, in the order of the file; empty when it was read.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    public bool Ok => Problems.Count == 0;
}
