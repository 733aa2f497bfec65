namespace ITScoring.Web.Features.SharedFigures;

/// <summary>What an uploaded file of figures says.</summary>
/// <param name="Bad">In the order of the file.</param>
/// <param name="Skipped">Names of sheets that hold no table of figures.</param>
public sealed record SharedReading(IReadOnlyList<SharedLine> Lines, IReadOnlyList<SharedBadLine> Bad, IReadOnlyList<string> Skipped);
