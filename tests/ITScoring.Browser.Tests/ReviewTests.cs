using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Demo;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>The verification in a real browser: by the keyboard alone, a return, two judgements, an explanation that changes another's rank.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ReviewTests(ChromiumFixture chromium)
{
    private const string Form = "/reviews/2026/skhcn";

    /// <summary>What Sở TTTT fills in itself.</summary>
    private static readonly Dictionary<string, string> OwnValues = new() { ["v-W15"] = "7", ["v-D14"] = "118", ["v-D13"] = "4,61", ["v-N07"] = "7", ["v-N08"] = "6" };

    [BrowserFact]
    public async Task A_whole_form_is_cleared_by_the_keyboard_alone()
    {
        await using var portal = new DemoPortal { OnNetwork = true };
        await portal.InitializeAsync();
        var ledger = new PageLedger();
        var journey = new Journey(chromium, portal.Address, ledger: ledger);
        await journey.RunAsync(async () =>
        {
            var reviewer = await journey.VisitorAsync();
            await reviewer.SignInAsync("thamtra1", DemoAccounts.Password);
            await reviewer.OpenAsync("/reviews?view=mine");
            var (page, keys) = (reviewer.Page, reviewer.Page.Keyboard);
            await new KeyboardOnly(page).ToAsync("Sở Khoa học và Công nghệ");
            await Arrival.AfterAsync(page, () => keys.PressAsync("Enter"));
            await Arrival.AfterAsync(page, () => keys.PressAsync("j"));

            // The list of keys opens and closes; while it is open no key judges anything.
            await keys.PressAsync("?");
            await Assertions.Expect(page.Locator("#phim-tat")).ToBeVisibleAsync();
            await keys.PressAsync("a");
            Assert.EndsWith("/criteria/I.1", page.Url);
            await keys.PressAsync("Escape");
            await Assertions.Expect(page.Locator("#phim-tat")).ToBeHiddenAsync();

            // What is typed shows its points and is kept without a button; Esc gives the keys back.
            await keys.PressAsync("e");
            await keys.PressAsync("Control+a");
            await keys.TypeAsync("1");
            await Assertions.Expect(page.Locator("[data-live=points] .newpt")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("[data-live=draft]")).ToContainTextAsync("Nháp lưu lúc");
            await Arrival.AfterAsync(page, () => page.ReloadAsync());
            Assert.Equal("1", await page.Locator("#ket-luan input[type=text]").First.InputValueAsync());
            await new KeyboardOnly(page).ToAsync("Bỏ nháp");
            await Arrival.AfterAsync(page, () => keys.PressAsync("Enter"));

            var pages = 0;
            for (; new Uri(page.Url).AbsolutePath != Form && pages < 80; pages++)
            {
                await Arrival.AfterAsync(page, () => keys.PressAsync("a"));
                if (!page.Url.EndsWith("/agree", StringComparison.Ordinal))
                    continue;
                await keys.PressAsync("e");
                while (await page.EvaluateAsync<string?>("() => document.activeElement?.name") is { } name && name.StartsWith("v-", StringComparison.Ordinal))
                {
                    if (OwnValues.TryGetValue(name, out var value))
                        await keys.TypeAsync(value);
                    await keys.PressAsync("Tab");
                }

                await Arrival.AfterAsync(page, () => keys.PressAsync("Control+Enter"));
            }

            Assert.InRange(pages, 57, 62);
            await new KeyboardOnly(page).ToAsync("Kết thúc thẩm tra");
            await Arrival.AfterAsync(page, () => keys.PressAsync("Enter"));
            Assert.Contains("Đã kết thúc thẩm tra phiếu", await reviewer.NoticeAsync());
            ledger.AssertClean(atLeast: 3);
        });
    }

    [BrowserFact]
    public async Task A_return_comes_back_with_a_change_that_nobody_asked_for_and_says_so()
    {
        await using var portal = new DemoPortal { OnNetwork = true };
        await portal.InitializeAsync();
        var ledger = new PageLedger();
        var journey = new Journey(chromium, portal.Address, ledger: ledger);
        await journey.RunAsync(async () =>
        {
            var reviewer = await journey.VisitorAsync();
            await reviewer.SignInAsync("thamtra1", DemoAccounts.Password);
            // The request is written down under the criterion, and stands on the return's page already.
            await reviewer.OpenAsync(Form + "/criteria/III.1");
            await reviewer.FillAsync("Lý do điều chỉnh", "Gửi địa chỉ của cổng thông tin.");
            await reviewer.PressAsync("Yêu cầu bổ sung");
            await reviewer.OpenAsync(Form + "/return?q=W01");
            Assert.Contains("Gửi địa chỉ của cổng thông tin.", await reviewer.Page.Locator("textarea[name=reason-W02]").InputValueAsync());
            await reviewer.Page.Locator("textarea[name=reason-W01]").FillAsync("Gửi quyết định thành lập cổng.");
            foreach (var box in await reviewer.Page.Locator("input[name=questions]:checked:not([value=W01])").AllAsync())
                await box.UncheckAsync();
            await reviewer.FillAsync("Hạn bổ sung", "15/12/2026");
            await reviewer.FillAsync("Số, ký hiệu", "45/STTTT-CNTT");
            await reviewer.Page.Locator("input[name=letterDate]").FillAsync("27/11/2026");
            await reviewer.PressAsync("Xem thông báo trước khi gửi");
            Assert.Contains("Kèm văn bản số 45/STTTT-CNTT ngày 27/11/2026", await reviewer.TextAsync());
            await reviewer.PressAsync("Trả lại 1 mục");

            // W03 opens with W01; the agency changes it, and not what was asked for.
            var editor = await journey.VisitorAsync();
            await editor.SignInAsync("skhcn.daumoi", DemoAccounts.Password);
            await editor.OpenAsync("/submissions/2026/skhcn/sections/w");
            var articles = editor.Page.Locator("input[name=W03]");
            await articles.FillAsync($"{int.Parse(await articles.InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture) + 1}");
            await editor.PressAsync("Lưu, về danh sách");
            await editor.OpenAsync("/submissions/2026/skhcn/check");
            await editor.PressAsync("Trình thủ trưởng");
            var head = await journey.VisitorAsync();
            await head.SignInAsync("skhcn.thutruong", DemoAccounts.Password);
            await head.OpenAsync("/submissions/2026/skhcn/sign-off");
            await head.Page.Locator("input[name=declaration]").CheckAsync();
            await head.PressAsync("Ký nộp");
            Assert.Contains("ký nộp", await head.NoticeAsync(), StringComparison.OrdinalIgnoreCase);

            await reviewer.OpenAsync(Form);
            Assert.Contains("Có thay đổi không được yêu cầu: W03", await reviewer.TextAsync());
            var rows = await reviewer.Page.Locator("section:has(#thay-doi) tbody tr").AllInnerTextsAsync();
            Assert.Contains(rows, r => r.Contains("W01", StringComparison.Ordinal) && r.Contains("Không thay đổi", StringComparison.Ordinal));
            Assert.Contains(rows, r => r.Contains("W03", StringComparison.Ordinal) && r.Contains("Không yêu cầu", StringComparison.Ordinal) && r.Contains("Mở theo câu W01", StringComparison.Ordinal));
            ledger.AssertClean(atLeast: 8);
        });
    }

    [BrowserFact]
    public async Task Two_judge_blind_and_their_difference_goes_to_the_council()
    {
        await using var portal = new DemoPortal { OnNetwork = true };
        await portal.InitializeAsync();
        var ledger = new PageLedger();
        var journey = new Journey(chromium, portal.Address, ledger: ledger);
        await journey.RunAsync(async () =>
        {
            var manager = await journey.VisitorAsync();
            await manager.SignInAsync("quanly", DemoAccounts.Password);
            await manager.OpenAsync("/second-reviews/2026");
            await manager.TickAsync("Tiêu chí đã chọn ở mọi cơ quan");
            await manager.Page.GetByText("Chọn tiêu chí", new() { Exact = true }).ClickAsync();
            await manager.Page.Locator("input[name=criteria][value='I.2']").CheckAsync();
            var names = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "thamtra4" || u.UserName == "thamtra5" || u.UserName == "thamtra6").Select(u => u.DisplayName).ToListAsync());
            foreach (var name in names)
                await manager.TickAsync(name);
            await manager.PressAsync("Rút mẫu và giao");
            var (second, first) = (await SecondOfAsync(portal), await journey.VisitorAsync());

            await first.SignInAsync("thamtra1", DemoAccounts.Password);
            await first.OpenAsync(Form + "/criteria/I.2");
            await first.FillAsync("H04, giá trị thẩm tra", "31");
            await first.FillAsync("Lý do điều chỉnh", "Hợp đồng ghi 31 giấy phép.");
            await first.PressAsync("Lưu điều chỉnh");

            var other = await journey.VisitorAsync();
            await other.SignInAsync(second, DemoAccounts.Password);
            await other.OpenAsync("/second-reviews/2026/skhcn/I.2");
            Assert.DoesNotContain("31", await other.TextAsync());
            await other.FillAsync("H04, giá trị thẩm tra", "33");
            await other.FillAsync("Lý do", "Hóa đơn ghi 33 giấy phép.");
            await other.PressAsync("Lưu kết luận lần hai");
            Assert.Contains("lần một 31", await other.TextAsync());

            await manager.OpenAsync("/councils/2026");
            Assert.Contains("Hai người thẩm tra kết luận khác nhau.", await manager.TextAsync());
            await manager.FollowAsync("Xem lần lượt từng việc");
            // The demonstration's own matter waits there too.
            await manager.OpenAsync("/councils/2026/matters/skhcn/I.2");
            Assert.Contains("Hóa đơn ghi 33 giấy phép.", await manager.TextAsync());
            Assert.Equal(VerdictKind.ReferredToCouncil, await portal.ReadAsync(db => db.CriterionVerdicts.Where(v => v.CriterionCode == "I.2" && v.Kind == VerdictKind.ReferredToCouncil).Select(v => v.Kind).SingleAsync()));
            ledger.AssertClean(atLeast: 7);
        });
    }

    [BrowserFact]
    public async Task An_accepted_explanation_that_changes_anothers_rank_says_so_before_and_after()
    {
        await using var portal = await StagePortal.OnNetworkAsync(PeriodState.Preliminary);
        portal.Clock.Set(2026, 10, 13);
        var ledger = new PageLedger();
        var journey = new Journey(chromium, portal.Address, ledger: ledger);
        await journey.RunAsync(async () =>
        {
            var reviewer = await journey.VisitorAsync();
            await reviewer.SignInAsync("thamtra6", DemoAccounts.Password);
            await reviewer.OpenAsync("/settlements/2026/stttt/I.3");
            await reviewer.Page.Locator("input[name=conclusion][value=accept]").CheckAsync();
            await reviewer.FillAsync("Lý do kết luận", "Hợp đồng gửi kèm ghi 200 Mbps.");
            await reviewer.PressAsync("Lưu kết luận");
            // 200 Mbps becomes the best of the block: the others' points fall, before anything is stored.
            var effect = await reviewer.TextAsync();
            Assert.Contains("Sở Thông tin và Truyền thông", effect);
            Assert.Contains("Sở Tài chính", effect);
            Assert.False(await portal.ReadAsync(db => db.Answers.AnyAsync(a => a.HasFinal)));
            await reviewer.PressAsync("Xác nhận kết luận");
            Assert.Contains("Đã kết luận giải trình", await reviewer.NoticeAsync());
            Assert.Contains("Sở Tài chính", await reviewer.TextAsync());
            Assert.True(await portal.ReadAsync(db => db.Answers.AnyAsync(a => a.HasFinal && a.FinalJson == "200")));
            ledger.AssertClean(atLeast: 3);
        });
    }

    private static Task<string> SecondOfAsync(DemoPortal portal) => portal.ReadAsync(db => (
        from second in db.SecondReviews
        join form in db.Submissions on second.SubmissionId equals form.Id
        join agency in db.Agencies on form.AgencyId equals agency.Id
        join person in db.Users on second.ReviewerId equals person.Id
        where agency.Code == "SKHCN"
        select person.UserName!).SingleAsync());
}
