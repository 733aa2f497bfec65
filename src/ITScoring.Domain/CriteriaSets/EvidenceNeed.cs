namespace ITScoring.Domain.CriteriaSets;

/// <summary>Whether a question asks for evidence; <see cref="Required"/> binds when the answer claims something.</summary>
public enum EvidenceNeed
{
    None,
    Optional,
    Required,
}
