namespace ITScoring.Domain.Periods;

/// <summary>The signed documents by which a period is made known.</summary>
public enum GuidanceDocumentKind
{
    /// <summary>Công văn triển khai.</summary>
    CallLetter,

    /// <summary>Quyết định by which the method was laid down.</summary>
    Decision,

    /// <summary>Phụ lục I: the questionnaire.</summary>
    FormAnnex,

    /// <summary>Phụ lục II: criteria and rules.</summary>
    RulesAnnex,
}
