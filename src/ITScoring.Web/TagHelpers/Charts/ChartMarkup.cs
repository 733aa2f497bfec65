using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ITScoring.Web.TagHelpers.Charts;

/// <summary>Elements of a chart. Looks come from the classes of the style sheet, places from attributes; all text is encoded when it is written.</summary>
internal static class ChartMarkup
{
    public static string Pixels(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Percent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    public static TagBuilder Element(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var element = new TagBuilder(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
                element.Attributes[attribute] = value;
        }

        return element;
    }

    public static TagBuilder Text(string text, string x, double y, string css)
    {
        var element = Element("text", ("x", x), ("y", Pixels(y)), ("class", css.Length == 0 ? null : css));
        element.InnerHtml.Append(text);
        return element;
    }

    public static TagBuilder WithText(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var element = Element(name, attributes);
        element.InnerHtml.Append(text);
        return element;
    }

    public static TagBuilder Add(this TagBuilder parent, TagBuilder child)
    {
        parent.InnerHtml.AppendHtml(child);
        return parent;
    }

    /// <summary>The shape by which a series is known without its colour: circle, square, diamond, triangle.</summary>
    public static TagBuilder Mark(int series, string x, double y, double left, string css) => (series % 4) switch
    {
        0 => Element("circle", ("cx", x), ("cy", Pixels(y)), ("r", "4"), ("class", css)),
        1 => Element("rect", ("x", Pixels(left - 4)), ("y", Pixels(y - 4)), ("width", "8"), ("height", "8"), ("class", css)),
        2 => Element("polygon", ("points", Points((left, y - 5.5), (left + 5.5, y), (left, y + 5.5), (left - 5.5, y))), ("class", css)),
        _ => Element("polygon", ("points", Points((left, y - 5.5), (left + 5, y + 4), (left - 5, y + 4))), ("class", css)),
    };

    public static string Points(params IEnumerable<(double X, double Y)> points) => string.Join(' ', points.Select(p => $"{Pixels(p.X)},{Pixels(p.Y)}"));
}
