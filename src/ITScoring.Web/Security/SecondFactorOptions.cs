using ITScoring.Domain.Accounts;

namespace ITScoring.Web.Security;

/// <summary>Who must sign in with two factors (section <c>SecondFactor</c>).</summary>
public sealed class SecondFactorOptions
{
    public const string Section = "SecondFactor";

    /// <summary>Roles by their names on screen; empty: everybody may, nobody must.</summary>
    public string[] RequiredRoles { get; set; } = [];

    /// <summary>Entries that name no role.</summary>
    public IEnumerable<string> Unknown() => RequiredRoles.Where(r => r.Length > 0 && RoleOf(r) is null);

    public bool Requires(Role role) => RequiredRoles.Any(r => RoleOf(r) == role);

    private static Role? RoleOf(string name)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            if (role.Name().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
                return role;
        }

        return null;
    }
}
