using ITScoring.Data;
using ITScoring.Domain.Auditing;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Audit;

/// <summary>Deletes the rows of whole sealed blocks that are older than they are kept. The blocks stay, so the chain still holds.</summary>
public sealed class AuditRetention(AppDbContext db, TimeProvider clock)
{
    /// <param name="keepMonths">From <see cref="AuditDrop.LeastMonths"/> to <see cref="AuditDrop.MostMonths"/>.</param>
    /// <returns>Numbers of the blocks and how many rows they had.</returns>
    public async Task<(IReadOnlyList<int> Blocks, int Rows)> DropAsync(int keepMonths, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keepMonths, AuditDrop.LeastMonths);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keepMonths, AuditDrop.MostMonths);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var now = clock.UtcNow();
            var old = now.AddMonths(-keepMonths);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var due = await db.AuditSeals.AsNoTracking().Where(s => s.SealedAt <= old && !db.AuditDrops.Any(d => d.SealNumber == s.Number)).OrderBy(s => s.Number).ToListAsync(cancel);
            if (due.Count == 0)
                return ([], 0);
            // The trigger lets go of the rows only once the drop of their block stands.
            db.AuditDrops.AddRange(due.Select(s => new AuditDrop(s, keepMonths, now)));
            var blocks = due.Count == 1 ? $"khối {due[0].Number}" : $"khối {due[0].Number}–{due[^1].Number}";
            db.AuditEntries.Add(new AuditEntry(now, null, null, "audit.drop", blocks, null, $"{Display.Of(due.Sum(s => s.Count))} dòng; giữ {keepMonths} tháng", null, null, null, null));
            await db.SaveChangesAsync(cancel);
            foreach (var seal in due)
                await db.AuditEntries.Where(e => e.Id >= seal.FirstId && e.Id <= seal.LastId).ExecuteDeleteAsync(cancel);
            await transaction.CommitAsync(cancel);
            return ((IReadOnlyList<int>)[.. due.Select(s => s.Number)], due.Sum(s => s.Count));
        });
    }
}
