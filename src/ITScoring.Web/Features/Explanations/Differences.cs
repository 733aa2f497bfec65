using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Explanations;

/// <summary>Why verified points differ from self points where the reviewer adjusted nothing that the agency declared; the same words on the page and in the document.</summary>
internal static class Differences
{
    /// <param name="differs">Whether the points differ.</param>
    /// <param name="adjusted">Whether a declared value was adjusted, which says enough.</param>
    /// <param name="verified">The verified value of a question as canonical JSON.</param>
    public static IReadOnlyList<string> Of(CriteriaSet set, Criterion criterion, bool differs, bool adjusted, Func<string, string?> verified)
    {
        List<string> reasons =
        [
            .. from question in set.QuestionsOf(criterion)
               where question.FilledBy == FilledBy.Inspector && verified(question.Code) is not null
               select $"{question.Code} do cơ quan thẩm tra điền: {AnswerText.Of(question, verified(question.Code))}.",
        ];
        if (differs && !adjusted && reasons.Count == 0 && set.ComparesWithBest(criterion))
            reasons.Add("Giá trị cao nhất trong khối thay đổi sau thẩm tra.");
        return reasons;
    }
}
