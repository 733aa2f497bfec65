using System.Text;
using ITScoring.Domain.Notices;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Jobs;

/// <summary>Mails go out over a real connection, each once, and a server that misbehaves loses none.</summary>
public sealed class MailJobTests
{
    [Fact]
    public async Task A_presented_form_is_told_to_the_head_in_Vietnamese_with_a_link_and_once()
    {
        await using var stage = await MailStage.OpenAsync();
        await stage.AddressAsync("stc.thutruong", "thutruong@stc.example.invalid");
        await stage.Survey.CompleteAsync();
        await stage.Survey.PresentAsync();

        await stage.RunAsync();
        await stage.RunAfterAsync(TimeSpan.FromMinutes(10));

        var sent = Assert.Single(stage.Server.Mails);
        Assert.Equal(("danhgia@example.invalid", "thutruong@stc.example.invalid"), (sent.From, Assert.Single(sent.To)));
        Assert.All(sent.Text, b => Assert.InRange(b, 1, 127));
        var mail = MailStage.Read(sent);
        Assert.Equal("Phiếu khảo sát chờ ký nộp", mail.Subject);
        var name = (await stage.Portal.ReadAsync(db => Task.FromResult(db.Users.Single(u => u.UserName == "stc.thutruong")))).DisplayName;
        Assert.Equal((name, "Cổng đánh giá ứng dụng CNTT"), (mail.To.Mailboxes.Single().Name, mail.From.Mailboxes.Single().Name));
        Assert.Equal(new DateTimeOffset(2026, 10, 20, 9, 0, 0, TimeSpan.FromHours(7)), mail.Date);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        var text = mail.TextBody!.ReplaceLineEndings("\n");
        Assert.StartsWith($"UBND TỈNH QUẢNG BÌNH\nSở Thông tin và Truyền thông\nCổng đánh giá mức độ ứng dụng CNTT\n\nKính gửi: {name}\n\nĐầu mối CNTT đã trình phiếu khảo sát của Sở Tài chính, Đánh giá thử 2026.", text);
        Assert.Contains("Hạn nộp của cơ quan: trước ngày 20/12/2026.", text);
        Assert.Contains($"\nhttps://danhgia.example.invalid/submissions/{stage.Survey.Code}/stc/sign-off\n", text);
        Assert.Null(mail.HtmlBody);
        var row = Assert.Single(await stage.NoticesAsync("stc.thutruong"));
        Assert.Equal((MailState.Sent, 1), (row.Mail, row.MailAttempts));
    }

    [Fact]
    public async Task Who_has_no_address_is_told_in_the_portal_and_holds_nobody_up()
    {
        await using var stage = await MailStage.OpenAsync();
        await stage.AddressAsync("stc.daumoi", "daumoi@stc.example.invalid");
        await stage.TellAsync("stc.thutruong", "1");
        await stage.TellAsync("stc.daumoi", "1");

        await stage.RunAsync();

        Assert.Equal("daumoi@stc.example.invalid", Assert.Single(Assert.Single(stage.Server.Mails).To));
        Assert.Equal((MailState.NoAddress, 0), (Assert.Single(await stage.NoticesAsync("stc.thutruong")) is var row ? row.Mail : default, row.MailAttempts));
        Assert.True((await (await stage.Portal.BrowserOfAsync("stc.thutruong")).GetAsync("/notices")).HasHeading("Thông báo 1 Mới"));
    }

    [Fact]
    public async Task A_refused_recipient_is_tried_again_given_up_in_the_end_and_the_reason_is_shown()
    {
        await using var stage = await MailStage.OpenAsync();
        await stage.AddressAsync("stc.daumoi", "sai@stc.example.invalid");
        await stage.AddressAsync("sct.daumoi", "daumoi@sct.example.invalid");
        stage.Server.Refused.Add("sai@stc.example.invalid");
        await stage.TellAsync("stc.daumoi", "1");
        await stage.TellAsync("sct.daumoi", "1");

        await stage.RunAsync();

        Assert.Equal("daumoi@sct.example.invalid", Assert.Single(Assert.Single(stage.Server.Mails).To));
        var browser = await stage.Portal.BrowserOfAsync("quantri");
        var row = Assert.Single((await browser.GetAsync("/outbox?state=Waiting")).Table("[aria-label='Danh sách thư'] table"));
        Assert.Equal(("Chờ gửi", "1", "Máy chủ thư không nhận: 550 no such mailbox Thử lại lúc 20/10/2026 09:01."), (row[3], row[4], row[5]));

        // 1 + 5 + 15 + 60 + 240 + 720 + 1440 minutes later the eighth try was made.
        foreach (var minutes in new[] { 1, 5, 15, 60, 240, 720, 1440, 1440 })
            await stage.RunAfterAsync(TimeSpan.FromMinutes(minutes));

        Assert.Single(stage.Server.Mails);
        var given = Assert.Single(await stage.NoticesAsync("stc.daumoi"));
        Assert.Equal((MailState.GivenUp, 8), (given.Mail, given.MailAttempts));
        browser = await stage.Portal.BrowserOfAsync("quantri");
        row = Assert.Single((await browser.GetAsync("/outbox?state=GivenUp")).Table("[aria-label='Danh sách thư'] table"));
        Assert.Equal(("Không gửi được", "Máy chủ thư không nhận: 550 no such mailbox"), (row[3], row[5]));
        Assert.DoesNotContain("example.invalid", stage.Portal.Log());
    }

    [Fact]
    public async Task A_server_that_puts_off_gets_the_mail_a_minute_later()
    {
        await using var stage = await OneMailAsync();
        stage.Server.PutsOff = true;
        await stage.RunAsync();
        Assert.Empty(stage.Server.Mails);

        stage.Server.PutsOff = false;
        await stage.RunAfterAsync(TimeSpan.FromSeconds(59));
        Assert.Empty(stage.Server.Mails);
        await stage.RunAfterAsync(TimeSpan.FromSeconds(21));

        Assert.Single(stage.Server.Mails);
        Assert.Equal((MailState.Sent, 2), (Assert.Single(await stage.NoticesAsync("stc.daumoi")) is var row ? row.Mail : default, row.MailAttempts));
    }

    [Fact]
    public async Task A_server_that_dies_in_the_middle_holds_up_one_mail_for_a_minute_and_the_others_for_a_run()
    {
        await using var stage = await OneMailAsync("2", "3");
        stage.Server.HangsUpAtSender = 1;

        await stage.RunAsync();
        Assert.Empty(stage.Server.Mails);
        await stage.RunAfterAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(["Thông báo 2", "Thông báo 3"], stage.Server.Mails.Select(m => MailStage.Read(m).Subject));
        await stage.RunAfterAsync(TimeSpan.FromSeconds(40));

        Assert.Equal(["Thông báo 2", "Thông báo 3", "Thông báo 1"], stage.Server.Mails.Select(m => MailStage.Read(m).Subject));
    }

    [Fact]
    public async Task A_server_that_takes_a_mail_and_dies_before_it_says_so_gets_it_again_under_the_same_number()
    {
        await using var stage = await OneMailAsync();
        stage.Server.HangsUpAfterText = 1;

        await stage.RunAsync();
        await stage.RunAfterAsync(TimeSpan.FromMinutes(1));
        await stage.RunAfterAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(2, stage.Server.Mails.Count);
        Assert.Single(stage.Server.Mails.Select(m => MailStage.Read(m).MessageId).Distinct());
    }

    [Fact]
    public async Task A_server_that_never_answers_is_left_after_the_set_time_and_all_mails_wait()
    {
        await using var stage = await OneMailAsync(["2"], ("Mail:TimeoutSeconds", "1"));
        stage.Server.IsSilent = true;

        await stage.RunAsync();

        Assert.All(await stage.NoticesAsync("stc.daumoi"), n => Assert.Equal((MailState.Waiting, 1, "Không kết nối được máy chủ thư: không trả lời trong 1 giây"), (n.Mail, n.MailAttempts, n.MailProblem)));
        stage.Server.IsSilent = false;
        await stage.RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, stage.Server.Mails.Count);
    }

    [Theory]
    [InlineData("dung-mat-khau", MailState.Sent, null)]
    [InlineData("sai-mat-khau", MailState.Waiting, "Không kết nối được máy chủ thư: 535")]
    public async Task A_server_that_asks_for_a_name_gets_the_one_of_the_settings(string password, MailState state, string? problem)
    {
        await using var stage = await OneMailAsync([], ("Mail:User", "cổng"), ("Mail:Password", password));
        stage.Server.Account = ("cổng", "dung-mat-khau");

        await stage.RunAsync();

        var row = Assert.Single(await stage.NoticesAsync("stc.daumoi"));
        Assert.Equal((state, true), (row.Mail, problem is null ? row.MailProblem is null : row.MailProblem!.StartsWith(problem, StringComparison.Ordinal)));
        Assert.DoesNotContain(password, stage.Portal.Log());
    }

    [Fact]
    public async Task Where_a_safe_line_is_asked_for_nothing_goes_over_an_open_one()
    {
        await using var stage = await OneMailAsync([], ("Mail:Security", "StartTls"));

        await stage.RunAsync();

        Assert.Empty(stage.Server.Mails);
        var row = Assert.Single(await stage.NoticesAsync("stc.daumoi"));
        Assert.Equal(MailState.Waiting, row.Mail);
        Assert.Contains("STARTTLS", row.MailProblem);
    }

    [Fact]
    public async Task With_mail_off_notices_stand_in_the_portal_and_no_server_is_spoken_to()
    {
        await using var stage = await MailStage.OpenAsync(("Mail:Enabled", "false"));
        await stage.AddressAsync("stc.thutruong", "thutruong@stc.example.invalid");
        await stage.Survey.CompleteAsync();
        await stage.Survey.PresentAsync();

        await stage.RunAsync();

        Assert.Equal(0, stage.Server.Connections);
        Assert.Equal(MailState.Off, Assert.Single(await stage.NoticesAsync("stc.thutruong")).Mail);
    }

    [Fact]
    public async Task A_name_cannot_add_a_head_line_or_a_recipient()
    {
        await using var stage = await OneMailAsync();
        await using (var db = stage.Portal.Database.Open())
        {
            db.Users.Single(u => u.UserName == "stc.daumoi").DisplayName = "Lê \"A\" <x@y.invalid>,\r\nBcc: z@y.invalid";
            await db.SaveChangesAsync();
        }

        await stage.RunAsync();

        var sent = Assert.Single(stage.Server.Mails);
        Assert.Equal("daumoi@stc.example.invalid", Assert.Single(sent.To));
        Assert.Equal("daumoi@stc.example.invalid", MailStage.Read(sent).To.Mailboxes.Single().Address);
        Assert.DoesNotContain("\nBcc:", Encoding.ASCII.GetString(sent.Text).Split("\r\n\r\n")[0]);
    }

    private static Task<MailStage> OneMailAsync(params string[] more) => OneMailAsync(more, []);

    /// <summary>Notices 1 and more for the editor of Sở Tài chính, who has an address.</summary>
    private static async Task<MailStage> OneMailAsync(string[] more, params (string, string)[] settings)
    {
        var stage = await MailStage.OpenAsync(settings);
        await stage.AddressAsync("stc.daumoi", "daumoi@stc.example.invalid");
        await stage.TellAsync("stc.daumoi", ["1", .. more]);
        return stage;
    }
}
