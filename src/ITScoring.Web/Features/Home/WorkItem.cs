namespace ITScoring.Web.Features.Home;

/// <summary>One thing that waits for the person, or that the person looks after.</summary>
/// <param name="Kind">Colour of the tag: good, fair, mid, low, bad, line.</param>
/// <param name="Waits">Whether the next step is this person's.</param>
public sealed record WorkItem(string Title, string Href, string Detail, string State, string Kind, bool Waits);
