using ITScoring.Domain.Agencies;

namespace ITScoring.Web.Features.Blocks;

/// <summary>A block in the list.</summary>
/// <param name="Standing">Agencies of it that have not ended.</param>
public sealed record BlockRow(Block Block, int Standing, int All);
