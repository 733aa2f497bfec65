using System.Reflection;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;

namespace ITScoring.Web.Demo;

/// <summary>The invented cohort of the format's vectors, from which both demonstration periods are played.</summary>
public static class DemoCohort
{
    private const string Resource = "demo-cohort.json";

    public static Cohort Read(CriteriaSet set)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var cohort = CohortFile.Read(set, memory.ToArray());
        return cohort.Value ?? throw new InvalidDataException($"The demonstration cohort does not fit the criteria set: {cohort.Problems[0].Message}");
    }
}
