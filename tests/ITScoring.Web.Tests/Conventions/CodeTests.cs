using System.Text.RegularExpressions;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Conventions;

/// <summary>Rules of the house that no compiler keeps.</summary>
public sealed partial class CodeTests
{
    private const int MostLinesOfAController = 200;

    [Fact]
    public void Nobody_asks_the_machine_for_the_time()
    {
        var files = Sources.Files(Sources.Src, "*.cs", 300).Concat(Sources.Files(Sources.Src, "*.cshtml", 50))
            .Concat(Directory.EnumerateDirectories(Path.Combine(SourceFolder.Root, "tests"), "*.Tests").SelectMany(d => SourceFolder.Files(d, "*.cs"))).ToList();
        Assert.Contains(files, f => f.EndsWith("CodeTests.cs", StringComparison.Ordinal));
        Sources.Have(files, MachineTime(), "The time is given: take TimeProvider in services and views, SettableClock in tests, a parameter in the domain. Mend:");
    }

    [Fact]
    public void A_controller_is_short_and_stands_in_the_folder_of_its_name()
    {
        var files = Sources.Files(SourceFolder.Web, "*Controller.cs", 20);
        var wrong = new List<string>();
        foreach (var file in files)
        {
            var name = Path.GetFileName(file)[..^"Controller.cs".Length];
            if (Path.GetFileName(Path.GetDirectoryName(file)) != name || Path.GetDirectoryName(Path.GetDirectoryName(file)) != Sources.Features)
                wrong.Add($"{Sources.Name(file)} should be Features/{name}/{name}Controller.cs: the folder is the controller's name and the first place where one looks for it.");
            var lines = File.ReadLines(file).Count();
            if (lines >= MostLinesOfAController)
                wrong.Add($"{Sources.Name(file)} has {lines} lines; below {MostLinesOfAController} are allowed. Move what writes to a …Service, what reads to a …Query, or make two features of it.");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Only_what_knows_one_database_writes_SQL()
    {
        string[] allowed = ["src/ITScoring.Data/BrokenReferences.cs", "src/ITScoring.Data/DataServices.cs", "src/ITScoring.Data/Migrations/", "src/ITScoring.Data/Sqlite/", "src/ITScoring.Data/SqlServer/"];
        var files = Sources.Files(Sources.Src, "*.cs", 300);
        Assert.Contains(files, f => Sources.Name(f).StartsWith(allowed[3], StringComparison.Ordinal) && SqlText().IsMatch(File.ReadAllText(f)));
        Sources.Have(
            files.Where(f => !allowed.Any(a => Sources.Name(f).StartsWith(a, StringComparison.Ordinal))),
            SqlText(),
            "SQL that one database understands and the other does not may stand in src/ITScoring.Data/Sqlite, SqlServer, Migrations, DataServices.cs and BrokenReferences.cs only. Write a LINQ query, or move it there with its twin:");
    }

    [Fact]
    public void The_domain_depends_on_nothing()
    {
        var project = File.ReadAllText(Path.Combine(Sources.Src, "ITScoring.Domain", "ITScoring.Domain.csproj"));
        Assert.Contains("<Project", project);
        Assert.False(Reference().IsMatch(project), "ITScoring.Domain.csproj refers to a package or project. The rules know nothing but themselves: move what needs it to Data or Web.");
        Sources.Have(
            Sources.Files(Path.Combine(Sources.Src, "ITScoring.Domain"), "*.cs", 100),
            Outside(),
            "The domain has no I/O, no database, no web. Move this to Data or Web:");
    }

    [Fact]
    public void A_public_type_has_a_file_of_its_own_that_is_called_like_it()
    {
        var files = Sources.Files(Sources.Src, "*.cs", 300).Where(f => !Sources.Name(f).Contains("/Migrations/", StringComparison.Ordinal)).ToList();
        var wrong = new List<string>();
        foreach (var file in files)
        {
            // At the start of the line: nested types belong to their type.
            var types = PublicType().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).Distinct().ToList();
            if (types.Count > 1)
                wrong.Add($"{Sources.Name(file)} has {string.Join(" and ", types)}; give each a file.");
            else if (types.Count == 1 && types[0] != Path.GetFileNameWithoutExtension(file))
                wrong.Add($"{Sources.Name(file)} has {types[0]}; call the file like it.");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Namespaces_follow_the_folders_and_take_no_braces()
    {
        var wrong = new List<string>();
        foreach (var file in Sources.Files(Sources.Src, "*.cs", 300).Where(f => Path.GetFileName(f) is not "Program.cs" && !Sources.Name(f).Contains("/Migrations/", StringComparison.Ordinal)))
        {
            var expected = string.Join('.', Path.GetRelativePath(Sources.Src, Path.GetDirectoryName(file)!).Split(Path.DirectorySeparatorChar));
            if (Namespace().Match(File.ReadAllText(file)) is not { Success: true } match)
                wrong.Add($"{Sources.Name(file)} has no file-scoped namespace; write “namespace {expected};”.");
            else if (match.Groups[1].Value != expected)
                wrong.Add($"{Sources.Name(file)} is in {match.Groups[1].Value}; its folder says {expected}.");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b(?!\s*[""/(])")]
    private static partial Regex MachineTime();

    [GeneratedRegex(@"FromSql|ExecuteSql|SqlQuery|\.CommandText\b|migrationBuilder\.Sql|CreateCommand\(")]
    private static partial Regex SqlText();

    [GeneratedRegex("<(Package|Project|Framework)Reference")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^using (Microsoft|System\.(IO|Net|Data|Threading)\b)|\bFile\.(Read|Write|Open)|\bConsole\.|\bHttpClient\b")]
    private static partial Regex Outside();

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|partial|readonly|ref) )*(?:class|record struct|record|struct|interface|enum|delegate) (\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
