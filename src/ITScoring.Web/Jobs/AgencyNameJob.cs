using ITScoring.Data;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Jobs;

/// <summary>Makes a recorded name of an agency the current one when its day has come.</summary>
public sealed class AgencyNameJob(AppDbContext db, TimeProvider clock) : Job
{
    public override string Name => "agency-names";

    public override TimeSpan Every => TimeSpan.FromMinutes(15);

    public override async Task RunAsync(Func<Task<bool>> keep, CancellationToken cancel)
    {
        var today = clock.Today();
        var renamed = await db.Agencies.Include(a => a.Renamings).Where(a => a.Renamings.Any(r => r.From <= today)).ToListAsync(cancel);
        if (renamed.Count(a => a.ApplyNames(today)) > 0 && await keep())
            await db.SaveChangesAsync(cancel);
    }
}
