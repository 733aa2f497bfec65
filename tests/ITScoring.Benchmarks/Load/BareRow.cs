namespace ITScoring.Benchmarks.Load;

/// <summary>One row.</summary>
internal sealed class BareRow
{
    public int Id { get; set; }

    public required string Value { get; set; }
}
