using System.Reflection;
using System.Text.RegularExpressions;
using ITScoring.Web.Features.Settings;
using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Features;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Conventions;

/// <summary>docs/operations.md against the program.</summary>
public sealed partial class OperationsTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(SourceFolder.Root, "docs", "operations.md"));

    [Fact]
    public void The_table_names_every_setting_once_and_says_rightly_which_stand_on_the_page()
    {
        var rows = Row().Matches(Text).Select(m => (Key: m.Groups[1].Value, OnPage: m.Groups[2].Value.Trim().StartsWith("yes", StringComparison.Ordinal))).ToList();
        Assert.True(rows.Count > 50, $"Only {rows.Count} settings were found in docs/operations.md.");
        Assert.Equal(rows.Count, rows.Select(r => r.Key).Distinct().Count());
        var known = SettingsTests.OptionsTypes.SelectMany(t =>
        {
            var section = t == typeof(DocumentOptions) ? "Portal:Documents" : (string)t.GetField("Section")!.GetValue(null)!;
            return t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p is { CanWrite: true } && p.PropertyType != typeof(DocumentOptions)).Select(p => $"{section}:{p.Name}");
        }).Union(SettingsCatalogue.Entries.Keys).Union(SettingsCatalogue.LeftToConfiguration.Keys).ToList();
        var missing = known.Except(rows.Select(r => r.Key)).ToList();
        Assert.True(missing.Count == 0, $"Put these into the table of docs/operations.md:\n- {string.Join("\n- ", missing)}");
        var foreign = rows.Select(r => r.Key).Except(known).ToList();
        Assert.True(foreign.Count == 0, $"docs/operations.md names settings that there are not:\n- {string.Join("\n- ", foreign)}");
        Assert.Equal(SettingsCatalogue.Entries.Keys.Order(), rows.Where(r => r.OnPage).Select(r => r.Key).Order());
    }

    [Fact]
    public void Every_options_class_is_looked_at()
    {
        var classes = typeof(PortalOptions).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true }).ToList();
        Assert.True(classes.Count > 10);
        Assert.Empty(classes.Except(SettingsTests.OptionsTypes).Select(t => t.Name));
    }

    [Fact]
    public void Files_that_it_names_are_there()
    {
        var named = Deployed().Matches(Text).Select(m => m.Value).Distinct().ToList();
        Assert.True(named.Count >= 4);
        Assert.All(named, f => Assert.True(File.Exists(Path.Combine(SourceFolder.Root, f)), f));
    }

    [GeneratedRegex(@"^\| `([A-Za-z]+(?::[A-Za-z]+)+)` \|([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"deploy/[A-Za-z@.\-]*[a-z]")]
    private static partial Regex Deployed();
}
