namespace ITScoring.Web.Features.SignIns;

/// <summary>What the page of sign-in and security shows.</summary>
/// <param name="Rows">The latest first.</param>
public sealed record SignInsPage(bool HasSecondFactor, IReadOnlyList<SignInRow> Rows);
