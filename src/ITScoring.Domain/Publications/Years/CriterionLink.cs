using ITScoring.Domain.Accounts;

namespace ITScoring.Domain.Publications.Years;

/// <summary>
/// Somebody's word that a criterion of one set measures what a criterion of an earlier set measured, though its code, name or rule is another. It is data of the
/// portal and no part of either set; results that were published stay as they are. Times are UTC.
/// </summary>
public sealed class CriterionLink
{
    private CriterionLink()
    {
    }

    public int Id { get; private set; }

    /// <summary>Code of the earlier set, e.g. <c>QB-2018</c>.</summary>
    public string EarlierSet { get; private set; } = "";

    public int EarlierVersion { get; private set; }

    public string EarlierCriterion { get; private set; } = "";

    /// <summary>Code of the later set.</summary>
    public string LaterSet { get; private set; } = "";

    public int LaterVersion { get; private set; }

    public string LaterCriterion { get; private set; } = "";

    /// <summary>Why the two may be held against each other; shown to everybody.</summary>
    public string Reason { get; private set; } = "";

    public int LinkedById { get; private set; }

    public DateTime LinkedAt { get; private set; }

    public bool IsBetween(RecordCriteriaSet then, RecordCriteriaSet now) =>
        (EarlierSet, EarlierVersion, LaterSet, LaterVersion) == (then.Code, then.Version, now.Code, now.Version);

    /// <summary>Links two criteria of score groups that are not comparable by themselves. Their maxima have to be the same: points out of another maximum are other points.</summary>
    /// <param name="links">Those between the two sets so far.</param>
    /// <returns>The link, when the outcome is done.</returns>
    public static (Outcome Outcome, CriterionLink? Link) Make(
        Actor manager, RecordCriteriaSet then, RecordCriteriaSet now, string? earlier, string? later, string? reason, IReadOnlyCollection<CriterionLink> links, DateTime at)
    {
        if (manager.Role != Role.PeriodManager)
            return (Outcome.NotAllowed($"Vai trò {manager.Role.Name()} không được nối tiêu chí."), null);
        var (old, next) = (Find(then, earlier), Find(now, later));
        var problems = new List<OutcomeProblem>();
        if (next is null)
            problems.Add(new("Chọn tiêu chí của năm sau trong danh sách.", "later"));
        if (old is null)
            problems.Add(new("Chọn tiêu chí của năm trước trong danh sách.", "earlier"));
        if (string.IsNullOrWhiteSpace(reason))
            problems.Add(new("Nêu vì sao hai tiêu chí đo cùng một nội dung.", "reason"));
        if (old is not null && next is not null)
            problems.AddRange(Against(ComparableCore.Of(then, now, links), old, next));
        if (problems.Count > 0)
            return (Outcome.Input(problems), null);
        return (Outcome.Done, new CriterionLink
        {
            EarlierSet = then.Code,
            EarlierVersion = then.Version,
            EarlierCriterion = old!.Code,
            LaterSet = now.Code,
            LaterVersion = now.Version,
            LaterCriterion = next!.Code,
            Reason = reason!.Trim(),
            LinkedById = manager.UserId,
            LinkedAt = at,
        });
    }

    private static IEnumerable<OutcomeProblem> Against(ComparableCore core, RecordCriterion old, RecordCriterion next)
    {
        if (core.Core.Any(p => p.Now!.Code == next.Code))
            yield return new($"Tiêu chí {next.Code} đã so được với năm trước, không cần nối.", "later");
        else if (core.Core.Any(p => p.Then!.Code == old.Code))
            yield return new($"Tiêu chí {old.Code} của năm trước đã ứng với một tiêu chí khác.", "earlier");
        else if (Scoring.Points.Parse(old.Max) != Scoring.Points.Parse(next.Max))
            yield return new($"Điểm tối đa khác nhau ({Scoring.Points.Parse(old.Max).ToVietnamese()} và {Scoring.Points.Parse(next.Max).ToVietnamese()}) nên điểm của hai tiêu chí không so được.", "earlier");
    }

    private static RecordCriterion? Find(RecordCriteriaSet set, string? code) => ComparableCore.Criteria(set).FirstOrDefault(c => c.Code == code);
}
