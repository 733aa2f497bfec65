using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets.Workshop;

namespace ITScoring.Web.Features.SetItems;

/// <summary>What became of a change of a draft.</summary>
/// <param name="Clashes">Fields that somebody else changed meanwhile; then nothing was stored.</param>
public sealed record ItemSave(Outcome Outcome, IReadOnlyList<FieldClash> Clashes);
