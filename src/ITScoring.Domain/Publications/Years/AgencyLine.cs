namespace ITScoring.Domain.Publications.Years;

/// <summary>Who stands for an agency in a record of another year.</summary>
/// <param name="Codes">One with <see cref="AgencyTie.Same"/>, <see cref="AgencyTie.Successor"/> and <see cref="AgencyTie.Divided"/>; several with <see cref="AgencyTie.Merged"/>; none with <see cref="AgencyTie.New"/>.</param>
/// <param name="Absorbed">With <see cref="AgencyTie.Same"/>: agencies of that year whose work it took over since.</param>
public sealed record AgencyLine(AgencyTie Tie, IReadOnlyList<string> Codes, IReadOnlyList<string> Absorbed)
{
    /// <summary>The one agency whose figures may be held against this one's; null: there is none.</summary>
    public string? Comparable => Tie is AgencyTie.Same or AgencyTie.Successor ? Codes[0] : null;
}
