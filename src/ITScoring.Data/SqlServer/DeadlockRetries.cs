using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Storage;

namespace ITScoring.Data.SqlServer;

/// <summary>
/// Tries a unit of work again when SQL Server chose it as the victim of a deadlock: then, and only then, it is certain
/// that nothing was written.
/// </summary>
internal sealed class DeadlockRetries(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, maxRetryCount: 4, maxRetryDelay: TimeSpan.FromSeconds(1))
{
    private const int DeadlockVictim = 1205;

    protected override bool ShouldRetryOn(Exception exception) => exception is SqlException { Number: DeadlockVictim };
}
