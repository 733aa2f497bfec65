namespace ITScoring.Domain.Periods;

/// <summary>How much of an agency's form a reviewer verifies.</summary>
public enum AssignmentScope
{
    /// <summary>Cả phiếu.</summary>
    Form,

    /// <summary>One group of criteria.</summary>
    Group,

    /// <summary>One criterion.</summary>
    Criterion,
}
