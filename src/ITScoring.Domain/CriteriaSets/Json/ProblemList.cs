namespace ITScoring.Domain.CriteriaSets.Json;

/// <summary>Collects every problem of a file and hands them out in the order of the file.</summary>
internal sealed class ProblemList
{
    private readonly List<(long Offset, Problem Problem)> _problems = [];

    public bool Any => _problems.Count > 0;

    public void Add(string message) => _problems.Add((0, new Problem("", "", message)));

    /// <param name="character">Place in the value's text, from 0; null: the whole value.</param>
    public void Add(JsonItem at, string item, string message, int? character = null, string? missing = null) =>
        _problems.Add((at.Offset, new Problem(at.Pointer, item, message, character, missing)));

    public IReadOnlyList<Problem> InOrder() => [.. _problems.OrderBy(problem => problem.Offset).Select(problem => problem.Problem)];
}
