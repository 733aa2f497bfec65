using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;

namespace ITScoring.Domain.Reviews;

/// <summary>Hội đồng thẩm định of a period: its decision, members and sessions. It decides what reviewers refer to it or judge differently.</summary>
public sealed class Council : IVersioned
{
    private readonly List<CouncilMember> _members = [];
    private readonly List<CouncilSession> _sessions = [];

    private Council()
    {
    }

    public Council(int periodId) => PeriodId = periodId;

    public int Id { get; private set; }

    public int PeriodId { get; private set; }

    /// <summary>Of the decision that set the council up.</summary>
    public string DecisionNumber { get; private set; } = "";

    public DateOnly DecisionDate { get; private set; }

    public string? DecisionAbstract { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<CouncilMember> Members => _members;

    public IReadOnlyList<CouncilSession> Sessions => _sessions;

    /// <summary>Sets the decision and the list of members. Members who attended a session stay.</summary>
    public Outcome Establish(Actor manager, Period period, DocumentReference decision, IReadOnlyList<CouncilMember> members, DateTime now)
    {
        if (MayManage(manager, period) is { Ok: false } refused)
            return refused;
        var problems = new List<OutcomeProblem>();
        if (string.IsNullOrWhiteSpace(decision.Number))
            problems.Add(new("Nhập số quyết định thành lập Hội đồng.", "number"));
        if (decision.Date > Deadline.LocalDay(now))
            problems.Add(new("Ngày quyết định không thể sau ngày hôm nay.", "date"));
        if (members.Count(m => m.Role == CouncilRole.Chair) != 1)
            problems.Add(new("Hội đồng phải có đúng một Chủ tịch.", "members"));
        if (members.Count < 3)
            problems.Add(new("Hội đồng phải có ít nhất ba thành viên.", "members"));
        problems.AddRange(members.GroupBy(m => (m.Name, m.Office)).Where(g => g.Count() > 1).Select(g => new OutcomeProblem($"{g.Key.Name} có hai lần trong danh sách.", "members")));
        var present = _sessions.SelectMany(s => s.Attendances).Select(a => a.MemberId).ToHashSet();
        problems.AddRange(_members.Where(m => present.Contains(m.Id) && Find(members, m) is null).Select(m => new OutcomeProblem($"{m.Name} đã dự phiên họp nên không bỏ khỏi danh sách và không đổi vai trò được.", "members")));
        if (problems.Count > 0)
            return Outcome.Input(problems);
        _members.RemoveAll(m => Find(members, m) is null);
        _members.AddRange(members.Where(m => Find(_members, m) is null).ToList());
        (DecisionNumber, DecisionDate, DecisionAbstract) = (decision.Number.Trim(), decision.Date, decision.Abstract);
        return Outcome.Done;
    }

    /// <summary>Records that a session was held; more than half of the members are present, the chair or a vice chair among them <em>(chosen)</em>.</summary>
    public Outcome Hold(Actor manager, Period period, DateOnly heldOn, string? place, IReadOnlyCollection<int> attending, string? notes, DateTime now, out CouncilSession? session)
    {
        session = null;
        if (MayManage(manager, period) is { Ok: false } refused)
            return refused;
        var present = _members.Where(m => attending.Contains(m.Id)).ToList();
        var problems = new List<OutcomeProblem>();
        if (heldOn > Deadline.LocalDay(now))
            problems.Add(new("Ngày họp không thể sau ngày hôm nay.", "heldOn"));
        else if (heldOn < DecisionDate)
            problems.Add(new("Ngày họp không thể trước ngày quyết định thành lập Hội đồng.", "heldOn"));
        if (string.IsNullOrWhiteSpace(place))
            problems.Add(new("Nhập địa điểm họp.", "place"));
        if (present.Count * 2 <= _members.Count)
            problems.Add(new($"Phiên họp phải có quá nửa số thành viên dự ({present.Count}/{_members.Count}).", "attending"));
        else if (!present.Any(m => m.Role is CouncilRole.Chair or CouncilRole.ViceChair))
            problems.Add(new("Phiên họp phải do Chủ tịch hoặc Phó Chủ tịch chủ trì: chọn người đó trong số người dự.", "attending"));
        if (problems.Count > 0)
            return Outcome.Input(problems);
        session = new CouncilSession(_sessions.Count + 1, heldOn, place!.Trim(), present, string.IsNullOrWhiteSpace(notes) ? null : notes.Trim());
        _sessions.Add(session);
        return Outcome.Done;
    }

    private static Outcome MayManage(Actor manager, Period period)
    {
        if (manager.Role != Role.PeriodManager)
            return Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được cập nhật Hội đồng.");
        return period.State is PeriodState.Proposed or PeriodState.Approved or PeriodState.Published
            ? Outcome.WrongState($"Không cập nhật Hội đồng khi kỳ đánh giá ở trạng thái “{period.State.Name()}”.")
            : Outcome.Done;
    }

    private static CouncilMember? Find(IEnumerable<CouncilMember> members, CouncilMember wanted) =>
        members.FirstOrDefault(m => (m.Name, m.Office, m.Role, m.AgencyId) == (wanted.Name, wanted.Office, wanted.Role, wanted.AgencyId));
}
