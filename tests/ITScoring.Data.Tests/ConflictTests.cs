using ITScoring.Domain.Auditing;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Domain.Submissions;
using ITScoring.Testing;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Data.Tests;

public sealed class ConflictTests
{
    [Theory, OnSqlite, OnSqlServer]
    public async Task Two_people_who_change_one_answer_do_not_overwrite_each_other(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var story = await new Story(database.Open).BeginAsync();
        await story.DeclareAsync(story.Form, story.Editor, "A", "1");
        await using var first = database.Open();
        await using var second = database.Open();
        await story.DeclareAsync(first, story.Form, story.Editor, "A", "2");
        await story.DeclareAsync(second, story.Form, story.Contributor, "A", "3");
        await first.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());

        Assert.Equal(("2", 2, 2), await AnswerAsync(database, story.Form, "A"));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Two_people_who_answer_one_question_first_are_in_conflict_too(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var story = await new Story(database.Open).BeginAsync();
        await using var first = database.Open();
        await using var second = database.Open();
        await story.DeclareAsync(first, story.Form, story.Editor, "A", "2");
        await story.DeclareAsync(second, story.Form, story.Contributor, "A", "3");
        await first.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());

        Assert.Equal(("2", 1, 1), await AnswerAsync(database, story.Form, "A"));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Two_people_in_different_fields_never_meet(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var story = await new Story(database.Open).BeginAsync();
        await using var first = database.Open();
        await using var second = database.Open();
        await story.DeclareAsync(first, story.Form, story.Editor, "A", "2");
        await story.DeclareAsync(second, story.Form, story.Contributor, "B", "3");

        await first.SaveChangesAsync();
        await second.SaveChangesAsync();

        Assert.Equal(("2", 1, 1), await AnswerAsync(database, story.Form, "A"));
        Assert.Equal(("3", 1, 1), await AnswerAsync(database, story.Form, "B"));
        await using var after = database.Open();
        Assert.Equal(0, (await after.Submissions.SingleAsync(s => s.Id == story.Form)).StateVersion);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task An_answer_that_races_the_presentation_is_refused_with_its_audit_row(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var story = await new Story(database.Open).BeginAsync();
        foreach (var code in new[] { "A", "B", "C" })
            await story.DeclareAsync(story.Form, story.Editor, code, "1");
        await using var late = database.Open();
        await story.DeclareAsync(late, story.Form, story.Contributor, "A", "99");
        late.Add(new AuditEntry(Story.Start, story.Contributor.UserId, story.Contributor.Role, "answer.declare", "A", "1", "99", null, story.PeriodId, story.Contributor.AgencyId, null));
        await story.PresentAsync(story.Form, story.Editor);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => late.SaveChangesAsync());

        Assert.Equal(("1", 1, 1), await AnswerAsync(database, story.Form, "A"));
        await using var after = database.Open();
        Assert.False(await after.AuditEntries.AnyAsync());
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Evidence_that_races_the_presentation_is_refused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var story = await new Story(database.Open).BeginAsync();
        foreach (var code in new[] { "A", "B", "C" })
            await story.DeclareAsync(story.Form, story.Editor, code, "1");
        await using (var db = database.Open())
        {
            Story.Done((await Story.FormAsync(db, story.Form)).Link(
                await Story.PeriodAsync(db, story.PeriodId), story.Editor, story.Question("A"), "https://stc.quangbinh.gov.vn", null, Story.Start, out var link));
            db.Add(link!);
            await db.SaveChangesAsync();
        }

        await using var late = database.Open();
        var document = await late.Evidence.Include(e => e.Uses).SingleAsync();
        Story.Done((await Story.FormAsync(late, story.Form)).Reuse(await Story.PeriodAsync(late, story.PeriodId), story.Editor, story.Question("B"), document));
        await story.PresentAsync(story.Form, story.Editor);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => late.SaveChangesAsync());
    }

    [Fact]
    public async Task An_answer_saved_without_its_form_is_a_mistake_of_the_program()
    {
        await using var database = await TestDatabase.CreateAsync();
        var story = await new Story(database.Open).BeginAsync();
        await using var db = database.Open();
        db.Add(new Answer(story.Form, "A"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_save_bound_to_what_an_old_page_showed_is_refused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var story = await new Story(database.Open).BeginAsync();
        await story.DeclareAsync(story.Form, story.Editor, "A", "1");
        await story.DeclareAsync(story.Form, story.Editor, "A", "2");

        await using (var stale = database.Open())
        {
            stale.Expect(await story.DeclareAsync(stale, story.Form, story.Contributor, "A", "3"), 1);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => stale.SaveChangesAsync());
        }

        await using (var current = database.Open())
        {
            current.Expect(await story.DeclareAsync(current, story.Form, story.Contributor, "A", "4"), 2);
            await current.SaveChangesAsync();
        }

        Assert.Equal(("4", 3, 3), await AnswerAsync(database, story.Form, "A"));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Reviewers_who_save_at_the_same_instant_are_both_kept_and_counted(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var story = await new Story(database.Open).BeginAsync();
        await story.HandInAsync(story.Form, story.Editor, story.Head);
        await story.HandInAsync(story.OtherForm, story.EditorOfOther, story.HeadOfOther);
        int before, version;
        await using (var db = database.Open())
            (before, version) = await db.Periods.Select(p => ValueTuple.Create(p.CohortVersion, p.Version)).SingleAsync();
        await using var first = database.Open();
        await using var second = database.Open();
        await AdjustAsync(story, first, story.Form, "5");
        await AdjustAsync(story, second, story.OtherForm, "6");

        await first.SaveChangesAsync();
        await second.SaveChangesAsync();

        await using var after = database.Open();
        Assert.Equal((before + 2, version), await after.Periods.Select(p => ValueTuple.Create(p.CohortVersion, p.Version)).SingleAsync());
        Assert.Equal(["5", "6"], await after.Answers.Where(a => a.HasVerified).OrderBy(a => a.VerifiedJson).Select(a => a.VerifiedJson).ToListAsync());
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_verified_value_that_races_a_move_of_the_period_is_refused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var story = await new Story(database.Open).BeginAsync();
        await story.HandInAsync(story.Form, story.Editor, story.Head);
        await using var late = database.Open();
        await AdjustAsync(story, late, story.Form, "5");
        await using (var db = database.Open())
        {
            Story.Done((await Story.PeriodAsync(db, story.PeriodId)).CloseCollecting(story.Manager, new DateTime(2018, 12, 20, 3, 0, 0, DateTimeKind.Utc)));
            await db.SaveChangesAsync();
        }

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => late.SaveChangesAsync());

        await using var after = database.Open();
        Assert.False(await after.Answers.AnyAsync(a => a.HasVerified));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task An_extension_is_a_change_of_the_period(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var story = await new Story(database.Open).BeginAsync();
        await using var first = database.Open();
        await using var second = database.Open();
        foreach (var (db, agency) in new[] { (first, story.Editor.AgencyId), (second, story.EditorOfOther.AgencyId) })
        {
            var period = await Story.PeriodAsync(db, story.PeriodId);
            Story.Done(period.Extend(story.Manager, agency!.Value, Deadline.EndOf(new DateOnly(2018, 12, 25)), "Đang kiểm kê thiết bị", null, null));
        }

        await first.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }

    private static async Task AdjustAsync(Story story, AppDbContext db, int form, string json)
    {
        var answers = await db.Answers.Where(a => a.SubmissionId == form).ToListAsync();
        var review = new Review(story.Set, await Story.PeriodAsync(db, story.PeriodId), await Story.FormAsync(db, form), answers, []);
        Story.Done(review.Adjust(story.SecondReviewer, story.Set.FindCriterion("I.1")!, [new ValueAdjustment("A", json)], "Theo số liệu kiểm tra", Story.Start.AddDays(2)));
        db.AddRange(review.NewVerdicts);
    }

    private static async Task<(string? Json, int Version, int Changes)> AnswerAsync(TestDatabase database, int form, string question)
    {
        await using var db = database.Open();
        var answer = await db.Answers.Include(a => a.Changes).SingleAsync(a => a.SubmissionId == form && a.QuestionCode == question);
        return (answer.DeclaredJson, answer.Version, answer.Changes.Count);
    }
}
