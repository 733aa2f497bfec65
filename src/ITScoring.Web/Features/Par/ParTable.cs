using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Rankings;

namespace ITScoring.Web.Features.Par;

/// <summary>Points for criterion 7.1.3 of every agency, from the record that was proposed, approved or published.</summary>
/// <param name="Rule">Null: M is not set yet, and nobody has points.</param>
public sealed record ParTable(Period Period, PublicRecord Record, string Sha256, string? DecisionNumber, DateOnly? DecisionDate, ParRule? Rule, IReadOnlyList<ParRow> Rows);
