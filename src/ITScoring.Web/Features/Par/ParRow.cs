using ITScoring.Domain.Publications;
using ITScoring.Domain.Rankings;

namespace ITScoring.Web.Features.Par;

/// <summary>An agency's points for criterion 7.1.3.</summary>
public sealed record ParRow(RecordAgency Agency, ParPoints? Points);
