using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Demo;

/// <summary>Plays acts of the procedure through the site's own services: each as somebody, at some time, in a scope of its own.</summary>
public sealed class DemoStage : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Dictionary<string, AppUser> _people = [];

    public DemoStage(IConfiguration configuration, IHostEnvironment environment)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration).AddSingleton(environment).AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddPortalCore(configuration);
        services.AddScoped<DemoAccounts>();
        _services = services.BuildServiceProvider();
    }

    public DemoClock Clock { get; } = new();

    /// <summary>Runs one act as the account of a name.</summary>
    public async Task AsAsync(string userName, Func<IServiceProvider, Task> act)
    {
        await using var scope = _services.CreateAsyncScope();
        if (!_people.TryGetValue(userName, out var user))
        {
            user = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Users.AsNoTracking().SingleAsync(u => u.UserName == userName);
            _people[userName] = user;
        }

        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(user.ToActor(), user.DisplayName);
        await act(scope.ServiceProvider);
    }

    /// <summary>Runs something without an account.</summary>
    public async Task<T> ReadAsync<T>(Func<IServiceProvider, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider);
    }

    /// <exception cref="InvalidOperationException">The procedure refused the act: the demonstration does not follow its rules.</exception>
    public static void Require(Outcome outcome, string act)
    {
        if (!outcome.Ok)
            throw new InvalidOperationException($"Demonstration, {act}: {string.Join(" ", outcome.Problems)}");
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
