using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets.Workshop;

namespace ITScoring.Web.Features.SetItems;

/// <summary>What became of a change of a draft.</summary>
/// <param name="Clashes">Fields that somebody else changed meanwhile; then nothing was stored.</param>
/// <param name="Merged">Whether somebody else's changes of other fields were put together with these.</param>
public sealed record ItemSave(Outcome Outcome, IReadOnlyList<FieldClash> Clashes, bool Merged = false);
