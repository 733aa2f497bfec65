namespace ITScoring.Web.Features.SignIns;

/// <summary>A sign-in, or a try at one, of one's own account.</summary>
/// <param name="At">UTC.</param>
/// <param name="What">In words.</param>
public sealed record SignInRow(DateTime At, string What, string? Detail, bool IsFailure);
