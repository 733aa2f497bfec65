using System.Net;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Submissions;
using ITScoring.Domain.Workflow;
using ITScoring.Web.Security;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Security;

/// <summary>
/// Every verb of the table is asked for by hand, as everybody, in every state of the period and of the form: a request that would be right but for role, state or
/// ownership is refused and changes nothing, whether it comes from an old page, a second tab or a typed address.
/// </summary>
public sealed class ForbiddenMovesTests : IAsyncLifetime
{
    private const string Form = "/submissions/2026/stc";
    private const string Review = "/reviews/2026/stc";

    /// <summary>Accounts with what they own of Sở Tài chính's form.</summary>
    private static readonly (string Name, Role Role, Owns Owns)[] People =
    [
        ("stc.nhaplieu", Role.Contributor, Owns.Form), ("stc.daumoi", Role.Editor, Owns.Form), ("stc.thutruong", Role.Head, Owns.Form),
        ("snv.nhaplieu", Role.Contributor, Owns.Nothing), ("snv.daumoi", Role.Editor, Owns.Nothing), ("snv.thutruong", Role.Head, Owns.Nothing),
        ("thamtra1", Role.Reviewer, Owns.Review), ("thamtra2", Role.Reviewer, Owns.Conflict), ("thamtra4", Role.Reviewer, Owns.SecondReview), ("thamtra6", Role.Reviewer, Owns.Nothing),
        ("quanly", Role.PeriodManager, Owns.Period), ("lanhdao", Role.Leader, Owns.Period), ("theodoi", Role.Observer, Owns.Nothing), ("quantri", Role.Administrator, Owns.Nothing),
    ];

    private StagePortal _portal = null!;
    private int _form;
    private int _explanation;

    private enum Owns
    {
        Nothing,
        Form,
        Review,
        Conflict,
        SecondReview,
        Period,
    }

    public async Task InitializeAsync()
    {
        _portal = await StagePortal.AtAsync(PeriodState.Preliminary);
        _portal.Clock.Set(new DateTimeOffset(2026, 10, 13, 2, 0, 0, TimeSpan.Zero));
        _form = await _portal.ReadAsync(db => db.Submissions.Where(s => db.Agencies.Any(a => a.Id == s.AgencyId && a.Code == "STC")).Select(s => s.Id).SingleAsync());
        _explanation = await _portal.ReadAsync(db => db.Explanations.Where(e => e.SubmissionId == _form).Select(e => e.Id).SingleAsync());
        // A conflict of interest, a second review, a council that met, and a matter that waits for it.
        await SqlAsync(
            $"""
            INSERT INTO ConflictsOfInterest (PeriodId, ReviewerId, AgencyId, Reason, DeclaredAt) SELECT s.PeriodId, u.Id, s.AgencyId, 'Người nhà.', '2026-09-01' FROM Submissions s, Users u WHERE s.Id = {_form} AND u.UserName = 'thamtra2';
            INSERT INTO SecondReviews (SubmissionId, CriterionCode, Round, ReviewerId, AssignedById, AssignedAt, Version) SELECT {_form}, 'VI.4', 1, u.Id, u.Id, '2026-09-01', 1 FROM Users u WHERE u.UserName = 'thamtra4';
            INSERT INTO Councils (PeriodId, DecisionNumber, DecisionDate, Version) SELECT s.PeriodId, '1/QĐ', '2026-09-01', 1 FROM Submissions s WHERE s.Id = {_form};
            INSERT INTO CouncilMembers (CouncilId, Name, Role) SELECT c.Id, 'An', 'Chair' FROM Councils c;
            INSERT INTO CouncilSessions (CouncilId, Number, HeldOn, Place) SELECT c.Id, 1, '2026-09-02', 'Phòng họp' FROM Councils c;
            INSERT INTO CouncilAttendances (SessionId, MemberId) SELECT s.Id, m.Id FROM CouncilSessions s, CouncilMembers m;
            INSERT INTO Returns (SubmissionId, DeadlineUtc, DeadlineWording, ReturnedById, ReturnedAt) SELECT {_form}, '2026-12-01', 'hết ngày 01/12/2026', u.Id, '2026-09-29' FROM Users u WHERE u.UserName = 'thamtra1';
            UPDATE Periods SET DecisionNumber = '1/QĐ', DecisionDate = '2026-10-12', PublishedAt = '2026-10-12', ProposedSha256 = (SELECT MAX(PublicSha256) FROM FrozenRecords), ApprovedSha256 = (SELECT MAX(PublicSha256) FROM FrozenRecords);
            INSERT INTO ReturnItems (ReturnId, QuestionCode, Reason) SELECT r.Id, 'N05', 'Thiếu.' FROM Returns r
            """);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task No_forbidden_move_is_possible()
    {
        var (wrong, refused, reached) = (new List<string>(), 0, new HashSet<Verb>());
        foreach (var (name, role, owns) in People)
        {
            using var browser = await _portal.SignedInAsync(name);
            var token = await browser.TokenAsync();
            foreach (var (verb, request) in Requests())
            {
                var rule = VerbTable.Rules[verb];
                // The outer door does not look at states: once is enough.
                var door = Permissions.Allows(role, request.Permission);
                foreach (var period in door ? Enum.GetValues<PeriodState>() : [PeriodState.Open])
                {
                    foreach (var form in rule.Submissions is null ? [SubmissionState.Verified] : door ? Enum.GetValues<SubmissionState>() : [SubmissionState.Submitted])
                    {
                        var allowed = rule.Roles.Contains(role) && rule.Periods.Contains(period) && rule.Submissions?.Contains(form) != false && IsOwner(verb, owns);
                        if (allowed && rule.Submissions is null)
                            continue;
                        await StandAsync(verb, period, form);
                        var before = await StoredAsync();
                        var status = await PostAsync(browser, token, request);
                        if (allowed && status is not (403 or 404 or 409))
                            reached.Add(verb);
                        if (allowed)
                            continue;
                        refused++;
                        if (status is not (403 or 404 or 409) || before != await StoredAsync())
                            wrong.Add($"{verb} by {name} with the period {period} and the form {form} answered {status}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(refused > 1000, $"Only {refused} forbidden moves were tried.");
        // A request that is never right proves nothing by being refused.
        Assert.Empty(Requests().Select(r => r.Verb).Where(v => VerbTable.Rules[v].Submissions is not null).Except(reached));
        Assert.Empty(Enum.GetValues<Verb>().Except(Requests().Select(r => r.Verb)));
    }

    private IEnumerable<(Verb Verb, Request Request)> Requests() =>
    [
        (Verb.Open, new("/periods/2026/open", Permission.ManagePeriods)),
        (Verb.CloseCollecting, new("/periods/2026/close", Permission.ManagePeriods)),
        (Verb.SendPreliminary, new("/periods/2026/send-preliminary", Permission.ManagePeriods, ("response", "30/10/2026"))),
        (Verb.Propose, new("/periods/2026/propose", Permission.ManagePeriods)),
        (Verb.HandBack, new("/approvals/2026/hand-back", Permission.Approve, ("reason", "Xem lại."))),
        (Verb.Approve, new("/approvals/2026/approve", Permission.Approve, ("number", "1/QĐ"), ("date", "12/10/2026"), ("record", "x"))),
        (Verb.Publish, new("/approvals/2026/publish", Permission.Approve, ("record", "x"))),
        (Verb.Answer, new(Form + "/questions/N05/evidence/link", Permission.FillForm, ("url", "https://stc.quangbinh.gov.vn/tai-lieu"))),
        (Verb.Present, new(Form + "/check/present", Permission.PresentForm)),
        (Verb.Recall, new(Form + "/check/recall", Permission.PresentForm)),
        (Verb.SendBack, new(Form + "/sign-off/send-back", Permission.SignOff, ("reason", "Xem lại."))),
        (Verb.Submit, new(Form + "/sign-off", Permission.SignOff, ("declaration", "true"))),
        (Verb.Judge, new(Review + "/criteria/VI.5/agree", Permission.Review)),
        (Verb.JudgeSecond, new("/second-reviews/2026/stc/VI.4", Permission.Review)),
        (Verb.DecideInCouncil, new("/councils/2026/matters/stc/VI.4", Permission.ManagePeriods, ("session", "1"), ("reason", "Đủ căn cứ."), ("votesFor", "1"))),
        (Verb.Return, new(Review + "/return", Permission.Review, ("questions", "N06"), ("reason-N06", "Thiếu."), ("deadline", "30/12/2026"), ("step", "send"))),
        (Verb.Finish, new(Review + "/finish", Permission.Review)),
        (Verb.Reopen, new(Review + "/reopen", Permission.ManagePeriods, ("reason", "Có số liệu mới."))),
        (Verb.Explain, new("/explanations/2026/stc/criteria/VI.4", Permission.Explain, ("text", "Có thêm hồ sơ."), ("contested", "N05"), ("claim-N05", "65"))),
        (Verb.ConfirmExplanation, new($"/explanations/2026/stc/{_explanation}/confirm", Permission.SignOff)),
        (Verb.Settle, new("/settlements/2026/stc/VI.4", Permission.Settle, ("conclusion", "decline"), ("reason", "Không có căn cứ."))),
        (Verb.PrepareCorrection, new("/corrections/2026/stc/VI.4", Permission.ManagePeriods, ("v-N05", "62"), ("reason", "Cộng nhầm."))),
        (Verb.PublishCorrection, new("/corrections/2026/publish", Permission.Approve, ("record", "x"), ("number", "1/QĐ"), ("date", "12/10/2026"))),
    ];

    private static bool IsOwner(Verb verb, Owns owns) => verb switch
    {
        Verb.Answer or Verb.Present or Verb.Recall or Verb.SendBack or Verb.Submit or Verb.Explain or Verb.ConfirmExplanation => owns == Owns.Form,
        Verb.Judge or Verb.Return or Verb.Finish => owns == Owns.Review,
        Verb.JudgeSecond => owns == Owns.SecondReview,
        // Anybody who neither judged it nor must keep away.
        Verb.Settle => owns is Owns.SecondReview or Owns.Nothing,
        _ => owns == Owns.Period,
    };

    private async Task<int> PostAsync(PortalClient browser, string token, Request request)
    {
        using var body = new FormUrlEncodedContent([.. request.Fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)), new("__RequestVerificationToken", token)]);
        using var response = await browser.Http.PostAsync(request.Path, body);
        if (response.StatusCode == HttpStatusCode.InternalServerError)
            Assert.Fail($"{request.Path} answered 500. The log ends with:\n{_portal.LogTail()}");
        return (int)response.StatusCode;
    }

    private Task SqlAsync(string sql) => _portal.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    /// <summary>Puts period and form into their states, and what the verb is about into its own.</summary>
    private Task StandAsync(Verb verb, PeriodState period, SubmissionState form)
    {
        var answered = form is SubmissionState.Returned or SubmissionState.AwaitingSignOff ? "NULL" : "'2026-09-30'";
        return SqlAsync(
            $"""
            UPDATE Periods SET State = '{period}';
            UPDATE Submissions SET State = '{form}', PresentedFrom = 'Drafting' WHERE Id = {_form};
            UPDATE Returns SET AnsweredAt = {answered} WHERE SubmissionId = {_form};
            UPDATE SecondReviews SET GivenAt = NULL, ComparedAt = NULL, Kind = NULL, Agrees = NULL, ValuesJson = NULL, ClosedAt = NULL WHERE SubmissionId = {_form} AND Round = 1;
            UPDATE CriterionVerdicts SET Kind = 'ReferredToCouncil', Reason = 'Chưa rõ.', ByCouncil = 0 WHERE SubmissionId = {_form} AND CriterionCode = 'VI.4';
            UPDATE CriterionVerdicts SET Kind = 'Agreed', ByCouncil = 0 WHERE SubmissionId = {_form} AND CriterionCode <> 'VI.4';
            UPDATE Explanations SET State = '{(verb == Verb.Settle ? "Confirmed" : "Drafted")}', ConfirmedAt = '2026-10-12', SettledAt = NULL, SettledById = NULL WHERE Id = {_explanation}
            """);
    }

    private Task<string> StoredAsync() => _portal.ReadAsync(async db => string.Join('|',
        await db.Periods.Select(p => p.State + "/" + p.Version + "/" + p.CohortVersion).SingleAsync(),
        await db.Submissions.SumAsync(s => s.StateVersion),
        await db.Submissions.Where(s => s.Id == _form).Select(s => s.State).SingleAsync(),
        await db.AnswerChanges.MaxAsync(c => (long?)c.Id),
        await db.VerdictChanges.MaxAsync(c => (long?)c.Id),
        await db.Evidence.CountAsync(),
        await db.Returns.CountAsync(),
        await db.CouncilDecisions.CountAsync(),
        await db.SecondReviews.CountAsync(r => r.GivenAt != null),
        await db.FrozenRecords.CountAsync(),
        await db.Explanations.Where(e => e.Id == _explanation).Select(e => e.State + "/" + e.Text).SingleAsync(),
        await db.Notices.CountAsync(),
        await db.AuditEntries.CountAsync(e => !e.Action.StartsWith("account."))));

    /// <param name="Permission">What the outer door asks for.</param>
    private sealed record Request(string Path, Permission Permission, params (string Name, string Value)[] Fields);
}
