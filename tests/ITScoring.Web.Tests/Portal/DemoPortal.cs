namespace ITScoring.Web.Tests.Portal;

/// <summary>The site with the demonstration: the evaluation of 2018, published, and an open one with forms in every state.</summary>
public sealed class DemoPortal : PortalFactory
{
    /// <summary>The code of the period that stands open.</summary>
    public const string OpenPeriod = "2026";

    /// <summary>The code of the published period.</summary>
    public const string PublishedPeriod = "2018";

    protected override Task<string> TemplateAsync() => PortalTemplates.Demo;
}
