using ITScoring.Domain.Publications.Packages;

namespace ITScoring.Domain.Publications;

/// <summary>A long document of a frozen record: asked for by somebody, written by a job, fetched later. Times are UTC.</summary>
public sealed class PreparedDocument : IVersioned
{
    /// <summary>After so many tries that ended in the middle it is given up.</summary>
    public const int MostAttempts = 3;

    private PreparedDocument()
    {
    }

    /// <param name="name">One of a kind for the record: the last part of its address, e.g. <c>report.pdf</c>.</param>
    public PreparedDocument(int recordId, string name, int by, DateTime now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (RecordId, Name) = (recordId, name);
        Ask(by, now);
    }

    public int Id { get; private set; }

    /// <summary>The <see cref="FrozenRecord"/> that it is written from.</summary>
    public int RecordId { get; private set; }

    public string Name { get; private set; } = "";

    public PreparedDocumentState State { get; private set; }

    /// <summary>Parts written.</summary>
    public int Done { get; private set; }

    /// <summary>Parts in all; 0: not known yet.</summary>
    public int Total { get; private set; }

    /// <summary>Tries since it was asked for.</summary>
    public int Attempts { get; private set; }

    public int AskedById { get; private set; }

    public DateTime AskedAt { get; private set; }

    /// <summary>Null unless <see cref="PreparedDocumentState.Ready"/>.</summary>
    public DateTime? ReadyAt { get; private set; }

    /// <summary>Null unless <see cref="PreparedDocumentState.Ready"/>.</summary>
    public byte[]? Content { get; private set; }

    public int Bytes { get; private set; }

    /// <summary>Of the content, lower-case hexadecimal; null unless <see cref="PreparedDocumentState.Ready"/>.</summary>
    public string? Sha256 { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whether a job has to do something.</summary>
    public bool IsPending => State is PreparedDocumentState.Waiting or PreparedDocumentState.Working;

    /// <summary>Asks for it, also once more when it is there or failed; false: it is being worked on already.</summary>
    public bool AskAgain(int by, DateTime now)
    {
        if (IsPending)
            return false;
        Ask(by, now);
        return true;
    }

    /// <summary>Starts a try; false: it was tried often enough, and has failed.</summary>
    public bool Begin()
    {
        if (!IsPending)
            throw new InvalidOperationException($"A document that is {State} is not written.");
        if (Attempts >= MostAttempts)
        {
            Fail();
            return false;
        }

        (State, Attempts, Done, Total) = (PreparedDocumentState.Working, Attempts + 1, 0, 0);
        return true;
    }

    public void Report(int done, int total)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(done, total);
        (Done, Total) = (done, total);
    }

    public void Finish(byte[] content, DateTime now)
    {
        ArgumentOutOfRangeException.ThrowIfZero(content.Length);
        (State, Content, Bytes, Sha256, ReadyAt, Done) = (PreparedDocumentState.Ready, content, content.Length, PackageHash.Of(content), now, Total);
    }

    public void Fail() => State = PreparedDocumentState.Failed;

    private void Ask(int by, DateTime now) =>
        (State, Done, Total, Attempts, AskedById, AskedAt, ReadyAt, Content, Bytes, Sha256) = (PreparedDocumentState.Waiting, 0, 0, 0, by, now, null, null, 0, null);
}
