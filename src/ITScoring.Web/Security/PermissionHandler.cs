using Microsoft.AspNetCore.Authorization;

namespace ITScoring.Web.Security;

/// <summary>Looks a requirement up in the table.</summary>
public sealed class PermissionHandler : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (AccountClaims.RoleOf(context.User) is { } role && Permissions.Allows(role, requirement.Permission))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
