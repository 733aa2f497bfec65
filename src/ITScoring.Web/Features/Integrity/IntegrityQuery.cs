namespace ITScoring.Web.Features.Integrity;

/// <summary>Runs all checks, one after the other: they share one connection.</summary>
public sealed class IntegrityQuery(IEnumerable<IIntegrityCheck> checks)
{
    public async Task<IReadOnlyList<IntegrityResult>> RunAsync(CancellationToken cancel = default)
    {
        var results = new List<IntegrityResult>();
        foreach (var check in checks)
            results.Add(new IntegrityResult(check.Name, await check.FindAsync(cancel)));
        return results;
    }
}
