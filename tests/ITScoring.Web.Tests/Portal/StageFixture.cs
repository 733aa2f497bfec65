using ITScoring.Domain.Periods;

namespace ITScoring.Web.Tests.Portal;

/// <summary>One portal at a state for all tests of a class. The tests leave each other alone, or only read.</summary>
public abstract class StageFixture(PeriodState state) : IAsyncLifetime
{
    public StagePortal Portal { get; private set; } = null!;

    public async Task InitializeAsync() => Portal = await StagePortal.AtAsync(state);

    public async Task DisposeAsync() => await Portal.DisposeAsync();
}
