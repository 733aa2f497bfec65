using ITScoring.Domain.Publications.Years;
using ITScoring.Web.Features.Results;

namespace ITScoring.Web.Features.CriterionLinks;

/// <summary>What of two published years is linked, and what could be.</summary>
public sealed record LinksPage(PublishedRecord Now, PublishedRecord Then, ComparableCore Core)
{
    public IEnumerable<CriterionPair> Linked => Core.Core.Where(p => p.Link is not null);

    /// <summary>Criteria of the later set that nothing of the earlier one is held against.</summary>
    public IEnumerable<CriterionPair> Later => Core.Others.Where(p => p.Now is not null);

    /// <summary>Criteria of the earlier set that nothing of the later one is held against.</summary>
    public IEnumerable<CriterionPair> Earlier => Core.Others.Where(p => p.Then is not null);
}
