namespace ITScoring.Web.Features.SharedFigures;

/// <summary>A shared system's figure beside a declared value, as people read it.</summary>
/// <param name="SourceName">The system's short name.</param>
/// <param name="Value">With its unit.</param>
/// <param name="Differs">The declared value is further away than the period tolerates; never of a form that was not handed in.</param>
/// <param name="InWords">How the declared value stands beside it.</param>
public sealed record SharedFigureView(string SourceName, string Value, bool Differs, string InWords, string FileName, DateTime ImportedAt);
