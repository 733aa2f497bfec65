namespace ITScoring.Web.Tests.Portal;

/// <summary>The site before its first period: criteria set, agencies, holidays, and one account for every role and agency.</summary>
public sealed class EmptyPortal : PortalFactory
{
    protected override Task<string> TemplateAsync() => PortalTemplates.Empty;
}
