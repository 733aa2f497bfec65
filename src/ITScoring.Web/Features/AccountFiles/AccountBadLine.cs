namespace ITScoring.Web.Features.AccountFiles;

/// <summary>A line of an uploaded list that cannot be taken, as it stands there.</summary>
/// <param name="Cells">In the order of <see cref="AccountTable.Heads"/>.</param>
/// <param name="Problems">Every reason, with what to do.</param>
public sealed record AccountBadLine(int Row, IReadOnlyList<string> Cells, IReadOnlyList<string> Problems);
