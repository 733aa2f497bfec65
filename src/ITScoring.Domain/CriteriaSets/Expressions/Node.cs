using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Expressions;

/// <summary>A part of an expression. Leaves read literals and answers; operations work out something and are traced.</summary>
internal abstract class Node
{
    public abstract ExpressionType Type { get; }

    /// <summary>What an operation works with; empty for a leaf.</summary>
    public virtual IReadOnlyList<Node> Operands => [];

    public bool IsOperation => Operands.Count > 0;

    /// <summary>Place of an operation's value in <see cref="Facts.Trace"/>; -1: not traced.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>How tightly it binds, for parentheses: 0 or, 1 and, 2 not, 3 comparison, 4 sum, 5 product, 6 sign, 7 everything else.</summary>
    public virtual int Binding => 7;

    /// <summary>Vietnamese, with question codes.</summary>
    public virtual string Words() =>
        IsOperation ? Join([.. Operands.Select((operand, i) => Enclosed(operand, i))], inWords: true) : Leaf(inWords: true);

    /// <summary>An operation with the given texts for its operands, in Vietnamese or in the expression language.</summary>
    public virtual string Join(IReadOnlyList<string> operands, bool inWords) => throw new InvalidOperationException("A leaf has no operands.");

    /// <summary>A leaf, in Vietnamese or in the expression language.</summary>
    public virtual string Leaf(bool inWords) => throw new InvalidOperationException("An operation is no leaf.");

    /// <summary>A step that works it out, in Vietnamese, with the operands' values put in.</summary>
    public virtual string StepWords(IReadOnlyList<string> values) => $"{Words()} = {Join(values, inWords: true)}";

    /// <summary>Value of a leaf as on screen.</summary>
    public virtual string Shown(Facts facts) => Value(facts).Display;

    /// <summary>The traced value of an operation, or what a leaf reads now.</summary>
    public Traced Value(Facts facts) => Slot >= 0 && facts.Trace is { } trace ? trace[Slot] : Work(facts);

    protected abstract Traced Work(Facts facts);

    protected void Keep(Facts facts, Traced value)
    {
        if (Slot >= 0 && facts.Trace is { } trace)
            trace[Slot] = value;
    }

    private string Enclosed(Node operand, int place)
    {
        // The right side of - and ÷ needs them at equal binding too; functions separate their operands themselves.
        var needed = Binding < 7 && (operand.Binding < Binding || (operand.Binding == Binding && place > 0));
        return needed ? $"({operand.Words()})" : operand.Words();
    }
}
