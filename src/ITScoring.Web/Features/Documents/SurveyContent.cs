using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;

namespace ITScoring.Web.Features.Documents;

/// <summary>What a printed Phiếu khảo sát is written from.</summary>
/// <param name="Agency">Null: the blank one.</param>
/// <param name="Submission">Null as for <paramref name="Agency"/>.</param>
/// <param name="Answers">The agency's answers as they stand, by question code.</param>
/// <param name="Asked">Codes of the questions that are asked with these answers; all of them in the blank one.</param>
public sealed record SurveyContent(
    Period Period, CriteriaSet Set, PeriodAgency? Agency, Submission? Submission, IReadOnlyDictionary<string, Answer> Answers, IReadOnlySet<string> Asked)
{
    public bool IsBlank => Agency is null;
}
