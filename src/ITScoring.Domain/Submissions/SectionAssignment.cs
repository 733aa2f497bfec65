namespace ITScoring.Domain.Submissions;

/// <summary>Giao phần: that a contributor answers a section, until when, and the editor's word on it.</summary>
public sealed class SectionAssignment
{
    private SectionAssignment()
    {
    }

    internal SectionAssignment(string sectionCode, int contributorId) => (SectionCode, ContributorId) = (sectionCode, contributorId);

    public int Id { get; private set; }

    public int SubmissionId { get; private set; }

    public string SectionCode { get; private set; } = "";

    public int ContributorId { get; private set; }

    /// <summary>Last day in Vietnam; null: none of its own, the agency's deadline counts.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>What the editor asks for, e.g. where the figures are; null: nothing.</summary>
    public string? Word { get; private set; }

    public int AssignedById { get; private set; }

    /// <summary>When it was given, or last given otherwise.</summary>
    public DateTime AssignedAt { get; private set; }

    internal void Give(DateOnly? dueOn, string? word, int assignedById, DateTime now)
    {
        if (AssignedById != 0 && DueOn == dueOn && Word == word)
            return;
        (DueOn, Word, AssignedById, AssignedAt) = (dueOn, word, assignedById, now);
    }
}
