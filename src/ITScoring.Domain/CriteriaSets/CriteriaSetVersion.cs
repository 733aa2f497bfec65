using System.Security.Cryptography;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets.Drafts;
using ITScoring.Domain.CriteriaSets.Examples;
using ITScoring.Domain.CriteriaSets.Workshop;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>A stored version of a criteria set: the file as it was read, and where it stands. A version in force never changes.</summary>
public sealed class CriteriaSetVersion : IVersioned
{
    private readonly List<SetReviewer> _reviewers = [];
    private readonly List<SetItem> _items = [];

    private CriteriaSetVersion()
    {
    }

    public CriteriaSetVersion(string code, int version, string title, string json, string sha256, CriteriaSetState state) =>
        (Key, Code, Number, Title, Json, Sha256, State) = (SetItem.NewKey(), code, version, title, json, sha256, state);

    public int Id { get; private set; }

    /// <summary>Never changed; the history of the draft refers to it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Code of the set, e.g. <c>QB-2018</c>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The file's <c>version</c>, from 1.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The file, byte for byte; of a draft as it was when it was begun: what it says now stands in its items.</summary>
    public string Json { get; private set; } = "";

    /// <summary>Lower-case hexadecimal SHA-256 of the file's UTF-8 bytes.</summary>
    public string Sha256 { get; private set; } = "";

    public CriteriaSetState State { get; private set; }

    /// <summary>Why this version was begun: what it corrects.</summary>
    public string? Reason { get; private set; }

    public DateTime? BegunAt { get; private set; }

    public DateTime? InForceAt { get; private set; }

    /// <summary>Of the row, not of the set.</summary>
    public int Version { get; private set; }

    /// <summary>Who was asked to look at it before it is put in force.</summary>
    public IReadOnlyList<SetReviewer> Reviewers => _reviewers;

    /// <summary>Of a draft, when they were loaded; none of a version in force, whose file is <see cref="Json"/>.</summary>
    public IReadOnlyList<SetItem> Items => _items;

    /// <summary>How the set is called in lists.</summary>
    public string Name => $"{Code}, phiên bản {Number}";

    /// <summary>A new draft.</summary>
    public static CriteriaSetVersion Begin(string code, int number, string title, string json, string? reason, DateTime at) =>
        new(code, number, title, json, Hash(System.Text.Encoding.UTF8.GetBytes(json)), CriteriaSetState.Draft) { Reason = reason, BegunAt = at };

    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public static string Hash(ReadOnlySpan<byte> utf8) => Convert.ToHexStringLower(SHA256.HashData(utf8));

    /// <summary>Whether its items may be changed.</summary>
    public Outcome MayEdit(Actor manager)
    {
        if (manager.Role != Role.PeriodManager)
            return Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được sửa bộ tiêu chí.");
        return State.IsDraft()
            ? Outcome.Done
            : Outcome.WrongState($"Bộ tiêu chí {Name} {State.Name().ToLowerInvariant()} nên không sửa được nữa: tạo phiên bản mới để đính chính.");
    }

    /// <summary>Adds items to a draft.</summary>
    public void Add(IEnumerable<SetItem> items) => _items.AddRange(items);

    /// <summary>Takes over what the head of the draft says, for lists.</summary>
    public void TakeHead(string code, string title) => (Code, Title) = (code, title.Length == 0 ? code : title);

    /// <summary>Asks people to look at the draft.</summary>
    /// <param name="reviewers">Accounts, without the manager who asks.</param>
    public Outcome AskForReview(Actor manager, IReadOnlyCollection<int> reviewers)
    {
        if (MayEdit(manager) is { Ok: false } refused)
            return refused;
        var named = reviewers.Where(id => id != manager.UserId).Distinct().ToList();
        if (named.Count == 0)
            return Outcome.InputAt("reviewers", "Chọn ít nhất một người rà soát khác với người đang soạn.");
        _reviewers.RemoveAll(reviewer => !named.Contains(reviewer.UserId));
        foreach (var id in named.Where(id => !_reviewers.Exists(reviewer => reviewer.UserId == id)))
            _reviewers.Add(new SetReviewer(id));
        State = CriteriaSetState.UnderReview;
        return Outcome.Done;
    }

    /// <summary>Takes the draft back from those who look at it; what they agreed to is kept while nothing changes.</summary>
    public Outcome EndReview(Actor manager)
    {
        if (MayEdit(manager) is { Ok: false } refused)
            return refused;
        if (State != CriteriaSetState.UnderReview)
            return Outcome.WrongState("Bộ tiêu chí này không ở bước rà soát.");
        State = CriteriaSetState.Draft;
        return Outcome.Done;
    }

    /// <summary>A named reviewer agrees to exactly what stands there now.</summary>
    /// <param name="sha256">Of the draft as the reviewer saw it.</param>
    /// <param name="now">Of the draft as it stands.</param>
    public Outcome Agree(Actor reviewer, string? sha256, string now, DateTime at)
    {
        if (State != CriteriaSetState.UnderReview)
            return Outcome.WrongState($"Bộ tiêu chí đang ở trạng thái “{State.Name()}”, không ở bước rà soát.");
        if (_reviewers.Find(named => named.UserId == reviewer.UserId) is not { } me)
            return Outcome.NotAllowed("Chỉ người được mời rà soát mới ghi ý kiến thống nhất.");
        if (sha256 != now)
            return Outcome.WrongState("Bộ tiêu chí vừa được sửa sau khi trang này mở ra. Xem lại nội dung mới rồi ghi ý kiến.");
        me.Agree(now, at);
        return Outcome.Done;
    }

    /// <summary>Puts the draft in force: from then on it never changes.</summary>
    /// <param name="reading">Of the draft as it stands.</param>
    /// <param name="file">The same as a file.</param>
    /// <param name="openComments">Comments that nobody has resolved.</param>
    /// <remarks>Load <see cref="Items"/> before: they go, the file stands for them.</remarks>
    public Outcome PutInForce(Actor manager, DraftReading reading, byte[] file, int openComments, DateTime at)
    {
        if (MayEdit(manager) is { Ok: false } refused)
            return refused;
        if (Against(reading, Hash(file), openComments) is { Count: > 0 } problems)
            return Outcome.Input(problems);
        _items.Clear();
        (Json, Sha256, State, InForceAt) = (System.Text.Encoding.UTF8.GetString(file), Hash(file), CriteriaSetState.InForce, at);
        return Outcome.Done;
    }

    /// <summary>Everything that still stands against putting the draft in force, each with the way out.</summary>
    public IReadOnlyList<OutcomeProblem> Against(DraftReading reading, string sha256, int openComments)
    {
        var problems = new List<OutcomeProblem>();
        if (!reading.IsWhole)
        {
            problems.Add($"Còn {reading.Problems.Count} chỗ phải sửa: xem danh sách ở trang bộ tiêu chí, mỗi chỗ dẫn đến đúng ô.");
        }
        else
        {
            var run = ExampleRun.Of(reading.Usable!);
            if (run.Failures.Count() is var failed and > 0)
                problems.Add($"{failed} điểm mong đợi của kiểm thử không đạt: sửa quy tắc hoặc điểm mong đợi ở trang Kiểm thử.");
            var missing = run.NotReached.Select(criterion => criterion.Code).ToList();
            if (missing.Count > 0)
                problems.Add($"{missing.Count} tiêu chí chưa có kiểm thử nào: {string.Join(", ", missing.Take(20))}{(missing.Count > 20 ? "…" : "")}. Thêm kiểm thử có điểm mong đợi cho các tiêu chí này.");
        }

        if (_reviewers.Count == 0)
            problems.Add("Chưa ai được mời rà soát: mời ít nhất một người ở trang Rà soát.");
        else if (_reviewers.Count(reviewer => !reviewer.AgreesTo(sha256)) is var waiting and > 0)
            problems.Add($"{waiting} người rà soát chưa thống nhất với nội dung hiện nay.");
        if (openComments > 0)
            problems.Add($"Còn {openComments} ý kiến rà soát chưa được giải quyết.");
        return problems;
    }

    /// <summary>Another version is in force in its place.</summary>
    public void Replace()
    {
        if (State == CriteriaSetState.InForce)
            State = CriteriaSetState.Replaced;
    }
}
