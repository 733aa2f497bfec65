using System.Security.Cryptography;
using System.Text;
using ITScoring.Data.Identity;
using ITScoring.Domain;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Data.Tests;

/// <summary>
/// An open period 2018 of two agencies, STC and SNV, with a set of three questions A, B, C and one account for every
/// duty. Each step opens its own context, as each request does.
/// </summary>
internal sealed class Story(Func<AppDbContext> open)
{
    public static readonly DateTime Start = new(2018, 12, 3, 2, 0, 0, DateTimeKind.Utc);

    private static readonly HashSet<string> Nothing = [];

    public CriteriaSet Set { get; } = CriteriaSetFile.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "format", "small-set.json"))).Value
        ?? throw new InvalidOperationException("The sample set cannot be read.");

    public int PeriodId { get; private set; }

    public Actor Manager { get; private set; } = null!;

    public Actor Leader { get; private set; } = null!;

    public Actor Editor { get; private set; } = null!;

    public Actor Contributor { get; private set; } = null!;

    public Actor Head { get; private set; } = null!;

    public Actor EditorOfOther { get; private set; } = null!;

    public Actor HeadOfOther { get; private set; } = null!;

    public Actor Reviewer { get; private set; } = null!;

    public Actor SecondReviewer { get; private set; } = null!;

    /// <summary>The form of STC.</summary>
    public int Form { get; private set; }

    /// <summary>The form of SNV.</summary>
    public int OtherForm { get; private set; }

    public async Task<Story> BeginAsync()
    {
        await using var db = open();
        var bytes = CriteriaSetFile.Write(Set);
        var set = new CriteriaSetVersion(Set.Code, Set.Version, Set.Title, Encoding.UTF8.GetString(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)), CriteriaSetState.InForce);
        db.Add(set);
        var agencies = await db.Agencies.Include(a => a.Block).Where(a => a.Code == "STC" || a.Code == "SNV" || a.Code == "STTTT").ToDictionaryAsync(a => a.Code);
        var (stc, snv, stttt) = (agencies["STC"].Id, agencies["SNV"].Id, agencies["STTTT"].Id);
        var users = new List<AppUser>();
        AppUser Add(string name, Role role, int? agency)
        {
            var user = new AppUser { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = $"Người dùng {name}", JobTitle = "Chuyên viên", Role = role, AgencyId = agency, CreatedAt = Start };
            users.Add(user);
            return user;
        }

        AppUser[] all =
        [
            Add("ql", Role.PeriodManager, stttt), Add("ld", Role.Leader, null), Add("stc.dm", Role.Editor, stc), Add("stc.nl", Role.Contributor, stc), Add("stc.tt", Role.Head, stc),
            Add("snv.dm", Role.Editor, snv), Add("snv.tt", Role.Head, snv), Add("tt1", Role.Reviewer, stttt), Add("tt2", Role.Reviewer, stttt),
        ];
        db.AddRange(users);
        await db.SaveChangesAsync();
        (Manager, Leader, Editor, Contributor, Head) = (all[0].ToActor(), all[1].ToActor(), all[2].ToActor(), all[3].ToActor(), all[4].ToActor());
        (EditorOfOther, HeadOfOther, Reviewer, SecondReviewer) = (all[5].ToActor(), all[6].ToActor(), all[7].ToActor(), all[8].ToActor());

        var period = new Period("2018", 2018, "Đánh giá năm 2018");
        Done(period.Plan("Đánh giá năm 2018", set, new DateOnly(2017, 12, 1), new DateOnly(2018, 11, 30), Deadline.Before(new DateOnly(2018, 12, 20)), disclosesDeclaredFigures: true));
        Done(period.TakeIn([.. new[] { "STC", "SNV" }.Select(c => agencies[c]).Select(a => new PeriodAgency(a.Id, a.Code, a.Name, a.Block!.Code, a.Block.Name, a.Order))]));
        Done(period.AssignReviewers(Manager, stc, [Reviewer, SecondReviewer], Start));
        Done(period.AssignReviewers(Manager, snv, [SecondReviewer], Start));
        Done(period.PlanSteps(5, 7, new DateOnly(2019, 1, 31)));
        Done(period.Open(Manager, Start, new DocumentReference("1234/STTTT-CNTT", new DateOnly(2018, 12, 3), "V/v đánh giá mức độ ứng dụng CNTT")));
        db.Add(period);
        await db.SaveChangesAsync();
        PeriodId = period.Id;
        var (form, other) = (new Submission(PeriodId, stc), new Submission(PeriodId, snv));
        db.AddRange(form, other);
        await db.SaveChangesAsync();
        (Form, OtherForm) = (form.Id, other.Id);
        return this;
    }

    public Question Question(string code) => Set.FindQuestion(code) ?? throw new ArgumentException($"There is no question {code}.", nameof(code));

    public static Task<Period> PeriodAsync(AppDbContext db, int id) =>
        db.Periods.Include(p => p.Agencies).Include(p => p.Assignments).Include(p => p.Conflicts).Include(p => p.CriteriaSetVersion).AsSplitQuery().SingleAsync(p => p.Id == id);

    public static Task<Submission> FormAsync(AppDbContext db, int id) => db.Submissions.Include(s => s.Returns).ThenInclude(r => r.Items).SingleAsync(s => s.Id == id);

    /// <summary>Writes a declared value into a context without saving it.</summary>
    public async Task<Answer> DeclareAsync(AppDbContext db, int form, Actor who, string question, string? json, string? note = null, DateTime? at = null, bool takenOver = false)
    {
        var period = await PeriodAsync(db, PeriodId);
        var submission = await FormAsync(db, form);
        var answer = await db.Answers.SingleOrDefaultAsync(a => a.SubmissionId == form && a.QuestionCode == question);
        if (answer is null)
        {
            answer = new Answer(form, question);
            db.Add(answer);
        }

        Done(submission.Declare(period, who, Question(question), answer, json, note, at ?? Start, takenOver));
        return answer;
    }

    /// <summary>Declares a value in a context of its own.</summary>
    public async Task DeclareAsync(int form, Actor who, string question, string? json, string? note = null, bool takenOver = false)
    {
        await using var db = open();
        await DeclareAsync(db, form, who, question, json, note, takenOver: takenOver);
        await db.SaveChangesAsync();
    }

    /// <summary>Puts the form before the head.</summary>
    public async Task PresentAsync(int form, Actor editor)
    {
        await using var db = open();
        var submission = await FormAsync(db, form);
        Done(submission.Present(await PeriodAsync(db, PeriodId), editor, await FindingsAsync(db, form), Nothing, Start));
        await db.SaveChangesAsync();
    }

    public async Task SubmitAsync(int form, Actor head)
    {
        await using var db = open();
        var submission = await FormAsync(db, form);
        Done(submission.Submit(await PeriodAsync(db, PeriodId), head, await FindingsAsync(db, form), Nothing, new WorkingDays([]), """{"A":1}""", new string('a', 64), Start.AddDays(1)));
        await db.SaveChangesAsync();
    }

    /// <summary>All three answers, presented and officially submitted.</summary>
    public async Task HandInAsync(int form, Actor editor, Actor head)
    {
        foreach (var code in new[] { "A", "B", "C" })
            await DeclareAsync(form, editor, code, "10");
        await PresentAsync(form, editor);
        await SubmitAsync(form, head);
    }

    public static void Done(Outcome outcome) => Assert.True(outcome.Ok, string.Join(' ', outcome.Problems));

    private async Task<FormFindings> FindingsAsync(AppDbContext db, int form)
    {
        var answers = await db.Answers.Where(a => a.SubmissionId == form && a.DeclaredJson != null).ToListAsync();
        return FormCheck.Run(Set, answers.ToDictionary(a => a.QuestionCode, a => AnswerJson.Read(Question(a.QuestionCode), a.DeclaredJson!).Value!), new Dictionary<string, AnswerValue>(), Nothing);
    }
}
