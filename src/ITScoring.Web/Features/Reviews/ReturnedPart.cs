namespace ITScoring.Web.Features.Reviews;

/// <summary>A changed value, list of documents or note.</summary>
public sealed record ReturnedPart(string Name, string Before, string After);
