using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.EvidenceItems;

/// <summary>The documents that prove one answer.</summary>
/// <param name="Own">On this question.</param>
/// <param name="Others">On other questions of the form, to be used here too.</param>
public sealed record EvidenceItemsPage(
    OwnForm Form,
    Question Question,
    string AnswerText,
    IReadOnlyList<Domain.Submissions.Evidence> Own,
    IReadOnlyList<Domain.Submissions.Evidence> Others,
    bool CanEdit);
