using ITScoring.Domain.Periods;

namespace ITScoring.Web.Features.Progress;

/// <summary>One thing that waits, or a form that is done.</summary>
/// <param name="OnWhom">Names, or in words who it is; empty: nobody.</param>
/// <param name="Since">When it came to this step; null: not known.</param>
/// <param name="Days">Whole days since then; null: it does not wait.</param>
/// <param name="Detail">How far it is.</param>
/// <param name="Due">How it stands to its deadline; null: it has none.</param>
/// <param name="IsOverdue">Whether that deadline is past.</param>
/// <param name="Link">Where it can be looked at; null: nowhere yet.</param>
public sealed record ProgressRow(PeriodAgency Agency, ProgressStep Step, string OnWhom, DateTime? Since, int? Days, string Detail, string? Due = null, bool IsOverdue = false, string? Link = null);
