using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ITScoring.Web.Tests.Portal;

/// <summary>Counts what a site asks its database. Add it to the interceptors of the site's context.</summary>
public sealed class CountedCommands : DbCommandInterceptor
{
    private int _count;

    /// <summary>The commands that one act costs.</summary>
    public async Task<int> OfAsync(Func<Task> act)
    {
        var before = Volatile.Read(ref _count);
        await act();
        return Volatile.Read(ref _count) - before;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Interlocked.Increment(ref _count);
        return result;
    }
}
