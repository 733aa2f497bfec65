using ITScoring.Domain.Agencies;

namespace ITScoring.Web.Features.AgencyVerbs;

/// <summary>The form of a division.</summary>
public sealed record DividePage(Agency Agency, DivideForm Form, IReadOnlyList<Block> Blocks);
