namespace ITScoring.Domain.Publications;

/// <summary>How far a prepared document is.</summary>
public enum PreparedDocumentState
{
    /// <summary>Asked for; nobody works on it yet.</summary>
    Waiting,

    /// <summary>Being written, or left by a process that ended.</summary>
    Working,

    /// <summary>Can be fetched.</summary>
    Ready,

    /// <summary>Could not be written; it can be asked for again.</summary>
    Failed,
}
