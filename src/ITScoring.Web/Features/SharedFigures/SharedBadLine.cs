namespace ITScoring.Web.Features.SharedFigures;

/// <summary>Something in an uploaded file that cannot be taken.</summary>
/// <param name="Place">Sheet and cell, or line, in words.</param>
/// <param name="Typed">What stands there.</param>
/// <param name="Problem">What is wrong with it and how to mend it.</param>
public sealed record SharedBadLine(string Place, string Typed, string Problem);
