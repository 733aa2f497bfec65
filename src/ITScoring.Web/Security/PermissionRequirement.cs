using Microsoft.AspNetCore.Authorization;

namespace ITScoring.Web.Security;

/// <summary>That the account's role has a permission.</summary>
public sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;
