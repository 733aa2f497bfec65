namespace ITScoring.Web.Reports.Documents;

/// <summary>One thing of a document, from top to bottom.</summary>
public abstract record DocumentBlock;
