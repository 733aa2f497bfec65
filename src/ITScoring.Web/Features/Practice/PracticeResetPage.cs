namespace ITScoring.Web.Features.Practice;

/// <summary>What is asked before everything goes back to its beginning.</summary>
/// <param name="Active">Others who did something in the last quarter of an hour: name and time (UTC).</param>
public sealed record PracticeResetPage(IReadOnlyList<(string Name, DateTime At)> Active);
