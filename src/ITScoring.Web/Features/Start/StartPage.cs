using ITScoring.Domain.Periods;
using ITScoring.Web.Features.Results;

namespace ITScoring.Web.Features.Start;

/// <summary>What the start page shows.</summary>
public sealed record StartPage(PublishedRecord? Latest, IReadOnlyList<Period> Open, DateOnly Today);
