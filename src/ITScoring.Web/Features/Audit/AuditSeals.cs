using ITScoring.Data;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Audit;

/// <summary>Says how far the audit log is sealed.</summary>
public sealed class AuditSeals(AppDbContext db)
{
    /// <summary>The last block; null: there is none.</summary>
    public Task<AuditHead?> HeadAsync(CancellationToken cancel = default) =>
        db.AuditSeals.AsNoTracking().OrderByDescending(s => s.Number).Select(s => new AuditHead(s.Number, s.LastId, s.Head, s.SealedAt)).FirstOrDefaultAsync(cancel);

    public async Task<AuditSealState> StateAsync(CancellationToken cancel = default)
    {
        var last = await HeadAsync(cancel);
        var behind = last?.LastId ?? 0;
        var tail = db.AuditEntries.AsNoTracking().Where(e => e.Id > behind);
        return new AuditSealState(last, await db.AuditDrops.CountAsync(cancel), await tail.CountAsync(cancel), await tail.OrderBy(e => e.Id).Select(e => (DateTime?)e.At).FirstOrDefaultAsync(cancel));
    }
}
