namespace ITScoring.Domain.Reviews;

/// <summary>The same thing is judged the same way everywhere: finds documents that stand in several agencies' forms and led to different verdicts on one criterion.</summary>
public static class SharedDocuments
{
    /// <summary>Documents judged differently, in the order in which they are first cited.</summary>
    /// <param name="documents">Cited for questions of the criterion, by any agency.</param>
    /// <param name="judged">Agencies with a standing verdict on the criterion; others have not been judged and are not compared.</param>
    public static IReadOnlyList<SharedDocument> JudgedDifferently(IEnumerable<CitedDocument> documents, IReadOnlyList<JudgedCriterion> judged) =>
    [
        .. documents.GroupBy(document => document.Identity)
            .Select(same =>
            {
                var agencies = same.Select(document => document.AgencyCode).ToHashSet();
                return new SharedDocument(same.First().Title, [.. judged.Where(j => agencies.Contains(j.AgencyCode))]);
            })
            .Where(shared => shared.Judged.Count > 1 && (shared.VerdictsDiffer || shared.PointsDiffer)),
    ];
}
