using System.Diagnostics.Metrics;
using ITScoring.Domain.Notices;
using ITScoring.Web.Jobs;
using ITScoring.Web.Startup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ITScoring.Web.Tests.Jobs;

/// <summary>Two processes on one database: a job runs in one of them, and no mail is sent twice.</summary>
public sealed class JobLeaseTests
{
    private static readonly string[] Twenty = [.. Enumerable.Range(1, 20).Select(i => i.ToString())];

    [Fact]
    public async Task Two_processes_that_run_at_once_send_each_mail_once()
    {
        await using var stage = await MailStage.OpenAsync();
        await stage.AddressAsync("stc.daumoi", "daumoi@stc.example.invalid");
        await stage.TellAsync("stc.daumoi", Twenty);
        var processes = Enumerable.Range(0, 4).Select(_ => new JobRunner(Scopes(stage), Leases(stage), Meters(), NullLogger<JobRunner>.Instance)).ToList();

        var ran = await Task.WhenAll(processes.Select(p => Task.Run(() => p.RunDueAsync())));

        Assert.Equal(1, ran.Count(r => r.Contains("mail")));
        Assert.Equal(1, ran.Count(r => r.Contains("reminders")));
        Assert.Equal(20, stage.Server.Mails.Count);
        Assert.Equal(20, stage.Server.Mails.Select(m => MailStage.Read(m).MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Even_without_a_lease_a_try_begins_in_one_process_only()
    {
        await using var stage = await MailStage.OpenAsync();
        await stage.AddressAsync("stc.daumoi", "daumoi@stc.example.invalid");
        await stage.TellAsync("stc.daumoi", Twenty);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var scope = Scopes(stage).CreateAsyncScope();
            await scope.ServiceProvider.GetServices<Job>().Single(j => j.Name == "mail").RunAsync(() => Task.FromResult(true), default);
        })));

        Assert.Equal(20, stage.Server.Mails.Count);
        Assert.All(await stage.NoticesAsync("stc.daumoi"), n => Assert.Equal((MailState.Sent, 1), (n.Mail, n.MailAttempts)));
    }

    [Fact]
    public async Task A_process_that_died_with_the_job_loses_it_after_five_minutes_and_cannot_keep_it()
    {
        await using var stage = await MailStage.OpenAsync();
        var (dead, heir) = (Leases(stage), Leases(stage));
        Assert.True(await dead.TakeAsync("mail", default));

        stage.Portal.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.True(await dead.KeepAsync("mail", default));
        stage.Portal.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.False(await heir.TakeAsync("mail", default));
        stage.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await heir.TakeAsync("mail", default));

        Assert.False(await dead.KeepAsync("mail", default));
        await dead.EndAsync("mail", TimeSpan.Zero, null, default);
        Assert.True(await heir.KeepAsync("mail", default));
    }

    [Fact]
    public async Task A_process_that_lost_its_lease_stops_before_the_next_mail()
    {
        await using var stage = await MailStage.OpenAsync();
        await stage.AddressAsync("stc.daumoi", "daumoi@stc.example.invalid");
        await stage.TellAsync("stc.daumoi", Twenty);
        await using var scope = Scopes(stage).CreateAsyncScope();
        var left = 3;

        await scope.ServiceProvider.GetServices<Job>().Single(j => j.Name == "mail").RunAsync(() => Task.FromResult(left-- > 0), default);

        Assert.Equal(3, stage.Server.Mails.Count);
    }

    [Fact]
    public async Task A_job_that_fails_says_so_rests_and_keeps_no_other_from_running()
    {
        await using var stage = await MailStage.OpenAsync();
        var services = new ServiceCollection();
        var failing = new FailingJob();
        services.AddSingleton<Job>(failing);
        var good = new GoodJob();
        services.AddSingleton<Job>(good);
        await using var provider = services.BuildServiceProvider();
        var runner = new JobRunner(provider.GetRequiredService<IServiceScopeFactory>(), Leases(stage), Meters(), NullLogger<JobRunner>.Instance);

        Assert.Equal(["failing", "good"], await runner.RunDueAsync());
        Assert.Equal(["good"], await AfterAsync(1));
        Assert.Equal(["failing", "good"], await AfterAsync(4));

        var lease = await stage.Portal.ReadAsync(db => Task.FromResult(db.JobLeases.Single(j => j.Name == "failing")));
        Assert.Equal(("InvalidOperationException", 2, null), (lease.LastProblem, lease.Failures, lease.LeasedBy));
        failing.Works = true;
        Assert.Equal(["failing", "good"], await AfterAsync(5));
        lease = await stage.Portal.ReadAsync(db => Task.FromResult(db.JobLeases.Single(j => j.Name == "failing")));
        Assert.Equal((null, 0), (lease.LastProblem, lease.Failures));

        Task<IReadOnlyList<string>> AfterAsync(int minutes)
        {
            stage.Portal.Clock.Advance(TimeSpan.FromMinutes(minutes));
            return runner.RunDueAsync();
        }
    }

    private static IServiceScopeFactory Scopes(MailStage stage) => stage.Portal.Services.GetRequiredService<IServiceScopeFactory>();

    private static PortalMeters Meters() => new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());

    private static JobLeases Leases(MailStage stage) => new(Scopes(stage), stage.Portal.Clock);

    private sealed class FailingJob : Job
    {
        public bool Works { get; set; }

        public override string Name => "failing";

        public override TimeSpan Every => TimeSpan.FromMinutes(1);

        public override Task RunAsync(Func<Task<bool>> keep, CancellationToken cancel) => Works ? Task.CompletedTask : throw new InvalidOperationException("A name that nobody should read.");
    }

    private sealed class GoodJob : Job
    {
        public override string Name => "good";

        public override TimeSpan Every => TimeSpan.FromMinutes(1);

        public override Task RunAsync(Func<Task<bool>> keep, CancellationToken cancel) => Task.CompletedTask;
    }
}
