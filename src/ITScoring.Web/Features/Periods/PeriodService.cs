using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Notices;
using ITScoring.Web.Features.Results;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Periods;

/// <summary>The manager's verbs on a period.</summary>
public sealed class PeriodService(AppDbContext db, CurrentUser user, AuditLog audit, CriteriaSetCache sets, ResultRecords records, ExplanationNotices notices, PeriodNotices opening, TimeProvider clock)
{
    /// <summary>The period with agencies, assignments and letters, tracked; null: there is none.</summary>
    public Task<Period?> FindAsync(string code, CancellationToken cancel = default) =>
        db.Periods.AsSplitQuery().Include(p => p.Agencies).Include(p => p.Assignments).Include(p => p.Conflicts).Include(p => p.Letters).Include(p => p.CriteriaSetVersion).FirstOrDefaultAsync(p => p.Code == code, cancel);

    /// <summary>Starts a period in preparation.</summary>
    /// <param name="code">Stands in addresses: lower-case letters, digits, hyphens.</param>
    public async Task<(Outcome Outcome, Period? Period)> CreateAsync(string code, int year, string title, bool isDemo = false, CancellationToken cancel = default)
    {
        if (await db.Periods.AnyAsync(p => p.Code == code, cancel))
            return (Outcome.InputAt("code", $"Đã có kỳ đánh giá mang mã “{code}”. Chọn mã khác."), null);
        var period = new Period(code, year, title);
        // Beside invented figures nothing is a real result: its files say so too.
        if (isDemo || await db.Periods.AnyAsync(p => p.IsDemo, cancel))
            period.MarkAsDemo();
        db.Periods.Add(period);
        audit.Record("period.create", code, null, title);
        await db.SaveChangesAsync(cancel);
        return (Outcome.Done, period);
    }

    public async Task<Outcome> PlanAsync(Period period, PeriodPlan plan, CancellationToken cancel = default)
    {
        if (await db.CriteriaSetVersions.FirstOrDefaultAsync(v => v.Id == plan.CriteriaSetVersionId && v.State == CriteriaSetState.InForce, cancel) is not { } set)
            return Outcome.InputAt("criteriaSet", "Chọn bộ tiêu chí đang có hiệu lực.");
        var before = period.DeadlineWording is null ? null : $"{period.Title}; {Window(period)}; {period.DeadlineWording}";
        var outcome = period.Plan(plan.Title, set, plan.DataFrom, plan.DataThrough, plan.Deadline, plan.DisclosesDeclaredFigures);
        if (outcome.Ok)
            outcome = period.PlanSteps(plan.ReturnDays, plan.ResponseDays, plan.PlannedResponseOn);
        if (!outcome.Ok)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        var blocks = await db.Blocks.AsNoTracking().ToDictionaryAsync(b => b.Id, cancel);
        var chosen = plan.Agencies.Select(a => a.AgencyId).ToList();
        var agencies = await db.Agencies.AsNoTracking().Where(a => chosen.Contains(a.Id)).ToListAsync(cancel);
        outcome = period.TakeIn([.. agencies.OrderBy(a => blocks[a.BlockId].Order).ThenBy(a => a.Order).Select((a, i) =>
        {
            var part = plan.Agencies.First(x => x.AgencyId == a.Id);
            return new PeriodAgency(a.Id, a.Code, a.Name, blocks[a.BlockId].Code, blocks[a.BlockId].Name, i, part.NotRankedReason is null, part.NotRankedReason);
        })]);
        if (!outcome.Ok)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        audit.Record("period.plan", period.Code, before, $"{period.Title}; {Window(period)}; {period.DeadlineWording}; {agencies.Count} cơ quan", null, period.Id);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    /// <summary>Opens the period; every agency gets its empty form.</summary>
    public async Task<Outcome> OpenAsync(Period period, DocumentReference? letter = null, CancellationToken cancel = default)
    {
        var outcome = period.Open(user.Actor, clock.UtcNow(), letter);
        if (!outcome.Ok)
            return outcome;
        foreach (var agency in period.Agencies)
            db.Submissions.Add(new Submission(period.Id, agency.AgencyId));
        await opening.OpenedAsync(period, cancel);
        return await SaveAsync(period, "period.open", PeriodState.Draft, null, cancel);
    }

    public async Task<Outcome> ExtendAsync(Period period, int agencyId, Deadline deadline, string? reason, DocumentReference? letter, CancellationToken cancel = default)
    {
        var submission = await db.Submissions.FirstOrDefaultAsync(s => s.PeriodId == period.Id && s.AgencyId == agencyId, cancel);
        var before = period.FindAgency(agencyId)?.ExtensionWording;
        var outcome = period.Extend(user.Actor, agencyId, deadline, reason ?? "", letter, submission);
        if (!outcome.Ok)
            return outcome;
        audit.Record("period.extend", period.FindAgency(agencyId)!.Code, before, deadline.Wording + (period.FindAgency(agencyId)!.ExtensionLetterInWords is { } by ? $"; {by}" : ""), reason, period.Id, agencyId);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    /// <summary>Replaces the imported earlier figures of the period; refused as a whole, with every unusable line named, when there is one.</summary>
    public async Task<Outcome> ImportPreviousAsync(Period period, IReadOnlyList<PreviousLine> lines, string? source, CancellationToken cancel = default)
    {
        if (user.Role != Role.PeriodManager)
            return Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được nhập số liệu kỳ trước.");
        if (period.State is not (PeriodState.Draft or PeriodState.Open))
            return Outcome.WrongState($"Không nhập số liệu kỳ trước khi kỳ đánh giá ở trạng thái “{period.State.Name()}”.");
        var problems = new List<OutcomeProblem>();
        if (string.IsNullOrWhiteSpace(source))
            problems.Add(new("Nhập nguồn của số liệu, ví dụ “Phiếu khảo sát năm 2017 (bản giấy)”.", "source"));
        if (period.CriteriaSetVersionId is null)
            problems.Add("Chọn bộ tiêu chí của kỳ trước khi nhập.");
        if (lines.Count == 0)
            problems.Add(new("Chưa có dòng số liệu nào.", "lines"));
        if (period.CriteriaSetVersionId is null)
            return Outcome.Input(problems);
        var set = await sets.GetAsync(period, cancel);
        var figures = new List<PreviousFigure>();
        var known = new HashSet<(int, string)>();
        foreach (var line in lines)
        {
            string? problem = null;
            if (line.Problem is not null)
                problem = line.Problem;
            else if (period.FindAgency(line.Agency) is not { } agency)
                problem = $"không có cơ quan mang mã “{line.Agency}” trong kỳ.";
            else if (set.FindQuestion(line.Question) is not { } question)
                problem = $"không có câu hỏi “{line.Question}” trong bộ tiêu chí.";
            else if (!known.Add((agency.AgencyId, question.Code)))
                problem = $"câu {question.Code} của {agency.Name} có hai lần.";
            else if (AnswerJson.Read(question, line.Json ?? "null") is var read && (!read.Ok || read.Value is null))
                problem = $"giá trị của câu {question.Code} không dùng được. {(read.Ok ? "Nhập một giá trị." : read.Problems[0].Message)}";
            else if (problems.Count == 0)
                figures.Add(new PreviousFigure(period.Id, agency.AgencyId, question.Code, read.Value!.ToJson(), source!.Trim()));
            if (problem is not null)
                problems.Add(new($"Dòng {line.Number}: {problem}", "lines"));
        }

        if (problems.Count > 0)
            return Outcome.Input(problems);
        db.PreviousFigures.RemoveRange(await db.PreviousFigures.Where(f => f.PeriodId == period.Id).ToListAsync(cancel));
        db.PreviousFigures.AddRange(figures);
        // Rules may read them: scores known so far are out of date.
        period.RaiseCohortVersion();
        audit.Record("period.import-previous", period.Code, null, $"{figures.Count} số liệu", source, period.Id);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    public async Task<Outcome> CloseAsync(Period period, DocumentReference? letter = null, CancellationToken cancel = default)
    {
        var outcome = period.CloseCollecting(user.Actor, clock.UtcNow(), letter);
        return outcome.Ok ? await SaveAsync(period, "period.close", PeriodState.Open, null, cancel) : outcome;
    }

    /// <summary>Sends the preliminary result and freezes its record in the same save.</summary>
    public async Task<Outcome> SendPreliminaryAsync(Period period, Deadline response, DocumentReference? letter = null, CancellationToken cancel = default)
    {
        var submissions = await db.Submissions.Where(s => s.PeriodId == period.Id).ToListAsync(cancel);
        var outcome = period.SendPreliminary(user.Actor, clock.UtcNow(), submissions, response, letter);
        if (!outcome.Ok)
            return outcome;
        db.FrozenRecords.Add(await records.BuildAsync(period, RecordStage.Preliminary, cancel));
        var sent = await db.FrozenRecords.CountAsync(r => r.PeriodId == period.Id && r.Stage == RecordStage.Preliminary, cancel);
        await notices.PreliminarySentAsync(period, submissions, sent + 1, cancel);
        return await SaveAsync(period, "period.send-preliminary", PeriodState.Reviewing, response.Wording, cancel);
    }

    /// <summary>Proposes the result to UBND tỉnh and freezes its record in the same save.</summary>
    public async Task<Outcome> ProposeAsync(Period period, DocumentReference? letter = null, CancellationToken cancel = default)
    {
        var ids = await db.Submissions.Where(s => s.PeriodId == period.Id).Select(s => s.Id).ToListAsync(cancel);
        var explanations = await db.Explanations.AsNoTracking().Where(e => ids.Contains(e.SubmissionId)).ToListAsync(cancel);
        // A refused verb should not cost a whole record.
        var record = period.State == PeriodState.Preliminary ? await records.BuildAsync(period, RecordStage.Proposal, cancel) : null;
        var outcome = period.Propose(user.Actor, clock.UtcNow(), explanations, record?.PublicSha256 ?? "", letter);
        if (!outcome.Ok)
            return outcome;
        db.FrozenRecords.Add(record!);
        return await SaveAsync(period, "period.propose", PeriodState.Preliminary, record!.PublicSha256, cancel);
    }

    private static string Window(Period period) => period is { DataFrom: { } from, DataThrough: { } through } ? $"số liệu {VietnamTime.Day(from)}–{VietnamTime.Day(through)}" : "chưa có cửa sổ số liệu";

    private async Task<Outcome> SaveAsync(Period period, string action, PeriodState before, string? reason, CancellationToken cancel)
    {
        audit.Record(action, period.Code, before.ToString(), period.State.ToString(), reason, period.Id);
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}
