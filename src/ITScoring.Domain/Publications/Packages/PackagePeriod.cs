namespace ITScoring.Domain.Publications.Packages;

/// <summary>The evaluation that the result is of.</summary>
public sealed record PackagePeriod(string Code, int Year, string Title);
