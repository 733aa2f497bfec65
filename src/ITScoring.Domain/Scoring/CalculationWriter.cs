using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Expressions;

namespace ITScoring.Domain.Scoring;

/// <summary>Turns the traced values of one criterion into the steps of its <see cref="Calculation"/>.</summary>
internal sealed class CalculationWriter(CriteriaSet set, Facts facts, Bests bests)
{
    private readonly List<CalculationStep> _steps = [];
    private readonly Dictionary<Node, string> _references = [];

    public CriteriaSet Set => set;

    public Facts Facts => facts;

    public Bests Bests => bests;

    public IReadOnlyList<CalculationStep> Steps => _steps;

    /// <summary>The best that the first best-of-cohort rule compared with.</summary>
    public CohortBest? Best { get; set; }

    /// <summary>Works out an expression step by step; answers how later formulas refer to its value and what the value was.</summary>
    public (string Reference, Traced Value) Expression(Expression expression)
    {
        Work(expression.Root);
        return (Reference(expression.Root), expression.Root.Value(facts));
    }

    /// <summary>Adds the step that gives the points of a rule.</summary>
    public Explained Step(string text, string formula, Rational points) => new(Add(text, formula, Traced.Of(points)), points);

    private string Add(string text, string formula, Traced value)
    {
        _steps.Add(new CalculationStep(text, formula, value.Exact, value.Display));
        return $"#{_steps.Count}";
    }

    private void Work(Node node)
    {
        foreach (var operand in node.Operands)
            Work(operand);
        if (!node.IsOperation || _references.ContainsKey(node))
            return;
        var text = node.StepWords([.. node.Operands.Select(Shown)]);
        _references[node] = Add(text, node.Join([.. node.Operands.Select(Reference)], inWords: false), node.Value(facts));
    }

    private string Reference(Node node) => node.IsOperation ? _references[node] : node.Leaf(inWords: false);

    private string Shown(Node node)
    {
        var shown = node.IsOperation ? node.Value(facts).Display : node.Shown(facts);
        return shown is ['-', ..] ? $"({shown})" : shown;
    }
}
