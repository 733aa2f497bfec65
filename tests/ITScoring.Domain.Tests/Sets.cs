using System.Text;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Tests;

/// <summary>Short ways to a criteria set and a cohort; what does not read fails the test with its problems.</summary>
internal static class Sets
{
    public static CriteriaSet Read(ReadOnlySpan<byte> utf8) => Value(CriteriaSetFile.Read(utf8));

    public static Cohort ReadCohort(CriteriaSet set, ReadOnlySpan<byte> utf8) => Value(CohortFile.Read(set, utf8));

    public static CriteriaSet Default { get; } = Read(FormatFolder.Read("qb-2018.json"));

    /// <summary>A set with one score group; scale and group max follow from the criteria.</summary>
    /// <param name="questions">JSON objects without section and text, e.g. <c>"code": "A", "type": "integer"</c>.</param>
    /// <param name="criteria">Max and the rest of the JSON of each criterion, e.g. <c>(10, "\"rule\": {…}")</c>; they are called K.1, K.2…</param>
    public static string Json(IEnumerable<string> questions, IEnumerable<(decimal Max, string Body)> criteria, string checks = "")
    {
        var all = criteria.ToList();
        var sum = all.Sum(criterion => criterion.Max).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var listed = all.Select((criterion, i) =>
            $$"""{"code": "K.{{i + 1}}", "name": "Tiêu chí", "max": {{criterion.Max.ToString(System.Globalization.CultureInfo.InvariantCulture)}}, {{criterion.Body}}}""");
        return $$"""
            {"format": "itscoring/criteria-set/1", "code": "THU", "version": 1, "title": "Bộ thử", "scale": {{sum}},
             "sections": [{"code": "P", "name": "Phần"}],
             "questions": [{{string.Join(",\n", questions.Select(question => $$"""{"section": "P", "text": "Câu hỏi", {{question}}}"""))}}],
             "checks": [{{checks}}],
             "groups": [{"code": "K", "name": "Nhóm", "max": {{sum}}, "criteria": [{{string.Join(",\n", listed)}}]}],
             "classes": []}
            """;
    }

    public static CriteriaSet Of(IEnumerable<string> questions, params (decimal Max, string Body)[] criteria) =>
        Read(Encoding.UTF8.GetBytes(Json(questions, criteria)));

    /// <summary>One agency in block "Khối".</summary>
    public static CohortAgency Agency(CriteriaSet set, string code, string? answers, string? previous = null) =>
        ReadCohort(set, Encoding.UTF8.GetBytes($$"""
            {"format": "itscoring/cohort/1", "agencies": [{"code": "{{code}}", "block": "Khối", "answers": {{answers ?? "null"}}, "previous": {{previous ?? "null"}}}]}
            """)).Agencies[0];

    public static ScoreSheet Score(CriteriaSet set, string answers, string? previous = null) =>
        Scorer.Score(set, new Cohort([Agency(set, "X", answers, previous)])).Sheets[0];

    private static T Value<T>(Parsed<T> parsed)
        where T : class
    {
        Assert.True(parsed.Ok, string.Join("\n", parsed.Problems));
        return parsed.Value!;
    }
}
