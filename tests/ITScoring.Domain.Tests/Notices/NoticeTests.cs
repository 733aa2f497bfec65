using ITScoring.Domain.Notices;

namespace ITScoring.Domain.Tests.Notices;

/// <summary>The tries of a notice's mail.</summary>
public sealed class NoticeTests
{
    private static readonly DateTime Now = new(2026, 12, 1, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_mail_that_fails_waits_longer_each_time_and_is_given_up_at_the_eighth()
    {
        var (notice, now, waits) = (Told(byMail: true), Now, new List<double>());
        while (notice.Mail == MailState.Waiting)
        {
            notice.BeginSending(now);
            notice.MarkFailed("550 no such mailbox");
            if (notice.MailDueAt is { } due)
            {
                waits.Add((due - now).TotalMinutes);
                Assert.False(notice.IsMailDue(due.AddSeconds(-1)));
                now = due;
            }
        }

        Assert.Equal([1, 5, 15, 60, 240, 720, 1440], waits);
        Assert.Equal((MailState.GivenUp, 8, "550 no such mailbox", null), (notice.Mail, notice.MailAttempts, notice.MailProblem, notice.MailDueAt));
    }

    [Fact]
    public void A_try_that_was_begun_and_never_ended_is_made_again_later()
    {
        var notice = Told(byMail: true);
        notice.BeginSending(Now);

        Assert.Throws<InvalidOperationException>(() => notice.BeginSending(Now));
        Assert.False(notice.IsMailDue(Now));
        Assert.True(notice.IsMailDue(Now.AddMinutes(1)));
    }

    [Fact]
    public void What_was_taken_is_not_tried_again_and_forgets_earlier_problems()
    {
        var notice = Told(byMail: true);
        notice.BeginSending(Now);
        notice.MarkFailed("451 later");
        notice.BeginSending(Now.AddMinutes(1));
        notice.MarkSent(Now.AddMinutes(1));

        Assert.Equal((MailState.Sent, Now.AddMinutes(1), null), (notice.Mail, notice.MailSentAt, notice.MailProblem));
        Assert.False(notice.IsMailDue(Now.AddYears(1)));
    }

    [Fact]
    public void Without_mail_a_notice_is_never_due()
    {
        var notice = Told(byMail: false);

        Assert.Equal(MailState.Off, notice.Mail);
        Assert.False(notice.IsMailDue(Now.AddYears(1)));
    }

    [Theory]
    [InlineData("https://elsewhere.invalid")]
    [InlineData("//elsewhere.invalid")]
    [InlineData("home")]
    public void A_notice_leads_to_a_page_of_the_portal_only(string path) =>
        Assert.Throws<ArgumentException>(() => new Notice(NoticeKind.Presented, "1/1", 1, null, null, "Tiêu đề", "Nội dung", path, true, Now));

    private static Notice Told(bool byMail) => new(NoticeKind.Presented, "1/1", 1, null, null, "Tiêu đề", "Nội dung", "/home", byMail, Now);
}
