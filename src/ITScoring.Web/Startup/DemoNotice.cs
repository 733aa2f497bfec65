using System.Data.Common;
using ITScoring.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ITScoring.Web.Startup;

/// <summary>Whether demonstration data is present; then every page says so.</summary>
public sealed class DemoNotice(IServiceScopeFactory scopes)
{
    public const string Text = "Dữ liệu minh họa, không phải kết quả thật";

    // Demonstration periods are never removed while the site runs, so "present" needs no second look.
    private volatile bool _isPresent;

    public async ValueTask<bool> IsPresentAsync()
    {
        if (_isPresent)
            return true;
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return _isPresent = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Periods.AnyAsync(p => p.IsDemo);
        }
        catch (Exception e) when (e is DbException or RetryLimitExceededException)
        {
            // The page that tells of a broken database must come without it.
            return false;
        }
    }
}
