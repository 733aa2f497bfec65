using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ITScoring.Web.Features.Shared;

/// <summary>What a view tells the layout about itself: title, way, width, whether it shows problems.</summary>
public static class Breadcrumbs
{
    private const string CrumbsKey = "Crumbs";
    private const string ErrorsKey = "HasErrors";

    /// <summary>Sets the page's title and the way to it (without the start page, which the layout adds).</summary>
    public static void Page(this ViewDataDictionary view, string title, params Crumb[] way) =>
        (view["Title"], view[CrumbsKey]) = (title, way);

    public static IReadOnlyList<Crumb> CrumbsOf(ViewDataDictionary view) => view[CrumbsKey] as Crumb[] ?? [];

    /// <summary>The title then starts with "Lỗi:".</summary>
    public static void MarkErrors(this ViewDataDictionary view) => view[ErrorsKey] = true;

    public static bool HasErrors(ViewDataDictionary view) => view[ErrorsKey] is true || !view.ModelState.IsValid;
}
