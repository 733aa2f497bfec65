using System.Text;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Demo;
using ITScoring.Web.Features.EvidenceItems;
using ITScoring.Web.Features.ExplanationEvidence;
using ITScoring.Web.Features.Explanations;
using ITScoring.Web.Features.Reviews;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>
/// Walks through the portal as the guide for the review tells it: the open period up to the council, then another from the preliminary result on. The
/// guide shows the pictures of this walk and no others, and what it prints in bold stands on the pages word for word. <c>scripts/guide-pictures.sh</c>
/// writes the pictures anew.
/// </summary>
[Collection(PagesCollection.Name)]
public sealed class ReviewGuideTests(ChromiumFixture chromium)
{
    private const string Form = "/reviews/2026/skhcn";

    /// <summary>A view of which the walk meets no criterion with automatic findings: its words are looked up in the source.</summary>
    private const string NotWalked = "Criteria/Criterion.cshtml";

    /// <summary>A page as it would come from a scanner.</summary>
    private const string Scan = """
        <body style="margin:0;padding:48px 56px;font:20px/1.6 'Liberation Serif',serif;width:720px;background:#fdfdfb">
        <p style="text-align:center;margin:0"><b>DANH SÁCH TÀI KHOẢN</b><br>thường xuyên xử lý công việc trên QLVB&amp;ĐH<br><i>(số liệu minh họa)</i></p>
        <table style="width:100%;border-collapse:collapse;margin-top:20px" border="1" cellpadding="6"><tr><th>TT<th>Phòng, đơn vị<th>Số tài khoản
        <tr><td>1<td>Lãnh đạo Sở<td>3<tr><td>2<td>Văn phòng<td>8<tr><td>3<td>Các phòng chuyên môn<td>20<tr><td><td><b>Cộng</b><td><b>31</b></table></body>
        """;

    [BrowserFact]
    public async Task The_guide_for_the_review_shows_and_names_what_the_portal_has()
    {
        var guide = new Guide("tham-tra");
        await using (var portal = new DemoPortal { OnNetwork = true })
        {
            await portal.InitializeAsync();
            var journey = new Journey(chromium, portal.Address);
            await journey.RunAsync(() => ReviewAsync(portal, journey, guide.Album));
        }

        await using (var portal = await StagePortal.OnNetworkAsync(PeriodState.Reviewing))
        {
            portal.Clock.Set(2026, 10, 9);
            var journey = new Journey(chromium, portal.Address);
            await journey.RunAsync(() => SettleAsync(portal, journey, guide.Album));
        }

        await guide.AssertAsWalkedAsync(NotWalked);
    }

    private static async Task ReviewAsync(DemoPortal portal, Journey journey, GuideAlbum album)
    {
        var manager = await journey.VisitorAsync();
        await manager.SignInAsync("quanly", DemoAccounts.Password);
        await AssignAsync(portal, manager, album);
        await ImportAsync(manager, album);

        var reviewer = await journey.VisitorAsync();
        await reviewer.SignInAsync("thamtra1", DemoAccounts.Password);
        await QueueAsync(reviewer, album);
        await ReturnAsync(reviewer, album);
        await MendAsync(portal, await journey.VisitorAsync());
        await OtherFormAsync(portal);
        await DrawAsync(portal, manager, album);
        await JudgeAsync(reviewer, album);
        await SecondAsync(portal, await journey.VisitorAsync(), album);
        await DecideAsync(manager, album);
        await album.TakeAsync(await reviewer.OpenAsync("/comparisons/2026/II.2?agency=skhcn"), "giua-cac-co-quan", "main .notice--warn", ".compare tbody tr:nth-child(4)");
        foreach (var path in new[] { "/comparisons/2026?sort=outliers", "/comparisons/2026/I.3", "/shared-figures/2026/differences" })
            await album.ReadAsync(await reviewer.OpenAsync(path));

        await manager.Page.SetViewportSizeAsync(375, 900);
        await album.TakeAsync(await manager.OpenAsync("/progress/2026"), "tien-do", "[aria-labelledby=db]", ".waits tbody tr:nth-child(2)");
        foreach (var path in new[] { "/periods/2026", "/conflicts/2026", "/reviews/2026/bdt" })
            await album.ReadAsync(await manager.OpenAsync(path));
    }

    private static async Task AssignAsync(DemoPortal portal, Visitor manager, GuideAlbum album)
    {
        await manager.OpenAsync("/periods/2026/reviewers");
        await manager.FillAsync("Phần phân công", "Cả nhóm VI. Nguồn nhân lực cho ứng dụng CNTT");
        var panel = manager.Page.Locator("[aria-labelledby=hang-loat]");
        foreach (var agency in new[] { "Sở Du lịch", "Sở Giáo dục và Đào tạo" })
            await panel.GetByLabel(agency, new() { Exact = true }).CheckAsync();
        await panel.GetByLabel(await NameAsync(portal, "thamtra4")).CheckAsync();
        await album.TakeAsync(manager, "phan-cong", "[aria-labelledby=hang-loat]");
        await manager.PressAsync("Phân công phần đã chọn");
        await album.ReadAsync(manager);
    }

    /// <summary>Figures of a shared system: a good file, and a later one with bad lines of which the good ones are taken.</summary>
    private static async Task ImportAsync(Visitor manager, GuideAlbum album)
    {
        await manager.OpenAsync("/shared-figures/2026");
        await UploadAsync(manager, "van-ban-thang-8.csv", "Cơ quan;Câu hỏi;Giá trị;Đơn vị tính\nSKHCN;U02;29;người\nSDL;U02;21;người\nSKHCN;U05;2890;văn bản");
        await album.ReadAsync(manager);
        await manager.PressAsync("Ghi số liệu");
        await album.ReadAsync(manager);
        await UploadAsync(manager, "van-ban-thang-9.csv", "Cơ quan;Câu hỏi;Giá trị;Đơn vị tính\nSKHCN;U02;31;người\nSở Khoa học;U01;7;đơn vị\nSGDDT;U05;4,1;nghìn văn bản\nSGDDT;U02;48;người");
        await album.TakeAsync(manager, "so-lieu-dung-chung", "main form .notice", "section[aria-label='Thay đổi']");
        await manager.PressAsync("Chỉ nhận các dòng hợp lệ");
        await album.ReadAsync(manager);
        await album.ReadAsync(await manager.OpenAsync("/shared-figures/2026/differences"));
    }

    private static async Task UploadAsync(Visitor manager, string name, string text)
    {
        await manager.FillAsync("Hệ thống", "Hệ thống quản lý văn bản và điều hành");
        await manager.Page.GetByLabel("Tệp số liệu").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await manager.PressAsync("Xem trước");
    }

    private static async Task QueueAsync(Visitor reviewer, GuideAlbum album)
    {
        await album.ReadAsync(reviewer);
        await album.ReadAsync(await reviewer.OpenAsync("/conflicts/2026"));
        await reviewer.FillAsync("Cơ quan", "Sở Công Thương");
        await reviewer.FillAsync("Lý do", "Vợ công tác tại Văn phòng Sở (minh họa).");
        await reviewer.PressAsync("Khai báo");
        await album.ReadAsync(reviewer);
        await album.ReadAsync(await reviewer.OpenAsync("/reviews?view=mine&state=Returned"));
        await reviewer.OpenAsync("/reviews?period=2026&state=Submitted&sort=waiting");
        await reviewer.Page.GetByText("Bộ lọc đã lưu", new() { Exact = true }).ClickAsync();
        await reviewer.FillAsync("Lưu điều kiện đang lọc với tên", "Đã nộp, chờ lâu nhất");
        await reviewer.PressAsync("Lưu bộ lọc");
        await album.ReadAsync(reviewer);
        await album.TakeAsync(await reviewer.OpenAsync("/reviews?period=2026&sort=open"), "danh-sach-phieu", "section[aria-label='Danh sách phiếu'] .tabs", ".tbl tbody tr:last-child");
    }

    /// <summary>One criterion asks for more; its question goes back together with another.</summary>
    private static async Task ReturnAsync(Visitor reviewer, GuideAlbum album)
    {
        await reviewer.OpenAsync(Form + "/criteria/II.2");
        await reviewer.FillAsync("Lý do điều chỉnh", "Hệ thống QLVB&ĐH chỉ ghi 31 tài khoản. Gửi danh sách tài khoản theo phòng, hoặc sửa số liệu.");
        await reviewer.PressAsync("Yêu cầu bổ sung");
        await album.ReadAsync(reviewer);
        await reviewer.OpenAsync(Form + "/return?q=W01");
        await album.ReadAsync(reviewer);
        await reviewer.Page.Locator("input[name=questions][value=T02]").UncheckAsync();
        await reviewer.Page.Locator("textarea[name=reason-W01]").FillAsync("Gửi quyết định thành lập trang thông tin điện tử.");
        await reviewer.FillAsync("Hạn bổ sung", "30/10/2026");
        await reviewer.FillAsync("Số, ký hiệu", "45/STTTT-CNTT");
        await reviewer.Page.Locator("input[name=letterDate]").FillAsync("20/10/2026");
        await reviewer.PressAsync("Xem thông báo trước khi gửi");
        await album.TakeAsync(reviewer, "thong-bao-tra-lai", "main .panel", "main form > .btn-row");
        await reviewer.PressAsync("Trả lại 2 mục");
        await album.ReadAsync(reviewer);
    }

    /// <summary>The agency sends what was asked for, and changes a figure that nobody asked about.</summary>
    private static async Task MendAsync(DemoPortal portal, Visitor editor)
    {
        await editor.Page.SetContentAsync(Scan);
        var scan = await editor.Page.ScreenshotAsync(new PageScreenshotOptions { Clip = new Clip { X = 0, Y = 0, Width = 832, Height = 480 } });
        await CiteAsync(portal, "SKHCN");
        await editor.SignInAsync("skhcn.daumoi", DemoAccounts.Password);
        await editor.OpenAsync("/submissions/2026/skhcn/questions/U02/evidence");
        await editor.Page.GetByLabel("Tệp", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "Danh sách tài khoản QLVB.png", MimeType = "image/png", Buffer = scan });
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Tải lên" }).ClickAsync();
        await Assertions.Expect(editor.Page.Locator("[data-evidence-list]")).ToContainTextAsync("Danh sách tài khoản");
        await editor.OpenAsync("/submissions/2026/skhcn/sections/w");
        await editor.Page.FillAsync("input[name=W03]", "125");
        await editor.PressAsync("Lưu, về danh sách");
        var forms = new DemoForms(portal.AsAsync, "2026");
        await forms.PresentAsync("SKHCN");
        await forms.SubmitAsync("SKHCN");
    }

    /// <summary>Another agency hands in with the same document, and its reviewer agrees.</summary>
    private static async Task OtherFormAsync(DemoPortal portal)
    {
        var forms = new DemoForms(portal.AsAsync, "2026");
        await CiteAsync(portal, "SXD");
        await forms.PresentAsync("SXD");
        await forms.SubmitAsync("SXD");
        await portal.AsAsync("thamtra3", async services =>
        {
            var form = await forms.ReviewFormAsync(services, "SXD");
            DemoStage.Require(await services.GetRequiredService<ReviewService>().AgreeAsync(form, form.Set.FindCriterion("II.2")!), "agree");
        });
    }

    private static Task CiteAsync(DemoPortal portal, string agency) => portal.AsAsync(DemoForms.User(agency, "daumoi"), async services =>
    {
        var form = await new DemoForms(portal.AsAsync, "2026").FormAsync(services, agency);
        DemoStage.Require(
            await services.GetRequiredService<EvidenceService>().CiteAsync(form, form.Set.FindQuestion("U02")!, "88/BC-STTTT", new DateOnly(2026, 10, 5), "Sở Thông tin và Truyền thông", "Báo cáo tình hình sử dụng phần mềm QLVB&ĐH"),
            "cite");
    });

    private static async Task DrawAsync(DemoPortal portal, Visitor manager, GuideAlbum album)
    {
        await manager.OpenAsync("/second-reviews/2026");
        await manager.TickAsync("Tiêu chí đã chọn ở mọi cơ quan");
        await manager.Page.GetByText("Chọn tiêu chí", new() { Exact = true }).ClickAsync();
        await manager.Page.Locator("input[name=criteria][value='VI.5']").CheckAsync();
        foreach (var user in new[] { "thamtra4", "thamtra6" })
            await manager.TickAsync(await NameAsync(portal, user));
        await manager.PressAsync("Rút mẫu và giao");
        await album.ReadAsync(manager);
    }

    private static async Task JudgeAsync(Visitor reviewer, GuideAlbum album)
    {
        await album.TakeAsync(await reviewer.OpenAsync(Form), "thay-doi", "[aria-labelledby=thay-doi]");
        await ManyAsync(reviewer, album);

        var page = reviewer.Page;
        await reviewer.OpenAsync(Form + "/criteria/II.2");
        await page.FillAsync("[name=v-U02]", "31");
        await reviewer.FillAsync("Lý do điều chỉnh", "Danh sách gửi kèm và hệ thống QLVB&ĐH đều ghi 31 tài khoản.");
        await Assertions.Expect(page.Locator("[data-live=points] .newpt")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-live=draft]")).ToContainTextAsync("Nháp lưu lúc");
        await page.SetViewportSizeAsync(1280, 1120);
        await page.EvaluateAsync("document.activeElement.blur(); window.scrollTo(0, document.querySelector('.rv-head').getBoundingClientRect().top + window.scrollY - 4)");
        await album.TakeAsync(reviewer, "tieu-chi");
        await page.SetViewportSizeAsync(1280, 900);
        await album.ReadAsync(await reviewer.OpenAsync(Form + "/criteria/II.2"));
        await reviewer.PressAsync("Lưu điều chỉnh");

        // A value that other criteria use too; what is typed after E replaces it.
        await reviewer.OpenAsync(Form + "/criteria/II.2");
        await page.Keyboard.PressAsync("e");
        await page.Keyboard.TypeAsync("48");
        await reviewer.FillAsync("Lý do điều chỉnh", "Bảng lương tháng 9 có 48 người.");
        await reviewer.PressAsync("Lưu điều chỉnh");
        await album.TakeAsync(reviewer, "dung-chung", "h1", "main form.btn-row");
        await reviewer.PressAsync("Lưu điều chỉnh");
        await album.ReadAsync(await reviewer.OpenAsync(Form + "/criteria/I.1"));
        await reviewer.OpenAsync(Form + "/criteria/I.8");
        await reviewer.FillAsync("Lý do điều chỉnh", "Máy chủ đặt tại đơn vị trực thuộc: có tính là phòng máy chủ của Sở không?");
        await reviewer.PressAsync("Chuyển Hội đồng");
        await reviewer.OpenAsync(Form + "/criteria/III.1");
        await reviewer.FillAsync("Lý do điều chỉnh", "Gửi địa chỉ trang giới thiệu.");
        await reviewer.PressAsync("Yêu cầu bổ sung");
        await reviewer.OpenAsync(Form + "/criteria/VI.5");
        await page.FillAsync("[name=v-N06]", "12");
        await reviewer.FillAsync("Lý do điều chỉnh", "Danh sách lớp của Sở TTTT có 12 người.");
        await reviewer.PressAsync("Lưu điều chỉnh");
        await album.ReadAsync(reviewer);
    }

    /// <summary>Several criteria of a group at once, on the form's page.</summary>
    private static async Task ManyAsync(Visitor reviewer, GuideAlbum album)
    {
        foreach (var code in new[] { "I.1", "I.2", "I.3", "I.5" })
            await reviewer.Page.Locator($"input[name=criteria][value='{code}']").CheckAsync();
        await album.TakeAsync(reviewer, "ca-phieu", "[aria-labelledby=n-I]");
        await reviewer.PressAsync("Đồng ý các mục đã chọn");
        await album.ReadAsync(reviewer);
    }

    private static async Task SecondAsync(DemoPortal portal, Visitor second, GuideAlbum album)
    {
        var user = await portal.ReadAsync(db => (
            from review in db.SecondReviews
            join form in db.Submissions on review.SubmissionId equals form.Id
            join agency in db.Agencies on form.AgencyId equals agency.Id
            join person in db.Users on review.ReviewerId equals person.Id
            where agency.Code == "SKHCN"
            select person.UserName!).SingleAsync());
        await second.SignInAsync(user, DemoAccounts.Password);
        await album.ReadAsync(await second.OpenAsync("/reviews"));
        await second.OpenAsync("/second-reviews/2026/skhcn/VI.5");
        await second.FillAsync("N06, giá trị thẩm tra", "15");
        await second.FillAsync("Lý do", "Ba người dự lớp trực tuyến, có giấy chứng nhận.");
        await album.TakeAsync(second, "lan-hai", ".crumbs ol", ".review");
        await second.PressAsync("Lưu kết luận lần hai");
        await album.ReadAsync(second);
    }

    private static async Task DecideAsync(Visitor manager, GuideAlbum album)
    {
        await album.ReadAsync(await manager.OpenAsync("/second-reviews/2026"));
        await manager.OpenAsync("/councils/2026");
        await manager.FillAsync("Số quyết định", "1520/QĐ-UBND");
        await manager.FillAsync("Ngày", "12/10/2026");
        foreach (var (name, office, role, line) in new[] { ("Trần Văn Hòa", "Phó Giám đốc Sở TTTT", "Chủ tịch", 1), ("Lê Thị Thu", "Trưởng phòng, Văn phòng UBND tỉnh", "Thư ký", 2), ("Phạm Quốc Bảo", "Trưởng phòng, Sở Nội vụ", "Thành viên", 3) })
        {
            await manager.FillAsync($"Họ và tên, dòng {line}", name);
            await manager.FillAsync($"Chức vụ, đơn vị, dòng {line}", office);
            await manager.FillAsync($"Vai trò, dòng {line}", role);
        }

        await manager.PressAsync("Lưu Hội đồng");
        await manager.Page.GetByText("Ghi phiên họp mới", new() { Exact = true }).ClickAsync();
        await manager.FillAsync("Ngày họp", "19/10/2026");
        await manager.FillAsync("Địa điểm", "Sở Thông tin và Truyền thông");
        foreach (var box in await manager.Page.Locator("#f-attending input").AllAsync())
            await box.CheckAsync();
        await manager.PressAsync("Ghi phiên họp");
        await album.ReadAsync(manager);
        await album.ReadAsync(await manager.FollowAsync("Xem lần lượt từng việc"));
        await manager.OpenAsync("/councils/2026");
        await manager.FollowAsync("VI.5. Tập huấn CNTT, an toàn thông tin so với định mức 30%");
        await manager.Page.FillAsync("[name=v-N06]", "15");
        await manager.FillAsync("Lý do", "Giấy chứng nhận lớp trực tuyến hợp lệ.");
        foreach (var (votes, count) in new[] { ("votesFor", "2"), ("votesAgainst", "1"), ("votesAbstaining", "0") })
            await manager.Page.FillAsync($"[name={votes}]", count);
        await album.TakeAsync(manager, "hoi-dong", ".crumbs ol", ".review");
        await manager.PressAsync("Ghi quyết định");
        await album.ReadAsync(manager);
        await album.ReadAsync(await manager.OpenAsync("/councils/2026"));
    }

    /// <summary>The preliminary result goes out, two agencies explain, one explanation is accepted.</summary>
    private static async Task SettleAsync(StagePortal portal, Journey journey, GuideAlbum album)
    {
        var manager = await journey.VisitorAsync();
        await manager.SignInAsync("quanly", DemoAccounts.Password);
        await album.ReadAsync(await manager.OpenAsync("/periods/2026"));
        await album.ReadAsync(await manager.FollowAsync("Gửi kết quả sơ bộ"));
        await manager.FillAsync("Nhận giải trình đến hết ngày", "16/10/2026");
        await manager.PressAsync("Gửi kết quả sơ bộ");
        await ExplainAsync(portal, "STTTT", "I.3", "H05", "200", "Từ tháng 6 cơ quan thuê thêm hai đường truyền 75 Mbps cho phòng họp trực tuyến; hợp đồng thẩm tra đã xem chỉ là đường truyền chính.", "31/HĐ-STTTT");
        await ExplainAsync(portal, "BDT", "VI.5", "N06", "6", "Ba người học lớp trực tuyến do Bộ tổ chức, có giấy chứng nhận gửi kèm.", "12/GCN-BDT");
        portal.Clock.Set(2026, 10, 13);

        var settler = await journey.VisitorAsync();
        await settler.SignInAsync("thamtra6", DemoAccounts.Password);
        await album.ReadAsync(settler);
        await album.ReadAsync(await settler.OpenAsync("/settlements"));
        await settler.OpenAsync("/settlements/2026/stttt/I.3");
        await settler.TickAsync("Chấp nhận: giá trị cuối cùng nhập ở dưới");
        await settler.FillAsync("Lý do kết luận", "Hợp đồng gửi kèm ghi hai đường truyền, tổng 200 Mbps.");
        await album.TakeAsync(settler, "giai-trinh", ".crumbs ol", ".review");
        await settler.PressAsync("Lưu kết luận");
        await album.ReadAsync(settler);
        await settler.PressAsync("Xác nhận kết luận");
        await album.ReadAsync(settler);
        await album.ReadAsync(await settler.OpenAsync("/settlements"));
        await album.TakeAsync(await settler.OpenAsync("/settlements/2026/record"), "bang-tong-hop", "main form.tools", ".tbl");

        var first = await journey.VisitorAsync();
        await first.SignInAsync("thamtra2", DemoAccounts.Password);
        await album.ReadAsync(await first.OpenAsync("/settlements"));
        await album.ReadAsync(await manager.OpenAsync("/progress/2026"));
        await album.ReadAsync(await manager.OpenAsync("/periods/2026"));
    }

    private static async Task ExplainAsync(StagePortal portal, string agency, string criterion, string question, string claim, string text, string document)
    {
        var forms = new DemoForms(portal.AsAsync, "2026");
        await portal.AsAsync(DemoForms.User(agency, "daumoi"), async services =>
        {
            var form = await forms.FormAsync(services, agency);
            DemoStage.Require(await services.GetRequiredService<ExplanationService>().WriteAsync(form, form.Set.FindCriterion(criterion)!, text, [new ContestedValue(question, claim)]), $"{agency} explains");
        });
        var id = await portal.ReadAsync(db => db.Explanations.Where(e => e.CriterionCode == criterion).Select(e => e.Id).SingleAsync());
        await portal.AsAsync(DemoForms.User(agency, "daumoi"), async services =>
        {
            var (form, explanation) = (await services.GetRequiredService<ExplanationEvidenceQuery>().FindAsync("2026", agency, id, default))!.Value;
            DemoStage.Require(await services.GetRequiredService<ExplanationEvidenceService>().CiteAsync(form, explanation, document, new DateOnly(2026, 6, 1), form.Agency.Name, "Tài liệu bổ sung (minh họa)"), $"{agency} proves");
        });
        await portal.AsAsync(DemoForms.User(agency, "thutruong"), async services =>
            DemoStage.Require((await services.GetRequiredService<ExplanationService>().ConfirmAsync(await forms.FormAsync(services, agency), id))!, $"{agency} confirms"));
    }

    private static Task<string> NameAsync(PortalFactory portal, string user) => portal.ReadAsync(db => db.Users.Where(u => u.UserName == user).Select(u => u.DisplayName).SingleAsync());
}
