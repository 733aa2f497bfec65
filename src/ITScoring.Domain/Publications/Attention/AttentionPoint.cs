using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.Publications.Attention;

/// <summary>One thing that deserves a second look.</summary>
/// <param name="Agencies">Whom it is about, in the order of the record; with <see cref="AttentionKind.CriterionMoved"/> those whose points moved.</param>
/// <param name="Criteria">Codes of the criteria it is about; empty: the whole result of the agency.</param>
/// <param name="Points">
/// <see cref="AttentionKind.LargeChange"/>, <see cref="AttentionKind.CriterionMoved"/>, <see cref="AttentionKind.MovedByOthers"/>: sum of the changes;
/// <see cref="AttentionKind.NearClass"/>: what is missing; <see cref="AttentionKind.Tie"/>: the ranking score; else null.
/// </param>
/// <param name="Places"><see cref="AttentionKind.RankShift"/>: places gained, negative when lost; <see cref="AttentionKind.Tie"/>: the rank; else null.</param>
/// <param name="Class"><see cref="AttentionKind.NearClass"/>: the class that was missed; else null.</param>
public sealed record AttentionPoint(AttentionKind Kind, IReadOnlyList<RecordAgency> Agencies, IReadOnlyList<string> Criteria, Points? Points = null, int? Places = null, string? Class = null);
