using ITScoring.Web.Integrations.Files;

namespace ITScoring.Web.Tests.Files;

/// <summary>A store whose disk fails at every write, after it has taken some of the file.</summary>
internal sealed class BrokenStore(Exception failure) : IFileStore
{
    public async Task<IncomingFile> ReceiveAsync(Stream content, long mostBytes, CancellationToken cancel)
    {
        await content.ReadExactlyAsync(new byte[16], cancel);
        throw FileStoreProblem.Of(failure);
    }

    public Task KeepAsync(IncomingFile file, CancellationToken cancel) => throw FileStoreProblem.Of(failure);

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancel) => Task.FromResult<Stream?>(null);

    public Task QuarantineAsync(string sha256, CancellationToken cancel) => Task.CompletedTask;

    public Task<IReadOnlyList<string>> KeptBeforeAsync(DateTime before, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task<bool> DeleteAsync(string sha256, DateTime keptBefore, CancellationToken cancel) => Task.FromResult(false);

    public Task ProbeAsync(CancellationToken cancel) => throw FileStoreProblem.Of(failure);

    public Task DeleteTemporaryAsync(DateTime before, CancellationToken cancel) => Task.CompletedTask;
}
