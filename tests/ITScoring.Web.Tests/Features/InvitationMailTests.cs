using System.Text.RegularExpressions;
using ITScoring.Web.Tests.Jobs;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>An invitation goes out by mail with its one-time code, which nobody but the reader of the mail gets to see.</summary>
public sealed partial class InvitationMailTests
{
    [Fact]
    public async Task The_code_in_the_mail_sets_the_password_and_is_kept_nowhere()
    {
        await using var stage = await MailStage.OpenAsync();
        await stage.AddressAsync("stc.nhaplieu", "nhaplieu@example.invalid");
        using var editor = await stage.Portal.SignedInAsync("stc.daumoi");
        var id = await stage.Portal.ReadAsync(db => db.Users.Where(u => u.UserName == "stc.nhaplieu").Select(u => u.Id).SingleAsync());
        var told = await (await editor.GetAsync($"/people/{id}/invite")).Fill("Cách giao mã", "Gửi thư đến nhaplieu@example.invalid").PressAsync("Mời");
        Assert.Empty(told.All("[data-code]"));

        await stage.RunAfterAsync(TimeSpan.FromMinutes(2));
        var mail = MailStage.Read(Assert.Single(stage.Server.Mails));
        var code = Code().Match(mail.TextBody ?? "").Value;
        Assert.NotEmpty(code);
        Assert.Contains("https://danhgia.example.invalid/invitation", mail.TextBody, StringComparison.Ordinal);
        Assert.False(await stage.Portal.ReadAsync(db => db.Notices.AnyAsync(n => n.Body.Contains(code))));
        Assert.Null(await stage.Portal.ReadAsync(db => db.Invitations.Where(i => i.UserId == id).Select(i => i.SealedForMail).SingleAsync()));
        Assert.DoesNotContain(code, stage.Portal.Log(), StringComparison.Ordinal);

        using var person = stage.Portal.Browser();
        var done = await (await person.GetAsync("/invitation")).Fill("Mã mời", code).Fill("Mật khẩu mới", "hoa-sen-2026-no").Fill("Nhập lại mật khẩu mới", "hoa-sen-2026-no").PressAsync("Đặt mật khẩu");
        Assert.Equal("/sign-in", done.Path);
        await person.SignInAsync("stc.nhaplieu", "hoa-sen-2026-no");
    }

    [GeneratedRegex("[a-z0-9]{5}(-[a-z0-9]{5}){3}")]
    private static partial Regex Code();
}
