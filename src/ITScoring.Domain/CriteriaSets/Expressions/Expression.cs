using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets.Expressions;

/// <summary>A checked expression of section 3 of the format.</summary>
public sealed class Expression
{
    internal Expression(string source, Node root, IReadOnlyList<string> questions, IReadOnlyList<string> read, IReadOnlyList<string> namedNow) =>
        (Source, Root, Questions, Read, NamedNow) = (source, root, questions, read, namedNow);

    /// <summary>As written in the file.</summary>
    public string Source { get; }

    public ExpressionType Type => Root.Type;

    /// <summary>Codes of the questions it names, each once, in the order of naming.</summary>
    public IReadOnlyList<string> Questions { get; }

    /// <summary>Those of them that it names outside <c>answered()</c>: a check waits for their answers.</summary>
    internal IReadOnlyList<string> Read { get; }

    /// <summary>Those of them whose answers of this period it looks at: all but the ones named only in <c>previous()</c>.</summary>
    internal IReadOnlyList<string> NamedNow { get; }

    internal Node Root { get; }

    /// <summary>All nodes; a long chain of operators is a deep tree, so they are found without recursion.</summary>
    internal IEnumerable<Node> Nodes
    {
        get
        {
            var open = new Stack<Node>([Root]);
            while (open.TryPop(out var node))
            {
                yield return node;
                foreach (var operand in node.Operands)
                    open.Push(operand);
            }
        }
    }

    /// <summary>Whether it compares with last period's value of a question.</summary>
    public bool ReadsPrevious(string questionCode) => Nodes.OfType<PreviousNumber>().Any(node => node.Question == questionCode);

    /// <summary>In Vietnamese words with question codes: <c>H04 ÷ (H02 + H03)</c>.</summary>
    public string InWords() => Root.Words();

    public override string ToString() => Source;

    /// <summary>The value of a number expression; false: undefined.</summary>
    internal bool TryNumber(Facts facts, out Rational number) => ((NumberNode)Root).TryNumber(facts, out number);

    /// <summary>The value of a condition.</summary>
    internal bool Holds(Facts facts) => ((BooleanNode)Root).Holds(facts);
}
