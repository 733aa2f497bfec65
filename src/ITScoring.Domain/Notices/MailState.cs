namespace ITScoring.Domain.Notices;

/// <summary>What became of a notice's mail.</summary>
public enum MailState
{
    /// <summary>Mail was off when the notice was written: it stands in the portal only.</summary>
    Off,

    /// <summary>To be sent, for the first time or again.</summary>
    Waiting,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>The account has no address, or is not used any more.</summary>
    NoAddress,

    /// <summary>Tried for the last time; the reason stands with it.</summary>
    GivenUp,
}
