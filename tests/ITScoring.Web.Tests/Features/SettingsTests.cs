using System.Reflection;
using System.Text.RegularExpressions;
using ITScoring.Domain.Settings;
using ITScoring.Web.Features.Settings;
using ITScoring.Web.Files.Signatures;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Integrations.Mail;
using ITScoring.Web.Integrations.Scanning;
using ITScoring.Web.Practice;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Tests.Features;

/// <summary>The page of settings: what it changes counts at once, what it must not change it does not.</summary>
public sealed partial class SettingsTests
{
    internal static readonly Type[] OptionsTypes =
    [
        typeof(PortalOptions), typeof(DocumentOptions), typeof(PublicationOptions), typeof(RateLimitOptions), typeof(FilesOptions), typeof(ScanOptions), typeof(MailOptions), typeof(SignatureOptions),
        typeof(SessionLength), typeof(AccountOptions), typeof(DemoOptions), typeof(PracticeOptions), typeof(SecondFactorOptions), typeof(SignInLimitOptions),
        typeof(ProxyOptions), typeof(MaintenanceOptions), typeof(DrainOptions), typeof(TelemetryOptions), typeof(SecurityTxtOptions), typeof(InvitationOptions),
    ];

    [Fact]
    public void Every_option_stands_in_the_catalogue_or_is_left_to_configuration_with_a_reason()
    {
        var keys = new List<string>();
        foreach (var type in OptionsTypes)
        {
            var section = type == typeof(DocumentOptions) ? "Portal:Documents" : (string)type.GetField("Section")!.GetValue(null)!;
            keys.AddRange(type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p is { CanWrite: true } && p.PropertyType != typeof(DocumentOptions)).Select(p => $"{section}:{p.Name}"));
        }

        Assert.True(keys.Count > 40, $"Only {keys.Count} options were found.");
        var unknown = keys.Where(k => !SettingsCatalogue.Entries.ContainsKey(k) && !SettingsCatalogue.LeftToConfiguration.ContainsKey(k)).ToList();
        Assert.True(unknown.Count == 0, $"Put these into SettingsCatalogue, on the page or with the reason why not:\n- {string.Join("\n- ", unknown)}");
        Assert.Empty(SettingsCatalogue.Entries.Keys.Intersect(SettingsCatalogue.LeftToConfiguration.Keys));
        Assert.Empty(SettingsCatalogue.Entries.Keys.Except(keys));
        Assert.Empty(SettingsCatalogue.Secrets.Select(s => s.Key).Except(SettingsCatalogue.LeftToConfiguration.Keys));
    }

    [Fact]
    public void The_README_names_settings_that_there_are()
    {
        var named = Key().Matches(File.ReadAllText(Path.Combine(SourceFolder.Root, "README.md"))).Select(m => m.Groups[1].Value).ToList();
        Assert.True(named.Count >= 6);
        Assert.DoesNotContain(named, k => !SettingsCatalogue.Entries.ContainsKey(k) && !SettingsCatalogue.LeftToConfiguration.ContainsKey(k));
    }

    [Fact]
    public async Task A_name_counts_on_the_next_page_with_an_audit_row_and_the_default_again_when_it_is_typed()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var admin = await portal.SignedInAsync("quantri");
        using var stranger = portal.Browser();
        Assert.Contains("UBND tỉnh Quảng Bình", (await stranger.GetAsync("/results")).Html);

        var page = await admin.GetAsync("/settings");
        Assert.Contains("Mặc định: UBND tỉnh Quảng Bình.", page.Text);
        var done = await page.Fill("Cơ quan chủ quản", "UBND tỉnh Quảng Trị").PressAsync("Lưu: Tỉnh và cơ quan thường trực");

        Assert.StartsWith("Đã lưu 1 cài đặt.", done.Notice);
        Assert.Contains("UBND tỉnh Quảng Trị", (await stranger.GetAsync("/results")).Html);
        var row = await portal.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Action == "setting.change"));
        Assert.Equal(("Portal:ProvinceBody", "UBND tỉnh Quảng Bình", "UBND tỉnh Quảng Trị"), (row.Subject, row.From, row.To));

        var again = await done.Fill("Cơ quan chủ quản", "UBND tỉnh Quảng Bình").PressAsync("Lưu: Tỉnh và cơ quan thường trực");
        Assert.StartsWith("Đã lưu 1 cài đặt.", again.Notice);
        Assert.Null((await portal.ReadAsync(db => db.Settings.SingleAsync())).Value);
        Assert.Contains("UBND tỉnh Quảng Bình", (await stranger.GetAsync("/results")).Html);
        Assert.Equal(1, await portal.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Action == "setting.reset")));
        Assert.Equal("Không có gì thay đổi.", (await again.PressAsync("Lưu: Tỉnh và cơ quan thường trực")).Notice);
    }

    [Fact]
    public async Task A_list_may_become_shorter_and_longer_and_numbers_count_at_once()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var admin = await portal.SignedInAsync("quantri");
        IReadOnlyList<string> Bases() => portal.Services.GetRequiredService<IOptions<PortalOptions>>().Value.Documents.LegalBases;
        Assert.Equal(3, Bases().Count);

        var page = await (await admin.GetAsync("/settings")).Fill("Văn bản căn cứ", "Luật Giao dịch điện tử\n\n  ").PressAsync("Lưu: Chức danh ký, căn cứ và nơi nhận trong văn bản");
        Assert.StartsWith("Đã lưu 1 cài đặt.", page.Notice);
        Assert.Equal(["Luật Giao dịch điện tử"], Bases());
        await page.Fill("Văn bản căn cứ", "Một\nHai\nBa\nBốn").PressAsync("Lưu: Chức danh ký, căn cứ và nơi nhận trong văn bản");
        Assert.Equal(["Một", "Hai", "Ba", "Bốn"], Bases());

        await (await admin.GetAsync("/settings")).Fill("Dung lượng một tệp", "5").Fill("Số lần sai mật khẩu", "3").Fill("Thời gian tạm khóa", "30").PressAsync("Lưu: Giới hạn và đăng nhập");
        Assert.Equal(5 * 1024 * 1024, portal.Services.GetRequiredService<IOptions<FilesOptions>>().Value.MaxFileBytes);
        var lockout = portal.Services.GetRequiredService<IOptions<IdentityOptions>>().Value.Lockout;
        Assert.Equal((3, TimeSpan.FromMinutes(30)), (lockout.MaxFailedAccessAttempts, lockout.DefaultLockoutTimeSpan));
    }

    [Theory]
    [InlineData("Giới hạn và đăng nhập", "Dung lượng một tệp", "0", "Dung lượng một tệp: nhập số từ 1 đến 2048 MB.")]
    [InlineData("Giới hạn và đăng nhập", "Dung lượng một tệp", "nhiều", "")]
    [InlineData("Giới hạn và đăng nhập", "Thời gian giữ đăng nhập", "5", "Thời gian giữ đăng nhập: nhập số từ 10 đến 1440 phút.")]
    [InlineData("Tỉnh và cơ quan thường trực", "Tên tỉnh", " ", "Tên tỉnh: không để trống được.")]
    [InlineData("Kiểm tra vi-rút", "Địa chỉ ClamAV", "ở đâu đó", "Cấu hình Scan:Address là “ở đâu đó”")]
    public async Task What_is_invalid_is_refused_in_the_words_of_the_validation_and_nothing_is_saved(string group, string field, string typed, string problem)
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var admin = await portal.SignedInAsync("quantri");

        var page = (await (await admin.GetAsync("/settings")).Fill(field, typed).PressAsync($"Lưu: {group}")).Expect(422);

        Assert.Contains(problem, page.ProblemAt(field));
        Assert.Equal(typed, page.ValueOf(field));
        Assert.Equal(0, await portal.ReadAsync(db => db.Settings.CountAsync()));
    }

    [Fact]
    public async Task Options_that_are_wrong_only_together_are_refused_together()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var admin = await portal.SignedInAsync("quantri");
        var page = (await (await admin.GetAsync("/settings")).Fill("Gửi thư", "true").PressAsync("Lưu: Thư điện tử")).Expect(422);
        Assert.Contains("Thiếu cấu hình Mail:Host (máy chủ thư).", page.ProblemAt("Máy chủ thư"));
        Assert.False(portal.Services.GetRequiredService<IOptions<MailOptions>>().Value.Enabled);
    }

    [Fact]
    public async Task What_the_operator_fixed_and_what_a_secret_is_sent_to_cannot_be_changed_and_secrets_are_never_shown()
    {
        await using var portal = new EmptyPortal { Settings = new() { ["Portal:Province"] = "Quảng Trị", ["Mail:Password"] = "rất-bí-mật" } };
        await portal.InitializeAsync();
        using var admin = await portal.SignedInAsync("quantri");

        var page = await admin.GetAsync("/settings");
        Assert.DoesNotContain("rất-bí-mật", page.Html);
        Assert.Equal(["đã đặt trong cấu hình", "chưa đặt"], page.All("main dl dd").Select(PortalPage.TextOf));
        Assert.True(page.IsDisabled("Tên tỉnh"));
        Assert.True(page.IsDisabled("Máy chủ thư"));
        var stamp = page.All("input[name=stamp]")[0].GetAttribute("value")!;
        await admin.PostAsync("/settings/mail", new("stamp", stamp), new("Mail-Host", "ke-xau.example"), new("Mail-FromName", "Cổng"), new("Mail-TimeoutSeconds", "30"), new("Mail-Port", "25"));
        await admin.PostAsync("/settings/province", new("stamp", stamp), new("Portal-Province", "Khác"));

        var mail = portal.Services.GetRequiredService<IOptions<MailOptions>>().Value;
        Assert.Equal(("", 587), (mail.Host, mail.Port));
        Assert.DoesNotContain(await portal.ReadAsync(db => db.Settings.Select(s => s.Key).ToListAsync()), k => k is "Mail:Host" or "Mail:Port" or "Portal:Province");
    }

    [Fact]
    public async Task Another_process_takes_a_change_over_and_two_people_do_not_overwrite_each_other()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var admin = await portal.SignedInAsync("quantri");
        var old = await admin.GetAsync("/settings");
        var user = await portal.ReadAsync(db => db.Users.Select(u => u.Id).FirstAsync());
        await portal.ReadAsync(async db =>
        {
            db.Settings.Add(new Setting("Portal:LeadAgency", "Sở Khoa học và Công nghệ", user, portal.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync();
        });

        Assert.Equal(409, (await old.Fill("Tên tỉnh", "Quảng Trị").PressAsync("Lưu: Tỉnh và cơ quan thường trực")).Status);
        Assert.True(await portal.Services.GetRequiredService<StoredSettings>().RefreshAsync());
        Assert.Equal("Sở Khoa học và Công nghệ", portal.Services.GetRequiredService<IOptions<PortalOptions>>().Value.LeadAgency);
        Assert.False(await portal.Services.GetRequiredService<StoredSettings>().RefreshAsync());

        // A row that makes the options invalid is told and not used.
        await portal.ReadAsync(async db =>
        {
            db.Settings.Add(new Setting("Scan:Address", "ở đâu đó", user, portal.Clock.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync();
        });
        await portal.Services.GetRequiredService<StoredSettings>().RefreshAsync();
        Assert.Equal("", portal.Services.GetRequiredService<IOptions<ScanOptions>>().Value.Address);
        Assert.Contains("Cài đặt đã lưu chưa được dùng", (await admin.GetAsync("/settings")).Text);
    }

    [Fact]
    public async Task The_period_manager_reads_and_changes_nothing()
    {
        await using var portal = new EmptyPortal();
        await portal.InitializeAsync();
        using var manager = await portal.SignedInAsync("quanly");
        var page = (await manager.GetAsync("/settings")).Expect(200);
        Assert.False(page.HasButton("Lưu: Thư điện tử"));
        Assert.Equal(403, (await manager.PostAsync("/settings/mail", new KeyValuePair<string, string>("Mail-FromName", "x"))).Status);
        using var editor = await portal.SignedInAsync("stc.daumoi");
        Assert.Equal(403, (await editor.GetAsync("/settings")).Status);
    }

    [GeneratedRegex(@"`([A-Z][A-Za-z]+:[A-Za-z:]+)`")]
    private static partial Regex Key();
}
