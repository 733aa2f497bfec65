namespace ITScoring.Web.Security;

/// <summary>In which membership the next cookie of this request lets the person work.</summary>
public sealed class WorkingAs
{
    /// <summary>In the account's own role.</summary>
    public const int Own = 0;

    /// <summary>Number of the membership, or <see cref="Own"/>; null: as the request's cookie says.</summary>
    public int? MembershipId { get; set; }
}
