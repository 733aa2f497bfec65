namespace ITScoring.Domain.CriteriaSets.Expressions;

/// <summary>A checked expression of section 3 of the format.</summary>
public sealed class Expression
{
    internal Expression(string source, IReadOnlyList<string> questions) => (Source, Questions) = (source, questions);

    /// <summary>As written in the file.</summary>
    public string Source { get; }

    /// <summary>Codes of the questions it names, each once, in the order of naming.</summary>
    public IReadOnlyList<string> Questions { get; }

    public override string ToString() => Source;
}
