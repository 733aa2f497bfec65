using ITScoring.Domain;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Data;

/// <summary>Binds a save to the version that a page showed: when the row has moved on since, the save fails with a conflict.</summary>
public static class ExpectedVersions
{
    /// <param name="version">As shown; 0: the page knew no such row.</param>
    /// <exception cref="DbUpdateConcurrencyException">The row is new although the page showed one.</exception>
    public static void Expect(this AppDbContext db, IVersioned row, int version)
    {
        var entry = db.Entry(row);
        if (entry.State is EntityState.Added or EntityState.Detached)
        {
            if (version != 0)
                throw new DbUpdateConcurrencyException("The page showed a row that is not there any more.");
            return;
        }

        entry.Property(nameof(IVersioned.Version)).OriginalValue = version;
    }

    /// <param name="stateVersion">As shown.</param>
    public static void Expect(this AppDbContext db, Submission submission, int stateVersion) =>
        db.Entry(submission).Property(s => s.StateVersion).OriginalValue = stateVersion;

    /// <summary>Binds the save to the cohort whose effects a page showed: when anybody's verified or final value has changed since, it fails with a conflict.</summary>
    /// <param name="cohortVersion">As shown.</param>
    /// <exception cref="DbUpdateConcurrencyException">It has changed already.</exception>
    public static void ExpectCohort(this AppDbContext db, Period period, int cohortVersion)
    {
        if ((int)db.Entry(period).Property(p => p.CohortVersion).OriginalValue! != cohortVersion)
            throw new DbUpdateConcurrencyException("The page showed the effect on a cohort that has changed since.");
        db.ExpectsCohort = true;
    }
}
