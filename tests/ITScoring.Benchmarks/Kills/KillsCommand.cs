using System.Globalization;
using System.Text;
using ITScoring.Benchmarks.Load;
using ITScoring.Testing;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Benchmarks.Kills;

/// <summary><c>kills</c>: ends the site's process at random moments while people save answers and upload files; whatever was acknowledged has to be there afterwards, once.</summary>
internal static class KillsCommand
{
    private const string Section = "U";
    private const int Agencies = 4;
    private const int SaversPerForm = 2;

    /// <summary>From the first acknowledged save, in every other start the first acknowledged upload, to the end of the process.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(900);

    public static async Task<int> RunAsync(int kills)
    {
        await using var database = await TestDatabase.CreateAsync();
        await LoadData.FillAsync(database, Agencies);
        var folder = Path.GetDirectoryName(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.ConnectionString).DataSource)!;
        var files = new StoredFiles(database, Path.Combine(folder, "files"));
        var port = LoopbackPort.Free();
        var savers = new List<Saver>();
        var uploaders = new List<Uploader>();
        var site = await StartAsync();
        for (var agency = 1; agency <= Agencies; agency++)
        {
            for (var place = 0; place < SaversPerForm; place++)
            {
                var person = await SignedIn.AsAsync(site.Address, LoadData.UserOf(agency), agency);
                savers.Add(await Saver.AtAsync(database, person, SectionForm.Of(await person.PageAsync($"{LoadData.PathOf(agency)}/sections/{Section}"), Section, SaversPerForm).Answer(place)));
            }

            var sender = await SignedIn.AsAsync(site.Address, LoadData.UserOf(agency), agency);
            uploaders.Add(new Uploader(sender, SignedIn.TokenOf(await sender.PageAsync($"{LoadData.PathOf(agency)}/sections/{Section}")), savers[^1].Question));
        }

        var before = await ChangesAsync(database);
        var random = new Random(20261127);
        var problems = new List<string>();
        for (var kill = 1; kill <= kills; kill++)
        {
            using var first = new CancellationTokenSource();
            var work = savers.Select(s => Task.Run(() => s.WorkAsync(site.Address, kill % 2 == 0 ? first : null)))
                .Concat(uploaders.Select(u => (Uploader: u, Seed: random.Next())).Select(u => Task.Run(() => u.Uploader.WorkAsync(u.Seed, kill % 2 == 1 ? first : null)))).ToList();
            await WaitAsync(first.Token, work);
            await Task.Delay(random.Next((int)LongestLife.TotalMilliseconds));
            await site.KillAsync();
            await Task.WhenAll(work);
            await site.DisposeAsync();
            foreach (var saver in savers)
                problems.AddRange(await saver.CheckAsync(database));
            foreach (var uploader in uploaders)
                problems.AddRange(await files.CheckAsync(uploader));
            if (kill % 20 == 0)
                Console.WriteLine(FormattableString.Invariant($"{kill} kills, {savers.Sum(s => s.Acknowledged)} saves and {uploaders.Sum(u => u.Acknowledged.Count)} files acknowledged, {problems.Count} problems."));
            site = await StartAsync();
        }

        var stored = await ChangesAsync(database) - before;
        var (acknowledged, unheard) = (savers.Sum(s => s.Acknowledged), savers.Sum(s => s.StoredUnheard));
        if (stored != acknowledged + unheard)
            problems.Add($"{acknowledged} saves were acknowledged and {unheard} more stored, but the history has {stored} changes.");
        var left = files.Left();
        problems.AddRange(await files.CheckServedAsync(uploaders));
        problems.AddRange(await files.SweepAsync());
        problems.AddRange(await files.CheckServedAsync(uploaders));
        await site.DisposeAsync();
        Report(kills, savers, uploaders, unheard, left, problems);
        savers.ForEach(s => s.Dispose());
        uploaders.ForEach(u => u.Dispose());
        return problems.Count == 0 ? 0 : 1;

        Task<SiteProcess> StartAsync() => SiteProcess.StartAsync(database.ConnectionString, Path.Combine(folder, "logs"), port, "--Files:Folder", files.Folder);
    }

    private static void Report(int kills, List<Saver> savers, List<Uploader> uploaders, int unheard, (int Unreferenced, int Incoming) left, List<string> problems)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{kills} kills, {savers.Count} editors saving and {uploaders.Count} uploading.\n");
        text.AppendLine("| What | Acknowledged | Of these stored | Cut off before the answer | Of these stored |");
        text.AppendLine("|---|---:|---:|---:|---:|");
        text.AppendLine(CultureInfo.InvariantCulture, $"| Saves of an answer | {savers.Sum(s => s.Acknowledged)} | {savers.Sum(s => s.Acknowledged) - savers.Sum(s => s.Lost)} | {savers.Sum(s => s.CutOff)} | {unheard} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| Uploads of a file | {uploaders.Sum(u => u.Acknowledged.Count)} | {uploaders.Sum(u => u.Acknowledged.Count) - uploaders.Sum(u => u.Lost)} | {uploaders.Sum(u => u.CutOff)} | {uploaders.Sum(u => u.StoredUnheard)} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"\nLeft behind until the sweep: {left.Unreferenced} files without a row, {left.Incoming} incomplete ones; none of them has an address. After the sweep: none.");
        foreach (var problem in problems.Take(50))
            text.AppendLine(problem);
        Console.WriteLine(text);
        File.WriteAllText(Path.Combine(RepositoryFiles.Artifacts, "kills.md"), text.ToString());
    }

    private static async Task WaitAsync(CancellationToken first, List<Task> work)
    {
        try
        {
            // Nobody stops while the site lives, unless something is wrong.
            await await Task.WhenAny([Task.Delay(TimeSpan.FromMinutes(1), first), .. work]);
            throw new InvalidOperationException("Nothing was acknowledged within a minute; the site's log says why.");
        }
        catch (OperationCanceledException)
        {
            // The first one was acknowledged.
        }
    }

    private static async Task<int> ChangesAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.AnswerChanges.CountAsync();
    }
}
