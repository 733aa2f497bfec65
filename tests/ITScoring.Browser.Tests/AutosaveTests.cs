using System.Collections.Concurrent;
using System.IO.Compression;
using ITScoring.Testing;
using ITScoring.Web.Demo;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>What somebody types into the form is never lost: not without network, not when the session ends, not when a colleague was faster.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AutosaveTests(ChromiumFixture chromium, AutosaveTests.Site site) : IClassFixture<AutosaveTests.Site>
{
    private const string Form = "/submissions/2026/stc";
    private const string Section = Form + "/sections/h";

    [BrowserFact]
    public Task An_answer_is_saved_while_it_is_typed_and_the_points_follow() => PlayAsync(async journey =>
    {
        var editor = await OpenAsync(journey);
        var points = await editor.Page.Locator(".rail .total").InnerTextAsync();

        await editor.Page.FillAsync("[name=H04]", "1");

        await WaitForAsync("H04", "1");
        await Assertions.Expect(editor.Page.Locator(".rail .total")).Not.ToHaveTextAsync(points);
        Assert.Equal("H04", await editor.Page.EvaluateAsync<string>("document.activeElement.name"));
        Assert.Equal(0, await JournalAsync(editor));
        await Assertions.Expect(editor.Page.Locator("[data-save-summary]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^Đã lưu mọi thay đổi lúc \d\d:\d\d\.$"));
    });

    [BrowserFact]
    public Task Without_network_the_text_waits_in_the_browser_and_is_saved_when_the_network_is_back() => PlayAsync(async journey =>
    {
        var editor = await OpenAsync(journey);
        await editor.Page.Context.SetOfflineAsync(true);
        await editor.Page.FillAsync("[name=H03]", "61");
        await StateAsync(editor, "H03", "Chưa lưu được");
        Assert.NotEqual("61", await ValueAsync("H03"));
        Assert.Equal(1, await JournalAsync(editor));
        Assert.Equal("", await PageChecks.ProblemsAsync(editor.Page));
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu, sang phần U" }).ClickAsync();
        await Assertions.Expect(editor.Page.Locator("[data-save-summary]")).ToContainTextAsync("Mất kết nối mạng. Chưa lưu được 1 câu (H03).");
        Assert.EndsWith("/sections/h", editor.Path);

        await editor.Page.Context.SetOfflineAsync(false);

        await StateAsync(editor, "H03", "Đã lưu");
        Assert.Equal(("61", 0), (await ValueAsync("H03"), await JournalAsync(editor)));
    });

    [BrowserFact]
    public Task Text_of_a_page_that_was_closed_without_network_comes_back_keeps_the_form_from_being_presented_and_is_saved() => PlayAsync(async journey =>
    {
        var editor = await OpenAsync(journey);
        await editor.Page.Context.SetOfflineAsync(true);
        await editor.Page.FillAsync("[name=H03]", "62");
        await StateAsync(editor, "H03", "Chưa lưu được");
        var second = await editor.Page.Context.NewPageAsync();
        await editor.Page.CloseAsync();
        await editor.Page.Context.SetOfflineAsync(false);
        await second.RouteAsync("**/answer", route => route.AbortAsync());
        await second.GotoAsync(site.Portal.Address + Form + "/check");
        await Assertions.Expect(second.Locator("[data-unsaved]")).ToContainTextAsync("Câu H03");
        await second.GetByRole(AriaRole.Button, new() { Name = "Trình thủ trưởng ký nộp" }).ClickAsync();
        await Assertions.Expect(second.Locator("[data-unsaved]")).ToBeFocusedAsync();
        Assert.EndsWith("/check", second.Url);

        await second.UnrouteAsync("**/answer");
        await second.Locator("[data-unsaved] a").ClickAsync();

        await WaitForAsync("H03", "62");
        await Assertions.Expect(second.Locator("[name=H03]")).ToHaveValueAsync("62");
    });

    [BrowserFact]
    public Task When_the_session_ended_while_typing_signing_in_in_place_saves_the_text() => PlayAsync(
        async journey =>
        {
            var editor = await OpenAsync(journey);
            await editor.Page.Context.ClearCookiesAsync();
            await editor.Page.FillAsync("[name=H03]", "63");

            var dialog = editor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Phiên làm việc đã hết" });
            await dialog.GetByLabel("Mật khẩu").FillAsync("sai-mat-khau-1");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập lại" }).ClickAsync();
            await Assertions.Expect(dialog).ToContainTextAsync("Tên đăng nhập hoặc mật khẩu không đúng.");
            Assert.Equal("", await PageChecks.ProblemsAsync(editor.Page));
            await dialog.GetByLabel("Mật khẩu").FillAsync(DemoAccounts.Password);
            await editor.Page.Keyboard.PressAsync("Enter");

            await Assertions.Expect(dialog).ToBeHiddenAsync();
            await StateAsync(editor, "H03", "Đã lưu");
            Assert.Equal(("63", "63"), (await editor.Page.InputValueAsync("[name=H03]"), await ValueAsync("H03")));
        },
        401,
        422);

    [BrowserFact]
    public Task An_account_with_two_factors_signs_in_in_place_by_password_and_code() => PlayAsync(
        async journey =>
        {
            var editor = await journey.VisitorAsync();
            await editor.SignInAsync("stc.daumoi", DemoAccounts.Password);
            try
            {
                await editor.OpenAsync("/second-factor");
                await editor.FillAsync("Mật khẩu", DemoAccounts.Password);
                await editor.PressAsync("Bật xác thực hai lớp");
                var key = await editor.Page.Locator(".key").InnerTextAsync();
                await editor.FillAsync("Mã sáu chữ số", Totp.CodeOf(key));
                await editor.PressAsync("Bật");
                var recovery = await editor.Page.Locator(".codes code").First.InnerTextAsync();
                await editor.OpenAsync("/sign-ins");
                await editor.OpenAsync(Section);
                await editor.Page.Context.ClearCookiesAsync();
                await editor.Page.FillAsync("[name=H03]", "68");

                var dialog = editor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Phiên làm việc đã hết" });
                await dialog.GetByLabel("Mật khẩu").FillAsync(DemoAccounts.Password);
                await editor.Page.Keyboard.PressAsync("Enter");
                var code = dialog.GetByLabel("Mã xác thực hoặc mã dự phòng");
                await Assertions.Expect(code).ToBeFocusedAsync();
                Assert.Equal("", await PageChecks.ProblemsAsync(editor.Page));
                await code.FillAsync("12345");
                await editor.Page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(dialog).ToContainTextAsync("Mã không đúng");
                await code.FillAsync(Totp.CodeOf(key, 1));
                await editor.Page.Keyboard.PressAsync("Enter");

                await Assertions.Expect(dialog).ToBeHiddenAsync();
                await StateAsync(editor, "H03", "Đã lưu");
                Assert.Equal("68", await ValueAsync("H03"));

                var elsewhere = await journey.VisitorAsync(375);
                await elsewhere.SignInAsync("stc.daumoi", DemoAccounts.Password);
                await elsewhere.FillAsync("Mã xác thực hoặc mã dự phòng", recovery);
                await elsewhere.PressAsync("Đăng nhập");
                Assert.Equal("/home", elsewhere.Path);
            }
            finally
            {
                // The account is shared by the tests of this class.
                await site.Portal.ReadAsync(db => db.Users.Where(u => u.UserName == "stc.daumoi").ExecuteUpdateAsync(u => u.SetProperty(a => a.TwoFactorEnabled, false)));
            }
        },
        401,
        422);

    [BrowserFact]
    public Task Five_minutes_before_the_session_ends_a_dialog_offers_to_go_on() => PlayAsync(async journey =>
    {
        var editor = await OpenAsync(journey);
        site.Portal.Clock.Advance(TimeSpan.FromMinutes((8 * 60) - 4));
        try
        {
            await editor.Page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
            var dialog = editor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Phiên làm việc sắp hết" });
            await Assertions.Expect(dialog).ToContainTextAsync("khoảng 4 phút");
            Assert.Equal("", await PageChecks.ProblemsAsync(editor.Page));

            await editor.Page.Keyboard.PressAsync("Enter");

            await Assertions.Expect(dialog).ToBeHiddenAsync();
            Assert.Equal(8 * 3600, await editor.Page.EvaluateAsync<int>("fetch('/session').then(r => r.json()).then(s => s.left)"));
        }
        finally
        {
            site.Portal.Clock.Set(PortalTemplates.Start);
        }
    });

    [BrowserTheory]
    [InlineData("Dùng nội dung của tôi", "64", "65", "65")]
    [InlineData("Dùng giá trị đã lưu", "74", "75", "74")]
    public Task Two_people_in_one_field_see_both_values_and_choose(string choice, string theirs, string mine, string stored) => PlayAsync(
        async journey =>
        {
            var (one, two) = (await OpenAsync(journey), await OpenAsync(journey, "stc.nhaplieu", 375));
            await one.Page.FillAsync("[name=H03]", theirs);
            await WaitForAsync("H03", theirs);
            await two.Page.FillAsync("[name=H03]", mine);

            await Assertions.Expect(two.Page.Locator("#h03 .ask")).ToContainTextAsync($"đã lưu “{theirs} ");
            Assert.Equal((mine, theirs), (await two.Page.InputValueAsync("[name=H03]"), await ValueAsync("H03")));
            Assert.Equal("", await PageChecks.ProblemsAsync(two.Page));
            await two.Page.Locator("#h03").GetByRole(AriaRole.Button, new() { Name = choice }).ClickAsync();

            await StateAsync(two, "H03", "Đã lưu");
            await Assertions.Expect(two.Page.Locator("[name=H03]")).ToHaveValueAsync(stored);
            Assert.Equal((stored, 0), (await ValueAsync("H03"), await JournalAsync(two)));
            await Assertions.Expect(two.Page.Locator("[data-presence]")).ToContainTextAsync("đang sửa phần này");
        },
        409);

    [BrowserFact]
    public Task An_answer_that_comes_after_the_form_was_locked_is_refused_with_the_reason_and_stays_in_sight() => PlayAsync(
        async journey =>
        {
            var editor = await OpenAsync(journey);
            var before = await ValueAsync("H03");
            await LockAsync(site.Portal.Clock.GetUtcNow().UtcDateTime);
            try
            {
                await editor.Page.FillAsync("[name=H03]", "66");

                await StateAsync(editor, "H03", "Không lưu được");
                await Assertions.Expect(editor.Page.Locator("#h03 .ask")).ToContainTextAsync("Nội dung vừa nhập không lưu được");
                await Assertions.Expect(editor.Page.Locator("#h03 .ask")).ToContainTextAsync("khóa");
                Assert.Equal((before, "66"), (await ValueAsync("H03"), await editor.Page.InputValueAsync("[name=H03]")));
                Assert.Equal("", await PageChecks.ProblemsAsync(editor.Page));
            }
            finally
            {
                await LockAsync(null);
            }
        },
        409);

    [BrowserFact]
    public Task An_unreadable_number_is_named_at_its_field_and_mended_by_keyboard_alone() => PlayAsync(
        async journey =>
        {
            var editor = await OpenAsync(journey);
            await editor.Page.FocusAsync("[name=H03]");
            await editor.Page.Keyboard.PressAsync("Control+A");
            await editor.Page.Keyboard.TypeAsync("sáu mươi");
            await StateAsync(editor, "H03", "Chưa lưu, cần sửa");
            Assert.Equal("true", await editor.Page.GetAttributeAsync("[name=H03]", "aria-invalid"));
            Assert.Contains("h03-s", await editor.Page.GetAttributeAsync("[name=H03]", "aria-describedby"));
            Assert.Equal("", await PageChecks.ProblemsAsync(editor.Page));

            await editor.Page.ReloadAsync();
            Assert.Equal("sáu mươi", await editor.Page.InputValueAsync("[name=H03]"));
            await StateAsync(editor, "H03", "Chưa lưu, cần sửa");
            await editor.Page.FocusAsync("[name=H03]");
            await editor.Page.Keyboard.PressAsync("Control+A");
            await editor.Page.Keyboard.TypeAsync("66");
            await editor.Page.Keyboard.PressAsync("Tab");

            await StateAsync(editor, "H03", "Đã lưu");
            Assert.Equal((null, "66", 0), (await editor.Page.GetAttributeAsync("[name=H03]", "aria-invalid"), await ValueAsync("H03"), await JournalAsync(editor)));
        },
        422);

    [BrowserFact]
    public Task Signing_out_clears_what_the_browser_kept() => PlayAsync(async journey =>
    {
        var editor = await OpenAsync(journey);
        await editor.Page.RouteAsync("**/answer", route => route.AbortAsync());
        await editor.Page.FillAsync("[name=H03]", "67");
        await StateAsync(editor, "H03", "Chưa lưu được");
        var asked = "";
        editor.Page.Dialog += (_, dialog) =>
        {
            asked = dialog.Message;
            _ = dialog.AcceptAsync();
        };

        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();

        await Assertions.Expect(editor.Page.Locator("main [role=status]").First).ToContainTextAsync("Đã đăng xuất.");
        Assert.StartsWith("Còn 1 câu trả lời chưa lưu được trên máy này.", asked);
        Assert.Equal(0, await editor.Page.EvaluateAsync<int>("Object.keys(localStorage).length"));
        Assert.NotEqual("67", await ValueAsync("H03"));
    });

    /// <summary>As the site is published: its style sheets and scripts are compressed beforehand, its pages on the way. (What was only built answers them as they are.)</summary>
    [BrowserFact]
    public Task The_section_page_with_everything_it_loads_stays_below_250_kB() => PlayAsync(async journey =>
    {
        var editor = await journey.VisitorAsync();
        await editor.SignInAsync("stc.daumoi", DemoAccounts.Password);
        await using var context = await chromium.Browser.NewContextAsync(new() { StorageState = await editor.Page.Context.StorageStateAsync() });
        var page = await context.NewPageAsync();
        var received = new ConcurrentQueue<IResponse>();
        page.Response += (_, response) => received.Enqueue(response);
        await page.GotoAsync(site.Portal.Address + Section);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var sizes = new Dictionary<string, int>();
        foreach (var response in received.Where(r => !r.Url.StartsWith("data:", StringComparison.Ordinal)))
        {
            using var packed = new MemoryStream();
            await using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
                await brotli.WriteAsync(await response.BodyAsync());
            sizes[response.Url] = (int)packed.Length + (await response.HeadersArrayAsync()).Sum(h => h.Name.Length + h.Value.Length + 4);
        }

        var list = string.Join('\n', sizes.OrderByDescending(s => s.Value).Select(s => $"{s.Value} {s.Key}"));
        Assert.True(sizes.Count > 10 && sizes.Values.Sum() < 250_000, $"{sizes.Values.Sum()} bytes:\n{list}");
    });

    private async Task PlayAsync(Func<Journey, Task> play, params int[] expected)
    {
        var journey = new Journey(chromium, site.Portal.Address, expected: expected);
        await journey.RunAsync(() => play(journey));
    }

    private static async Task<Visitor> OpenAsync(Journey journey, string userName = "stc.daumoi", int width = 1280)
    {
        var visitor = await journey.VisitorAsync(width);
        await visitor.SignInAsync(userName, DemoAccounts.Password);
        return await visitor.OpenAsync(Section);
    }

    private static Task StateAsync(Visitor visitor, string code, string state) =>
        Assertions.Expect(visitor.Page.Locator($"#{code.ToLowerInvariant()} .save")).ToContainTextAsync(state, new() { Timeout = Visitor.Patience });

    private static Task<int> JournalAsync(Visitor visitor) => visitor.Page.EvaluateAsync<int>("Object.keys(localStorage).length");

    private async Task WaitForAsync(string code, string value)
    {
        for (var i = 0; i < 100 && await ValueAsync(code) != value; i++)
            await Task.Delay(100);
        Assert.Equal(value, await ValueAsync(code));
    }

    private Task<string?> ValueAsync(string code) => StoredAnswer.OfAsync(site.Portal, code);

    /// <summary>As if the form had been locked a moment ago; null: as it was.</summary>
    private Task<int> LockAsync(DateTime? at) => site.Portal.ReadAsync(db => db.Submissions
        .Where(s => db.Periods.Any(p => p.Id == s.PeriodId && p.Code == "2026") && db.Agencies.Any(g => g.Id == s.AgencyId && g.Code == "STC"))
        .ExecuteUpdateAsync(u => u.SetProperty(s => s.LockedAt, at)));

    /// <summary>The demonstration on the network, shared by the tests of this class.</summary>
    public sealed class Site : IAsyncLifetime
    {
        public DemoPortal Portal { get; } = new() { OnNetwork = true };

        public Task InitializeAsync() => Portal.InitializeAsync();

        public async Task DisposeAsync() => await Portal.DisposeAsync();
    }
}
