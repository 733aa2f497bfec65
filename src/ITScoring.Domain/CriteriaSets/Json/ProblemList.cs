namespace ITScoring.Domain.CriteriaSets.Json;

/// <summary>Collects every problem of a file and hands them out in the order of the file.</summary>
internal sealed class ProblemList
{
    private readonly List<(long Offset, Problem Problem)> _problems = [];

    public bool Any => _problems.Count > 0;

    public void Add(string message) => _problems.Add((0, new Problem("", "", message)));

    public void Add(JsonItem at, string item, string message) => _problems.Add((at.Offset, new Problem(at.Pointer, item, message)));

    public IReadOnlyList<Problem> InOrder() => [.. _problems.OrderBy(problem => problem.Offset).Select(problem => problem.Problem)];
}
