using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Web.Features.CriteriaSets;

namespace ITScoring.Web.Features.SetImports;

/// <summary>What an imported set would change.</summary>
public sealed class SetImportQuery(WorkedSets sets)
{
    /// <param name="json">Of a whole set.</param>
    public async Task<SetImportPage> PageAsync(byte[] json, string ticket, CancellationToken cancel = default)
    {
        var set = CriteriaSetFile.Read(json).Value ?? throw new ArgumentException("The set is not whole.", nameof(json));
        var latest = (await sets.ListAsync(cancel)).Where(v => v.Code == set.Code).MaxBy(v => v.Number);
        var before = latest is null ? null : await sets.FindAsync(latest.Id, cancel);
        return new SetImportPage(set, [], latest, before?.Set is { } old ? SetComparison.Of(old, set) : null, ticket);
    }
}
