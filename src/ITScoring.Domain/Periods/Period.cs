using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;

namespace ITScoring.Domain.Periods;

/// <summary>Kỳ đánh giá: one evaluation year with its data window, dates, criteria set, agencies and reviewers.</summary>
public sealed class Period : IVersioned
{
    /// <summary>2 %, in hundredths of a percent.</summary>
    public const int DefaultSharedTolerance = 200;

    /// <summary>Longest window that a plan may give, in working days.</summary>
    public const int MostPlannedDays = 60;

    private const int MostSharedTolerance = 100_00;

    private readonly List<PeriodAgency> _agencies = [];
    private readonly List<ReviewerAssignment> _assignments = [];
    private readonly List<ConflictOfInterest> _conflicts = [];
    private readonly List<PeriodLetter> _letters = [];

    private Period()
    {
    }

    public Period(string code, int year, string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        (Code, Year, Title) = (code, year, title);
    }

    public int Id { get; private set; }

    /// <summary>Stands in addresses; lower-case letters, digits and hyphens, e.g. <c>2018</c>.</summary>
    public string Code { get; private set; } = "";

    public int Year { get; private set; }

    public string Title { get; private set; } = "";

    public int? CriteriaSetVersionId { get; private set; }

    public CriteriaSetVersion? CriteriaSetVersion { get; private set; }

    /// <summary>First day of the data window.</summary>
    public DateOnly? DataFrom { get; private set; }

    /// <summary>Last day of the data window, included.</summary>
    public DateOnly? DataThrough { get; private set; }

    /// <summary>Whether a document of that day can speak of the period's data; a document of another day may still be right, and is asked about.</summary>
    public bool IsInDataWindow(DateOnly day) => (DataFrom is null || day >= DataFrom) && (DataThrough is null || day <= DataThrough);

    public DateTime? DeadlineUtc { get; private set; }

    public string? DeadlineWording { get; private set; }

    public DateTime? ResponseDeadlineUtc { get; private set; }

    public string? ResponseDeadlineWording { get; private set; }

    /// <summary>Working days that a return proposes for the supplement; null: none planned.</summary>
    public int? ReturnDays { get; private set; }

    /// <summary>Working days that agencies are to have for explaining; null: none planned.</summary>
    public int? ResponseDays { get; private set; }

    /// <summary>Until when explanations are to be taken, as planned; the preliminary result sets the real deadline.</summary>
    public DateOnly? PlannedResponseOn { get; private set; }

    public PeriodState State { get; private set; }

    /// <summary>Công khai số liệu kê khai: whether the public record shows declared figures. Off by default.</summary>
    public bool DisclosesDeclaredFigures { get; private set; }

    /// <summary>How far a declared number may be from a shared system's before it is marked, in hundredths of a percent.</summary>
    public int SharedToleranceHundredths { get; private set; } = DefaultSharedTolerance;

    /// <summary>The same in percent, e.g. 2 or 0.5.</summary>
    public decimal SharedTolerancePercent => SharedToleranceHundredths / 100m;

    /// <summary>How the score feeds criterion 7.1.3 of the PAR index, as <see cref="Rankings.ParRule"/> writes it; null: not set.</summary>
    public string? ParRuleJson { get; private set; }

    /// <summary>Invented figures: every page, document and file of the period says so.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>Rises with every verified or final value; pages cache scores by it.</summary>
    public int CohortVersion { get; private set; }

    public int Version { get; private set; }

    public DateTime? OpenedAt { get; private set; }

    /// <summary>SHA-256 of the public part of the record that was proposed; the leader approves exactly this one.</summary>
    public string? ProposedSha256 { get; private set; }

    /// <summary>SHA-256 of the record that was approved; only this one can be published.</summary>
    public string? ApprovedSha256 { get; private set; }

    public string? DecisionNumber { get; private set; }

    public DateOnly? DecisionDate { get; private set; }

    public string? DecisionAbstract { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    public IReadOnlyList<PeriodAgency> Agencies => _agencies;

    /// <summary>Who verifies what; load them with <see cref="Conflicts"/> before a reviewer's verb.</summary>
    public IReadOnlyList<ReviewerAssignment> Assignments => _assignments;

    /// <summary>Conflicts of interest that reviewers declared, lifted ones included.</summary>
    public IReadOnlyList<ConflictOfInterest> Conflicts => _conflicts;

    public IReadOnlyList<PeriodLetter> Letters => _letters;

    public Deadline? Deadline => DeadlineUtc is { } at ? new Deadline(at, DeadlineWording!) : null;

    public Deadline? ResponseDeadline => ResponseDeadlineUtc is { } at ? new Deadline(at, ResponseDeadlineWording!) : null;

    public bool IsPublished => State == PeriodState.Published;

    /// <summary>The agency's own deadline: its extension, else the period's.</summary>
    public Deadline DeadlineOf(PeriodAgency agency) =>
        agency.Extension ?? Deadline ?? throw new InvalidOperationException("The period has no deadline yet.");

    public PeriodAgency? FindAgency(int agencyId) => _agencies.FirstOrDefault(a => a.AgencyId == agencyId);

    public PeriodAgency? FindAgency(string code) => _agencies.FirstOrDefault(a => string.Equals(a.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>Sets how the score feeds criterion 7.1.3; a setting of its own that no record holds, so in every state.</summary>
    /// <param name="classes">Of the period's criteria set, in order.</param>
    public Outcome SetParRule(Actor manager, Rankings.ParRule rule, IReadOnlyList<string> classes)
    {
        if (manager.Role != Role.PeriodManager)
            return Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được đặt cách tính điểm 7.1.3.");
        if (rule.Problems(classes) is { Count: > 0 } problems)
            return Outcome.Input(problems);
        ParRuleJson = rule.ToJson();
        return Outcome.Done;
    }

    /// <summary>Sets what a period needs before it opens. Only while it is being prepared.</summary>
    public Outcome Plan(string title, CriteriaSetVersion set, DateOnly dataFrom, DateOnly dataThrough, Deadline deadline, bool disclosesDeclaredFigures)
    {
        if (State != PeriodState.Draft)
            return Outcome.WrongState("Kỳ đánh giá đã mở: không đổi được bộ tiêu chí, thời gian lấy số liệu và hạn nộp chung. Dùng gia hạn cho từng cơ quan.");
        if (string.IsNullOrWhiteSpace(title))
            return Outcome.InputAt("title", "Nhập tên kỳ đánh giá.");
        if (dataThrough < dataFrom)
            return Outcome.InputAt("dataThrough", "Ngày kết thúc lấy số liệu phải từ ngày bắt đầu trở đi.");
        if (deadline.Day < dataThrough)
            return Outcome.InputAt("deadline", "Hạn nộp phiếu không được trước ngày kết thúc lấy số liệu.");
        Title = title;
        CriteriaSetVersion = set;
        CriteriaSetVersionId = set.Id;
        (DataFrom, DataThrough) = (dataFrom, dataThrough);
        (DeadlineUtc, DeadlineWording) = (deadline.LastInstantUtc, deadline.Wording);
        DisclosesDeclaredFigures = disclosesDeclaredFigures;
        return Outcome.Done;
    }

    /// <summary>Goes over to a later version of the same set while the period runs; see <see cref="SetCorrection"/> for what follows from it.</summary>
    internal Outcome CorrectSet(Actor manager, CriteriaSetVersion set)
    {
        if (manager.Role != Role.PeriodManager)
            return Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được đính chính bộ tiêu chí của kỳ.");
        if (State is not (PeriodState.Open or PeriodState.Reviewing))
            return Outcome.WrongState($"Kỳ đánh giá ở trạng thái “{State.Name()}”: không chuyển sang phiên bản khác của bộ tiêu chí được. Kỳ đang chuẩn bị thì chọn lại ở kế hoạch; kết quả đã gửi thì giữ bộ tiêu chí đã dùng.");
        if (CriteriaSetVersion is not { } now || set.Code != now.Code || set.Number <= now.Number || set.State != CriteriaSetState.InForce)
            return Outcome.Input("Chỉ chuyển sang phiên bản sau, đang có hiệu lực, của cùng bộ tiêu chí.");
        (CriteriaSetVersion, CriteriaSetVersionId) = (set, set.Id);
        CohortVersion++;
        return Outcome.Done;
    }

    /// <summary>Sets what later steps propose; each step still asks. Only while the period is being prepared.</summary>
    /// <param name="returnDays">Working days for supplements, 1 to <see cref="MostPlannedDays"/>.</param>
    /// <param name="responseDays">Working days for explanations, likewise.</param>
    /// <param name="plannedResponseOn">After the deadline.</param>
    public Outcome PlanSteps(int? returnDays, int? responseDays, DateOnly? plannedResponseOn)
    {
        if (State != PeriodState.Draft)
            return Outcome.WrongState("Kỳ đánh giá đã mở: không đổi được kế hoạch trả lại và giải trình. Hạn thật nhập ở từng bước.");
        if (returnDays is < 1 or > MostPlannedDays)
            return Outcome.InputAt("returnDays", $"Nhập số ngày làm việc từ 1 đến {MostPlannedDays}, hoặc để trống.");
        if (responseDays is < 1 or > MostPlannedDays)
            return Outcome.InputAt("responseDays", $"Nhập số ngày làm việc từ 1 đến {MostPlannedDays}, hoặc để trống.");
        if (plannedResponseOn is { } day && Deadline is { } deadline && day <= deadline.Day)
            return Outcome.InputAt("plannedResponse", $"Hạn giải trình dự kiến phải sau hạn nộp phiếu ({DeadlineWording}).");
        (ReturnDays, ResponseDays, PlannedResponseOn) = (returnDays, responseDays, plannedResponseOn);
        return Outcome.Done;
    }

    /// <summary>Marks the period's figures as invented; never taken back.</summary>
    public void MarkAsDemo() => IsDemo = true;

    /// <summary>Replaces the list of agencies that take part. Only while the period is being prepared.</summary>
    public Outcome TakeIn(IReadOnlyList<PeriodAgency> agencies)
    {
        if (State != PeriodState.Draft)
            return Outcome.WrongState("Kỳ đánh giá đã mở: không đổi được danh sách cơ quan tham gia.");
        if (agencies.GroupBy(a => a.AgencyId).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Outcome.Input($"Cơ quan {twice.First().Name} có hai lần trong danh sách.");
        _agencies.Clear();
        _agencies.AddRange(agencies);
        _assignments.RemoveAll(a => agencies.All(x => x.AgencyId != a.AgencyId));
        return Outcome.Done;
    }

    /// <summary>Sets from which difference on a declared number is marked beside a shared system's figure.</summary>
    /// <param name="hundredths">Hundredths of a percent: 0 (any difference) to 10,000.</param>
    public Outcome SetSharedTolerance(Actor manager, int hundredths)
    {
        if (manager.Role != Role.PeriodManager)
            return Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được đặt mức chênh lệch cho phép.");
        if (State >= PeriodState.Proposed)
            return Outcome.WrongState($"Không đổi mức chênh lệch cho phép khi kỳ đánh giá ở trạng thái “{State.Name()}”.");
        if (hundredths is < 0 or > MostSharedTolerance)
            return Outcome.InputAt("tolerance", "Nhập mức chênh lệch cho phép từ 0 đến 100 %.");
        SharedToleranceHundredths = hundredths;
        return Outcome.Done;
    }

    /// <summary>Whether figures of shared systems may be imported: agencies and questions are settled, and the result is not yet proposed.</summary>
    public Outcome MayImportShared(Actor manager)
    {
        if (manager.Role != Role.PeriodManager)
            return Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được nhập số liệu hệ thống dùng chung.");
        return State switch
        {
            PeriodState.Draft => Outcome.WrongState("Kỳ đánh giá đang chuẩn bị: cơ quan và câu hỏi còn có thể thay đổi. Mở kỳ đánh giá rồi nhập số liệu."),
            >= PeriodState.Proposed => Outcome.WrongState($"Không nhập số liệu hệ thống dùng chung khi kỳ đánh giá ở trạng thái “{State.Name()}”."),
            _ => Outcome.Done,
        };
    }

    /// <summary>Gives one agency a later deadline; refused once its form has been handed in.</summary>
    /// <param name="submission">The agency's form, or null when it has none yet.</param>
    public Outcome Extend(Actor manager, int agencyId, Deadline deadline, string reason, DocumentReference? letter, Submission? submission)
    {
        if (manager.Role != Role.PeriodManager)
            return Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được gia hạn.");
        if (State is not (PeriodState.Open or PeriodState.Reviewing))
            return Outcome.WrongState($"Không gia hạn khi kỳ đánh giá ở trạng thái “{State.Name()}”.");
        if (FindAgency(agencyId) is not { } agency)
            return Outcome.Input("Cơ quan này không tham gia kỳ đánh giá.");
        if (submission?.FirstSubmittedAt is not null)
            return Outcome.WrongState($"{agency.Name} đã nộp phiếu nên không gia hạn được nữa.");
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.InputAt("reason", "Nhập lý do gia hạn.");
        if (deadline.LastInstantUtc <= DeadlineUtc)
            return Outcome.InputAt("deadline", $"Hạn riêng phải sau hạn chung ({DeadlineWording}).");
        agency.Extend(deadline, reason.Trim(), letter);
        return Outcome.Done;
    }

    public Outcome Open(Actor manager, DateTime now, DocumentReference? letter = null)
    {
        if (VerbTable.Check(Verb.Open, manager.Role, State) is { Ok: false } refused)
            return refused;
        var problems = new List<OutcomeProblem>();
        if (CriteriaSetVersion is null)
            problems.Add("Chọn bộ tiêu chí.");
        else if (CriteriaSetVersion.State != CriteriaSetState.InForce)
            problems.Add($"Bộ tiêu chí {CriteriaSetVersion.Code} phiên bản {CriteriaSetVersion.Number} chưa có hiệu lực.");
        if (DataFrom is null || DataThrough is null)
            problems.Add("Nhập thời gian lấy số liệu.");
        if (DeadlineUtc is null)
            problems.Add("Nhập hạn nộp phiếu.");
        if (_agencies.Count == 0)
            problems.Add("Chọn ít nhất một cơ quan tham gia.");
        if (problems.Count > 0)
            return Outcome.Input(problems);
        OpenedAt = now;
        return MoveTo(PeriodState.Open, Verb.Open, letter);
    }

    /// <summary>Ends collecting after the general deadline; forms handed in later are late, not refused.</summary>
    public Outcome CloseCollecting(Actor manager, DateTime now, DocumentReference? letter = null)
    {
        if (VerbTable.Check(Verb.CloseCollecting, manager.Role, State) is { Ok: false } refused)
            return refused;
        if (!Deadline!.IsPast(now))
            return Outcome.WrongState($"Chưa hết hạn nộp phiếu ({DeadlineWording}): chưa thể kết thúc thu phiếu.");
        return MoveTo(PeriodState.Reviewing, Verb.CloseCollecting, letter);
    }

    /// <summary>Sends the preliminary result: every submitted form is verified; forms never handed in are locked.</summary>
    /// <param name="submissions">All forms of the period.</param>
    /// <param name="response">Until when agencies may explain; after <paramref name="now"/>.</param>
    public Outcome SendPreliminary(Actor manager, DateTime now, IReadOnlyCollection<Submission> submissions, Deadline response, DocumentReference? letter = null)
    {
        if (VerbTable.Check(Verb.SendPreliminary, manager.Role, State) is { Ok: false } refused)
            return refused;
        var unfinished = submissions
            .Where(s => s.FirstSubmittedAt is not null && s.State != SubmissionState.Verified)
            .Select(s => $"{FindAgency(s.AgencyId)!.Name}: phiếu đang ở trạng thái “{s.State.Name()}”, phải kết thúc thẩm tra trước.")
            .ToList();
        if (unfinished.Count > 0)
            return Outcome.Input([.. unfinished]);
        if (response.IsPast(now))
            return Outcome.InputAt("response", "Hạn giải trình phải sau thời điểm gửi kết quả sơ bộ.");
        foreach (var s in submissions.Where(s => s.FirstSubmittedAt is null))
            s.Lock(now);
        (ResponseDeadlineUtc, ResponseDeadlineWording) = (response.LastInstantUtc, response.Wording);
        return MoveTo(PeriodState.Preliminary, Verb.SendPreliminary, letter);
    }

    /// <summary>Submits the result to UBND tỉnh once the response window is past and every confirmed explanation is settled.</summary>
    /// <param name="explanations">All explanations of the period.</param>
    /// <param name="recordSha256">Hash of the record frozen in the same save.</param>
    public Outcome Propose(Actor manager, DateTime now, IReadOnlyCollection<Explanation> explanations, string recordSha256, DocumentReference? letter = null)
    {
        if (VerbTable.Check(Verb.Propose, manager.Role, State) is { Ok: false } refused)
            return refused;
        if (!ResponseDeadline!.IsPast(now))
            return Outcome.WrongState($"Chưa hết hạn giải trình ({ResponseDeadlineWording}): chưa thể trình UBND tỉnh.");
        var open = explanations.Count(e => e.State == ExplanationState.Confirmed);
        if (open > 0)
            return Outcome.WrongState($"Còn {open} giải trình chưa có kết luận: phải kết luận hết trước khi trình.");
        ProposedSha256 = recordSha256;
        return MoveTo(PeriodState.Proposed, Verb.Propose, letter);
    }

    public Outcome HandBack(Actor leader, string reason, DocumentReference? letter = null)
    {
        if (VerbTable.Check(Verb.HandBack, leader.Role, State) is { Ok: false } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.InputAt("reason", "Nhập lý do chuyển lại.");
        ProposedSha256 = null;
        return MoveTo(PeriodState.Reviewing, Verb.HandBack, letter);
    }

    /// <summary>Approves exactly the record that was proposed, with the number and date of the decision.</summary>
    public Outcome Approve(Actor leader, DateTime now, DocumentReference decision, string recordSha256)
    {
        if (VerbTable.Check(Verb.Approve, leader.Role, State) is { Ok: false } refused)
            return refused;
        if (recordSha256 != ProposedSha256)
            return Outcome.WrongState("Kết quả đang xem không phải kết quả đã trình. Tải lại trang rồi xem lại trước khi phê duyệt.");
        if (string.IsNullOrWhiteSpace(decision.Number))
            return Outcome.InputAt("number", "Nhập số quyết định phê duyệt.");
        if (decision.Date > Deadline.LocalDay(now))
            return Outcome.InputAt("date", "Ngày quyết định không thể sau ngày hôm nay.");
        ApprovedSha256 = recordSha256;
        (DecisionNumber, DecisionDate, DecisionAbstract) = (decision.Number.Trim(), decision.Date, decision.Abstract);
        return MoveTo(PeriodState.Approved, Verb.Approve, decision);
    }

    /// <summary>Publishes the approved record and refuses any other.</summary>
    public Outcome Publish(Actor leader, DateTime now, string recordSha256, DocumentReference? letter = null)
    {
        if (VerbTable.Check(Verb.Publish, leader.Role, State) is { Ok: false } refused)
            return refused;
        if (recordSha256 != ApprovedSha256)
            return Outcome.WrongState("Kết quả đang xem không phải kết quả đã được phê duyệt. Tải lại trang.");
        PublishedAt = now;
        return MoveTo(PeriodState.Published, Verb.Publish, letter);
    }

    /// <summary>Called with every verified or final value, in the same save.</summary>
    public void RaiseCohortVersion() => CohortVersion++;

    internal List<ReviewerAssignment> AssignmentRows => _assignments;

    internal List<ConflictOfInterest> ConflictRows => _conflicts;

    private Outcome MoveTo(PeriodState state, Verb verb, DocumentReference? letter)
    {
        State = state;
        if (letter is not null)
            _letters.Add(new PeriodLetter(verb, letter));
        return Outcome.Done;
    }
}
