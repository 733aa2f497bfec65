using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.SignIn;

/// <summary>What the sign-in page shows.</summary>
/// <param name="ReturnUrl">Where signing in leads; always on this site.</param>
/// <param name="Open">The period that collects forms with the nearest deadline.</param>
public sealed record SignInPage(string ReturnUrl, Period? Open, DateOnly Today);
