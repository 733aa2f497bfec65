namespace ITScoring.Domain.Agencies;

/// <summary>What was ordered, whatever it makes of which agencies.</summary>
/// <param name="On">First day on which the new order holds; what ends has ended the day before.</param>
/// <param name="Basis">The decision or letter, e.g. <c>Nghị quyết số 12/NQ-HĐND ngày 20/02/2025</c>.</param>
/// <param name="RuleReason">Why the figures of the years before are reckoned so.</param>
public sealed record RestructuringOrder(DateOnly On, string Basis, RestatementRule Rule, string RuleReason, int ById, DateTime At);
