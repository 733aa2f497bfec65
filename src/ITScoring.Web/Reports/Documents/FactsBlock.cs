namespace ITScoring.Web.Reports.Documents;

/// <summary>Names and what they are, side by side.</summary>
public sealed record FactsBlock(IReadOnlyList<(string Name, string Value)> Facts) : DocumentBlock;
