using ITScoring.Data.Identity;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Submissions;
using ITScoring.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Data.Tests;

/// <summary>Saves one answer after the other and says on standard output which save was acknowledged, until somebody ends the process.</summary>
internal static class SaveUntilKilled
{
    public static readonly string[] Questions = ["A", "B", "C"];

    public static async Task<int> RunAsync(string connectionString, int formId, int userId)
    {
        await using var services = TestDatabase.ServicesFor(DatabaseProvider.Sqlite, connectionString);
        var set = CriteriaSetFile.Read(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "format", "small-set.json"))).Value!;
        int number;
        await using (var scope = services.CreateAsyncScope())
            number = await scope.ServiceProvider.GetRequiredService<AppDbContext>().AnswerChanges.CountAsync();
        while (true)
        {
            number++;
            var question = Questions[number % Questions.Length];
            await using var scope = services.CreateAsyncScope();
            await SaveAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), set.FindQuestion(question)!, formId, userId, $"{number}");
            await Console.Out.WriteLineAsync($"{question} {number}");
            await Console.Out.FlushAsync();
        }
    }

    private static async Task SaveAsync(AppDbContext db, Question question, int formId, int userId, string json)
    {
        AppUser user = await db.Users.SingleAsync(u => u.Id == userId);
        var form = await db.Submissions.SingleAsync(s => s.Id == formId);
        var period = await db.Periods.SingleAsync(p => p.Id == form.PeriodId);
        var answer = await db.Answers.SingleOrDefaultAsync(a => a.SubmissionId == formId && a.QuestionCode == question.Code);
        if (answer is null)
        {
            answer = new Answer(formId, question.Code);
            db.Add(answer);
        }

        Story.Done(form.Declare(period, user.ToActor(), question, answer, json, null, Story.Start));
        await db.SaveChangesAsync();
    }
}
