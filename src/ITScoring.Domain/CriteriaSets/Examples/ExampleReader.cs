using ITScoring.Domain.CriteriaSets.Json;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Examples;

/// <summary>Reads the examples of a set (format 2).</summary>
internal sealed class ExampleReader
{
    private const int MostDigits = 16;

    private readonly Fields _file;
    private readonly CohortAgencyReader _agencies;
    private readonly HashSet<string> _criteria;

    public ExampleReader(Fields file, IReadOnlyList<Question> questions, IReadOnlyList<CriteriaGroup> groups)
    {
        _file = file;
        var byCode = questions.DistinctBy(question => question.Code).ToDictionary(question => question.Code);
        _agencies = new CohortAgencyReader(file.Item, byCode.GetValueOrDefault);

        // Groups with a problem are missing in the list; their criteria are named all the same.
        _criteria = groups.SelectMany(group => group.Criteria).Select(criterion => criterion.Code)
            .Concat((file.Json.Find("groups")?.Items ?? []).SelectMany(group => group.Find("criteria")?.Items ?? []).Select(criterion => criterion.TextOf("code")).OfType<string>())
            .ToHashSet();
    }

    public List<Example> Read()
    {
        var examples = new List<Example>();
        var codes = new HashSet<string>();
        foreach (var json in _file.Array("examples"))
        {
            if (Fields.Of(json, json.TextOf("code") ?? _file.Item, _file.Problems) is not { } fields)
                continue;
            var code = fields.Code("code", CodeForms.IsPlain, CodeForms.PlainInWords);
            if (code is not null)
                fields.Once(codes, code, "kiểm thử");
            var name = fields.Text("name", required: true);
            var agencies = _agencies.Read(fields, fields.Item);
            if (agencies.Count == 0 && fields.Has("agencies"))
                fields.Problem(json.Find("agencies"), "Kiểm thử phải có ít nhất một cơ quan.");
            var expected = Expected(fields, agencies);
            fields.Done();
            examples.Add(new Example(code ?? "", name ?? "", agencies, expected));
        }

        return examples;
    }

    private List<ExpectedPoints> Expected(Fields example, List<CohortAgency> agencies)
    {
        var expected = new List<ExpectedPoints>();
        if (example.Take("expected", required: true) is not { } json || Fields.Of(json, example.Item, example.Problems) is not { } fields)
            return expected;
        fields.NoKeyTwice();
        foreach (var (agency, points) in json.Members)
        {
            if (!agencies.Exists(known => known.Code == agency))
                example.Problem(points, $"Kiểm thử không có cơ quan “{agency}”; hãy sửa mã hoặc thêm cơ quan.");
            if (Fields.Of(points, example.Item, example.Problems) is not { } of)
                continue;
            of.NoKeyTwice();
            foreach (var (criterion, value) in points.Members)
            {
                if (!_criteria.Contains(criterion))
                    example.Problem(value, $"Không có tiêu chí mã {criterion}; hãy sửa mã hoặc thêm tiêu chí.");
                else if (value.Kind == JsonKind.Null)
                    expected.Add(new ExpectedPoints(agency, criterion, null));
                else if (value.Kind == JsonKind.Text && PointsOf(value.Text) is { } wanted)
                    expected.Add(new ExpectedPoints(agency, criterion, wanted));
                else
                    example.Problem(value, $"Điểm mong đợi của {criterion} phải là chuỗi có đúng hai chữ số thập phân, ví dụ \"12.50\", hoặc null khi tiêu chí không áp dụng.");
            }
        }

        return expected;
    }

    private static Points? PointsOf(string text) =>
        text.Length <= MostDigits && Rational.TryParse(text, out var number) && number.ToPoints() is var points && points.ToString() == text ? points : null;
}
