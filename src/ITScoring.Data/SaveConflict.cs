using ITScoring.Domain.Periods;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Data;

/// <summary>Tells what kept a unit of work from being saved.</summary>
internal static class SaveConflict
{
    /// <summary>Tries of one save whose only conflict is the cohort version.</summary>
    public const int Attempts = 20;

    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;
    private const int SqlServerUniqueIndex = 2601;
    private const int SqlServerUniqueConstraint = 2627;

    /// <summary>Whether a row with the same key was already there.</summary>
    public static bool IsDuplicate(DbUpdateException problem) => problem is not DbUpdateConcurrencyException && problem.InnerException switch
    {
        SqliteException e => e.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey,
        SqlException e => e.Number is SqlServerUniqueIndex or SqlServerUniqueConstraint,
        _ => false,
    };

    /// <summary>Two people who add the same answer first are in the same conflict as two who change it.</summary>
    public static DbUpdateConcurrencyException Duplicate(DbUpdateException problem) =>
        new("Somebody else added a row with the same key.", problem);

    public static bool IsOfPeriods(DbUpdateConcurrencyException problem) => problem.Entries.Count > 0 && problem.Entries.All(e => e.Entity is Period);

    /// <summary>Puts the cohort version on top of the one that others saved meanwhile; false when more than that changed.</summary>
    public static async Task<bool> RaiseCohortVersionsAgainAsync(DbUpdateConcurrencyException problem, CancellationToken cancellationToken)
    {
        foreach (var entry in problem.Entries)
        {
            var stored = await entry.GetDatabaseValuesAsync(cancellationToken);
            if (stored is null || stored.GetValue<int>(nameof(Period.Version)) != (int)entry.Property(nameof(Period.Version)).OriginalValue!)
                return false;
            var cohort = entry.Property(nameof(Period.CohortVersion));
            var raised = (int)cohort.CurrentValue! - (int)cohort.OriginalValue!;
            var others = stored.GetValue<int>(nameof(Period.CohortVersion));
            cohort.OriginalValue = others;
            cohort.CurrentValue = others + raised;
        }

        return true;
    }
}
