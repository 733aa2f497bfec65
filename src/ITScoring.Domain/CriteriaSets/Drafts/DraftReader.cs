using ITScoring.Domain.CriteriaSets.Json;

namespace ITScoring.Domain.CriteriaSets.Drafts;

/// <summary>Reads a set that is still being written: once for its problems, then again and again without the items at fault.</summary>
internal static class DraftReader
{
    // An item that needs one at fault falls in the next round; chains are short.
    private const int MostRounds = 12;

    public static DraftReading Read(ReadOnlySpan<byte> utf8)
    {
        var problems = new ProblemList();
        if (JsonFile.Read(utf8, problems) is not { } root || Fields.Of(root, "", problems) is null)
            return new DraftReading(problems.InOrder(), null);
        var whole = CriteriaSetReader.Read(root, maximaMayDiffer: false);
        return new DraftReading(whole.Problems, whole.Value ?? WithoutFaults(root, whole.Problems));
    }

    private static CriteriaSet? WithoutFaults(JsonItem root, IReadOnlyList<Problem> problems)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            foreach (var problem in problems)
                Mend(root, problem.Pointer.Split('/')[1..]);
            var read = CriteriaSetReader.Read(root, maximaMayDiffer: true);
            if (read.Ok)
                return read.Value;
            problems = read.Problems;
        }

        return null;
    }

    private static void Mend(JsonItem root, string[] steps)
    {
        switch (steps)
        {
            case []:
                MendHead(root);
                break;
            case ["sections", var index, "name", ..] when Item(root, "sections", index) is { } section:
                Put(section, "name", JsonKind.Text, "–");
                break;
            case ["sections" or "questions" or "checks" or "examples", var index, ..] when Item(root, steps[0], index) is { } item:
                root.Find(steps[0])!.Items.Remove(item);
                break;
            case ["groups", var index, "criteria", var place, ..] when Item(root, "groups", index) is { } group && Item(group, "criteria", place) is { } criterion:
                group.Find("criteria")!.Items.Remove(criterion);
                break;
            case ["groups", var index, ..] when Item(root, "groups", index) is { } group:
                MendGroup(root, group);
                break;
            case ["classes", ..]:
                Put(root, "classes", JsonKind.Array, null);
                break;
            default:
                root.Members.RemoveAll(member => member.Key == steps[0]);
                root.Forget();
                MendHead(root);
                break;
        }
    }

    private static void MendHead(JsonItem root)
    {
        Put(root, "format", JsonKind.Text, CriteriaSetFile.FormatWithExamples);
        if (root.TextOf("code") is not { } code || !CodeForms.IsSet(code))
            Put(root, "code", JsonKind.Text, "0");
        Put(root, "version", JsonKind.Number, "1");
        if (root.TextOf("title") is not { Length: > 0 })
            Put(root, "title", JsonKind.Text, "–");
        Put(root, "scale", JsonKind.Number, "1");
        foreach (var list in (ReadOnlySpan<string>)["sections", "questions", "checks", "groups", "classes", "examples"])
        {
            if (root.Find(list)?.Kind != JsonKind.Array)
                Put(root, list, JsonKind.Array, null);
        }
    }

    private static void MendGroup(JsonItem root, JsonItem group)
    {
        if (group.Kind != JsonKind.Object || group.Find("criteria")?.Kind != JsonKind.Array)
        {
            root.Find("groups")!.Items.Remove(group);
            return;
        }

        var isAdjustment = group.TextOf("kind") == "adjustment";
        Put(group, "code", JsonKind.Text, $"group-{root.Find("groups")!.Items.IndexOf(group)}");
        Put(group, "name", JsonKind.Text, "–");
        Put(group, "kind", JsonKind.Text, isAdjustment ? "adjustment" : "score");
        group.Members.RemoveAll(member => member.Key is not ("code" or "name" or "kind" or "criteria"));
        if (!isAdjustment)
            Put(group, "max", JsonKind.Number, "1");
    }

    /// <summary>The element that had that index in the file.</summary>
    private static JsonItem? Item(JsonItem holder, string list, string index) =>
        holder.Find(list)?.Items.FirstOrDefault(item => item.Pointer.EndsWith($"/{list}/{index}", StringComparison.Ordinal));

    private static void Put(JsonItem holder, string key, JsonKind kind, string? text)
    {
        var at = holder.Members.FindIndex(member => member.Key == key);
        var value = new JsonItem(holder, key, 0, kind, text, at < 0 ? holder.Offset : holder.Members[at].Value.Offset);
        holder.Members.RemoveAll(member => member.Key == key);
        holder.Members.Add((key, value));
        holder.Forget();
    }
}
