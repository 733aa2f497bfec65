using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using static ITScoring.Domain.Tests.Workflow.Procedure;

namespace ITScoring.Domain.Tests.Workflow;

/// <summary>The right role in the right state is not enough: the form must be one's own, assigned, and the deputy's time must run.</summary>
public sealed class OwnershipTests
{
    private static readonly DateTime ActingFrom = At(2018, 12, 10, 1);
    private static readonly DateTime ActingUntil = At(2018, 12, 10, 9);

    private readonly Period _open = PeriodIn(PeriodState.Open);
    private readonly Period _preliminary = PeriodIn(PeriodState.Preliminary);

    [Theory]
    [InlineData(Role.Contributor)]
    [InlineData(Role.Editor)]
    public void Another_agencys_people_cannot_answer_or_prove(Role role)
    {
        var stranger = new Actor(20, role, Other);
        var form = FormIn(SubmissionState.Drafting);
        var answers = Declared();

        Refused(RefusalKind.NotAllowed, "không thuộc cơ quan", () => form.Declare(_open, stranger, Question("A"), answers["A"], "5", null, InTime), form, answers["A"]);
        Refused(RefusalKind.NotAllowed, "không thuộc cơ quan", () => form.Cite(_open, stranger, Question("A"), "12/KH", Deadline.LocalDay(InTime), "Sở", "V/v", InTime, out _), form);
        Refused(RefusalKind.NotAllowed, "không thuộc cơ quan", () => form.Link(_open, stranger, Question("A"), "https://stttt.vn", null, InTime, out _), form);
    }

    [Fact]
    public void Another_agencys_editor_and_head_cannot_move_the_form()
    {
        var (editor, head) = (new Actor(20, Role.Editor, Other), new Actor(21, Role.Head, Other));
        var (drafting, waiting) = (FormIn(SubmissionState.Drafting), FormIn(SubmissionState.AwaitingSignOff));

        Refused(RefusalKind.NotAllowed, "không thuộc cơ quan", () => drafting.Present(_open, editor, NothingFound, NoNotes, InTime), drafting);
        Refused(RefusalKind.NotAllowed, "không thuộc cơ quan", () => waiting.Recall(_open, editor, InTime), waiting);
        Refused(RefusalKind.NotAllowed, "không thuộc cơ quan", () => waiting.SendBack(_open, head, "Sửa lại.", InTime), waiting);
        Refused(RefusalKind.NotAllowed, "không thuộc cơ quan", () => waiting.Submit(_open, head, NothingFound, NoNotes, Calendar, "{}", "00", InTime), waiting);
    }

    [Fact]
    public void Another_agencys_editor_and_head_cannot_explain()
    {
        var (editor, head) = (new Actor(20, Role.Editor, Other), new Actor(21, Role.Head, Other));
        var form = FormIn(SubmissionState.Verified);
        var explanation = new Explanation(0, "K.1");
        ContestedValue[] contested = [new("A", "7")];

        Refused(RefusalKind.NotAllowed, "không thuộc cơ quan", () => explanation.Write(_preliminary, form, Set, editor, "Có.", contested, Explaining), explanation);
        Done(explanation.Write(_preliminary, form, Set, Editor, "Có.", contested, Explaining));
        Refused(RefusalKind.NotAllowed, "không thuộc cơ quan", () => explanation.Confirm(_preliminary, form, head, Explaining), explanation);
    }

    [Fact]
    public void An_account_without_an_agency_owns_no_form()
    {
        var form = FormIn(SubmissionState.AwaitingSignOff);

        Refused(RefusalKind.NotAllowed, "không thuộc cơ quan", () => form.Submit(_open, Head with { AgencyId = null }, NothingFound, NoNotes, Calendar, "{}", "00", InTime), form);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(8 * 3600, true)]
    [InlineData((8 * 3600) + 1, false)]
    public void A_deputy_signs_from_the_first_to_the_last_instant_of_the_stated_time(int secondsAfterFrom, bool mayAct)
    {
        var deputy = new Actor(4, Role.Deputy, Own, ActingFrom, ActingUntil);
        var now = ActingFrom.AddSeconds(secondsAfterFrom);
        var (submitted, sentBack) = (FormIn(SubmissionState.AwaitingSignOff), FormIn(SubmissionState.AwaitingSignOff));

        if (mayAct)
        {
            Done(submitted.Submit(_open, deputy, NothingFound, NoNotes, Calendar, "{}", "00", now));
            Done(sentBack.SendBack(_open, deputy, "Sửa lại.", now));
            Assert.Equal((SubmissionState.Submitted, deputy.UserId), (submitted.State, submitted.SignedById));
            Assert.Equal(Role.Deputy, submitted.Moves[^1].MovedByRole);
        }
        else
        {
            Refused(RefusalKind.NotAllowed, "Ngoài thời gian", () => submitted.Submit(_open, deputy, NothingFound, NoNotes, Calendar, "{}", "00", now), submitted);
            Refused(RefusalKind.NotAllowed, "Ngoài thời gian", () => sentBack.SendBack(_open, deputy, "Sửa lại.", now), sentBack);
        }
    }

    [Fact]
    public void A_deputy_whose_time_is_not_stated_or_over_signs_nothing()
    {
        var form = FormIn(SubmissionState.AwaitingSignOff);
        var verified = FormIn(SubmissionState.Verified);
        var explanation = new Explanation(0, "K.1");
        Done(explanation.Write(_preliminary, verified, Set, Editor, "Có.", [new ContestedValue("A", "7")], Explaining));

        Refused(RefusalKind.NotAllowed, "Ngoài thời gian", () => form.Submit(_open, Deputy with { ActingFrom = null }, NothingFound, NoNotes, Calendar, "{}", "00", InTime), form);
        Refused(RefusalKind.NotAllowed, "Ngoài thời gian", () => form.Submit(_open, Deputy with { ActingUntil = null }, NothingFound, NoNotes, Calendar, "{}", "00", InTime), form);
        Refused(RefusalKind.NotAllowed, "Ngoài thời gian", () => explanation.Confirm(_preliminary, verified, Deputy with { ActingUntil = ActingUntil }, Explaining), explanation);
    }

    [Fact]
    public void A_reviewer_who_is_not_assigned_cannot_judge_return_or_finish()
    {
        var stranger = new Actor(30, Role.Reviewer, Office);

        RefusedReview(stranger, "không được phân công");
    }

    [Fact]
    public void A_reviewer_of_the_home_agency_is_refused_even_when_assigned()
    {
        // Assigned while working elsewhere, then moved to the agency.
        RefusedReview(Reviewer with { AgencyId = Own }, "chính cơ quan mình");
    }

    [Fact]
    public void A_reviewer_assigned_to_one_agency_only_cannot_judge_another()
    {
        Done(_open.AssignReviewers(Manager, Other, [new Actor(30, Role.Reviewer, Office)], InTime));

        RefusedReview(new Actor(30, Role.Reviewer, Office), "không được phân công");
    }

    [Fact]
    public void A_reviewer_who_was_taken_off_cannot_go_on()
    {
        Done(_open.AssignReviewers(Manager, Own, [SecondReviewer], InTime));

        RefusedReview(Reviewer, "không được phân công");
    }

    private void RefusedReview(Actor reviewer, string saying)
    {
        var form = FormIn(SubmissionState.Submitted);
        var answers = Declared();
        var review = new Review(Set, _open, form, answers.Values, []);
        object[] all = [_open, form, .. answers.Values];

        Refused(RefusalKind.NotAllowed, saying, () => review.Agree(reviewer, Criterion("K.1"), InTime), all);
        Refused(RefusalKind.NotAllowed, saying, () => review.Adjust(reviewer, Criterion("K.1"), [new ValueAdjustment("A", "5")], "Thiếu.", InTime), all);
        Refused(RefusalKind.NotAllowed, saying, () => review.AdjustUnscored(reviewer, Question("T"), "\"x\"", "Thiếu.", InTime), all);
        Refused(RefusalKind.NotAllowed, saying, () => form.Return(_open, reviewer, Set, [new ReturnItem("A", "Thiếu.")], General, InTime), all);
        Refused(RefusalKind.NotAllowed, saying, () => form.Finish(_open, reviewer, [], InTime), all);
        Assert.Empty(review.NewVerdicts);
        Assert.Empty(review.NewAnswers);
    }
}
