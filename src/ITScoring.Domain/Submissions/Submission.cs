using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Workflow;

namespace ITScoring.Domain.Submissions;

/// <summary>
/// Phiếu khảo sát: one agency's form in one period, and the only legal moves between its states. The form's head is
/// small; answers are rows of their own, so that two people in different fields never meet.
/// </summary>
public sealed class Submission
{
    private readonly List<SubmissionMove> _moves = [];
    private readonly List<SubmissionReceipt> _receipts = [];
    private readonly List<Return> _returns = [];
    private readonly List<SectionAssignment> _assignments = [];
    private readonly List<SectionDone> _sectionsDone = [];

    private Submission()
    {
    }

    public Submission(int periodId, int agencyId) => (PeriodId, AgencyId) = (periodId, agencyId);

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    public int AgencyId { get; private set; }

    public SubmissionState State { get; private set; }

    /// <summary>Where a form that awaits the sign-off came from, and goes back to.</summary>
    public SubmissionState PresentedFrom { get; private set; }

    /// <summary>Rises with every move and with the locking, and only then. Answer writes check it, so a save that races a submission fails.</summary>
    public int StateVersion { get; private set; }

    /// <summary>Number of official submissions so far.</summary>
    public int Revision { get; private set; }

    public DateTime? FirstSubmittedAt { get; private set; }

    public DateTime? LastSubmittedAt { get; private set; }

    public int? SignedById { get; private set; }

    /// <summary>Fixed at the first official submission: a, b or c.</summary>
    public string? TimelinessCode { get; private set; }

    public int? WorkingDaysLate { get; private set; }

    /// <summary>Set when the preliminary result went out before the form came in; nothing changes afterwards.</summary>
    public DateTime? LockedAt { get; private set; }

    /// <summary>Moves loaded or added in this unit of work.</summary>
    public IReadOnlyList<SubmissionMove> Moves => _moves;

    public IReadOnlyList<SubmissionReceipt> Receipts => _receipts;

    /// <summary>Rounds of returning; load them before a verb on a returned form.</summary>
    public IReadOnlyList<Return> Returns => _returns;

    /// <summary>The round that waits for the agency, if any.</summary>
    public Return? OpenReturn => _returns.LastOrDefault(r => r.AnsweredAt is null);

    /// <summary>Who was given which section; load them before a contributor answers.</summary>
    public IReadOnlyList<SectionAssignment> Assignments => _assignments;

    /// <summary>Sections that somebody declared done; load them before a verb on them.</summary>
    public IReadOnlyList<SectionDone> SectionsDone => _sectionsDone;

    public bool IsSubmitted => FirstSubmittedAt is not null;

    /// <summary>The timeliness as it stands: fixed at the first submission, else as if the form came in at <paramref name="now"/>; never when locked.</summary>
    public Timeliness TimelinessAt(DateTime now, Deadline deadline, WorkingDays calendar) =>
        TimelinessCode is { } code ? new Timeliness(code, WorkingDaysLate)
        : LockedAt is not null ? Timeliness.Never
        : Timeliness.Of(now, deadline, calendar);

    /// <summary>
    /// Whether a section is the actor's to answer: the editor's always; a contributor's when it was given to that contributor, or to nobody.
    /// </summary>
    public bool IsOwnSection(Actor actor, string sectionCode) =>
        actor.Role != Role.Contributor || _assignments.All(a => a.SectionCode != sectionCode) || _assignments.Any(a => a.SectionCode == sectionCode && a.ContributorId == actor.UserId);

    /// <summary>Whether the actor may change the answer to (or evidence of) a question now. Needs <see cref="Returns"/> when returned and <see cref="Assignments"/> for a contributor.</summary>
    public Outcome MayAnswer(Period period, Actor actor, Question question)
    {
        if (Check(Verb.Answer, period, actor) is { Ok: false } refused)
            return refused;
        if (question.FilledBy != FilledBy.Agency)
            return Outcome.NotAllowed($"Câu {question.Code} do cơ quan thẩm tra hoặc hệ thống điền.");
        if (!IsOwnSection(actor, question.Section))
            return Outcome.NotAllowed($"Câu {question.Code}: phần {question.Section} đã được giao cho người khác. Nếu cần sửa, đề nghị đầu mối CNTT của cơ quan giao phần này cho anh/chị.");
        if (State == SubmissionState.Returned && OpenReturn?.Reopens(question) != true)
            return Outcome.WrongState($"Câu {question.Code} không nằm trong các mục được trả lại nên không sửa được.");
        return Outcome.Done;
    }

    /// <summary>Stores a declared value and note; incomplete and out-of-bounds values are kept, only their shape was checked before.</summary>
    /// <param name="json">Canonical JSON of the value; null: unanswered.</param>
    /// <param name="takenOver">The value is last period's, taken over as it was.</param>
    public Outcome Declare(Period period, Actor actor, Question question, Answer answer, string? json, string? note, DateTime now, bool takenOver = false)
    {
        if (MayAnswer(period, actor, question) is { Ok: false } refused)
            return refused;
        answer.Declare(json, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), actor, now, takenOver);
        return Outcome.Done;
    }

    /// <summary>Gives a section to contributors, in place of those who had it; to nobody: every contributor of the agency may answer it again.</summary>
    /// <param name="contributors">Accounts of the agency of role contributor.</param>
    /// <param name="dueOn">Their last day in Vietnam; null: the agency's own deadline counts.</param>
    /// <param name="word">What the editor asks for.</param>
    public Outcome ShareOut(Period period, Actor editor, Section section, IReadOnlyCollection<Actor> contributors, DateOnly? dueOn, string? word, DateTime now)
    {
        if (Check(Verb.Answer, period, editor) is { Ok: false } refused)
            return refused;
        if (editor.Role != Role.Editor)
            return Outcome.NotAllowed("Chỉ đầu mối CNTT được giao các phần của phiếu.");
        if (contributors.Any(c => c.Role != Role.Contributor || c.AgencyId != AgencyId))
            return Outcome.InputAt("contributors", $"Phần {section.Code}: chỉ giao được cho người nhập liệu của cơ quan.");
        word = string.IsNullOrWhiteSpace(word) ? null : word.Trim();
        if (contributors.Count == 0 && (dueOn is not null || word is not null))
            return Outcome.InputAt("contributors", $"Phần {section.Code}: chọn người được giao, hoặc bỏ hạn và lời dặn.");
        var given = _assignments.Where(a => a.SectionCode == section.Code).ToList();
        if (CheckDue(period, section, given, dueOn, now) is { Ok: false } wrong)
            return wrong;
        _assignments.RemoveAll(a => a.SectionCode == section.Code && contributors.All(c => c.UserId != a.ContributorId));
        foreach (var contributor in contributors)
        {
            var assignment = given.Find(a => a.ContributorId == contributor.UserId);
            if (assignment is null)
            {
                assignment = new SectionAssignment(section.Code, contributor.UserId);
                _assignments.Add(assignment);
            }

            assignment.Give(dueOn, word, editor.UserId, now);
        }

        return Outcome.Done;
    }

    /// <summary>Đã xong: a person's word that a section is done; every question that must be answered is. It falls back by itself when the section changes.</summary>
    /// <param name="unanswered">Number of questions of the section that the agency has yet to answer.</param>
    /// <param name="contentSha256"><see cref="SectionContent"/> of the section as the person saw it.</param>
    public Outcome DeclareDone(Period period, Actor actor, Section section, int unanswered, string contentSha256, DateTime now)
    {
        if (CheckOwnSection(period, actor, section) is { Ok: false } refused)
            return refused;
        if (unanswered > 0)
            return Outcome.Input($"Phần {section.Code} còn {unanswered} câu chưa trả lời nên chưa đánh dấu xong được.");
        var done = _sectionsDone.Find(d => d.SectionCode == section.Code);
        if (done is null)
        {
            done = new SectionDone(section.Code);
            _sectionsDone.Add(done);
        }

        done.Declare(contentSha256, actor.UserId, now);
        return Outcome.Done;
    }

    /// <summary>Takes back that a section is done.</summary>
    public Outcome WithdrawDone(Period period, Actor actor, Section section)
    {
        if (CheckOwnSection(period, actor, section) is { Ok: false } refused)
            return refused;
        return _sectionsDone.RemoveAll(d => d.SectionCode == section.Code) > 0
            ? Outcome.Done
            : Outcome.WrongState($"Phần {section.Code} chưa được đánh dấu xong.");
    }

    /// <summary>Puts the form before the head: nothing that blocks is left, and every warning has a note.</summary>
    /// <param name="findings">Of all declared answers.</param>
    /// <param name="notedFindings">Codes of the warnings that have a note.</param>
    public Outcome Present(Period period, Actor editor, FormFindings findings, IReadOnlySet<string> notedFindings, DateTime now)
    {
        if (Check(Verb.Present, period, editor) is { Ok: false } refused)
            return refused;
        if (BlockedBy(findings, notedFindings) is { Ok: false } blocked)
            return blocked;
        PresentedFrom = State;
        return MoveTo(SubmissionState.AwaitingSignOff, Verb.Present, editor, null, now);
    }

    public Outcome Recall(Period period, Actor editor, DateTime now) =>
        Check(Verb.Recall, period, editor) is { Ok: false } refused ? refused : MoveTo(PresentedFrom, Verb.Recall, editor, null, now);

    public Outcome SendBack(Period period, Actor head, string? reason, DateTime now)
    {
        if (CheckSigner(Verb.SendBack, period, head, now) is { Ok: false } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.InputAt("reason", "Nhập lý do chuyển lại cho đầu mối.");
        return MoveTo(PresentedFrom, Verb.SendBack, head, reason.Trim(), now);
    }

    /// <summary>The head's official submission; the first one fixes lateness, each leaves a receipt.</summary>
    /// <param name="findings">Of all declared answers, worked out anew.</param>
    /// <param name="contentJson">Canonical JSON of what is handed in.</param>
    /// <param name="contentSha256">Its SHA-256.</param>
    public Outcome Submit(
        Period period, Actor head, FormFindings findings, IReadOnlySet<string> notedFindings, WorkingDays calendar, string contentJson, string contentSha256, DateTime now)
    {
        if (CheckSigner(Verb.Submit, period, head, now) is { Ok: false } refused)
            return refused;
        if (BlockedBy(findings, notedFindings) is { Ok: false } blocked)
            return blocked;
        Revision++;
        if (FirstSubmittedAt is null)
        {
            FirstSubmittedAt = now;
            var timeliness = Timeliness.Of(now, period.DeadlineOf(period.FindAgency(AgencyId)!), calendar);
            (TimelinessCode, WorkingDaysLate) = (timeliness.Code, timeliness.WorkingDaysLate);
        }

        (LastSubmittedAt, SignedById) = (now, head.UserId);
        OpenReturn?.MarkAnswered(now);
        _receipts.Add(new SubmissionReceipt(Revision, now, head.UserId, contentJson, contentSha256));
        return MoveTo(SubmissionState.Submitted, Verb.Submit, head, null, now);
    }

    /// <summary>Sends named questions back to the agency with a reason each and one deadline.</summary>
    /// <param name="letter">The official letter that goes with it.</param>
    public Outcome Return(Period period, Actor reviewer, CriteriaSet set, IReadOnlyList<ReturnItem> items, Deadline deadline, DateTime now, DocumentReference? letter = null)
    {
        if (CheckReviewer(Verb.Return, period, reviewer) is { Ok: false } refused)
            return refused;
        var problems = new List<OutcomeProblem>();
        if (items.Count == 0)
            problems.Add("Chọn ít nhất một câu hỏi để trả lại.");
        foreach (var item in items)
        {
            if (set.FindQuestion(item.QuestionCode) is not { FilledBy: FilledBy.Agency })
                problems.Add($"Câu {item.QuestionCode} không phải câu do cơ quan trả lời.");
            else if (string.IsNullOrWhiteSpace(item.Reason))
                problems.Add(new($"Nhập lý do trả lại câu {item.QuestionCode}.", item.QuestionCode));
        }

        problems.AddRange(items.GroupBy(i => i.QuestionCode).Where(g => g.Count() > 1).Select(g => new OutcomeProblem($"Câu {g.Key} có hai lần trong các mục trả lại.")));
        if (deadline.IsPast(now))
            problems.Add(new("Hạn bổ sung phải từ hôm nay trở đi.", "deadline"));
        if (problems.Count > 0)
            return Outcome.Input(problems);
        _returns.Add(new Return(items, deadline, letter, Revision, reviewer.UserId, now));
        return MoveTo(SubmissionState.Returned, Verb.Return, reviewer, null, now);
    }

    /// <summary>Ends the verification; every applicable criterion has a standing verdict.</summary>
    /// <param name="undecided">Codes of applicable criteria without a standing verdict.</param>
    /// <param name="awaitingSecond">Codes of applicable criteria of the sample that have still to be judged a second time.</param>
    public Outcome Finish(Period period, Actor reviewer, IReadOnlyList<string> undecided, DateTime now, IReadOnlyList<string>? awaitingSecond = null)
    {
        if (CheckReviewer(Verb.Finish, period, reviewer) is { Ok: false } refused)
            return refused;
        if (undecided.Count > 0)
            return Outcome.Input($"Còn {undecided.Count} tiêu chí chưa có kết luận hoặc cần xem lại: {string.Join(", ", undecided)}.");
        // Whoever judges first is not to know which of his criteria are judged twice, and nothing at all before he has judged them.
        if (awaitingSecond is { Count: > 0 })
            return Outcome.Input($"Còn {awaitingSecond.Count} tiêu chí chờ thẩm tra lần hai. Người quản lý kỳ đánh giá biết đó là tiêu chí nào.");
        return MoveTo(SubmissionState.Verified, Verb.Finish, reviewer, null, now);
    }

    public Outcome Reopen(Period period, Actor manager, string? reason, DateTime now)
    {
        if (VerbTable.Check(Verb.Reopen, manager.Role, period.State, State) is { Ok: false } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.InputAt("reason", "Nhập lý do mở lại phiếu.");
        return MoveTo(SubmissionState.Submitted, Verb.Reopen, manager, reason.Trim(), now);
    }

    /// <summary>Whether a reviewer may judge this form, or a part of it, now: assigned, never the home agency or one in conflict.</summary>
    public Outcome CheckReviewer(Verb verb, Period period, Actor reviewer)
    {
        if (VerbTable.Check(verb, reviewer.Role, period.State, State) is { Ok: false } refused)
            return refused;
        if (period.Barred(reviewer, AgencyId) is { } barred)
            return Outcome.NotAllowed(barred);
        if (!period.IsAssigned(reviewer.UserId, AgencyId))
            return Outcome.NotAllowed("Phiếu này không được phân công cho anh/chị thẩm tra.");
        return Outcome.Done;
    }

    internal void Lock(DateTime now)
    {
        if (LockedAt is not null)
            return;
        LockedAt = now;
        StateVersion++;
    }

    private static Outcome BlockedBy(FormFindings findings, IReadOnlySet<string> notedFindings)
    {
        var errors = findings.All.Count(f => f.Level == CheckLevel.Error);
        var unnoted = findings.All.Count(f => f.Level == CheckLevel.Warning && !notedFindings.Contains(f.Code));
        var problems = new List<OutcomeProblem>();
        if (errors > 0)
            problems.Add($"Còn {errors} lỗi phải sửa.");
        if (unnoted > 0)
            problems.Add($"Còn {unnoted} cảnh báo chưa có ghi chú.");
        return problems.Count > 0 ? Outcome.Input(problems) : Outcome.Done;
    }

    private Outcome Check(Verb verb, Period period, Actor actor)
    {
        if (!actor.WorksFor(AgencyId))
            return Outcome.NotAllowed("Phiếu này không thuộc cơ quan của anh/chị.");
        if (VerbTable.Check(verb, actor.Role, period.State, State) is { Ok: false } refused)
            return refused;
        return LockedAt is null ? Outcome.Done : Outcome.WrongState("Phiếu đã khóa khi gửi kết quả sơ bộ.");
    }

    private Outcome CheckOwnSection(Period period, Actor actor, Section section)
    {
        if (Check(Verb.Answer, period, actor) is { Ok: false } refused)
            return refused;
        return IsOwnSection(actor, section.Code) ? Outcome.Done : Outcome.NotAllowed($"Phần {section.Code} đã được giao cho người khác.");
    }

    /// <summary>A new due day is neither past nor after the day by which the agency itself must be done; one that was given stays.</summary>
    private Outcome CheckDue(Period period, Section section, IEnumerable<SectionAssignment> given, DateOnly? dueOn, DateTime now)
    {
        if (dueOn is not { } due || given.Any(a => a.DueOn == due))
            return Outcome.Done;
        var today = Deadline.LocalDay(now);
        if (due < today)
            return Outcome.InputAt("due", $"Phần {section.Code}: hạn phải từ hôm nay trở đi.");
        var own = State == SubmissionState.Returned && OpenReturn is { } open ? new Deadline(open.DeadlineUtc, open.DeadlineWording) : period.DeadlineOf(period.FindAgency(AgencyId)!);
        // Whoever is late already still shares out what is left.
        return due > own.Day && own.Day >= today ? Outcome.InputAt("due", $"Phần {section.Code}: hạn không được sau hạn của cơ quan ({own.Wording}).") : Outcome.Done;
    }

    private Outcome CheckSigner(Verb verb, Period period, Actor actor, DateTime now)
    {
        if (Check(verb, period, actor) is { Ok: false } refused)
            return refused;
        return actor.SignsOff(now) ? Outcome.Done : Outcome.NotAllowed("Ngoài thời gian được giao ký thay thủ trưởng.");
    }

    private Outcome MoveTo(SubmissionState state, Verb verb, Actor actor, string? reason, DateTime now)
    {
        _moves.Add(new SubmissionMove(verb, State, state, reason, actor, now));
        State = state;
        StateVersion++;
        return Outcome.Done;
    }
}
