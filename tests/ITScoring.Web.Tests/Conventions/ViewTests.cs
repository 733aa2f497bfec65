using System.Text.RegularExpressions;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Conventions;

/// <summary>Rules of the pages' sources. What reaches the browser is held against PageManners on every page that a test meets.</summary>
public sealed partial class ViewTests
{
    [Fact]
    public void No_view_writes_text_past_the_encoder() => Sources.Have(
        Views(),
        Raw(),
        "Text that people typed must be encoded. Write it with @, give markup a partial or a tag helper instead of:");

    [Fact]
    public void No_view_has_styles_scripts_or_handlers_of_its_own() => Sources.Have(
        Views(),
        Inline(),
        "The content security policy forbids what is inline. Use a class of wwwroot/css/site.css or a module of wwwroot/js instead of:");

    [Fact]
    public void No_view_loads_anything_from_elsewhere() => Sources.Have(
        Views().Concat(Sources.Files(Path.Combine(SourceFolder.Web, "wwwroot", "css"), "*.css", 2)),
        Foreign(),
        "Everything is served by the site itself. Add the file with scripts/vendor.sh instead of:");

    [Fact]
    public void A_view_belongs_to_a_controller_or_is_shared()
    {
        var wrong = new List<string>();
        foreach (var view in Views().Where(v => Path.GetDirectoryName(v) != Sources.Features))
        {
            var folder = Path.GetDirectoryName(view)!;
            var feature = Path.GetFileName(folder);
            if (Path.GetDirectoryName(folder) != Sources.Features)
                wrong.Add($"{Sources.Name(view)}: views stand in Features/<controller>/, no deeper.");
            else if (feature != "Shared" && !File.Exists(Path.Combine(folder, feature + "Controller.cs")))
                wrong.Add($"{Sources.Name(view)}: there is no {feature}Controller.cs beside it. Move the view to its controller's folder, or to Features/Shared when two or more use it.");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_view_is_used()
    {
        var code = Sources.Files(Sources.Features, "*.cs", 100).Select(File.ReadAllText).ToList();
        var markup = Views().Select(File.ReadAllText).ToList();
        var wrong = new List<string>();
        foreach (var view in Views().Where(v => !Path.GetFileName(v).StartsWith("_View", StringComparison.Ordinal)))
        {
            var name = Path.GetFileNameWithoutExtension(view);
            var used = name[0] == '_'
                ? markup.Any(m => m.Contains($"\"{name}\"", StringComparison.Ordinal) || m.Contains($"/{name}.cshtml", StringComparison.Ordinal))
                // By its name, or as the view of the action that is called like it.
                : code.Any(c => c.Contains($"\"{name}\"", StringComparison.Ordinal)) || Action(Path.GetDirectoryName(view)!, name);
            if (!used)
                wrong.Add($"{Sources.Name(view)} is used nowhere: delete it.");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static bool Action(string folder, string name) =>
        Directory.EnumerateFiles(folder, "*Controller.cs").Any(f => Regex.IsMatch(File.ReadAllText(f), $@"IActionResult>? {name}\("));

    private static IReadOnlyList<string> Views() => Sources.Files(Sources.Features, "*.cshtml", 50);

    [GeneratedRegex(@"Html\.Raw|HtmlString\(|@:.*<script|IHtmlContent")]
    private static partial Regex Raw();

    [GeneratedRegex(@"\sstyle\s*=|<style\b|<script\b(?![^>]*\bsrc=)|\son[a-z]+\s*=\s*[""']|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"(src|href)\s*=\s*[""'](https?:)?//|@import|url\(\s*[""']?(https?:)?//", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
