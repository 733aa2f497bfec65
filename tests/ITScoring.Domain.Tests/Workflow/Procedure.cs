using System.Text.Json;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;

namespace ITScoring.Domain.Tests.Workflow;

/// <summary>
/// A small evaluation in any state, brought there by its verbs: one agency that is looked at (<see cref="Own"/>), another one, and the
/// office that evaluates. The dates are those of 2018: forms before 20/12/2018, explanations until 05/4/2019.
/// </summary>
internal static class Procedure
{
    public const int Own = 11;
    public const int Other = 12;
    public const int Office = 13;

    public static readonly DateTime Opening = At(2018, 12, 3);
    public static readonly DateTime InTime = At(2018, 12, 10);
    public static readonly DateTime Closing = At(2018, 12, 21);
    public static readonly DateTime Sending = At(2019, 3, 25);
    public static readonly DateTime Explaining = At(2019, 4, 1);
    public static readonly DateTime WindowPast = At(2019, 4, 10);
    public static readonly DateTime Deciding = At(2019, 4, 20);

    public static readonly Deadline General = Deadline.Before(new DateOnly(2018, 12, 20));
    public static readonly Deadline Response = Deadline.EndOf(new DateOnly(2019, 4, 5));
    public static readonly DocumentReference Decision = new("321/QĐ-UBND", new DateOnly(2019, 4, 19), "V/v phê duyệt kết quả");

    public static readonly Actor Contributor = new(1, Role.Contributor, Own);
    public static readonly Actor Editor = new(2, Role.Editor, Own);
    public static readonly Actor Head = new(3, Role.Head, Own);
    public static readonly Actor Deputy = new(4, Role.Deputy, Own, At(2018, 12, 5), At(2019, 4, 30));
    public static readonly Actor Reviewer = new(7, Role.Reviewer, Office);
    public static readonly Actor SecondReviewer = new(8, Role.Reviewer, Office);
    public static readonly Actor Manager = new(9, Role.PeriodManager, Office);
    public static readonly Actor Leader = new(10, Role.Leader, null);

    public const string Proposed = "aaaa";

    /// <summary>K.1 and K.2 share A; K.3 reads what the inspector enters; K.4 reads whether the site exists (W), which also decides whether V of K.5 is asked; T feeds nothing.</summary>
    public static readonly CriteriaSet Set = Sets.Of(
        [
            """ "code": "A", "type": "integer" """,
            """ "code": "B", "type": "integer" """,
            """ "code": "I", "type": "integer", "filledBy": "inspector" """,
            """ "code": "W", "type": "yesNo" """,
            """ "code": "V", "type": "integer", "askWhen": "W" """,
            """ "code": "T", "type": "text" """,
            """ "code": "C", "type": "choice", "filledBy": "system", "system": "submissionTimeliness", "options": [{"code": "a", "text": "Đúng hạn"}, {"code": "b", "text": "Muộn"}, {"code": "c", "text": "Không nộp"}] """,
            """ "code": "P", "type": "text", "askWhen": "V > 0" """,
        ],
        (10, """ "rule": {"kind": "ratio", "value": "A / B"} """),
        (10, """ "rule": {"kind": "count", "value": "A", "each": 1} """),
        (10, """ "rule": {"kind": "points", "value": "I"} """),
        (10, """ "rule": {"kind": "yesNo", "value": "W"} """),
        (10, """ "rule": {"kind": "count", "value": "V", "each": 1} """),
        (10, """ "rule": {"kind": "choice", "question": "C", "points": {"a": 10, "b": 5}} """));

    public static readonly IReadOnlySet<string> NoNotes = new HashSet<string>();

    public static readonly FormFindings NothingFound = Findings();

    public static readonly WorkingDays Calendar = new([]);

    public static DateTime At(int year, int month, int day, int hour = 2) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);

    public static Question Question(string code) => Set.FindQuestion(code)!;

    public static Criterion Criterion(string code) => Set.FindCriterion(code)!;

    public static CriteriaSetVersion SetVersion(CriteriaSetState state = CriteriaSetState.InForce) => new("THU", 1, "Bộ thử", "{}", "00", state);

    public static void Done(Outcome outcome) => Assert.True(outcome.Ok, string.Join("\n", outcome.Problems));

    /// <summary>A council of three, one of them from the agency, with a session that all attended.</summary>
    public static CouncilSession Session(bool withOwn = false)
    {
        var council = new Council(0);
        CouncilMember[] members = [new("Ông An", "Phó Chủ tịch UBND tỉnh", CouncilRole.Chair, null), new("Bà Bình", "Giám đốc Sở TTTT", CouncilRole.Secretary, null), new("Ông Cường", "Giám đốc Sở Tài chính", CouncilRole.Member, withOwn ? Own : null)];
        Done(council.Establish(Manager, PeriodIn(PeriodState.Open), new DocumentReference("12/QĐ-UBND", new DateOnly(2018, 12, 1), null), members, InTime));
        // Members that were never stored all have the id 0.
        Done(council.Hold(Manager, PeriodIn(PeriodState.Open), new DateOnly(2018, 12, 8), "Phòng họp số 1", [0], null, InTime, out var session));
        return session!;
    }

    /// <summary>The verb is refused with a sentence that contains the words, and nothing about the entities changes.</summary>
    public static void Refused(RefusalKind kind, string saying, Func<Outcome> verb, params IEnumerable<object?> entities)
    {
        var before = Seen(entities);
        var outcome = verb();
        Assert.Equal(kind, outcome.Refusal);
        Assert.Contains(outcome.Problems, problem => problem.Contains(saying, StringComparison.Ordinal));
        Assert.Equal(before, Seen(entities));
    }

    /// <summary>A period that was planned with agencies and reviewers, and nothing more.</summary>
    public static Period Planned()
    {
        var period = new Period("2018", 2018, "Đánh giá năm 2018");
        Done(period.Plan("Đánh giá năm 2018", SetVersion(), new DateOnly(2017, 12, 1), new DateOnly(2018, 11, 30), General, disclosesDeclaredFigures: false));
        Done(period.TakeIn([TakingPart(Own, "STC", "Sở Tài chính"), TakingPart(Other, "SNV", "Sở Nội vụ")]));
        Done(period.AssignReviewers(Manager, Own, [Reviewer, SecondReviewer], Opening));
        return period;
    }

    public static PeriodAgency TakingPart(int id, string code, string name) => new(id, code, name, "SBN", "Sở, ban, ngành", id);

    public static Period PeriodIn(PeriodState state)
    {
        var period = Planned();
        Action[] steps =
        [
            () => Done(period.Open(Manager, Opening)),
            () => Done(period.CloseCollecting(Manager, Closing)),
            () => Done(period.SendPreliminary(Manager, Sending, [], Response)),
            () => Done(period.Propose(Manager, WindowPast, [], Proposed)),
            () => Done(period.Approve(Leader, Deciding, Decision, Proposed)),
            () => Done(period.Publish(Leader, Deciding, Proposed)),
        ];
        foreach (var step in steps.Take((int)state))
            step();
        Assert.Equal(state, period.State);
        return period;
    }

    /// <summary>The form of <see cref="Own"/>, moved by its people and its reviewer in an open period.</summary>
    public static Submission FormIn(SubmissionState state)
    {
        var period = PeriodIn(PeriodState.Open);
        var form = new Submission(1, Own);
        if (state == SubmissionState.Drafting)
            return form;
        Done(form.Present(period, Editor, NothingFound, NoNotes, InTime));
        if (state == SubmissionState.AwaitingSignOff)
            return form;
        Submit(form, period, InTime);
        if (state == SubmissionState.Returned)
            Done(form.Return(period, Reviewer, Set, [new ReturnItem("A", "Thiếu số liệu của chi cục.")], Deadline.EndOf(new DateOnly(2018, 12, 28)), InTime));
        if (state == SubmissionState.Verified)
            Done(form.Finish(period, Reviewer, [], InTime));
        Assert.Equal(state, form.State);
        return form;
    }

    public static void Submit(Submission form, Period period, DateTime now) =>
        Done(form.Submit(period, Head, NothingFound, NoNotes, Calendar, "{}", "00", now));

    /// <summary>Answers as the agency declared them: A 6, B 10, W yes, V 3.</summary>
    public static Dictionary<string, Answer> Declared(Period? period = null)
    {
        period ??= PeriodIn(PeriodState.Open);
        var form = new Submission(1, Own);
        var answers = new Dictionary<string, Answer>();
        foreach (var (code, json) in new[] { ("A", "6"), ("B", "10"), ("W", "true"), ("V", "3") })
        {
            answers[code] = new Answer(0, code);
            Done(form.Declare(period, Editor, Question(code), answers[code], json, null, Opening));
        }

        return answers;
    }

    /// <summary>What checking a form finds, here only errors and warnings of the set's checks.</summary>
    public static FormFindings Findings(int errors = 0, int warnings = 0)
    {
        var checks = Enumerable.Range(1, errors).Select(i => $$"""{"code": "E{{i}}", "level": "error", "assert": "X < 0", "message": "Sai."}""")
            .Concat(Enumerable.Range(1, warnings).Select(i => $$"""{"code": "W{{i}}", "level": "warning", "assert": "X < 0", "message": "Lạ."}"""));
        var set = Sets.Read(System.Text.Encoding.UTF8.GetBytes(
            Sets.Json([""" "code": "X", "type": "integer" """], [(10, """ "rule": {"kind": "points", "value": "X"} """)], string.Join(",", checks))));
        return FormCheck.Run(set, new Dictionary<string, AnswerValue> { ["X"] = new NumberAnswer(1) }, new Dictionary<string, AnswerValue>(), NoNotes);
    }

    /// <summary>Everything that can be seen of some entities, to tell whether anything changed.</summary>
    public static string Seen(params IEnumerable<object?> entities) => string.Join("\n", entities.Select(entity => JsonSerializer.Serialize(entity)));
}
