using System.Net;
using System.Security.Cryptography;
using ITScoring.Benchmarks.Load;
using ITScoring.Testing;
using ITScoring.Web.Files;
using ITScoring.Web.Integrations.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ITScoring.Benchmarks.Kills;

/// <summary>The files of the site as rows tell of them and as they lie in the store.</summary>
internal sealed class StoredFiles(TestDatabase database, string folder)
{
    /// <summary>Addresses tried beyond the last row: what has no row has none.</summary>
    private const int Beyond = 50;

    private readonly HashSet<string> _checked = [];

    public string Folder => folder;

    /// <summary>Every file that was acknowledged since the last check, and every one that has a row: whole and under its own hash.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(Uploader uploader)
    {
        await using var db = database.Open();
        var problems = new List<string>();
        var rows = await db.Evidence.AsNoTracking().Where(e => e.FileName != null && e.RemovedAt == null).Select(e => new { e.FileName, e.File!.Sha256 }).ToListAsync();
        var byName = rows.ToLookup(r => r.FileName!, r => r.Sha256);
        foreach (var (name, hash) in uploader.Acknowledged.Where(f => !_checked.Contains(f.Key)))
        {
            if (byName[name].Count() != 1 || byName[name].Single() != hash || !await IsWholeAsync(hash))
            {
                uploader.Lost++;
                problems.Add($"{name}: acknowledged, but {byName[name].Count()} rows and {(await IsWholeAsync(hash) ? "a whole file" : "no whole file")}.");
            }

            _checked.Add(name);
        }

        foreach (var (name, hash) in uploader.Unheard.Where(f => !_checked.Contains(f.Key)))
        {
            if (byName[name].Any())
                uploader.StoredUnheard++;
            if (byName[name].Any() && !await IsWholeAsync(hash))
                problems.Add($"{name}: has a row, but no whole file.");
            _checked.Add(name);
        }

        return problems;
    }

    /// <summary>Files without a row, and those that never came in whole.</summary>
    public (int Unreferenced, int Incoming) Left()
    {
        using var db = database.Open();
        var known = db.StoredFiles.AsNoTracking().Where(f => f.DeletedAt == null).Select(f => f.Sha256).ToHashSet();
        return (Kept().Count(hash => !known.Contains(hash)), Directory.Exists(Path.Combine(folder, "incoming")) ? Directory.GetFiles(Path.Combine(folder, "incoming")).Length : 0);
    }

    /// <summary>All acknowledged files are handed out as they were sent; no other address answers.</summary>
    public async Task<IReadOnlyList<string>> CheckServedAsync(IReadOnlyList<Uploader> uploaders)
    {
        var problems = new List<string>();
        await using var db = database.Open();
        var rows = await db.Evidence.AsNoTracking().Where(e => e.FileName != null).Select(e => new { e.Id, e.FileName, e.File!.Sha256 }).ToListAsync();
        foreach (var uploader in uploaders)
        {
            foreach (var row in rows.Where(r => uploader.Acknowledged.ContainsKey(r.FileName!) || uploader.Unheard.ContainsKey(r.FileName!)))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"/files/{row.Id}");
                using var answer = await uploader.Person.SendAsync(request);
                if (answer.StatusCode != HttpStatusCode.OK || Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync())) != row.Sha256)
                    problems.Add($"{row.FileName} is answered with {(int)answer.StatusCode}.");
            }
        }

        var last = await db.Evidence.MaxAsync(e => e.Id);
        var ids = await db.Evidence.Where(e => e.FileName != null).Select(e => e.Id).ToListAsync();
        foreach (var id in Enumerable.Range(1, last + Beyond).Except(ids).Where(id => id > last || id % 10 == 0))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/files/{id}");
            using var answer = await uploaders[0].Person.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.NotFound)
                problems.Add($"/files/{id} stands for no file, but answers {(int)answer.StatusCode}.");
        }

        return problems;
    }

    /// <summary>A sweep as of two days from now: what has no row goes, what has one stays.</summary>
    public async Task<IReadOnlyList<string>> SweepAsync()
    {
        await using var db = database.Open();
        var clock = new LaterClock(TimeSpan.FromDays(2));
        var environment = new HostingEnvironment { ContentRootPath = folder };
        var store = new DiskFileStore(Options.Create(new FilesOptions { Folder = folder }), environment, clock);
        await new FileSweep(db, store, clock, NullLogger<FileSweep>.Instance).RunAsync();
        var problems = new List<string>();
        var referenced = await db.Evidence.AsNoTracking().Where(e => e.File != null).Select(e => e.File!.Sha256).Distinct().ToListAsync();
        problems.AddRange(referenced.Except(Kept()).Select(hash => $"The sweep took {hash}, which has a row."));
        problems.AddRange(Kept().Except(referenced).Select(hash => $"The sweep left {hash}, which nothing refers to."));
        problems.AddRange(Left().Incoming > 0 ? ["The sweep left incomplete files."] : []);
        return problems;
    }

    private IEnumerable<string> Kept() => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Where(d => Path.GetFileName(d).Length == 2).SelectMany(Directory.EnumerateFiles).Select(f => Path.GetFileName(f)!)
        : [];

    private async Task<bool> IsWholeAsync(string hash)
    {
        var path = Path.Combine(folder, hash[..2], hash);
        return File.Exists(path) && Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path))) == hash;
    }
}
