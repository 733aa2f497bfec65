using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.Explanations;

/// <summary>One agency's part of the preliminary result as it was sent, whatever has changed since. Points are strings with two decimals, as in the record.</summary>
/// <param name="SentAt">When the record was frozen.</param>
/// <param name="Sha256">Of the record's public part.</param>
/// <param name="Response">Until when the agency may explain, in words.</param>
public sealed record PreliminaryResult(
    OwnForm Form, DateTime SentAt, string Sha256, string? Notice, string Response, InternalAgency Points, string ApplicableMax, IReadOnlyList<PreliminaryGroup> Groups)
{
    /// <summary>Whether earlier accepted explanations move points beyond the verified ones; then they have a column of their own.</summary>
    public bool HasFinal => Groups.Any(g => g.Criteria.Any(c => c.Final != c.Verified));
}
