using ITScoring.Domain.Notices;
using ITScoring.Testing;
using ITScoring.Web.Jobs;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace ITScoring.Web.Tests.Jobs;

/// <summary>A site that sends mails, a mail server on this machine, and a survey. Dispose it.</summary>
internal sealed class MailStage : IAsyncDisposable
{
    private MailStage(SurveyPortal portal, SmtpServer server, Survey survey) => (Portal, Server, Survey) = (portal, server, survey);

    public SurveyPortal Portal { get; }

    public SmtpServer Server { get; }

    public Survey Survey { get; }

    public static async Task<MailStage> OpenAsync(params (string Name, string Value)[] settings)
    {
        var server = new SmtpServer();
        var all = new Dictionary<string, string>
        {
            ["Mail:Enabled"] = "true",
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = server.Port.ToString(),
            ["Mail:Security"] = "None",
            ["Mail:From"] = "danhgia@example.invalid",
            ["Mail:PortalAddress"] = "https://danhgia.example.invalid/",
            ["Mail:TimeoutSeconds"] = "5",
        };
        foreach (var (name, value) in settings)
            all[name] = value;
        var portal = new SurveyPortal { Settings = all };
        await portal.InitializeAsync();
        var survey = await Survey.OpenAsync(portal);
        // The mails that tell of the opening are no test's subject.
        await using var db = portal.Database.Open();
        await db.Notices.ExecuteDeleteAsync();
        return new MailStage(portal, server, survey);
    }

    /// <summary>Gives an account its address.</summary>
    public async Task AddressAsync(string userName, string address)
    {
        await using var db = Portal.Database.Open();
        (await db.Users.SingleAsync(u => u.UserName == userName)).Email = address;
        await db.SaveChangesAsync();
    }

    /// <summary>Adds notices for an account, one for each key.</summary>
    public async Task TellAsync(string userName, params string[] keys)
    {
        await using var db = Portal.Database.Open();
        var id = await db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync();
        foreach (var key in keys)
            db.Notices.Add(new Notice(NoticeKind.Presented, key, id, null, null, $"Thông báo {key}", "Nội dung.", "/home", true, Portal.Clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
    }

    public Task<IReadOnlyList<string>> RunAsync() => Portal.Services.GetRequiredService<JobRunner>().RunDueAsync();

    /// <summary>Lets time pass, then runs what is due.</summary>
    public async Task RunAfterAsync(TimeSpan time)
    {
        Portal.Clock.Advance(time);
        await RunAsync();
    }

    public Task<List<Notice>> NoticesAsync(string userName) =>
        Portal.ReadAsync(db => db.Notices.AsNoTracking().Where(n => db.Users.Any(u => u.Id == n.RecipientId && u.UserName == userName)).OrderBy(n => n.Id).ToListAsync());

    public static MimeMessage Read(SmtpMail mail) => MimeMessage.Load(new MemoryStream(mail.Text));

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Server.DisposeAsync();
    }
}
