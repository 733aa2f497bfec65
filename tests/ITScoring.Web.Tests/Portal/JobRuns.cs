using ITScoring.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Portal;

/// <summary>Runs what the site does by itself, when a test wants it.</summary>
public static class JobRuns
{
    /// <returns>Names of the jobs that ran.</returns>
    public static Task<IReadOnlyList<string>> RunJobsAsync(this PortalFactory portal)
    {
        // A job that just ran is not due before its pause is over.
        portal.Clock.Advance(TimeSpan.FromSeconds(2));
        return portal.Services.GetRequiredService<JobRunner>().RunDueAsync();
    }
}
