using System.Globalization;
using System.Text.Json.Nodes;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Web.Features.CriteriaSets;

namespace ITScoring.Web.Features.SetItems;

/// <summary>What a new item of a draft holds before anybody typed something: a code that is free, and what the format always wants.</summary>
internal static class NewItem
{
    public static JsonObject Of(SetItemKind kind, IReadOnlyList<SetItem> items, SetItem? group, SetItem? section)
    {
        var taken = items.Where(i => i.Kind == kind).Select(WorkedSet.CodeOf).OfType<string>().ToHashSet();
        return kind switch
        {
            SetItemKind.Section => new JsonObject { ["code"] = Free(taken, ""), ["name"] = "" },
            SetItemKind.Question => new JsonObject { ["code"] = Next(items, section!, taken), ["section"] = WorkedSet.CodeOf(section!) ?? "", ["text"] = "", ["type"] = "integer" },
            SetItemKind.Check => new JsonObject { ["code"] = Free(taken, "KT"), ["level"] = "error", ["assert"] = "", ["message"] = "" },
            SetItemKind.Group => new JsonObject { ["code"] = Free(taken, "N"), ["name"] = "", ["kind"] = "score", ["max"] = 0 },
            SetItemKind.Criterion => new JsonObject { ["code"] = Free(taken, $"{WorkedSet.CodeOf(group!) ?? "TC"}."), ["name"] = "", ["max"] = 0, ["rule"] = new JsonObject { ["kind"] = "ratio", ["value"] = "" } },
            _ => new JsonObject { ["code"] = Free(taken, "T"), ["name"] = "", ["agencies"] = new JsonArray(new JsonObject { ["code"] = "X", ["block"] = "A", ["answers"] = new JsonObject() }), ["expected"] = new JsonObject() },
        };
    }

    private static string Free(HashSet<string> taken, string stem)
    {
        for (var i = 1; ; i++)
        {
            var code = stem + i.ToString(CultureInfo.InvariantCulture);
            if (!taken.Contains(code))
                return code;
        }
    }

    /// <summary>The code after the last one of the section: after <c>H07</c> comes <c>H08</c>.</summary>
    private static string Next(IReadOnlyList<SetItem> items, SetItem section, HashSet<string> taken)
    {
        var last = items.Where(i => i.Kind == SetItemKind.Question && WorkedSet.TextOf(i, "section") == WorkedSet.CodeOf(section)).OrderBy(i => i.Order).Select(WorkedSet.CodeOf).LastOrDefault(code => code is not null);
        var stem = last?.TrimEnd("0123456789".ToCharArray()) is { Length: > 0 } letters ? letters : "C";
        var digits = last is null ? 2 : Math.Max(1, last.Length - stem.Length);
        var from = last is not null && int.TryParse(last[stem.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        for (var i = from + 1; ; i++)
        {
            var code = stem + i.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
            if (!taken.Contains(code))
                return code;
        }
    }
}
