namespace ITScoring.Web.Security;

/// <summary>A request that an open page sends by itself: it must not keep the session of somebody who has left alive.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IdleRequestAttribute : Attribute;
