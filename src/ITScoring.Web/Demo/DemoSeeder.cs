using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Demo;

/// <summary>Plays the demonstration into an empty database, once.</summary>
public static class DemoSeeder
{
    /// <returns>Whether demonstration data is present afterwards.</returns>
    /// <exception cref="StartupProblem">An earlier start was interrupted while it played.</exception>
    public static async Task<bool> SeedAsync(IConfiguration configuration, IHostEnvironment environment, TimeProvider clock, Action<string> say)
    {
        await using var stage = new DemoStage(configuration, environment);
        var (periods, demo, setId) = await stage.ReadAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            return (await db.Periods.CountAsync(), await db.Periods.AnyAsync(p => p.IsDemo), await db.CriteriaSetVersions.Where(v => v.State == CriteriaSetState.InForce).Select(v => v.Id).FirstOrDefaultAsync());
        });
        // Real periods and invented ones never stand beside each other.
        if (!demo && (periods > 0 || setId == 0))
            return false;
        if (demo)
        {
            return await stage.ReadAsync(services => DemoVerification.IsPlayedAsync(services.GetRequiredService<AppDbContext>()))
                ? true
                : throw new StartupProblem("Dữ liệu minh họa mới được tạo một phần vì lần chạy trước bị ngắt giữa chừng: xóa tệp cơ sở dữ liệu (mặc định trong App_Data) rồi chạy lại.");
        }

        say("Đang tạo dữ liệu minh họa (một lần, khoảng nửa phút)…");
        var set = await stage.ReadAsync(async services => await services.GetRequiredService<CriteriaSetCache>().GetAsync(setId));
        var cohort = DemoCohort.Read(set);
        stage.Clock.Set(new DateOnly(2018, 11, 19), 8);
        await stage.ReadAsync(async services =>
        {
            await services.GetRequiredService<DemoAccounts>().AddMissingAsync();
            return true;
        });
        await new DemoEvaluation(stage, set, cohort).PlayAsync();
        await new DemoOpenPeriod(stage, set, cohort, clock.Today()).PlayAsync();
        return true;
    }
}
