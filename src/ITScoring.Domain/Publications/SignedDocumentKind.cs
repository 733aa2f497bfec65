namespace ITScoring.Domain.Publications;

/// <summary>The documents of the procedure that are signed outside the portal.</summary>
public enum SignedDocumentKind
{
    /// <summary>Quyết định phê duyệt, or the decision of a correction: the one kind that becomes public.</summary>
    Decision,

    Proposal,

    Report,

    /// <summary>Of a session of the council; names persons.</summary>
    Minutes,

    /// <summary>Thông báo, công văn of any step.</summary>
    Letter,
}
