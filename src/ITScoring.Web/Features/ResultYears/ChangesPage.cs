using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Years;
using ITScoring.Web.Features.Results;

namespace ITScoring.Web.Features.ResultYears;

/// <summary>What of a result can be held against an earlier one, and how the agencies of a block changed there.</summary>
/// <param name="Earlier">Published periods of earlier years, latest first.</param>
/// <param name="Then">Null: there is no earlier result.</param>
/// <param name="Gone">Agencies of the block then that no agency now stands for.</param>
public sealed record ChangesPage(
    PublishedRecord Now, PublishedRecord? Then, IReadOnlyList<PublishedRecord> Earlier, RecordBlock Block, ComparableCore? Core, IReadOnlyList<AgencyChange> Agencies, IReadOnlyList<RecordAgency> Gone);
