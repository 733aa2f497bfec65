using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Explanations;

/// <summary>Why points of a record differ, in the words of the documents: what was adjusted from which value to which, and the reason given.</summary>
public static class RecordReasons
{
    /// <summary>What the review changed of a criterion, one sentence each; empty: nothing.</summary>
    /// <param name="answers">Of the agency, by question code.</param>
    public static IReadOnlyList<string> OfReview(CriteriaSet set, InternalCriterion criterion, IReadOnlyDictionary<string, InternalAnswer> answers)
    {
        var found = set.FindCriterion(criterion.Code)!;
        List<string> reasons =
        [
            .. from question in set.QuestionsOf(found)
               where question.FilledBy == FilledBy.Agency && answers.ContainsKey(question.Code)
               let answer = answers[question.Code]
               where answer.Declared != answer.Verified
               select $"{question.Code}: kê khai {AnswerText.Of(question, answer.Declared)}, thẩm tra {AnswerText.Of(question, answer.Verified)}.{Because(answer.VerifiedReason)}",
        ];
        if (reasons.Count == 0 && criterion.Reason is not null)
            reasons.Add(criterion.Reason);
        return [.. reasons, .. Differences.Of(set, found, criterion.Self != criterion.Verified, reasons.Count > 0, q => answers.GetValueOrDefault(q)?.Verified)];
    }

    /// <summary>What accepted explanations changed after that, one sentence each; empty: nothing.</summary>
    /// <param name="answers">Of the agency, by question code.</param>
    public static IReadOnlyList<string> OfExplanations(CriteriaSet set, InternalCriterion criterion, IReadOnlyDictionary<string, InternalAnswer> answers)
    {
        List<string> reasons =
        [
            .. from question in set.QuestionsOf(set.FindCriterion(criterion.Code)!)
               where answers.ContainsKey(question.Code)
               let answer = answers[question.Code]
               where answer.Verified != answer.Final
               select $"{question.Code}: sau giải trình {AnswerText.Of(question, answer.Final)}.{Because(answer.FinalReason)}",
        ];
        if (reasons.Count == 0 && criterion.Verified != criterion.Final)
            reasons.Add("Giá trị cao nhất trong khối thay đổi sau giải trình.");
        return reasons;
    }

    /// <summary>Both, a line each, or that the criterion does not apply.</summary>
    /// <param name="answers">Of the agency, by question code.</param>
    public static string Of(CriteriaSet set, InternalCriterion criterion, bool applies, IReadOnlyDictionary<string, InternalAnswer> answers) =>
        applies ? string.Join("\n", [.. OfReview(set, criterion, answers), .. OfExplanations(set, criterion, answers)]) : "Không áp dụng";

    private static string Because(string? reason) => reason is null ? "" : $" Lý do: {reason}";
}
