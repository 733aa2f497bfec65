using ITScoring.Domain;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ITScoring.Data;

/// <summary>
/// What happens to every unit of work before it is written: versions rise, and whatever belongs to a form is written
/// only while the form stands where it stood when it was read.
/// </summary>
internal static class SavePreparation
{
    public static void Prepare(ChangeTracker tracker)
    {
        tracker.DetectChanges();
        var changed = tracker.Entries().Where(IsChanged).ToList();
        foreach (var entry in changed)
        {
            if (FormOf(entry, tracker) is { } submissionId)
                CheckState(tracker, submissionId, entry.Metadata.DisplayName());
        }

        foreach (var entry in changed.Where(e => e.Entity is IVersioned and not Period))
            Raise(entry);
        foreach (var period in tracker.Entries<Period>().Where(p => HasOwnChange(p, changed)).ToList())
            Raise(period);
    }

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    /// <summary>From the original, not the current value: a save that is tried again raises it once.</summary>
    private static void Raise(EntityEntry entry)
    {
        var version = entry.Property(nameof(IVersioned.Version));
        if (entry.State == EntityState.Added)
            version.CurrentValue = 1;
        else if (entry.State != EntityState.Deleted)
            version.CurrentValue = (int)version.OriginalValue! + 1;
    }

    /// <summary>A raised cohort version alone is no change that a manager's open page would have to know of; a new reviewer or extension is.</summary>
    private static bool HasOwnChange(EntityEntry<Period> period, List<EntityEntry> changed) =>
        period.State == EntityState.Added
        || period.Properties.Any(p => p.IsModified && p.Metadata.Name is not (nameof(Period.CohortVersion) or nameof(Period.Version)))
        || changed.Any(e => PeriodOf(e.Entity) == period.Entity.Id);

    private static int? PeriodOf(object row) => row switch
    {
        PeriodAgency a => a.PeriodId,
        ReviewerAssignment a => a.PeriodId,
        ConflictOfInterest c => c.PeriodId,
        PeriodLetter l => l.PeriodId,
        Correction c => c.PeriodId,
        _ => null,
    };

    private static int? FormOf(EntityEntry entry, ChangeTracker tracker) => entry.Entity switch
    {
        Answer a => a.SubmissionId,
        CheckNote n => n.SubmissionId,
        SectionAssignment a => a.SubmissionId,
        SectionDone d => d.SubmissionId,
        Evidence e => e.SubmissionId,
        EvidenceUse u => tracker.Entries<Evidence>().FirstOrDefault(e => e.Property(x => x.Id).CurrentValue == (int)entry.Property(nameof(EvidenceUse.EvidenceId)).CurrentValue!)?.Entity.SubmissionId,
        CriterionVerdict v => v.SubmissionId,
        SecondReview r => r.SubmissionId,
        CouncilDecision d => d.SubmissionId,
        Explanation x => x.SubmissionId,
        _ => null,
    };

    private static void CheckState(ChangeTracker tracker, int submissionId, string what)
    {
        var head = tracker.Entries<Submission>().FirstOrDefault(s => s.Entity.Id == submissionId)
            ?? throw new InvalidOperationException($"Load the submission with its {what}: the save must check that the form was not moved meanwhile.");
        // Written with its own value: the WHERE clause compares it with the one that was read.
        if (head.State is EntityState.Unchanged or EntityState.Modified)
            head.Property(s => s.StateVersion).IsModified = true;
    }
}
