using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Periods;

/// <summary>Who verifies what in a period, and who must not: nobody judges his own house.</summary>
public static class PeriodReviewers
{
    /// <summary>Whether a reviewer verifies the form of an agency, or a part of it. Needs <see cref="Period.Assignments"/> and <see cref="Period.Conflicts"/>.</summary>
    public static bool IsAssigned(this Period period, int reviewerId, int agencyId) =>
        period.Assignments.Any(a => a.ReviewerId == reviewerId && a.AgencyId == agencyId) && !period.HasConflict(reviewerId, agencyId);

    /// <summary>Whether a criterion of an agency's form is the reviewer's to judge.</summary>
    public static bool IsAssigned(this Period period, int reviewerId, int agencyId, CriteriaSet set, Criterion criterion) =>
        period.Assignments.Any(a => a.ReviewerId == reviewerId && a.AgencyId == agencyId && a.Part.Covers(set, criterion)) && !period.HasConflict(reviewerId, agencyId);

    /// <summary>Whether a reviewer declared a conflict of interest with an agency that still counts.</summary>
    public static bool HasConflict(this Period period, int reviewerId, int agencyId) =>
        period.Conflicts.Any(c => c.Counts && c.ReviewerId == reviewerId && c.AgencyId == agencyId);

    /// <summary>Why a reviewer must keep away from an agency: it is his own, or he declared a conflict; null: he need not.</summary>
    public static string? Barred(this Period period, Actor reviewer, int agencyId) =>
        reviewer.AgencyId == agencyId ? "Không được thẩm tra phiếu của chính cơ quan mình."
        : period.HasConflict(reviewer.UserId, agencyId) ? "Anh/chị đã khai báo xung đột lợi ích với cơ quan này."
        : null;

    /// <summary>Assigns reviewers to an agency's whole form, replacing the earlier ones.</summary>
    /// <param name="reviewers">Accounts of role reviewer.</param>
    public static Outcome AssignReviewers(this Period period, Actor manager, int agencyId, IReadOnlyList<Actor> reviewers, DateTime now) =>
        period.AssignReviewers(manager, [agencyId], AssignmentPart.WholeForm, reviewers, AssignmentMode.Replace, now);

    /// <summary>Gives the same part of several agencies' forms to reviewers; all of it or nothing.</summary>
    /// <param name="reviewers">Accounts of role reviewer, none from an agency concerned or in conflict with one.</param>
    public static Outcome AssignReviewers(
        this Period period, Actor manager, IReadOnlyCollection<int> agencyIds, AssignmentPart part, IReadOnlyList<Actor> reviewers, AssignmentMode mode, DateTime now)
    {
        if (manager.Role != Role.PeriodManager)
            return Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được phân công thẩm tra.");
        if (period.State is PeriodState.Proposed or PeriodState.Approved or PeriodState.Published)
            return Outcome.WrongState($"Không phân công thẩm tra khi kỳ đánh giá ở trạng thái “{period.State.Name()}”.");
        if (agencyIds.Count == 0)
            return Outcome.InputAt("agencies", "Chọn ít nhất một cơ quan.");
        if (agencyIds.Any(id => period.FindAgency(id) is null))
            return Outcome.Input("Cơ quan này không tham gia kỳ đánh giá.");
        if (reviewers.FirstOrDefault(r => r.Role != Role.Reviewer) is not null)
            return Outcome.Input("Chỉ chuyên viên thẩm tra mới được phân công thẩm tra.");
        if (mode != AssignmentMode.Replace && reviewers.Count == 0)
            return Outcome.InputAt("reviewers", "Chọn ít nhất một chuyên viên thẩm tra.");
        var problems = new List<OutcomeProblem>();
        foreach (var agency in agencyIds.Distinct().Select(id => period.FindAgency(id)!).Where(_ => mode != AssignmentMode.Remove))
        {
            if (reviewers.Any(r => r.AgencyId == agency.AgencyId))
                problems.Add(new($"{agency.Name}: người thuộc chính cơ quan này không được thẩm tra phiếu của cơ quan mình. Chọn người của cơ quan khác."));
            if (reviewers.Any(r => period.HasConflict(r.UserId, agency.AgencyId)))
                problems.Add(new($"{agency.Name}: có người được chọn đã khai báo xung đột lợi ích với cơ quan này. Chọn người khác."));
        }

        if (problems.Count > 0)
            return Outcome.Input(problems);
        foreach (var agencyId in agencyIds.Distinct())
            Assign(period.AssignmentRows, agencyId, part, reviewers, mode, now);
        return Outcome.Done;
    }

    /// <summary>A reviewer declares that he must not judge an agency in this period. What is his there is his no more from now on.</summary>
    public static Outcome DeclareConflict(this Period period, Actor reviewer, int agencyId, string? reason, DateTime now)
    {
        if (reviewer.Role != Role.Reviewer)
            return Outcome.NotAllowed("Chỉ chuyên viên thẩm tra khai báo xung đột lợi ích.");
        if (period.State is PeriodState.Proposed or PeriodState.Approved or PeriodState.Published)
            return Outcome.WrongState($"Không khai báo xung đột lợi ích khi kỳ đánh giá ở trạng thái “{period.State.Name()}”.");
        if (period.FindAgency(agencyId) is not { } agency)
            return Outcome.InputAt("agency", "Chọn một cơ quan tham gia kỳ đánh giá.");
        if (reviewer.AgencyId == agencyId)
            return Outcome.InputAt("agency", $"{agency.Name} là cơ quan của anh/chị: hệ thống luôn từ chối, không cần khai báo.");
        if (period.HasConflict(reviewer.UserId, agencyId))
            return Outcome.InputAt("agency", $"Anh/chị đã khai báo với {agency.Name}.");
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.InputAt("reason", "Nhập lý do, ví dụ người thân công tác tại cơ quan này.");
        period.ConflictRows.Add(new ConflictOfInterest(reviewer.UserId, agencyId, reason.Trim(), now));
        return Outcome.Done;
    }

    /// <summary>The manager lifts a declared conflict, with the reason; the reviewer may be assigned again.</summary>
    public static Outcome LiftConflict(this Period period, Actor manager, ConflictOfInterest conflict, string? reason, DateTime now)
    {
        if (manager.Role != Role.PeriodManager)
            return Outcome.NotAllowed("Chỉ người quản lý kỳ đánh giá được gỡ khai báo xung đột lợi ích.");
        if (period.State is PeriodState.Proposed or PeriodState.Approved or PeriodState.Published)
            return Outcome.WrongState($"Không gỡ khai báo khi kỳ đánh giá ở trạng thái “{period.State.Name()}”.");
        if (!conflict.Counts)
            return Outcome.WrongState("Khai báo này đã được gỡ.");
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.InputAt("reason", "Nhập lý do gỡ khai báo.");
        conflict.Lift(manager, reason.Trim(), now);
        return Outcome.Done;
    }

    private static void Assign(List<ReviewerAssignment> rows, int agencyId, AssignmentPart part, IReadOnlyList<Actor> reviewers, AssignmentMode mode, DateTime now)
    {
        var ids = reviewers.Select(r => r.UserId).ToHashSet();
        if (mode != AssignmentMode.Add)
            rows.RemoveAll(a => a.AgencyId == agencyId && a.Part == part && ids.Contains(a.ReviewerId) == (mode == AssignmentMode.Remove));
        if (mode == AssignmentMode.Remove)
            return;
        foreach (var id in ids.Where(id => !rows.Any(a => a.AgencyId == agencyId && a.Part == part && a.ReviewerId == id)))
            rows.Add(new ReviewerAssignment(agencyId, id, part, now));
    }
}
