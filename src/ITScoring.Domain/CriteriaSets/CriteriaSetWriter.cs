using System.Text.Encodings.Web;
using System.Text.Json;
using ITScoring.Domain.CriteriaSets.Examples;
using ITScoring.Domain.CriteriaSets.Expressions;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Scoring.Rules;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Writes a criteria set as a file.</summary>
internal sealed class CriteriaSetWriter(Utf8JsonWriter json)
{
    public static byte[] Write(CriteriaSet set, IReadOnlyList<Example> examples)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            new CriteriaSetWriter(json).WriteSet(set, examples);
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private void WriteSet(CriteriaSet set, IReadOnlyList<Example> examples)
    {
        json.WriteStartObject();
        json.WriteString("format", examples.Count == 0 ? CriteriaSetFile.Format : CriteriaSetFile.FormatWithExamples);
        json.WriteString("code", set.Code);
        json.WriteNumber("version", set.Version);
        json.WriteString("title", set.Title);
        Text("legalBasis", set.LegalBasis);
        Text("notes", set.Notes);
        Number("scale", set.Scale.ToRational());
        List("sections", set.Sections, section =>
        {
            json.WriteString("code", section.Code);
            json.WriteString("name", section.Name);
        });
        List("questions", set.Questions, Question);
        List("checks", set.Checks, Check);
        List("groups", set.Groups, Group);
        List("classes", set.Classes, level =>
        {
            json.WriteString("name", level.Name);
            Number("from", level.From);
        });
        if (examples.Count > 0)
            List("examples", examples, Example);
        json.WriteEndObject();
    }

    private void Question(Question question)
    {
        json.WriteString("code", question.Code);
        json.WriteString("section", question.Section);
        json.WriteString("text", question.Text);
        Text("help", question.Help);
        Text("unit", question.Unit);
        json.WriteString("type", question.Type.InFile());
        if (question.Type == QuestionType.Decimal)
            json.WriteNumber("digits", question.Digits);
        if (question.Options.Count > 0)
            List("options", question.Options, option =>
            {
                json.WriteString("code", option.Code);
                json.WriteString("text", option.Text);
            });
        if (question.Columns.Count > 0)
            List("columns", question.Columns, column =>
            {
                json.WriteString("code", column.Code);
                json.WriteString("text", column.Text);
                json.WriteString("type", column.Type.InFile());
                json.WriteBoolean("required", column.Required);
                json.WriteBoolean("unique", column.Unique);
            });
        Expression("min", question.Min);
        Expression("max", question.Max);
        if (question.MaxLength is { } length)
            json.WriteNumber("maxLength", length);
        if (!question.Required)
            json.WriteBoolean("required", false);
        Expression("askWhen", question.AskWhen);
        if (question.FilledBy != FilledBy.Agency)
            json.WriteString("filledBy", question.FilledBy.InFile());
        Text("system", question.System);
        if (question.Evidence != EvidenceNeed.None)
            json.WriteString("evidence", question.Evidence.InFile());
        if (question.CarryOver)
            json.WriteBoolean("carryOver", true);
        Text("reference", question.Reference);
    }

    private void Check(Check check)
    {
        json.WriteString("code", check.Code);
        json.WriteString("level", check.Level.InFile());
        Expression("assert", check.Assert);
        json.WriteString("message", check.Message);
        if (check.Questions.SequenceEqual(check.Assert.Questions))
            return;
        json.WriteStartArray("questions");
        foreach (var code in check.Questions)
            json.WriteStringValue(code);
        json.WriteEndArray();
    }

    private void Group(CriteriaGroup group)
    {
        json.WriteString("code", group.Code);
        json.WriteString("name", group.Name);
        json.WriteString("kind", group.Kind.InFile());
        if (group.Kind == GroupKind.Score)
            Number("max", group.Max.ToRational());
        Number("cap", group.Cap?.ToRational());
        Number("floor", group.Floor?.ToRational());
        List("criteria", group.Criteria, criterion =>
        {
            json.WriteString("code", criterion.Code);
            json.WriteString("name", criterion.Name);
            Number("max", criterion.Max.ToRational());
            json.WriteStartObject("rule");
            Rule(criterion.Rule);
            json.WriteEndObject();
            Expression("appliesWhen", criterion.AppliesWhen);
            Text("evidence", criterion.Evidence);
            Text("basis", criterion.Basis);
            Text("guidance", criterion.Guidance);
        });
    }

    private void Example(Example example)
    {
        json.WriteString("code", example.Code);
        json.WriteString("name", example.Name);
        json.WriteStartArray("agencies");
        foreach (var agency in example.Agencies)
            CohortFile.Write(json, agency);
        json.WriteEndArray();
        json.WriteStartObject("expected");
        foreach (var agency in example.Expected.GroupBy(expected => expected.Agency))
        {
            json.WriteStartObject(agency.Key);
            foreach (var expected in agency)
                json.WriteString(expected.Criterion, expected.Points?.ToString());
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Rule(Rule rule)
    {
        json.WriteString("kind", rule.Kind);
        switch (rule)
        {
            case RatioRule ratio:
                Expression("value", ratio.Value);
                break;
            case NormRule norm:
                Expression("value", norm.Value);
                Number("norm", norm.Norm);
                Number("floor", norm.Floor);
                break;
            case BestOfCohortRule best:
                Expression("value", best.Value);
                break;
            case BandsRule bands:
                Expression("value", bands.Value);
                List("bands", bands.Bands, band =>
                {
                    Number(band.Above ? "above" : "from", band.Limit);
                    Number("points", band.Points);
                });
                break;
            case YesNoRule yesNo:
                Expression("value", yesNo.Value);
                Number("points", yesNo.GivenPoints);
                break;
            case ChoiceRule choice:
                json.WriteString("question", choice.Question);
                OptionPoints(choice.Points);
                break;
            case ChecklistRule checklist:
                json.WriteString("question", checklist.Question);
                Number("each", checklist.Each);
                if (checklist.Points is not null)
                    OptionPoints(checklist.Points);
                break;
            case CountRule count:
                Expression("value", count.Value);
                Number("each", count.Each);
                break;
            case CasesRule cases:
                List("cases", cases.Cases, one =>
                {
                    Expression("when", one.When);
                    Number("points", one.Points);
                });
                break;
            case PointsRule points:
                Expression("value", points.Value);
                break;
            default:
                List("of", rule.Parts, part =>
                {
                    Number("max", part.Max);
                    Rule(part);
                });
                break;
        }
    }

    private void OptionPoints(IReadOnlyList<KeyValuePair<string, Rational>> points)
    {
        json.WriteStartObject("points");
        foreach (var (option, given) in points)
            Number(option, given);
        json.WriteEndObject();
    }

    private void List<T>(string key, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(key);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Text(string key, string? text)
    {
        if (text is not null)
            json.WriteString(key, text);
    }

    private void Expression(string key, Expression? expression) => Text(key, expression?.Source);

    private void Number(string key, Rational? number)
    {
        if (number is not { } value)
            return;
        json.WritePropertyName(key);
        json.WriteRawValue(value.ToDecimalString());
    }
}
