using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Attention;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Approvals;

/// <summary>The frozen result as leaders, managers and observers see it.</summary>
/// <param name="Dossier">Null: nothing was frozen yet.</param>
/// <param name="Mean">Of the ranking scores; null: nobody is ranked.</param>
/// <param name="MeanChange">To the result published before, by the same set; null: there is none.</param>
/// <param name="Attention">What deserves a second look.</param>
/// <param name="Groups">How points moved in each group, from self to verified and from verified to final.</param>
/// <param name="Criteria">The same for the criteria in which they moved most.</param>
public sealed record ApprovalPage(
    Period Period,
    ResultDossier? Dossier,
    Points? Mean,
    Points? Median,
    Points? MeanChange,
    IReadOnlyList<AttentionPoint> Attention,
    IReadOnlyList<(RecordGroup Group, StageMove Review, StageMove Explanations)> Groups,
    IReadOnlyList<(RecordCriterion Criterion, StageMove Review, StageMove Explanations)> Criteria)
{
    /// <summary>Hash of the public part that was frozen; carried in the form, so that exactly this is approved.</summary>
    public string Sha256 => Dossier?.Sha256 ?? "";

    /// <summary>Agencies by block and rank, with the totals of the three stages.</summary>
    public IEnumerable<(RecordAgency Agency, Points? Self, Points? Verified, Points? Final)> Rows =>
        from block in Dossier!.Record.Blocks
        from agency in Dossier.Ranking(block)
        let inside = Dossier.InsideOf(agency)
        select (agency, Parse(inside.SelfTotal), Parse(inside.VerifiedTotal), Parse(inside.FinalTotal));

    /// <summary>Agencies whose total is not what they reached by their own figures.</summary>
    public int Moved => Rows.Count(r => r.Self != r.Final);

    public IReadOnlyList<InternalExplanation> Explanations => [.. Dossier!.Inside.Agencies.SelectMany(a => a.Explanations)];

    private static Points? Parse(string? text) => text is null ? null : Points.Parse(text);
}
