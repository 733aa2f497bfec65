using System.Text.Encodings.Web;
using System.Text.Json;

namespace ITScoring.Domain.Scoring;

/// <summary>Writes results as JSON (section 7 of the format).</summary>
public static class ResultFile
{
    public const string Format = "itscoring/result/1";

    /// <summary>UTF-8, indented, the same bytes for the same result.</summary>
    public static byte[] Write(CohortResult result)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteStartObject("criteriaSet");
            json.WriteString("code", result.Set.Code);
            json.WriteNumber("version", result.Set.Version);
            json.WriteEndObject();
            json.WriteStartArray("agencies");
            foreach (var sheet in result.Sheets)
                Write(json, sheet);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ScoreSheet sheet)
    {
        json.WriteStartObject();
        json.WriteString("code", sheet.AgencyCode);
        json.WriteString("block", sheet.Block);
        json.WriteString("total", sheet.Total.ToString());
        json.WriteString("applicableMax", sheet.ApplicableMax.ToString());
        json.WriteString("rankingScore", sheet.RankingScore?.ToString());
        Rank(json, sheet.Rank);
        json.WriteString("class", sheet.Class);
        json.WriteStartArray("groups");
        foreach (var group in sheet.Groups)
        {
            json.WriteStartObject();
            json.WriteString("code", group.Code);
            json.WriteString("points", group.Points.ToString());
            json.WriteString("applicableMax", group.ApplicableMax.ToString());
            Rank(json, group.Rank);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("criteria");
        foreach (var criterion in sheet.Criteria)
        {
            json.WriteStartObject();
            json.WriteString("code", criterion.Code);
            json.WriteString("points", criterion.Points?.ToString());
            json.WriteString("max", criterion.Max.ToString());
            json.WriteBoolean("applicable", criterion.Applicable);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Rank(Utf8JsonWriter json, int? rank)
    {
        if (rank is { } place)
            json.WriteNumber("rank", place);
        else
            json.WriteNull("rank");
    }
}
