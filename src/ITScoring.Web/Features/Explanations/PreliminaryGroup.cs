using ITScoring.Domain.Publications;

namespace ITScoring.Web.Features.Explanations;

/// <summary>A criteria group of a preliminary result.</summary>
/// <param name="Points">Null in records that were frozen before they were kept.</param>
public sealed record PreliminaryGroup(RecordGroup Group, string ApplicableMax, InternalGroup? Points, IReadOnlyList<PreliminaryCriterion> Criteria);
