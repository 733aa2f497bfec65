using ITScoring.Domain.Agencies;

namespace ITScoring.Web.Features.Blocks;

/// <summary>The form of a block.</summary>
/// <param name="Block">Null: a new one.</param>
public sealed record BlockPage(Block? Block, BlockForm Form);
