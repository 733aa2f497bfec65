using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Drafts;
using ITScoring.Domain.CriteriaSets.Examples;
using ITScoring.Domain.CriteriaSets.Workshop;

namespace ITScoring.Web.Features.CriteriaSets;

/// <summary>A stored version of a set, taken apart, with what is wrong with it and what its tests came to.</summary>
/// <param name="Version">Read only.</param>
/// <param name="Stamp">Rises with every change of a draft.</param>
public sealed record WorkedSet(CriteriaSetVersion Version, SetDocument Document, DraftReading Reading, int Stamp)
{
    private readonly Lazy<ExampleRun?> _run = new(() => Reading.Usable is { } set ? ExampleRun.Of(set) : null);
    private readonly Lazy<IReadOnlyList<SetProblem>> _problems = new(() => [.. Reading.Problems.Select(problem => SetProblem.Of(Document, problem))]);

    public bool IsDraft => Version.State.IsDraft();

    /// <summary>What of the set can be used; null: nothing.</summary>
    public CriteriaSet? Set => Reading.Usable;

    /// <summary>What the tests of the rules came to; null: nothing can be run yet.</summary>
    public ExampleRun? Run => _run.Value;

    public string Sha256 => CriteriaSetVersion.Hash(Document.Utf8);

    /// <summary>Each at its item.</summary>
    public IReadOnlyList<SetProblem> Problems => _problems.Value;

    public IReadOnlyList<SetProblem> ProblemsOf(SetItem item) => [.. Problems.Where(problem => problem.Item.Key == item.Key)];

    /// <summary>The criterion as it was read; null: something stands against it.</summary>
    public Criterion? CriterionOf(SetItem item) => CodeOf(item) is { } code ? Set?.FindCriterion(code) : null;

    public Question? QuestionOf(SetItem item) => CodeOf(item) is { } code ? Set?.FindQuestion(code) : null;

    public static string? CodeOf(SetItem item) => TextOf(item, "code");

    public static string? TextOf(SetItem item, string key) => item.Read()[key] is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
