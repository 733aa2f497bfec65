using Microsoft.AspNetCore.Authorization;

namespace ITScoring.Web.Security;

/// <summary>The permission that a controller or action asks for. Every action has one or is open to everybody by name.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequirePermissionAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirementData
{
    public Permission Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new PermissionRequirement(Permission)];
}
