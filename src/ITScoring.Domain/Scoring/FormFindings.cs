namespace ITScoring.Domain.Scoring;

/// <summary>What checking a form found, in the order of the set.</summary>
public sealed class FormFindings
{
    internal FormFindings(IReadOnlyList<Finding> all, IReadOnlySet<string> asked) => (All, Asked) = (all, asked);

    public IReadOnlyList<Finding> All { get; }

    /// <summary>Codes of the questions that are asked with these answers, of all fillers.</summary>
    public IReadOnlySet<string> Asked { get; }

    /// <summary>Codes of the questions that claim something without the evidence that they need.</summary>
    public IReadOnlySet<string> Unproved => All.Where(finding => finding.Kind == FindingKind.EvidenceMissing).SelectMany(finding => finding.Questions).ToHashSet();

    public IEnumerable<Finding> For(string questionCode) => All.Where(finding => finding.Questions.Contains(questionCode));
}
