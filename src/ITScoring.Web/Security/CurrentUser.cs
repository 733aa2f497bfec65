using System.Security.Claims;
using ITScoring.Domain.Accounts;

namespace ITScoring.Web.Security;

/// <summary>Who asks. Outside a request (commands, demonstration data) the actor is set by <see cref="ActAs"/>.</summary>
public sealed class CurrentUser(IHttpContextAccessor http)
{
    private (Actor Actor, string Name)? _actingAs;

    public bool IsSignedIn => _actingAs is not null || AccountClaims.ActorOf(Principal) is not null;

    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public Actor Actor => _actingAs?.Actor ?? AccountClaims.ActorOf(Principal) ?? throw new InvalidOperationException("Nobody is signed in.");

    public int UserId => Actor.UserId;

    public string DisplayName => _actingAs?.Name ?? AccountClaims.NameOf(Principal);

    public Role Role => Actor.Role;

    public int? AgencyId => Actor.AgencyId;

    public bool Can(Permission permission) => IsSignedIn && Permissions.Allows(Role, permission);

    /// <summary>Acts as somebody in a scope without a request.</summary>
    public void ActAs(Actor actor, string name)
    {
        if (http.HttpContext is not null)
            throw new InvalidOperationException("In a request the actor is whoever signed in.");
        _actingAs = (actor, name);
    }

    private ClaimsPrincipal Principal => http.HttpContext?.User ?? new ClaimsPrincipal();
}
