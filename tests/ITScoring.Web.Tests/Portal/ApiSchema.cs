using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ITScoring.Web.Tests.Portal;

/// <summary>
/// Holds answers against the schemas of an OpenAPI description (3.1): types, required and unknown properties, patterns and forms of days. Only what such a description
/// uses; a word it does not know is a finding too.
/// </summary>
internal sealed class ApiSchema(JsonElement document)
{
    private static readonly string[] Known = ["type", "properties", "required", "items", "pattern", "format", "description", "oneOf", "$ref"];

    /// <summary>What in an answer is not as the description says; empty: all is.</summary>
    /// <param name="path">As the description names it, with braces.</param>
    public IReadOnlyList<string> Problems(string path, int status, string mediaType, JsonElement answer) =>
        [.. Check(document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty(status.ToString(CultureInfo.InvariantCulture)).GetProperty("content").GetProperty(mediaType).GetProperty("schema"), answer, "$")];

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Check(Resolve(reference.GetString()!), value, at);
        if (schema.TryGetProperty("oneOf", out var choices))
            return choices.EnumerateArray().Count(c => !Check(c, value, at).Any()) == 1 ? [] : choices.EnumerateArray().SelectMany(c => Check(c, value, at));
        var unknown = schema.EnumerateObject().Select(p => p.Name).Except(Known).Select(p => $"{at}: the schema says “{p}”, which this check does not know").ToList();
        if (unknown.Count > 0)
            return unknown;
        if (!schema.TryGetProperty("type", out var type))
            return [$"{at}: the schema says no type"];
        string[] types = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : [type.GetString()!];
        var kind = Kind(value);
        if (!types.Contains(kind))
            return [$"{at}: {kind} where {string.Join(" or ", types)} is said"];
        return kind switch
        {
            "object" => Members(schema, value, at),
            "array" => value.EnumerateArray().SelectMany((item, i) => Check(schema.GetProperty("items"), item, $"{at}[{i}]")),
            "string" => Form(schema, value.GetString()!, at),
            _ => [],
        };
    }

    private IEnumerable<string> Members(JsonElement schema, JsonElement value, string at)
    {
        var properties = schema.GetProperty("properties");
        foreach (var name in schema.GetProperty("required").EnumerateArray().Select(r => r.GetString()!))
        {
            if (!value.TryGetProperty(name, out _))
                yield return $"{at}.{name} is missing";
        }

        foreach (var member in value.EnumerateObject())
        {
            if (!properties.TryGetProperty(member.Name, out var expected))
            {
                yield return $"{at}.{member.Name} is not in the schema";
                continue;
            }

            foreach (var problem in Check(expected, member.Value, $"{at}.{member.Name}"))
                yield return problem;
        }
    }

    private static IEnumerable<string> Form(JsonElement schema, string text, string at)
    {
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!))
            yield return $"{at}: “{text}” does not match {pattern}";
        var format = schema.TryGetProperty("format", out var said) ? said.GetString() : null;
        var fits = format switch
        {
            null => true,
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"),
            _ => false,
        };
        if (!fits)
            yield return $"{at}: “{text}” is not of format {format}";
    }

    private JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(document, (element, name) => element.GetProperty(name));

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        _ => "null",
    };
}
