using ITScoring.Domain.Agencies;

namespace ITScoring.Web.Features.Agencies;

/// <summary>The form of a new agency, or of one whose entries are put right.</summary>
/// <param name="Agency">Null: a new one.</param>
public sealed record AgencyFormPage(Agency? Agency, AgencyForm Form, IReadOnlyList<Block> Blocks);
