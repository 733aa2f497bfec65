using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;

namespace ITScoring.Domain.Publications;

/// <summary>Đính chính: what a published result should have said. The manager prepares it with its record, the leader publishes that record; nothing published is altered.</summary>
public sealed class Correction : IVersioned
{
    private readonly List<CorrectionValue> _values = [];

    private Correction()
    {
    }

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    /// <summary>The publication that it puts right.</summary>
    public int ReplacesId { get; private set; }

    public int RecordId { get; private set; }

    /// <summary>The record that will be published.</summary>
    public FrozenRecord? Record { get; private set; }

    public string Reason { get; private set; } = "";

    public CorrectionState State { get; private set; }

    public int PreparedById { get; private set; }

    public DateTime PreparedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<CorrectionValue> Values => _values;

    /// <summary>What stands against values of one form, before anything is prepared.</summary>
    /// <param name="answers">All of the form.</param>
    public static Outcome Check(Actor manager, Period period, CriteriaSet set, IEnumerable<Answer> answers, IReadOnlyList<ValueAdjustment> values) =>
        VerbTable.Check(Verb.PrepareCorrection, manager.Role, period.State) is { Ok: false } refused
            ? refused
            : new ValueCheck(set, answers.ToDictionary(a => a.QuestionCode), AnswerStage.Final).Check(values);

    /// <param name="latest">The publication that stands now.</param>
    /// <param name="record">Frozen with the values put right.</param>
    public static (Outcome Outcome, Correction? Correction) Prepare(
        Actor manager, Period period, Publication latest, FrozenRecord record, IReadOnlyList<CorrectionValue> values, string? reason, DateTime now)
    {
        if (VerbTable.Check(Verb.PrepareCorrection, manager.Role, period.State) is { Ok: false } refused)
            return (refused, null);
        if (string.IsNullOrWhiteSpace(reason))
            return (Outcome.InputAt("reason", "Nhập lý do đính chính: lý do này được công bố cùng kết quả mới."), null);
        if (values.All(v => v.From == v.To))
            return (Outcome.Input("Chưa có giá trị nào khác với giá trị đã công bố."), null);
        var correction = new Correction
        {
            PeriodId = period.Id,
            ReplacesId = latest.Id,
            Record = record,
            Reason = reason.Trim(),
            PreparedById = manager.UserId,
            PreparedAt = now,
        };
        correction._values.AddRange(values.Where(v => v.From != v.To));
        return (Outcome.Done, correction);
    }

    public Outcome Withdraw(Actor manager, Period period, DateTime now)
    {
        if (VerbTable.Check(Verb.PrepareCorrection, manager.Role, period.State) is { Ok: false } refused)
            return refused;
        if (State != CorrectionState.Prepared)
            return Outcome.WrongState("Bản đính chính này đã được công bố hoặc đã rút.");
        (State, ClosedAt) = (CorrectionState.Withdrawn, now);
        return Outcome.Done;
    }

    /// <summary>Publishes the record that was prepared and sets the final values that it was made with.</summary>
    /// <param name="recordSha256">Hash of the record that the leader looked at.</param>
    /// <param name="latest">The publication that stands now.</param>
    /// <param name="answers">Those whose values are put right, tracked; by form and question.</param>
    public (Outcome Outcome, Publication? Publication) Publish(
        Actor leader, Period period, Publication latest, string recordSha256, DocumentReference decision, IReadOnlyDictionary<(int SubmissionId, string Question), Answer> answers, DateTime now)
    {
        if (VerbTable.Check(Verb.PublishCorrection, leader.Role, period.State) is { Ok: false } refused)
            return (refused, null);
        if (State != CorrectionState.Prepared)
            return (Outcome.WrongState("Bản đính chính này đã được công bố hoặc đã rút."), null);
        if (latest.Id != ReplacesId || Record!.PublicSha256 != recordSha256)
            return (Outcome.WrongState("Kết quả đang xem không phải bản đính chính đang chờ công bố. Tải lại trang."), null);
        if (string.IsNullOrWhiteSpace(decision.Number))
            return (Outcome.InputAt("number", "Nhập số quyết định đính chính."), null);
        if (decision.Date > Deadline.LocalDay(now))
            return (Outcome.InputAt("date", "Ngày quyết định không thể sau ngày hôm nay."), null);
        foreach (var value in _values)
            answers[(value.SubmissionId, value.QuestionCode)].Settle(value.To, Reason, leader, now);
        period.RaiseCohortVersion();
        (State, ClosedAt) = (CorrectionState.Published, now);
        return (Outcome.Done, new Publication(period.Id, latest.Number + 1, Record, now, decision.Number.Trim(), decision.Date, latest.Id, Reason));
    }
}
