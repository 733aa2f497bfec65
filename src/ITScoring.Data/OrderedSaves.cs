using Microsoft.EntityFrameworkCore;

namespace ITScoring.Data;

/// <summary>Two saves that stand or fall together, for a row that needs the number which the database gave another one.</summary>
public static class OrderedSaves
{
    /// <summary>Saves the unit of work, adds what needs its numbers, saves that, and commits both.</summary>
    /// <exception cref="DbUpdateException">SQL Server chose it as the victim of a deadlock; nothing was written, and it is not tried again: what was saved first counts as saved here.</exception>
    public static async Task SaveThenAsync(this AppDbContext db, Func<Task> add, CancellationToken cancellationToken = default)
    {
        Exception? first = null;
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            if (first is not null)
                throw new DbUpdateException("The two saves were rolled back.", new InvalidOperationException(first.Message));
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await add();
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
            catch (Exception e)
            {
                first = e;
                throw;
            }
        });
    }
}
