using ITScoring.Domain.Agencies;

namespace ITScoring.Web.Features.AgencyVerbs;

/// <summary>The form by which an agency ends.</summary>
public sealed record EndPage(Agency Agency, EndForm Form);
