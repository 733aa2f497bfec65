using ITScoring.Domain.Reviews;
using ITScoring.Web.Features.Reviews;

namespace ITScoring.Web.Features.Matters;

/// <summary>One matter before the council: what the agency says, what each reviewer judged, and the decision.</summary>
/// <param name="Matter">The criterion's review page, with fields for the decision.</param>
/// <param name="Sessions">To choose from, latest first.</param>
/// <param name="Votes">For, against, abstaining, as typed.</param>
/// <param name="Previous">Address of the matter before; null: this is the first.</param>
public sealed record MatterPage(
    CriterionPage Matter, IReadOnlyList<CouncilSession> Sessions, int? Session, string Reason, (string For, string Against, string Abstaining) Votes, int Position, int Count, string? Previous, string? Next);
