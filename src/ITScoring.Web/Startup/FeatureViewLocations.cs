using Microsoft.AspNetCore.Mvc.Razor;

namespace ITScoring.Web.Startup;

/// <summary>Views stand beside their controller: <c>/Features/{controller}/{view}.cshtml</c>, then <c>/Features/Shared/</c>.</summary>
public sealed class FeatureViewLocations : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context)
    {
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        ["/Features/{1}/{0}.cshtml", "/Features/Shared/{0}.cshtml"];
}
