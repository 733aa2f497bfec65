using System.Collections.Concurrent;
using System.Text;
using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Scoring;

/// <summary>Parsed criteria sets by stored version. A version in force never changes, so each is parsed once per process.</summary>
public sealed class CriteriaSetCache(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<int, CriteriaSet> _sets = new();

    /// <summary>The set of a stored version.</summary>
    /// <exception cref="InvalidDataException">The stored file is no longer a valid set.</exception>
    public async ValueTask<CriteriaSet> GetAsync(int criteriaSetVersionId, CancellationToken cancel = default)
    {
        if (_sets.TryGetValue(criteriaSetVersionId, out var known))
            return known;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var stored = await db.CriteriaSetVersions.AsNoTracking().SingleAsync(v => v.Id == criteriaSetVersionId, cancel);
        var parsed = CriteriaSetFile.Read(Encoding.UTF8.GetBytes(stored.Json));
        if (parsed.Value is not { } set)
            throw new InvalidDataException($"Criteria set {stored.Code} version {stored.Number} cannot be read: {parsed.Problems[0].Message}");
        if (!stored.State.IsDraft())
            _sets[criteriaSetVersionId] = set;
        return set;
    }

    /// <summary>The set of a period; the period has one from the day it was planned.</summary>
    public ValueTask<CriteriaSet> GetAsync(Domain.Periods.Period period, CancellationToken cancel = default) =>
        GetAsync(period.CriteriaSetVersionId ?? throw new InvalidOperationException($"Period {period.Code} has no criteria set yet."), cancel);
}
