using System.Globalization;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Web.Features.SetItems;

namespace ITScoring.Web.Features.CriteriaSets;

/// <summary>A problem of a draft at the field in which it is mended.</summary>
/// <param name="Field">Name of the field on the item's page; empty: the item as a whole.</param>
/// <param name="Words">Vietnamese.</param>
/// <param name="At">Place of the character at fault, from 0; null: the whole value.</param>
public sealed record SetProblem(SetItem Item, string Field, string Words, int? At)
{
    public static SetProblem Of(SetDocument document, Problem problem)
    {
        var (item, place) = document.Locate(problem.Pointer);
        if (problem.Missing is { } missing)
            place += "/" + missing;
        var field = FieldOf(item, place);
        var label = ItemLabels.Of(item.Kind, field);
        var words = problem.Missing is not null || problem.Message == $"“{place.Split('/')[^1]}” không được để trống."
            ? $"Chưa nhập “{label}”."
            : ProblemWords.Of(problem.Message, key => FieldNames.IsKnown(key) ? $"“{FieldNames.Of(item.Kind, key)}”" : null);
        return new SetProblem(item, field, words, problem.At);
    }

    /// <summary>Fields of the page are named by the pointer of their value; where one field holds several values it takes their problems.</summary>
    private static string FieldOf(SetItem item, string place)
    {
        var steps = place.Split('/');
        if (steps.Length < 2)
            return "";
        if (item.Kind == SetItemKind.Example)
        {
            if (steps is ["", "agencies", var index, "answers" or "previous", ..])
                return $"/agencies/{index}/{steps[3]}";
            if (steps is ["", "expected", var agency, ..])
                return $"/agencies/{Math.Max(0, IndexOf(item, agency)).ToString(CultureInfo.InvariantCulture)}/expected";
            if (place == "/expected")
                return "/agencies/0/expected";
        }

        if (item.Kind == SetItemKind.Criterion && steps is [.., "bands", _, "from" or "above"])
            return string.Join('/', steps[..^1]) + "/limit";
        if (item.Kind == SetItemKind.Check && steps is ["", "questions", ..])
            return "/questions";
        if (steps is [.., var list, var last] && last.All(char.IsAsciiDigit))
        {
            var first = list switch { "bands" => "limit", "cases" => "when", "of" => "kind", "classes" => "name", _ => "code" };
            return $"{place}/{first}";
        }

        return place == "/rule" ? "/rule/kind" : steps[^2] == "points" || FieldNames.IsKnown(steps[^1]) ? place : "";
    }

    private static int IndexOf(SetItem example, string agency)
    {
        var agencies = example.Read()["agencies"] as System.Text.Json.Nodes.JsonArray ?? [];
        for (var i = 0; i < agencies.Count; i++)
        {
            if (agencies[i]?["code"]?.ToString() == agency)
                return i;
        }

        return -1;
    }
}
