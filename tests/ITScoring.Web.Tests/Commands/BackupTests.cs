using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using ITScoring.Data;
using ITScoring.Domain.Files;
using ITScoring.Domain.Periods;
using ITScoring.Testing;
using ITScoring.Web.Commands;
using ITScoring.Web.Tests.Portal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Commands;

/// <summary>The drill of docs/operations.md: back up while the site works, check, restore elsewhere, and look whether it is the same.</summary>
public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_that_was_taken_while_others_wrote_gives_the_same_published_result_and_all_evidence()
    {
        using var before = await PublishedAsync();
        var files = await AddFilesAsync(before, 3);
        IReadOnlyList<(string Address, string Answer)> published;
        await using (var site = await before.StartAsync())
        {
            published = await PublicAsync(site);
            using var stop = new CancellationTokenSource();
            var writing = WriteAsync(before.Database, stop.Token);
            await Task.Delay(200);
            var backup = await before.RunAsync("backup", "--to", before.In("sao-luu"));
            await stop.CancelAsync();
            Assert.True(await writing > 0, "Nobody wrote while the backup ran.");
            Assert.True(backup.ExitCode == 0, string.Join('\n', backup.Errors));
            Assert.Contains("Tệp tài liệu kiểm chứng: 3 tệp", backup.Output);
        }

        Assert.Empty(Directory.GetDirectories(before.Folder, "*.tmp"));
        var check = await before.RunAsync("verify-backup", before.In("sao-luu"));
        Assert.True(check.ExitCode == 0, string.Join('\n', check.Errors));
        Assert.Contains("Bản sao lưu nguyên vẹn.", check.Output);

        using var after = Installation.Make();
        var restored = await after.RunAsync("restore", "--from", before.In("sao-luu"));
        Assert.True(restored.ExitCode == 0, string.Join('\n', restored.Errors));
        Assert.Contains("migrate", restored.Output);
        Assert.Contains("doctor", restored.Output);
        Assert.Equal("Cơ sở dữ liệu đã ở phiên bản mới nhất.\n", (await after.RunAsync("migrate")).Output);
        await using (var site = await after.StartAsync())
            Assert.Equal(published, await PublicAsync(site));
        Assert.Equal(files, HashesIn(after.Files));
    }

    [Fact]
    public async Task A_damaged_backup_is_named_file_by_file_and_is_not_restored()
    {
        using var place = await PublishedAsync();
        var hashes = (await AddFilesAsync(place, 3)).ToList();
        var backup = place.In("sao-luu");
        Assert.Equal(0, (await place.RunAsync("backup", "--to", backup)).ExitCode);
        string PathOf(string hash) => Path.Combine(backup, "files", hash[..2], hash);

        // One changed at the same length, one cut off, one gone.
        var bytes = await File.ReadAllBytesAsync(PathOf(hashes[0]));
        bytes[0] ^= 1;
        await File.WriteAllBytesAsync(PathOf(hashes[0]), bytes);
        await File.WriteAllBytesAsync(PathOf(hashes[1]), bytes[..5]);
        File.Delete(PathOf(hashes[2]));
        var check = await place.RunAsync("verify-backup", backup);

        Assert.Equal(1, check.ExitCode);
        Assert.Equal(3, check.Errors.Count);
        Assert.Contains($"files/{hashes[0][..2]}/{hashes[0]}: nội dung khác mã SHA-256 trong bản kê.", check.Errors);
        Assert.Contains(check.Errors, e => e.StartsWith($"files/{hashes[1][..2]}/{hashes[1]}: có 5 byte", StringComparison.Ordinal));
        Assert.Contains($"files/{hashes[2][..2]}/{hashes[2]}: không có tệp này.", check.Errors);
        using var empty = Installation.Make();
        var restore = await empty.RunAsync("restore", "--from", backup);
        Assert.Equal(1, restore.ExitCode);
        Assert.False(File.Exists(empty.Database));
        Assert.False(Directory.Exists(empty.Files));
    }

    [Fact]
    public async Task A_database_that_was_changed_in_the_backup_and_a_manifest_that_lies_are_found()
    {
        using var place = await PublishedAsync();
        var hashes = (await AddFilesAsync(place, 1)).ToList();
        var backup = place.In("sao-luu");
        Assert.Equal(0, (await place.RunAsync("backup", "--to", backup)).ExitCode);
        // Rows of a file go on being expected when the manifest no longer speaks of it.
        var path = Path.Combine(backup, "manifest.json");
        var manifest = await File.ReadAllTextAsync(path);
        await File.WriteAllTextAsync(path, Regex.Replace(manifest, @",\s*\{\s*""path"": ""files/[^}]*\}", "").Replace("\"Periods\": 1", "\"Periods\": 7", StringComparison.Ordinal));

        var check = await place.RunAsync("verify-backup", backup);

        Assert.Equal(1, check.ExitCode);
        Assert.Contains($"files/{hashes[0][..2]}/{hashes[0]}: cơ sở dữ liệu có tệp này nhưng bản sao lưu không có.", check.Errors);
        Assert.Contains("itscoring.db: bảng Periods có 1 dòng, bản kê ghi 7.", check.Errors);
        await File.WriteAllTextAsync(path, manifest.Replace("\"path\": \"files/", "\"path\": \"../files/", StringComparison.Ordinal));
        Assert.Equal(2, (await place.RunAsync("verify-backup", backup)).ExitCode);
        Assert.Equal(2, (await place.RunAsync("verify-backup", place.In("khong-co"))).ExitCode);
    }

    [Fact]
    public async Task A_file_that_the_store_has_lost_is_told_and_the_rest_is_backed_up()
    {
        using var place = await PublishedAsync();
        var hashes = (await AddFilesAsync(place, 2)).ToList();
        File.Delete(Path.Combine(place.Files, hashes[0][..2], hashes[0]));

        var backup = await place.RunAsync("backup", "--to", place.In("sao-luu"));

        Assert.Equal(1, backup.ExitCode);
        Assert.Contains(hashes[0], Assert.Single(backup.Errors));
        Assert.Equal(1, (await place.RunAsync("verify-backup", place.In("sao-luu"))).ExitCode);
        Assert.Equal(2, (await place.RunAsync("backup", "--to", place.In("sao-luu"))).ExitCode);
    }

    [Fact]
    public async Task Restoring_over_data_is_refused_and_with_replace_the_old_is_kept_under_another_name()
    {
        using var place = await PublishedAsync();
        var hashes = (await AddFilesAsync(place, 1)).ToList();
        Assert.Equal(0, (await place.RunAsync("backup", "--to", place.In("sao-luu"))).ExitCode);
        await AddFilesAsync(place, 2);

        var refused = await place.RunAsync("restore", "--from", place.In("sao-luu"));
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--replace", Assert.Single(refused.Errors));
        await using (var site = await place.StartAsync())
        {
            Assert.True((await site.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
            var running = await place.RunAsync("restore", "--from", place.In("sao-luu"), "--replace");
            Assert.Equal(2, running.ExitCode);
            Assert.Contains("đang được một tiến trình khác dùng", Assert.Single(running.Errors));
        }

        var replaced = await place.RunAsync("restore", "--from", place.In("sao-luu"), "--replace");
        Assert.True(replaced.ExitCode == 0, string.Join('\n', replaced.Errors));
        Assert.Equal(hashes, HashesIn(place.Files));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(place.Database)!, "itscoring.db.cu-*"));
        Assert.Equal(3, HashesIn(Assert.Single(Directory.GetDirectories(place.Folder, "tep.cu-*"))).Count());
    }

    [Fact]
    public async Task The_drill_is_one_command_and_leaves_the_real_installation_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var place = await PublishedAsync();
        await AddFilesAsync(place, 2);
        Assert.Equal(0, (await place.RunAsync("backup", "--to", place.In("cac-ban", "ban-1"))).ExitCode);
        await using var real = await place.StartAsync();

        var sound = await DrillAsync();
        Assert.True(sound.ExitCode == 0, $"{sound.Output}\n{sound.Errors}");
        Assert.Contains("Bản sao lưu nguyên vẹn.", sound.Output);
        Assert.Contains("== The restored site is ready and answers: {", sound.Output);
        Assert.Equal(HttpStatusCode.OK, (await real.Http.GetAsync("/health/ready")).StatusCode);

        File.Delete(Directory.EnumerateFiles(place.In("cac-ban", "ban-1", "files"), "*", SearchOption.AllDirectories).First());
        var damaged = await DrillAsync();
        Assert.Equal(1, damaged.ExitCode);
        Assert.Contains("không có tệp này", damaged.Errors);

        async Task<(int ExitCode, string Output, string Errors)> DrillAsync()
        {
            var start = new ProcessStartInfo("bash", [Path.Combine(SourceFolder.Root, "deploy", "restore-drill.sh"), place.In("cac-ban"), real.Address.GetLeftPart(UriPartial.Authority)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            (start.Environment["ITSCORING_PROGRAM"], start.Environment["ITSCORING_DRILL_PORT"]) = (typeof(CommandLine).Assembly.Location, $"{LoopbackPort.Free()}");
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await output, await errors);
        }
    }

    private static async Task<Installation> PublishedAsync() => Installation.Make(await SmallPeriod.At(PeriodState.Published));

    /// <summary>Stores files as the site would: bytes under their hash, then the row.</summary>
    /// <returns>Hashes of all that lie there.</returns>
    private static async Task<IReadOnlyList<string>> AddFilesAsync(Installation place, int count)
    {
        await using var services = TestDatabase.ServicesFor(DatabaseProvider.Sqlite, $"Data Source={place.Database};Pooling=false");
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var (agency, user) = (await db.Agencies.Select(a => a.Id).FirstAsync(), await db.Users.Select(u => u.Id).FirstAsync());
        for (var i = 0; i < count; i++)
        {
            var bytes = RandomNumberGenerator.GetBytes(1000);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            Directory.CreateDirectory(Path.Combine(place.Files, hash[..2]));
            await File.WriteAllBytesAsync(Path.Combine(place.Files, hash[..2], hash), bytes);
            db.StoredFiles.Add(new StoredFile(agency, hash, bytes.Length, FileKind.Pdf, user, PortalTemplates.Start.UtcDateTime, willBeScanned: false));
        }

        await db.SaveChangesAsync();
        return [.. HashesIn(place.Files)];
    }

    private static IEnumerable<string> HashesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f).Length == 64).Where(f =>
        {
            Assert.Equal(Path.GetFileName(f), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f))));
            return true;
        }).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToList();

    /// <summary>Every answer of the API about what is published.</summary>
    private static async Task<IReadOnlyList<(string Address, string Answer)>> PublicAsync(SiteRun site)
    {
        var answers = new List<(string, string)>();
        foreach (var address in (string[])["/api/v1/periods", $"/api/v1/periods/{SmallPeriod.Code}", $"/api/v1/periods/{SmallPeriod.Code}/publications/1", $"/api/v1/periods/{SmallPeriod.Code}/agencies/STC"])
            answers.Add((address, await site.Http.GetStringAsync(address)));
        using var ranking = JsonDocument.Parse(answers[2].Item2);
        Assert.NotEmpty(ranking.RootElement.EnumerateObject());
        return [.. answers.Select(a => (a.Item1, a.Item2.Replace(site.Address.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal)))];
    }

    /// <summary>Adds holidays from another connection until told to stop.</summary>
    private static async Task<int> WriteAsync(string database, CancellationToken stop)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        await connection.OpenAsync(CancellationToken.None);
        var written = 0;
        while (!stop.IsCancellationRequested)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO Holidays (Day, Name) VALUES ($day, 'thử')";
            command.Parameters.AddWithValue("$day", new DateOnly(2100, 1, 1).AddDays(written).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            written += await command.ExecuteNonQueryAsync(CancellationToken.None);
            await Task.Delay(5, CancellationToken.None);
        }

        return written;
    }
}
