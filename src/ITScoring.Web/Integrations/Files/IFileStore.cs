namespace ITScoring.Web.Integrations.Files;

/// <summary>
/// Where the bytes of files lie, each under the SHA-256 of its content. It knows neither names nor owners: those are
/// rows of the database, and a file without a row is served to nobody.
/// </summary>
public interface IFileStore
{
    /// <summary>
    /// Reads a stream to its end into a temporary file, hashing and counting on the way. A stream that is too long is read to its
    /// end all the same, so that what follows it can be read.
    /// </summary>
    /// <exception cref="FileStoreProblem">It cannot be written; the stream was not read to its end.</exception>
    Task<IncomingFile> ReceiveAsync(Stream content, long mostBytes, CancellationToken cancel);

    /// <summary>Puts the file under its hash, durably. One that is there already is replaced by itself.</summary>
    /// <exception cref="FileStoreProblem">It cannot be written.</exception>
    Task KeepAsync(IncomingFile file, CancellationToken cancel);

    /// <summary>The content, to be read from any place; null when there is none, or it is in quarantine.</summary>
    Task<Stream?> OpenAsync(string sha256, CancellationToken cancel);

    /// <summary>Takes a file out of reach; nothing happens when it is not there.</summary>
    Task QuarantineAsync(string sha256, CancellationToken cancel);

    /// <summary>Hashes of the files that were last kept before a time.</summary>
    Task<IReadOnlyList<string>> KeptBeforeAsync(DateTime before, CancellationToken cancel);

    /// <summary>Deletes a file unless it was kept again since.</summary>
    /// <returns>Whether it is gone.</returns>
    Task<bool> DeleteAsync(string sha256, DateTime keptBefore, CancellationToken cancel);

    /// <summary>Writes and takes away a byte where files come in.</summary>
    /// <exception cref="FileStoreProblem">It cannot be written.</exception>
    Task ProbeAsync(CancellationToken cancel);

    /// <summary>Deletes what broken uploads left behind before a time.</summary>
    Task DeleteTemporaryAsync(DateTime before, CancellationToken cancel);
}
