using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Reviews;

/// <summary>The council: who sits in it, when it may meet, and what it may decide.</summary>
public sealed class CouncilTests
{
    private static readonly DocumentReference Founding = new("12/QĐ-UBND", new DateOnly(2018, 12, 1), null);

    private readonly Period _open = PeriodIn(PeriodState.Open);
    private readonly Submission _form = FormIn(SubmissionState.Submitted);
    private readonly Dictionary<string, Answer> _answers = Declared();
    private readonly Review _review;

    public CouncilTests() => _review = new Review(Set, _open, _form, _answers.Values, []);

    [Fact]
    public void A_decision_sets_the_values_ends_the_matter_and_is_recorded_with_its_votes()
    {
        Refer("K.1");
        Done(_review.Agree(Reviewer, Criterion("K.2"), InTime));

        Done(_review.Decide(Manager, Criterion("K.1"), Session(), [new ValueAdjustment("A", "5")], "Chỉ tính máy đang dùng.", new CouncilVotes(2, 1, 0), Closing, out var decision));

        Assert.Equal("5", _answers["A"].ValueAt(AnswerStage.Verified));
        Assert.Equal("Chỉ tính máy đang dùng.", _answers["A"].VerifiedReason);
        var verdict = _review.VerdictOn("K.1")!;
        Assert.Equal((VerdictKind.Adjusted, true, true), (verdict.Kind, verdict.ByCouncil, verdict.Stands));
        Assert.Equal(VerdictKind.NeedsReview, _review.VerdictOn("K.2")!.Kind);
        Assert.Equal((VerdictKind.Adjusted, 2, 1, 0, "5"), (decision!.Kind, decision.VotesFor, decision.VotesAgainst, decision.VotesAbstaining, decision.Values()["A"]));
    }

    [Fact]
    public void What_the_council_decided_no_reviewer_changes_or_returns()
    {
        Refer("K.1");
        Done(_review.Decide(Manager, Criterion("K.1"), Session(), [], "Đủ căn cứ.", new CouncilVotes(3, 0, 0), Closing, out _));

        Assert.Equal((VerdictKind.Agreed, "Đủ căn cứ."), (_review.VerdictOn("K.1")!.Kind, _review.VerdictOn("K.1")!.Reason));
        Refused(RefusalKind.WrongState, "đã do Hội đồng quyết định", () => _review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", "5")], "Thiếu.", Closing), All());
        Refused(RefusalKind.Input, "tiêu chí K.1", () => _review.Adjust(Reviewer, Criterion("K.2"), [new ValueAdjustment("A", "5")], "Thiếu.", Closing), All());
        Assert.Contains("K.1", Assert.Single(_review.MayReturn(Reviewer, ["A"]).Problems));
        Assert.True(_review.MayReturn(Reviewer, ["W"]).Ok);
    }

    [Fact]
    public void Only_what_was_referred_is_decided_and_only_with_a_reason_and_a_majority_of_those_who_vote()
    {
        Refused(RefusalKind.WrongState, "không chờ Hội đồng", () => Decide(new CouncilVotes(3, 0, 0)), All());
        Refer("K.1");
        Refused(RefusalKind.Input, "phải bằng 3", () => Decide(new CouncilVotes(2, 0, 0)), All());
        Refused(RefusalKind.Input, "quá nửa", () => Decide(new CouncilVotes(1, 1, 1)), All());
        Refused(RefusalKind.Input, "âm", () => Decide(new CouncilVotes(4, -1, 0)), All());
        Refused(RefusalKind.Input, "lý do", () => Decide(new CouncilVotes(3, 0, 0), " "), All());
        // Who works for the agency has no vote on it.
        Refused(RefusalKind.Input, "phải bằng 2", () => Decide(new CouncilVotes(3, 0, 0), session: Session(withOwn: true)), All());
        Done(Decide(new CouncilVotes(2, 0, 0), session: Session(withOwn: true)));
    }

    [Fact]
    public void Who_referred_a_matter_may_take_it_back_by_judging_and_nobody_else()
    {
        Refer("K.1");
        Refused(RefusalKind.WrongState, "đang chờ Hội đồng", () => _review.Agree(SecondReviewer, Criterion("K.1"), InTime), All());
        Done(_review.Agree(Reviewer, Criterion("K.1"), InTime));
        Assert.True(_review.VerdictOn("K.1")!.Stands);
    }

    [Fact]
    public void A_referral_and_a_request_need_words_and_neither_lets_the_form_be_finished()
    {
        foreach (var blank in new[] { null, "", " \u00a0\t" })
        {
            Refused(RefusalKind.Input, "vấn đề", () => _review.Refer(Reviewer, Criterion("K.1"), blank, InTime), All());
            Refused(RefusalKind.Input, "nội dung cần bổ sung", () => _review.RequestSupplement(Reviewer, Criterion("K.1"), blank, InTime), All());
        }

        Refer("K.1");
        Done(_review.RequestSupplement(Reviewer, Criterion("K.2"), "Gửi danh sách máy.", InTime));
        Assert.Equal(["K.1", "K.2"], _review.Undecided(new HashSet<string> { "K.1", "K.2" }));
        // The inspector's own question and the system's are nothing to ask the agency for.
        Refused(RefusalKind.Input, "không có câu nào do cơ quan trả lời", () => _review.RequestSupplement(Reviewer, Criterion("K.3"), "Gửi.", InTime), All());
    }

    [Fact]
    public void A_shared_value_that_moves_leaves_what_waits_for_the_council_or_the_agency_waiting()
    {
        Refer("K.2");
        Done(_review.Adjust(Reviewer, Criterion("K.1"), [new ValueAdjustment("A", "5")], "Thiếu.", InTime));
        Assert.Equal(VerdictKind.ReferredToCouncil, _review.VerdictOn("K.2")!.Kind);
    }

    [Fact]
    public void A_council_has_a_decision_one_chair_and_three_members()
    {
        var council = new Council(1);
        Refused(RefusalKind.NotAllowed, "quản lý", () => council.Establish(Reviewer, _open, Founding, Members(), InTime), council);
        Refused(RefusalKind.Input, "đúng một Chủ tịch", () => council.Establish(Manager, _open, Founding, [.. Members(), new("Bà Dung", null, CouncilRole.Chair, null)], InTime), council);
        Refused(RefusalKind.Input, "ba thành viên", () => council.Establish(Manager, _open, Founding, [Members()[0]], InTime), council);
        Refused(RefusalKind.Input, "hai lần", () => council.Establish(Manager, _open, Founding, [.. Members(), new("Ông Cường", "Giám đốc Sở Tài chính", CouncilRole.Secretary, null)], InTime), council);
        Refused(RefusalKind.Input, "sau ngày hôm nay", () => council.Establish(Manager, _open, Founding with { Date = new DateOnly(2019, 1, 1) }, Members(), InTime), council);
        Refused(RefusalKind.WrongState, "Đã phê duyệt", () => council.Establish(Manager, PeriodIn(PeriodState.Approved), Founding, Members(), Deciding), council);
        Done(council.Establish(Manager, _open, Founding, Members(), InTime));
        Assert.Equal(3, council.Members.Count);
    }

    [Fact]
    public void A_session_is_not_in_the_future_nor_before_the_council_and_most_are_there()
    {
        var council = new Council(1);
        Done(council.Establish(Manager, _open, Founding, Members(), InTime));
        Refused(RefusalKind.Input, "sau ngày hôm nay", () => council.Hold(Manager, _open, new DateOnly(2018, 12, 30), "Phòng họp", [0], null, InTime, out _), council);
        Refused(RefusalKind.Input, "trước ngày quyết định", () => council.Hold(Manager, _open, new DateOnly(2018, 11, 30), "Phòng họp", [0], null, InTime, out _), council);
        Refused(RefusalKind.Input, "quá nửa", () => council.Hold(Manager, _open, new DateOnly(2018, 12, 8), "Phòng họp", [5], null, InTime, out _), council);
        Refused(RefusalKind.Input, "địa điểm", () => council.Hold(Manager, _open, new DateOnly(2018, 12, 8), " ", [0], null, InTime, out _), council);
        Done(council.Hold(Manager, _open, new DateOnly(2018, 12, 8), "Phòng họp", [0], " ", InTime, out var session));
        Assert.Equal((1, null, 3), (session!.Number, session.Notes, session.VotersOn(Own).Count));
    }

    private static CouncilMember[] Members() => [new("Ông An", "Phó Chủ tịch UBND tỉnh", CouncilRole.Chair, null), new("Bà Bình", null, CouncilRole.Secretary, null), new("Ông Cường", "Giám đốc Sở Tài chính", CouncilRole.Member, null)];

    private void Refer(string criterion) => Done(_review.Refer(Reviewer, Criterion(criterion), "Chưa rõ cách đếm.", InTime));

    private Outcome Decide(CouncilVotes votes, string reason = "Đủ căn cứ.", CouncilSession? session = null) => _review.Decide(Manager, Criterion("K.1"), session ?? Session(), [], reason, votes, Closing, out _);

    private IEnumerable<object> All() => [_open, _form, .. _answers.Values, .. _review.NewVerdicts];
}
