using System.Buffers;
using System.Security.Cryptography;
using ITScoring.Web.Startup;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Integrations.Files;

/// <summary>
/// Files in a folder: <c>ab/abcdef…</c> by hash, <c>incoming</c> for those that are coming in, <c>quarantine</c> for infected
/// ones. All on one file system, so that a rename is all or nothing. Folders are made when they are first needed.
/// </summary>
public sealed class DiskFileStore(IOptions<FilesOptions> options, IHostEnvironment environment, TimeProvider clock) : IFileStore
{
    private const int BufferBytes = 64 * 1024;

    private readonly string _folder = Path.GetFullPath(options.Value.Folder, environment.ContentRootPath);

    /// <summary>Keeping and deleting the same content must not cross; both are quick.</summary>
    private readonly Lock _gate = new();

    private string Incoming => Path.Combine(_folder, "incoming");

    private string Quarantine => Path.Combine(_folder, "quarantine");

    public async Task<IncomingFile> ReceiveAsync(Stream content, long mostBytes, CancellationToken cancel)
    {
        var path = Path.Combine(Incoming, Guid.NewGuid().ToString("N"));
        var file = Write(() =>
        {
            Directory.CreateDirectory(Incoming);
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
        });
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        var received = false;
        try
        {
            await using (file)
            {
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                long size = 0;
                int read;
                while ((read = await content.ReadAsync(buffer.AsMemory(0, BufferBytes), cancel)) > 0)
                {
                    size += read;
                    if (size > mostBytes)
                        continue;
                    hash.AppendData(buffer, 0, read);
                    await WriteAsync(() => file.WriteAsync(buffer.AsMemory(0, read), cancel));
                }

                if (size > mostBytes)
                    return new IncomingFile(path, "", size, isTooLarge: true);
                Write(() =>
                {
                    file.Flush(flushToDisk: true);
                    return true;
                });
                received = true;
                return new IncomingFile(path, Convert.ToHexStringLower(hash.GetHashAndReset()), size, isTooLarge: false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (!received)
                IncomingFile.Discard(path);
        }
    }

    public Task KeepAsync(IncomingFile file, CancellationToken cancel)
    {
        var path = PathOf(file.Sha256);
        Write(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            lock (_gate)
            {
                File.SetLastWriteTimeUtc(file.TemporaryPath, clock.UtcNow());
                File.Move(file.TemporaryPath, path, overwrite: true);
            }

            return true;
        });
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancel)
    {
        try
        {
            // Deleting a file that somebody reads is allowed: the reader keeps it to its end.
            return Task.FromResult<Stream?>(new FileStream(
                PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task QuarantineAsync(string sha256, CancellationToken cancel)
    {
        var path = PathOf(sha256);
        lock (_gate)
        {
            if (File.Exists(path))
            {
                Directory.CreateDirectory(Quarantine);
                File.Move(path, Path.Combine(Quarantine, sha256), overwrite: true);
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> KeptBeforeAsync(DateTime before, CancellationToken cancel)
    {
        if (!Directory.Exists(_folder))
            return Task.FromResult<IReadOnlyList<string>>([]);
        return Task.FromResult<IReadOnlyList<string>>(
        [
            .. Directory.EnumerateDirectories(_folder).Where(d => Path.GetFileName(d).Length == 2)
                .SelectMany(Directory.EnumerateFiles).Where(f => File.GetLastWriteTimeUtc(f) < before).Select(f => Path.GetFileName(f)).Where(IsHash),
        ]);
    }

    public Task<bool> DeleteAsync(string sha256, DateTime keptBefore, CancellationToken cancel)
    {
        var path = PathOf(sha256);
        lock (_gate)
        {
            if (!File.Exists(path))
                return Task.FromResult(true);
            if (File.GetLastWriteTimeUtc(path) >= keptBefore)
                return Task.FromResult(false);
            File.Delete(path);
            return Task.FromResult(true);
        }
    }

    public Task ProbeAsync(CancellationToken cancel)
    {
        var path = Path.Combine(Incoming, Guid.NewGuid().ToString("N"));
        Write(() =>
        {
            Directory.CreateDirectory(Incoming);
            File.WriteAllBytes(path, [0]);
            File.Delete(path);
            return true;
        });
        return Task.CompletedTask;
    }

    public Task DeleteTemporaryAsync(DateTime before, CancellationToken cancel)
    {
        if (Directory.Exists(Incoming))
        {
            foreach (var file in Directory.EnumerateFiles(Incoming).Where(f => File.GetLastWriteTimeUtc(f) < before))
                IncomingFile.Discard(file);
        }

        return Task.CompletedTask;
    }

    private static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    private static T Write<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileStoreProblem.Of(e);
        }
    }

    private static async ValueTask WriteAsync(Func<ValueTask> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileStoreProblem.Of(e);
        }
    }

    /// <exception cref="ArgumentException">Not a hash: nothing else becomes part of a path.</exception>
    private string PathOf(string sha256) =>
        IsHash(sha256) ? Path.Combine(_folder, sha256[..2], sha256) : throw new ArgumentException("A file is found by its SHA-256 only.", nameof(sha256));
}
