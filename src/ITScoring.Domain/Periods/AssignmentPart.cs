using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Periods;

/// <summary>The part of a form that is given to a reviewer.</summary>
/// <param name="Code">Of the group or criterion; empty for the whole form.</param>
public readonly record struct AssignmentPart(AssignmentScope Scope, string Code)
{
    public static readonly AssignmentPart WholeForm = new(AssignmentScope.Form, "");

    public static AssignmentPart Of(CriteriaGroup group) => new(AssignmentScope.Group, group.Code);

    public static AssignmentPart Of(Criterion criterion) => new(AssignmentScope.Criterion, criterion.Code);

    /// <summary>Whether a criterion belongs to the part.</summary>
    public bool Covers(CriteriaSet set, Criterion criterion) => Scope switch
    {
        AssignmentScope.Group => set.GroupOf(criterion).Code == Code,
        AssignmentScope.Criterion => criterion.Code == Code,
        _ => true,
    };

    /// <summary>As people read it: the whole form, Nhóm H, Tiêu chí H.2.</summary>
    public string Name => Scope switch
    {
        AssignmentScope.Group => $"Nhóm {Code}",
        AssignmentScope.Criterion => $"Tiêu chí {Code}",
        _ => "Cả phiếu",
    };
}
