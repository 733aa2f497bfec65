using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Benchmarks.Scoring;

/// <summary>
/// As many agencies as wanted, made from the 21 of <c>vectors/qb-2018-cohort</c>: their numbers shifted a little from
/// agency to agency, always in the same way, so that ratios differ, fractions do not repeat and ties are rare.
/// </summary>
internal static class VariedCohort
{
    public static CriteriaSet Set { get; } = Good(CriteriaSetFile.Read(RepositoryFiles.Read("docs", "format", "qb-2018.json")));

    public static Cohort Original { get; } = Good(CohortFile.Read(Set, RepositoryFiles.Read("docs", "format", "vectors", "qb-2018-cohort", "cohort.json")));

    public static Cohort Of(int agencies) => new([.. Enumerable.Range(0, agencies).Select(AgencyAt)]);

    /// <summary>The answers of the agency at a place: those of an agency of the vector, varied from the second round on.</summary>
    public static Dictionary<string, AnswerValue> AnswersAt(int place)
    {
        var round = place / Original.Agencies.Count;
        var source = Original.Agencies[place % Original.Agencies.Count].Answers ?? Original.Agencies[0].Answers!;
        return source.ToDictionary(answer => answer.Key, answer => Varied(answer.Key, answer.Value, round));
    }

    private static CohortAgency AgencyAt(int place)
    {
        var source = Original.Agencies[place % Original.Agencies.Count];
        return source with
        {
            Code = $"{source.Code}{place}",
            Answers = source.Answers is null ? null : AnswersAt(place),
        };
    }

    private static AnswerValue Varied(string question, AnswerValue answer, int round)
    {
        if (round == 0 || answer is not NumberAnswer { Value: var number } || number.IsZero)
            return answer;
        // At most about a tenth more, whole numbers stay whole.
        var step = ((round * 7919) + (question[^1] * 31) + question[0]) % 101;
        return new NumberAnswer(number.IsInteger ? number + (long)((number.Numerator * step) / 1000) : number * Rational.Of(1000 + step, 1000));
    }

    private static T Good<T>(Parsed<T> parsed)
        where T : class =>
        parsed.Value ?? throw new InvalidDataException(parsed.Problems[0].Message);
}
