using ITScoring.Domain.Agencies;

namespace ITScoring.Web.Features.AgencyVerbs;

/// <summary>The form of a renaming.</summary>
public sealed record RenamePage(Agency Agency, RenameForm Form);
