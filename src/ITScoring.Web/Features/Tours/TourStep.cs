namespace ITScoring.Web.Features.Tours;

/// <summary>One step of a tour.</summary>
/// <param name="What">What to do.</param>
/// <param name="Where">Name of the page where it is done.</param>
/// <param name="Href">Its address; <c>{form}</c> and <c>{period}</c> stand for the newest form of the agency and the newest period.</param>
/// <param name="Then">What happens then.</param>
public sealed record TourStep(string Title, string What, string Where, string Href, string Then);
