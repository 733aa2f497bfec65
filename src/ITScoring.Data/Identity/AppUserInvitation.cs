namespace ITScoring.Data.Identity;

/// <summary>Lời mời: a one-time code by which a person sets the password of the own account. Only its hash is kept; while its mail waits, also the code, sealed.</summary>
public sealed class AppUserInvitation
{
    private AppUserInvitation()
    {
    }

    /// <param name="codeHash">Lower-case hexadecimal SHA-256 of the code.</param>
    /// <param name="expiresAt">From this instant (UTC) on the code is worthless.</param>
    /// <param name="sealedCode">For the mail that is still to be sent; null: the code is handed over on paper.</param>
    public AppUserInvitation(AppUser user, string codeHash, DateTime invitedAt, DateTime expiresAt, int invitedById, string? sealedCode) =>
        (UserId, User, CodeHash, InvitedAt, ExpiresAt, InvitedById, SealedForMail) = (user.Id, user, codeHash, invitedAt, expiresAt, invitedById, sealedCode);

    public int Id { get; private set; }

    public int UserId { get; private set; }

    public AppUser? User { get; private set; }

    public string CodeHash { get; private set; } = "";

    public DateTime InvitedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public int InvitedById { get; private set; }

    /// <summary>When a password was set with it.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>When a later invitation took its place, or the account was suspended.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>The code for the mail, sealed by the site's keys; dropped as soon as it is sent, used or withdrawn.</summary>
    public string? SealedForMail { get; private set; }

    public bool IsOpen(DateTime now) => UsedAt is null && WithdrawnAt is null && now < ExpiresAt;

    public void Use(DateTime now) => (UsedAt, SealedForMail) = (now, null);

    public void Withdraw(DateTime now)
    {
        WithdrawnAt ??= now;
        SealedForMail = null;
    }

    /// <summary>The mail is out: the code is known to its reader only.</summary>
    public void DropCode() => SealedForMail = null;
}
