using ITScoring.Data;
using ITScoring.Domain.Auditing;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Jobs;

/// <summary>Seals audit rows into chained blocks. The head of each block goes into the log, which is kept elsewhere: whoever writes the chain anew cannot write that too.</summary>
public sealed class AuditSealJob(AppDbContext db, TimeProvider clock, ILogger<AuditSealJob> log) : Job
{
    public override string Name => "audit-seal";

    public override TimeSpan Every => TimeSpan.FromMinutes(1);

    public override async Task RunAsync(Func<Task<bool>> keep, CancellationToken cancel)
    {
        while (await keep() && await SealAsync(cancel))
            db.ChangeTracker.Clear();
    }

    /// <returns>Whether a full block was made, so that there may be more.</returns>
    private async Task<bool> SealAsync(CancellationToken cancel)
    {
        var last = await db.AuditSeals.AsNoTracking().OrderByDescending(s => s.Number).Select(s => new { s.Number, s.LastId, s.Head }).FirstOrDefaultAsync(cancel);
        var lastId = last?.LastId ?? 0;
        var rows = await db.AuditEntries.AsNoTracking().Where(e => e.Id > lastId).OrderBy(e => e.Id).Take(AuditSeal.MostRows).ToListAsync(cancel);
        var now = clock.UtcNow();
        var ripe = AuditRipeness.Count(lastId, rows, now);
        if (ripe == 0)
            return false;
        var seal = new AuditSeal(last?.Number ?? 0, last?.Head ?? AuditSeal.NoHead, rows.Take(ripe).ToList(), now);
        db.AuditSeals.Add(seal);
        await db.SaveChangesAsync(cancel);
        log.LogInformation("Audit block {Number} seals rows up to {LastId}, head {Head}", seal.Number, seal.LastId, seal.Head);
        return ripe == AuditSeal.MostRows;
    }
}
