using System.Globalization;
using ITScoring.Domain.Auditing;

namespace ITScoring.Web.Features.Audit;

/// <summary>The names of today for the numbers that audit rows hold.</summary>
/// <param name="People">Name and user name by account.</param>
public sealed record AuditNames(IReadOnlyDictionary<int, string> People, IReadOnlyList<AuditNames.Period> Periods, IReadOnlyDictionary<int, string> Agencies)
{
    /// <summary>What the row is about. Rows about accounts hold their number; older ones hold the user name, which is shown as it was written.</summary>
    public string Subject(AuditEntry row) =>
        row.Action.StartsWith("account.", StringComparison.Ordinal) && int.TryParse(row.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? People.GetValueOrDefault(id, $"tài khoản #{id}") : row.Subject;

    /// <param name="CriteriaSetVersionId">Null: not chosen yet.</param>
    public sealed record Period(int Id, string Code, string Title, int? CriteriaSetVersionId);
}
