using System.Globalization;
using ITScoring.Data;
using ITScoring.Domain.Settings;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Startup;

/// <summary>
/// Keeps the layer of stored settings as the database has it: read at the start, after every change here, and again and again for changes of other
/// processes. Values that would make the options invalid are left alone, so a bad row cannot take the site down.
/// </summary>
public sealed class StoredSettings(StoredSettingsProvider provider, SettingsCheck check, IServiceScopeFactory scopes, ILogger<StoredSettings> log)
{
    private readonly SemaphoreSlim _one = new(1, 1);

    private volatile string _stamp = "";
    private volatile IReadOnlyList<string> _problems = [];

    /// <summary>Changes with every change of a setting; what is kept of pages belongs to it.</summary>
    public string Stamp => _stamp;

    /// <summary>Why what the database has is not in use; empty: it is.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Brings the layer up to the database.</summary>
    /// <returns>Whether something had changed.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancel = default)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var rows = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Settings.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancel);
            var stamp = StampOf(rows);
            if (stamp == _stamp)
                return false;
            var values = rows.Where(r => r.Value is not null).ToDictionary(r => r.Key, r => r.Value!);
            _problems = [.. check.Problems(values).Select(p => p.Text)];
            if (_problems.Count > 0)
                log.LogError("Stored settings are not used, for they make the configuration invalid: {Problems}", string.Join(" ", _problems));
            else
                provider.Replace(check.Layer(values));
            _stamp = stamp;
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>What tells one state of the rows from another.</summary>
    public static string StampOf(IEnumerable<Setting> rows) => string.Join(' ', rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Id}.{r.Version}")));
}
