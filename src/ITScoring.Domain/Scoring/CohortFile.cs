using System.Text.Encodings.Web;
using System.Text.Json;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Json;

namespace ITScoring.Domain.Scoring;

/// <summary>Reads and writes cohorts as JSON (section 7 of the format).</summary>
public static class CohortFile
{
    public const string Format = "itscoring/cohort/1";

    /// <summary>The cohort, or every reason for which the file is refused; the item at fault is the agency.</summary>
    public static Parsed<Cohort> Read(CriteriaSet set, ReadOnlySpan<byte> utf8)
    {
        var problems = new ProblemList();
        if (JsonFile.Read(utf8, problems) is { } root && Fields.Of(root, "", problems) is { } file)
        {
            var agencies = Agencies(set, file);
            if (!problems.Any)
                return new Parsed<Cohort>(new Cohort(agencies));
        }

        return new Parsed<Cohort>(problems.InOrder());
    }

    /// <summary>The cohort as a file: UTF-8, agencies in order, answers by question code in ordinal order.</summary>
    public static byte[] Write(Cohort cohort)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteStartArray("agencies");
            foreach (var agency in cohort.Agencies)
                Write(json, agency);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>One agency with its answers, as in a cohort.</summary>
    internal static void Write(Utf8JsonWriter json, CohortAgency agency)
    {
        json.WriteStartObject();
        json.WriteString("code", agency.Code);
        if (agency.Name is not null)
            json.WriteString("name", agency.Name);
        json.WriteString("block", agency.Block);
        json.WriteBoolean("ranked", agency.Ranked);
        if (agency.Answers is not null)
            Write(json, "answers", agency.Answers);
        if (agency.Previous.Count > 0)
            Write(json, "previous", agency.Previous);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, IReadOnlyDictionary<string, AnswerValue> answers)
    {
        json.WriteStartObject(key);
        foreach (var (code, answer) in answers.OrderBy(answer => answer.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(code);
            json.WriteRawValue(answer.ToJson());
        }

        json.WriteEndObject();
    }

    private static List<CohortAgency> Agencies(CriteriaSet set, Fields file)
    {
        if (file.Text("format", required: true, mayBeEmpty: true) is { } format && format != Format)
            file.Problem(file.Json.Find("format"), $"“format” phải là “{Format}”, đang là “{format}”.");
        var agencies = new CohortAgencyReader(set.Code, set.FindQuestion).Read(file, item: null);
        file.Done();
        return agencies;
    }
}
