using ITScoring.Domain.Accounts;

namespace ITScoring.Web.Features.Tours;

/// <param name="Aim">What the role is there for, in a sentence.</param>
public sealed record TourPage(Role Role, string Aim, IReadOnlyList<TourStep> Steps);
