using ITScoring.Data;
using ITScoring.Domain.Notices;
using ITScoring.Web.Features.Invitations;
using ITScoring.Web.Integrations.Mail;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Jobs;

/// <summary>
/// Sends the mails of the outbox. A try is counted and saved before the server is spoken to: only one process makes it, and a program that ends
/// between the server's yes and the saving of it sends that one mail again later, never more.
/// </summary>
public sealed class MailJob(AppDbContext db, SmtpMailer mailer, NoticeMail mails, InvitationCodes codes, IOptions<MailOptions> options, TimeProvider clock, ILogger<MailJob> log) : Job
{
    private const int MostInARun = 100;

    public override string Name => "mail";

    public override TimeSpan Every => TimeSpan.FromSeconds(20);

    public override async Task RunAsync(Func<Task<bool>> keep, CancellationToken cancel)
    {
        if (!options.Value.Enabled)
            return;
        var now = clock.UtcNow();
        var due = await db.Notices.Where(n => n.Mail == MailState.Waiting && n.MailDueAt <= now).OrderBy(n => n.MailDueAt).ThenBy(n => n.Id).Select(n => n.Id).Take(MostInARun).ToListAsync(cancel);
        if (due.Count == 0)
            return;
        SmtpConnection connection;
        try
        {
            connection = await mailer.ConnectAsync(cancel);
        }
        catch (MailProblem problem)
        {
            log.LogWarning("The mail server cannot be used ({Problem}); {Count} mails wait", problem.InnerException?.GetType().Name, due.Count);
            await FailAllAsync(due, problem.Message, cancel);
            return;
        }

        await using (connection)
        {
            foreach (var id in due)
            {
                // A mail that is not sent now is due at the next run.
                if (!await keep() || !await SendAsync(connection, id, cancel))
                    return;
            }
        }
    }

    /// <returns>Whether the connection can take another mail.</returns>
    private async Task<bool> SendAsync(SmtpConnection connection, long id, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var notice = await db.Notices.SingleAsync(n => n.Id == id, cancel);
        var recipient = await db.Users.AsNoTracking().SingleAsync(u => u.Id == notice.RecipientId, cancel);
        if (!notice.IsMailDue(clock.UtcNow()))
            return true;
        if (string.IsNullOrWhiteSpace(recipient.Email) || recipient.SuspendedAt is not null)
        {
            notice.MarkWithoutAddress();
            await SaveAsync(cancel);
            return true;
        }

        var invitation = notice.Kind == NoticeKind.Invitation ? await db.Invitations.SingleAsync(i => i.CodeHash == notice.EventKey, cancel) : null;
        notice.BeginSending(clock.UtcNow());
        if (!await SaveAsync(cancel))
            return true;
        if (invitation is not null && !(invitation.IsOpen(clock.UtcNow()) && codes.Unseal(invitation.SealedForMail) is not null))
        {
            notice.MarkFailed("Lời mời đã dùng, đã hết hạn hoặc đã được thay bằng lời mời khác.");
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }

        try
        {
            await connection.SendAsync(mails.Of(notice, recipient, codes.Unseal(invitation?.SealedForMail)), cancel);
            notice.MarkSent(clock.UtcNow());
            invitation?.DropCode();
            // Taken is taken, also when the site is being stopped.
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (MailProblem problem)
        {
            log.LogWarning("Mail of notice {Notice} failed at try {Attempt} ({Problem})", notice.Id, notice.MailAttempts, problem.InnerException?.GetType().Name);
            notice.MarkFailed(problem.Message);
            await db.SaveChangesAsync(CancellationToken.None);
            return !problem.IsConnectionLost;
        }
    }

    private async Task FailAllAsync(IReadOnlyList<long> due, string problem, CancellationToken cancel)
    {
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            var notice = await db.Notices.SingleAsync(n => n.Id == id, cancel);
            if (!notice.IsMailDue(clock.UtcNow()))
                continue;
            notice.BeginSending(clock.UtcNow());
            notice.MarkFailed(problem);
            await SaveAsync(cancel);
        }
    }

    /// <summary>False: another process was faster with this mail.</summary>
    private async Task<bool> SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
