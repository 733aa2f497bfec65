using ITScoring.Domain.Accounts;
using Microsoft.AspNetCore.Identity;

namespace ITScoring.Data.Identity;

/// <summary>An account. It has exactly one role; it is suspended and at last anonymised, never deleted, since the history refers to it.</summary>
public sealed class AppUser : IdentityUser<int>
{
    /// <summary>Họ và tên.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Chức vụ, as on documents; null: not stated.</summary>
    public string? JobTitle { get; set; }

    public Role Role { get; set; }

    /// <summary>Home agency; null only for accounts that belong to none, such as the province's leaders.</summary>
    public int? AgencyId { get; set; }

    /// <summary>First instant (UTC) at which a deputy signs for the head.</summary>
    public DateTime? ActingFrom { get; set; }

    /// <summary>Last instant (UTC) of the same.</summary>
    public DateTime? ActingUntil { get; set; }

    /// <summary>When the account was suspended; null: it may sign in.</summary>
    public DateTime? SuspendedAt { get; set; }

    /// <summary>When the person's data was taken out of it for good; null: it was not.</summary>
    public DateTime? AnonymisedAt { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Whether the password was given by somebody else and must be changed at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The account as the domain's verbs see it.</summary>
    public Actor ToActor() => new(Id, Role, AgencyId, ActingFrom, ActingUntil);
}
