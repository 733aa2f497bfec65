using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.GuidanceDocuments;

/// <summary>The manager's page of the documents beside the guidance.</summary>
/// <param name="Standing">One of each kind at most, in the order of the kinds.</param>
/// <param name="Former">Replaced or withdrawn, latest first.</param>
public sealed record GuidanceDocumentsPage(Period Period, IReadOnlyList<GuidanceDocument> Standing, IReadOnlyList<GuidanceDocument> Former, IReadOnlyDictionary<int, string> Names, long MostFileBytes);
