using System.Security.Cryptography;
using System.Text;
using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Assignments;
using ITScoring.Web.Features.EvidenceItems;
using ITScoring.Web.Features.Periods;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Features.Sections;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Surveys;

/// <summary>
/// An open period with <see cref="SurveySet"/>, in which STC, SCT and SXD take part, and the acts that a test needs done before it begins: each by the
/// site's own services, as the account whose part it is. What a test is about it does itself, through pages.
/// </summary>
internal sealed class Survey
{
    private static int _opened;

    private readonly SurveyPortal _portal;

    private Survey(SurveyPortal portal, string code) => (_portal, Code) = (portal, code);

    public string Code { get; }

    /// <summary>Answers to every question of the agency, by code: 78 points of group I and, in time, 5 of group II.</summary>
    public static IReadOnlyList<(string Code, string Json)> Complete { get; } =
    [
        ("A01", "120"), ("A02", "90"), ("A03", "240.5"), ("A04", "true"), ("A05", "\"a\""), ("A06", "[\"a\",\"b\"]"),
        ("A07", """[{"name":"Kế toán","year":2019},{"name":"Lưu trữ","year":2021}]"""),
        ("B01", "true"), ("B02", "\"https://stc.example.invalid\""), ("B03", "12"),
    ];

    /// <summary>Opens a period of its own: data of December 2025 to November 2026, deadline before 20/12/2026, thamtra1 assigned to all.</summary>
    /// <param name="previous">Last year's figures of STC by question code.</param>
    public static async Task<Survey> OpenAsync(SurveyPortal portal, params (string Question, string Json)[] previous)
    {
        var survey = new Survey(portal, $"kt-{Interlocked.Increment(ref _opened)}");
        await portal.AsAsync("quanly", async services =>
        {
            var (db, service) = (services.GetRequiredService<AppDbContext>(), services.GetRequiredService<PeriodService>());
            var set = await db.CriteriaSetVersions.FirstOrDefaultAsync(v => v.Code == SurveySet.Code);
            if (set is null)
            {
                set = new CriteriaSetVersion(SurveySet.Code, 1, "Bộ tiêu chí để kiểm thử", SurveySet.Json, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SurveySet.Json))), CriteriaSetState.InForce);
                db.Add(set);
                await db.SaveChangesAsync();
            }

            var (created, period) = await service.CreateAsync(survey.Code, 2026, "Đánh giá thử 2026");
            Require(created);
            string[] codes = ["STC", "SCT", "SXD"];
            var agencies = await db.Agencies.Where(a => codes.Contains(a.Code)).ToListAsync();
            Require(await service.PlanAsync(period!, new PeriodPlan(
                period!.Title, set.Id, new DateOnly(2025, 12, 1), new DateOnly(2026, 11, 30), Deadline.Before(new DateOnly(2026, 12, 20)), false, [.. agencies.Select(a => new PlannedAgency(a.Id, null))])));
            if (previous.Length > 0)
                Require(await service.ImportPreviousAsync(period, [.. previous.Select((p, i) => new PreviousLine(i + 1, "STC", p.Question, p.Json))], "Phiếu năm 2025"));
            var reviewer = await db.Users.SingleAsync(u => u.UserName == "thamtra1");
            foreach (var agency in agencies)
                Require(await services.GetRequiredService<AssignmentService>().AssignAsync(period, agency.Id, [reviewer.Id]));
            Require(await service.OpenAsync(period));
            return period;
        });
        return survey;
    }

    /// <summary>Address of a form's page; without a page its task list.</summary>
    public string Path(string page = "", string agency = "stc") => $"/submissions/{Code}/{agency}" + (page.Length > 0 ? "/" + page : "");

    /// <summary>A page of the form of STC, in the kept browser of an account.</summary>
    public async Task<PortalPage> PageAsync(string page = "", string userName = "stc.daumoi") =>
        await (await _portal.BrowserOfAsync(userName)).GetAsync(Path(page, userName.Split('.')[0]));

    public Task<PortalPage> SectionAsync(string section = "A", string userName = "stc.daumoi") => PageAsync("sections/" + section, userName);

    /// <summary>The stored answer of an agency; null: there is no row.</summary>
    public Task<Answer?> AnswerAsync(string code, string agency = "STC") => _portal.ReadAsync(async db =>
    {
        var id = await SubmissionIdAsync(db, agency);
        return await db.Answers.AsNoTracking().FirstOrDefaultAsync(a => a.SubmissionId == id && a.QuestionCode == code);
    });

    /// <summary>Declared value as stored; null: unanswered.</summary>
    public async Task<string?> ValueAsync(string code, string agency = "STC") => (await AnswerAsync(code, agency))?.DeclaredJson;

    public Task<Submission> FormAsync(string agency = "STC") => _portal.ReadAsync(async db =>
    {
        var id = await SubmissionIdAsync(db, agency);
        return await db.Submissions.AsNoTracking().AsSplitQuery().Include(s => s.Moves).Include(s => s.Receipts).SingleAsync(s => s.Id == id);
    });

    /// <summary>Stores answers; of two to one question the later counts.</summary>
    public Task AnswerAsync(string userName, params IReadOnlyList<(string Code, string Json)> answers) => _portal.AsAsync(userName, async services =>
    {
        var form = await OwnAsync(services, userName);
        var posted = answers.GroupBy(a => a.Code).Select(g => g.Last()).Select(a => (Question: form.Set.FindQuestion(a.Code)!, a.Json))
            .Select(a => new PostedAnswer(a.Question, AnswerInput.Of(AnswerJson.Read(a.Question, a.Json).Value), null, null, null)).ToList();
        Require((await services.GetRequiredService<SectionService>().SaveAsync(form, posted)).Refusal);
        return true;
    });

    /// <summary>Cites one document, which serves all the questions.</summary>
    public Task ProveAsync(string userName, params string[] questions) => _portal.AsAsync(userName, async services =>
    {
        var service = services.GetRequiredService<EvidenceService>();
        var form = await OwnAsync(services, userName);
        Require(await service.CiteAsync(form, form.Set.FindQuestion(questions[0])!, "45/BC-STC", new DateOnly(2026, 1, 15), "Sở Tài chính", "Báo cáo kiểm kê"));
        var id = await services.GetRequiredService<AppDbContext>().Evidence.MaxAsync(e => e.Id);
        foreach (var question in questions.Skip(1))
            Require((await service.ReuseAsync(form, form.Set.FindQuestion(question)!, id))!);
        return true;
    });

    /// <summary>Answers and proves everything.</summary>
    public async Task CompleteAsync(string agency = "stc")
    {
        await AnswerAsync($"{agency}.nhaplieu", Complete);
        await ProveAsync($"{agency}.daumoi", "A02", "A04");
    }

    public Task PresentAsync(string agency = "stc") => _portal.AsAsync($"{agency}.daumoi", async services =>
    {
        Require(await services.GetRequiredService<SubmissionService>().PresentAsync(await OwnAsync(services, $"{agency}.daumoi"), new Dictionary<string, string?>()));
        return true;
    });

    public Task SignAsync(string agency = "stc") => _portal.AsAsync($"{agency}.thutruong", async services =>
    {
        Require(await services.GetRequiredService<SubmissionService>().SubmitAsync(await OwnAsync(services, $"{agency}.thutruong")));
        return true;
    });

    /// <summary>Complete, presented, signed.</summary>
    public async Task SubmitAsync(string agency = "stc")
    {
        await CompleteAsync(agency);
        await PresentAsync(agency);
        await SignAsync(agency);
    }

    /// <summary>The reviewer sends questions back until a week from now.</summary>
    public Task ReturnAsync(string agency, params string[] questions) => ReviewAsync(agency, (service, form) =>
        service.ReturnAsync(form, [.. questions.Select(q => new ReturnItem(q, $"Kiểm tra lại {q}."))], Deadline.EndOf(DateOnly.FromDateTime(_portal.Clock.GetUtcNow().AddDays(7).DateTime))));

    /// <summary>The reviewer sets values with reasons, gives the site's updating 2 points, agrees to the rest and finishes.</summary>
    public Task VerifyAsync(string agency, params (string Criterion, string Question, string Json, string Reason)[] adjusted) => ReviewAsync(agency, async (service, form) =>
    {
        foreach (var (criterion, question, json, reason) in adjusted.Append(("II.2", "B04", "2", "")))
            Require(await service.AdjustAsync(form, form.Set.FindCriterion(criterion)!, [new ValueAdjustment(question, json)], reason.Length == 0 ? null : reason));
        var undecided = form.Review.Undecided(await service.ApplicableAsync(form)).Select(c => form.Set.FindCriterion(c)!).ToList();
        Require(await service.AgreeAllAsync(form, undecided));
        return await service.FinishAsync(form);
    });

    /// <summary>Closes collecting on 21/12/2026 and sends the preliminary result on 25/12/2026; agencies may explain until the end of 05/01/2027.</summary>
    public async Task SendPreliminaryAsync()
    {
        _portal.Clock.Set(2026, 12, 21);
        await ManageAsync((service, period) => service.CloseAsync(period));
        _portal.Clock.Set(2026, 12, 25);
        await ManageAsync((service, period) => service.SendPreliminaryAsync(period, Deadline.EndOf(new DateOnly(2027, 1, 5))));
    }

    public Task ManageAsync(Func<PeriodService, Period, Task<Outcome>> act) => _portal.AsAsync("quanly", async services =>
    {
        var service = services.GetRequiredService<PeriodService>();
        Require(await act(service, (await service.FindAsync(Code))!));
        return true;
    });

    private Task ReviewAsync(string agency, Func<ReviewService, ReviewForm, Task<Outcome>> act) => _portal.AsAsync("thamtra1", async services =>
    {
        Require(await act(services.GetRequiredService<ReviewService>(), (await services.GetRequiredService<ReviewForms>().FindAsync(Code, agency))!));
        return true;
    });

    private async Task<OwnForm> OwnAsync(IServiceProvider services, string userName) =>
        await services.GetRequiredService<OwnForms>().FindAsync(Code, userName.Split('.')[0]) ?? throw new InvalidOperationException($"{userName} has no form in {Code}.");

    private Task<int> SubmissionIdAsync(AppDbContext db, string agency) =>
        (from s in db.Submissions
         join p in db.Periods on s.PeriodId equals p.Id
         join a in db.Agencies on s.AgencyId equals a.Id
         where p.Code == Code && a.Code == agency
         select s.Id).SingleAsync();

    private static void Require(Outcome outcome)
    {
        if (!outcome.Ok)
            throw new InvalidOperationException(string.Join(" ", outcome.Problems));
    }
}
