namespace ITScoring.Domain.Reviews;

/// <summary>What a reviewer has typed under a criterion and not yet concluded: kept so that nothing is lost, counted nowhere.</summary>
public sealed class ReviewDraft
{
    private ReviewDraft()
    {
    }

    public ReviewDraft(int submissionId, string criterionCode, int reviewerId) => (SubmissionId, CriterionCode, ReviewerId) = (submissionId, criterionCode, reviewerId);

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    public string CriterionCode { get; private set; } = "";

    public int ReviewerId { get; private set; }

    /// <summary>JSON object: the controls by name, each with the list of what it held.</summary>
    public string FieldsJson { get; private set; } = "{}";

    public DateTime SavedAt { get; private set; }

    public void Keep(string fieldsJson, DateTime now) => (FieldsJson, SavedAt) = (fieldsJson, now);
}
