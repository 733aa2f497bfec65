using System.Text;
using System.Text.Json;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Submissions;

/// <summary>What an official submission hands in, as canonical JSON: declared answers, notes and evidence by question code in ordinal order; of a file its name, size and SHA-256.</summary>
public sealed record FormContent(string Json, string Sha256)
{
    public static FormContent Of(CriteriaSet set, string agencyCode, string periodCode, IEnumerable<Answer> answers, IReadOnlyCollection<Domain.Submissions.Evidence> evidence)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("agency", agencyCode);
            json.WriteStartObject("answers");
            foreach (var answer in answers.Where(a => a.DeclaredJson is not null || a.Note is not null).OrderBy(a => a.QuestionCode, StringComparer.Ordinal))
            {
                json.WriteStartObject(answer.QuestionCode);
                var proofs = evidence.Where(e => e.RemovedAt is null).OfQuestion(answer.QuestionCode);
                if (proofs.Count > 0)
                {
                    json.WriteStartArray("evidence");
                    foreach (var proof in proofs)
                        Write(json, proof);
                    json.WriteEndArray();
                }

                if (answer.Note is not null)
                    json.WriteString("note", answer.Note);
                json.WritePropertyName("value");
                json.WriteRawValue(answer.DeclaredJson ?? "null");
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteString("criteriaSet", set.Code);
            json.WriteNumber("criteriaSetVersion", set.Version);
            json.WriteString("period", periodCode);
            json.WriteEndObject();
        }

        var content = CanonicalJson.Of(Encoding.UTF8.GetString(stream.ToArray()));
        return new FormContent(content, CanonicalJson.Sha256(content));
    }

    /// <summary>Declared values by question code of a receipt's content; null: unanswered.</summary>
    public static Dictionary<string, string?> ValuesOf(string contentJson)
    {
        using var document = JsonDocument.Parse(contentJson);
        return document.RootElement.GetProperty("answers").EnumerateObject().ToDictionary(
            a => a.Name,
            a => a.Value.GetProperty("value") is { ValueKind: not JsonValueKind.Null } value ? value.GetRawText() : null);
    }

    /// <summary>Notes by question code of a receipt's content.</summary>
    public static Dictionary<string, string> NotesOf(string contentJson)
    {
        using var document = JsonDocument.Parse(contentJson);
        return document.RootElement.GetProperty("answers").EnumerateObject()
            .Where(a => a.Value.TryGetProperty("note", out _))
            .ToDictionary(a => a.Name, a => a.Value.GetProperty("note").GetString()!);
    }

    /// <summary>Evidence by question code of a receipt's content.</summary>
    public static Dictionary<string, List<HandedInDocument>> EvidenceOf(string contentJson)
    {
        using var document = JsonDocument.Parse(contentJson);
        return document.RootElement.GetProperty("answers").EnumerateObject()
            .Where(a => a.Value.TryGetProperty("evidence", out _))
            .ToDictionary(a => a.Name, a => a.Value.GetProperty("evidence").EnumerateArray().Select(DocumentOf).ToList());
    }

    private static void Write(Utf8JsonWriter json, Domain.Submissions.Evidence e)
    {
        if (e.Kind != EvidenceKind.File)
        {
            json.WriteStringValue(Describe(e));
            return;
        }

        json.WriteStartObject();
        json.WriteString("name", e.FileName);
        json.WriteString("sha256", e.File!.Sha256);
        json.WriteNumber("size", e.File.Size);
        if (e.Abstract is not null)
            json.WriteString("title", e.Abstract);
        json.WriteEndObject();
    }

    private static HandedInDocument DocumentOf(JsonElement e) => e.ValueKind == JsonValueKind.String
        ? new(e.GetString()!, null)
        : new($"{(e.TryGetProperty("title", out var title) ? title.GetString() + ": " : "")}{e.GetProperty("name").GetString()} ({Display.Size(e.GetProperty("size").GetInt64())})", e.GetProperty("sha256").GetString());

    private static string Describe(Domain.Submissions.Evidence e) =>
        e.Kind == EvidenceKind.Citation ? $"{e.Number} ngày {VietnamTime.Day(e.Date!.Value)}, {e.Issuer}: {e.Abstract}" : e.Abstract is null ? e.Url! : $"{e.Abstract}: {e.Url}";
}
