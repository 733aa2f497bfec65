using ITScoring.Data;
using ITScoring.Domain.Periods;

namespace ITScoring.Web.Tests.Portal;

/// <summary>The site with the small evaluation of <see cref="SmallPeriod"/>, as it stands in one state.</summary>
public sealed class StagePortal : PortalFactory
{
    private readonly Func<Task<string>> _template;

    private StagePortal(Func<Task<string>> template) => _template = template;

    /// <summary>A portal of the test's own, started. Dispose it.</summary>
    public static Task<StagePortal> AtAsync(PeriodState state) => StartAsync(() => SmallPeriod.At(state));

    /// <summary>The same, listening on a port of this machine for real browsers.</summary>
    public static Task<StagePortal> OnNetworkAsync(PeriodState state) => StartAsync(() => SmallPeriod.At(state), onNetwork: true);

    /// <summary>A portal in whose evaluation something was changed at one state before it went on to another.</summary>
    public static Task<StagePortal> AtAsync(PeriodState state, PeriodState changedAt, Func<AppDbContext, Task> change) => StartAsync(() => SmallPeriod.ChangedAsync(state, changedAt, change));

    protected override Task<string> TemplateAsync() => _template();

    private static async Task<StagePortal> StartAsync(Func<Task<string>> template, bool onNetwork = false)
    {
        var portal = new StagePortal(template) { OnNetwork = onNetwork };
        await portal.InitializeAsync();
        return portal;
    }
}
