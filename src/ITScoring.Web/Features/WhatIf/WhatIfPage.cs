using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.WhatIf;

/// <summary>Tính thử: other figures beside the form, and what they would bring. Nothing of it is kept.</summary>
public sealed class WhatIfPage
{
    public required OwnForm Form { get; init; }

    public required WhatIfScope Scope { get; init; }

    public required IReadOnlyList<WhatIfField> Fields { get; init; }

    /// <summary>Whether figures were tried; false on the first look.</summary>
    public required bool IsTried { get; init; }

    /// <summary>The form as it stands.</summary>
    public required ScoreSheet Before { get; init; }

    /// <summary>With the figures tried.</summary>
    public required ScoreSheet After { get; init; }

    /// <summary>Criteria that the figures can move.</summary>
    public required IReadOnlyList<(Criterion Criterion, CriterionScore Before, CriterionScore After)> Criteria { get; init; }

    /// <summary>Whether scores see only this agency's own values; false from the preliminary result on.</summary>
    public required bool IsProvisional { get; init; }

    public string Path => $"{Form.Path}/what-if";

    public int Changed => Fields.Count(f => f.IsChanged);

    public int Refused => Fields.Count(f => f.Problem is not null);
}
