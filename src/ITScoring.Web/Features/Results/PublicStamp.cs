using System.Globalization;
using ITScoring.Data;
using ITScoring.Domain.Files;
using ITScoring.Domain.Publications;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Results;

/// <summary>
/// What kept public pages belong to: the newest publication, the signed decisions that may be fetched, the links between criteria, what is known of mergers and divisions, and the settings of the portal. It is looked up again after
/// <see cref="PublicationOptions.KnownMilliseconds"/>, so whatever another process publishes is shown by this one no later than that.
/// </summary>
public sealed class PublicStamp(TimeProvider clock, IOptions<PublicationOptions> options, StoredSettings settings)
{
    private readonly TimeSpan _known = TimeSpan.FromMilliseconds(options.Value.KnownMilliseconds);

    private volatile Seen? _last;

    /// <param name="services">Of the request; asked for a database only when the stamp is looked up.</param>
    public async ValueTask<string> ReadAsync(IServiceProvider services, CancellationToken cancel = default)
    {
        if (_last is { } last && last.Settings == settings.Stamp && clock.GetElapsedTime(last.At) < _known)
            return last.Stamp;
        // As of before the look: what is published while it goes on counts as not seen.
        var at = clock.GetTimestamp();
        var db = services.GetRequiredService<AppDbContext>();
        var newest = await db.Publications.MaxAsync(p => (int?)p.Id, cancel);
        // One in quarantine is shown nowhere, so its page is no longer the one that was kept.
        var decisions = db.SignedDocuments.Where(d => d.Kind == SignedDocumentKind.Decision && d.File!.DeletedAt == null && d.File.Scan != ScanState.Infected);
        var signed = await decisions.GroupBy(d => 1).Select(g => new { Newest = g.Max(d => d.Id), Count = g.Count() }).FirstOrDefaultAsync(cancel);
        var links = await db.CriterionLinks.GroupBy(l => 1).Select(g => new { Newest = g.Max(l => l.Id), Count = g.Count() }).FirstOrDefaultAsync(cancel);
        var rules = await db.Restructurings.MaxAsync(r => (int?)r.Id, cancel);
        var stamp = string.Create(CultureInfo.InvariantCulture, $"{newest ?? 0}-{signed?.Newest ?? 0}-{signed?.Count ?? 0}-{links?.Newest ?? 0}-{links?.Count ?? 0}-{rules ?? 0}-{settings.Stamp}");
        _last = new Seen(stamp, at, settings.Stamp);
        return stamp;
    }

    private sealed record Seen(string Stamp, long At, string Settings);
}
