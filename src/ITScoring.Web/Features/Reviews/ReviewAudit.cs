using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Security;

namespace ITScoring.Web.Features.Reviews;

/// <summary>The audit rows that several verbs leave under review.</summary>
public static class ReviewAudit
{
    /// <summary>A row for every verdict that is to be looked at again.</summary>
    public static void RecordLookAgain(this AuditLog audit, IEnumerable<CriterionVerdict> verdicts, int periodId, int agencyId)
    {
        foreach (var again in verdicts)
            audit.Record("verdict.look-again", again.CriterionCode, null, nameof(VerdictKind.NeedsReview), again.ReviewAgainBecause, periodId, agencyId);
    }

    /// <summary>A row for every verified value that is no longer what it was.</summary>
    /// <param name="before">As <see cref="Verified"/> gave them before the verb.</param>
    public static void RecordVerified(this AuditLog audit, ReviewForm form, IReadOnlyList<ValueAdjustment> values, IReadOnlyDictionary<string, string?> before, string? reason)
    {
        foreach (var value in values.Where(v => before[v.QuestionCode] != v.Json))
            audit.Record("answer.verify", value.QuestionCode, before[value.QuestionCode], value.Json, reason, form.Period.Id, form.Agency.AgencyId);
    }

    /// <summary>The verified values, as JSON, of the questions that are to be changed.</summary>
    public static Dictionary<string, string?> Verified(this ReviewForm form, IReadOnlyList<ValueAdjustment> values) =>
        values.ToDictionary(v => v.QuestionCode, v => form.Review.AnswerTo(v.QuestionCode)?.ValueAt(AnswerStage.Verified));
}
