namespace ITScoring.Domain.Files;

/// <summary>What a look at the digital signatures of a file came to.</summary>
public enum SignatureState
{
    /// <summary>The file carries none.</summary>
    None,

    /// <summary>Right for every byte of the file.</summary>
    Intact,

    /// <summary>The signed bytes are no longer those that were signed.</summary>
    Altered,

    /// <summary>Right for the file as it was then; something was added after it.</summary>
    AddedTo,

    /// <summary>There is one, and it cannot be read or checked.</summary>
    Unreadable,
}
