namespace ITScoring.Domain.Scoring.Rules;

/// <summary>How the points of a criterion, or of a part of one, are worked out (section 5 of the format); one class per kind.</summary>
public abstract class Rule
{
    /// <summary>The kind's name in the file.</summary>
    public abstract string Kind { get; }

    /// <summary>Codes of the questions that it reads.</summary>
    public abstract IEnumerable<string> Questions { get; }
}
