using System.Text.RegularExpressions;
using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Demo;
using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Browser.Tests;

/// <summary>
/// The whole evaluation in a browser with accounts made on the way: three agencies, of which the test plays one by hand; what the other two (and the rest
/// of the form) have to do is done by the same services as in the demonstration. The rank that an anonymous visitor reads at the end is the engine's.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class StoryTests(ChromiumFixture chromium)
{
    private const string Password = "mat-khau-rieng-2026";

    /// <summary>Names of the accounts that the administrator makes, with role, agency and name.</summary>
    private static readonly (string UserName, string Role, string Agency, string Name)[] People =
    [
        ("ql.phong", "Quản lý kỳ đánh giá", "Sở Thông tin và Truyền thông", "Lê Phong"),
        ("tt.mot", "Chuyên viên thẩm tra", "Sở Thông tin và Truyền thông", "Trần Thị Một"),
        ("tt.hai", "Chuyên viên thẩm tra", "Văn phòng UBND tỉnh", "Ngô Văn Hai"),
        ("stc.moi", "Đầu mối CNTT", "Sở Tài chính", "Phạm Thị Mới"),
        ("stc.gd", "Thủ trưởng cơ quan", "Sở Tài chính", "Vũ Giám Đốc"),
        ("ubnd.pct", "Lãnh đạo UBND tỉnh", "Không thuộc cơ quan nào", "Đỗ Phó Chủ Tịch"),
    ];

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_evaluation_runs_from_the_empty_form_to_the_published_ranking(bool javaScript)
    {
        await using var portal = new EmptyPortal { OnNetwork = true };
        await portal.InitializeAsync();
        // Without JavaScript there is no axe; the pages are the same.
        var ledger = javaScript ? new PageLedger() : null;
        // The script of the section page is told of a number that it cannot save.
        var journey = new Journey(chromium, portal.Address, javaScript, ledger, StatusCodes.Status422UnprocessableEntity);
        await journey.RunAsync(() => PlayAsync(portal, journey, javaScript));
        ledger?.AssertClean(atLeast: 40);
    }

    private static async Task PlayAsync(EmptyPortal portal, Journey journey, bool javaScript)
    {
        var set = CriteriaSetFile.Read(await File.ReadAllBytesAsync(Path.Combine(SourceFolder.Root, "docs", "format", "qb-2018.json"))).Value!;
        var cohort = new Cohort([.. DemoCohort.Read(set).Agencies.Where(a => a.Code is "STC" or "SYT" or "SXD").Select(a => a with { Previous = new Dictionary<string, AnswerValue>() })]);
        var stc = cohort.Agencies.Single(a => a.Code == "STC").Answers!;
        var forms = new DemoForms(portal.AsAsync, "2026");

        var anonymous = await journey.VisitorAsync();
        await anonymous.OpenAsync("/");
        Assert.Contains("Chưa có kết quả nào được công bố", await anonymous.TextAsync());

        await MakeAccountsAsync(journey);
        await OpenPeriodAsync(portal, journey);
        await OthersAsync(forms, cohort);
        await FillAsync(journey, stc, javaScript);
        await SignAsync(journey);
        await ReviewAsync(portal, journey, forms, stc);
        await SendPreliminaryAsync(portal, journey);
        await ExplainAsync(journey, stc);
        await SettleAsync(portal, journey);
        await PublishAsync(portal, journey);

        // Nothing but the published page tells the visitor; the engine says what it must be.
        var result = Scorer.Score(set, cohort);
        var sheet = result.Sheets.Single(s => s.AgencyCode == "STC");
        await anonymous.OpenAsync("/");
        await anonymous.FollowAsync("Xem bảng xếp hạng");
        var row = await anonymous.Page.Locator("tr[data-agency=STC]").InnerTextAsync();
        Assert.Matches($@"^\s*{sheet.Rank}\s+Sở Tài chính\s+{Regex.Escape(Display.Of(sheet.RankingScore!.Value))}\s+{sheet.Class}", row);
        await anonymous.FollowAsync("Sở Tài chính");
        Assert.Contains(Display.Of(sheet.Criterion("VI.5").Points), await anonymous.Page.Locator("[data-criterion='VI.5']").TextContentAsync());
    }

    private static async Task MakeAccountsAsync(Journey journey)
    {
        var admin = await journey.VisitorAsync();
        await admin.SignInAsync("quantri", DemoAccounts.Password);
        var given = new List<(string UserName, string Password)>();
        await admin.OpenAsync("/accounts");
        await admin.FollowAsync("Thêm tài khoản");
        await admin.PressAsync("Thêm tài khoản");
        Assert.StartsWith("Lỗi: ", await admin.Page.TitleAsync());
        foreach (var (userName, role, agency, name) in People)
        {
            await admin.FillAsync("Tên đăng nhập", userName);
            await admin.FillAsync("Họ và tên", name);
            await admin.FillAsync("Vai trò", role);
            await admin.FillAsync("Cơ quan", agency);
            await admin.PressAsync("Thêm tài khoản");
            given.Add((userName, await admin.Page.Locator("[data-password]").InnerTextAsync()));
            await admin.FollowAsync("Thêm tài khoản khác");
        }

        // Whoever got a password from somebody else changes it before anything else.
        foreach (var (userName, password) in given)
        {
            var person = await journey.VisitorAsync();
            await person.SignInAsync(userName, password);
            Assert.Equal("/password", person.Path);
            await person.FillAsync("Mật khẩu hiện tại", password);
            await person.FillAsync("Mật khẩu mới", Password);
            await person.FillAsync("Nhập lại mật khẩu mới", Password);
            await person.PressAsync("Đổi mật khẩu");
            Assert.Equal("/home", person.Path);
        }
    }

    private static async Task OpenPeriodAsync(EmptyPortal portal, Journey journey)
    {
        var manager = await journey.VisitorAsync();
        await manager.SignInAsync("ql.phong", Password);
        await manager.FollowAsync("Kỳ đánh giá");
        await manager.FollowAsync("Thêm kỳ");
        await manager.PressAsync("Thêm và nhập kế hoạch");
        await manager.FillAsync("Số liệu từ ngày", "31/02/2025");
        await manager.PressAsync("Lưu kế hoạch");
        Assert.StartsWith("Lỗi: ", await manager.Page.TitleAsync());
        await manager.FillAsync("Số liệu từ ngày", "01/12/2025");
        await manager.FillAsync("đến hết ngày", "30/11/2026");
        await manager.FillAsync("Hạn nộp, cách ghi trong công văn", "trước ngày");
        await manager.Page.Locator("#f-deadlineDay").FillAsync("20/12/2026");
        foreach (var agency in await portal.ReadAsync(db => db.Agencies.Where(a => a.Block!.Code == "SBN" && a.Code != "STC" && a.Code != "SYT" && a.Code != "SXD").Select(a => a.Name).ToListAsync()))
            await manager.TickAsync(agency, false);
        await manager.PressAsync("Lưu kế hoạch");
        Assert.Contains("trước ngày 20/12/2026", await manager.NoticeAsync());

        await manager.FollowAsync("Phân công thẩm tra");
        foreach (var agency in new[] { "Sở Tài chính", "Sở Y tế", "Sở Xây dựng" })
            await manager.Page.GetByRole(Microsoft.Playwright.AriaRole.Group, new() { Name = agency }).GetByLabel("Trần Thị Một").CheckAsync();
        await manager.PressAsync("Lưu phân công");
        await manager.FollowAsync("Mở kỳ đánh giá");
        await manager.FillAsync("Số, ký hiệu", "1250/STTTT-CNTT");
        await manager.FillAsync("Ngày", "20/10/2026");
        await manager.FillAsync("Trích yếu", "Về việc đánh giá mức độ ứng dụng CNTT năm 2026");
        await manager.PressAsync("Mở kỳ đánh giá");
        Assert.Contains("Đang thu phiếu", await manager.NoticeAsync());
    }

    /// <summary>Two agencies hand in their forms; of the third everything but section N is there.</summary>
    private static async Task OthersAsync(DemoForms forms, Cohort cohort)
    {
        foreach (var agency in cohort.Agencies.Where(a => a.Code != "STC"))
        {
            await forms.FillAsync(agency.Code, agency.Answers!);
            await forms.ProveAsync(agency.Code, new DateOnly(2026, 10, 1));
            await forms.PresentAsync(agency.Code);
            await forms.SubmitAsync(agency.Code);
            await forms.JudgeAsync("tt.mot", agency.Code, agency.Answers!, new Dictionary<string, string>());
            await forms.FinishAsync("tt.mot", agency.Code);
        }

        HashSet<string> sections = ["T", "H", "U", "W", "D", "C"];
        await forms.FillAsync("STC", cohort.Agencies.Single(a => a.Code == "STC").Answers!, sections);
        await forms.ProveAsync("STC", new DateOnly(2026, 10, 1), sections);
    }

    private static async Task FillAsync(Journey journey, IReadOnlyDictionary<string, AnswerValue> stc, bool javaScript)
    {
        var editor = await journey.VisitorAsync();
        await editor.SignInAsync("stc.moi", Password);
        await editor.FollowAsync("Phiếu khảo sát: Đánh giá mức độ ứng dụng CNTT năm 2026");
        await editor.FollowAsync("Nguồn nhân lực và kinh phí cho ứng dụng CNTT");

        // A number that can be read two ways is asked back; what was typed stays, and the other fields are saved.
        await editor.FillAsync("Số cán bộ chuyên trách CNTT", "1");
        await editor.FillAsync("Kinh phí chi cho CNTT trong kỳ", "1.234.5");
        await editor.PressAsync("Lưu");
        Assert.Contains("N09", await editor.Page.Locator(".errsum").InnerTextAsync());
        Assert.Equal("1.234.5", await editor.Page.GetByLabel("Kinh phí chi cho CNTT trong kỳ").And(editor.Page.Locator("input")).InputValueAsync());
        foreach (var (code, label) in new[] { ("N02", "Số cán bộ kiêm nhiệm CNTT"), ("N03", "Số cán bộ chuyên trách, kiêm nhiệm CNTT có trình độ đại học CNTT trở lên"), ("N04", "Số cán bộ chuyên trách, kiêm nhiệm CNTT được bồi dưỡng chuyên môn CNTT, an toàn thông tin trong kỳ"), ("N05", "Số CBCCVC đạt chuẩn kỹ năng sử dụng CNTT"), ("N06", "Số CBCCVC được tập huấn về CNTT, an toàn thông tin trong kỳ"), ("N09", "Kinh phí chi cho CNTT trong kỳ") })
            await editor.FillAsync(label, AnswerInputOf(stc[code]));
        await editor.PressAsync("Lưu");
        // With scripts each field was stored when it was left.
        Assert.Equal(javaScript ? "Mọi câu trả lời của phần đã được lưu." : "Đã lưu 6 câu trả lời.", await editor.NoticeAsync());

        // Evidence: one document by citation, used again for the other questions.
        await editor.PressAsync("Thêm tài liệu cho câu N01");
        await editor.PressAsync("Thêm văn bản");
        Assert.StartsWith("Lỗi: ", await editor.Page.TitleAsync());
        await editor.FillAsync("Số, ký hiệu", "77/BC-STC");
        await editor.FillAsync("Ngày ban hành", "02/11/2026");
        await editor.FillAsync("Cơ quan ban hành", "Sở Tài chính");
        await editor.FillAsync("Trích yếu", "Báo cáo nhân lực và kinh phí CNTT");
        await editor.PressAsync("Thêm văn bản");
        foreach (var code in new[] { "N02", "N03", "N04", "N05", "N06", "N09" })
        {
            await editor.OpenAsync($"/submissions/2026/stc/questions/{code}/evidence");
            await editor.PressAsync($"Dùng cho câu {code}: 77/BC-STC");
        }

        await editor.OpenAsync("/submissions/2026/stc/check");
        await editor.PressAsync("Trình thủ trưởng ký nộp");
        Assert.Contains("Đã trình thủ trưởng", await editor.NoticeAsync());
    }

    private static async Task SignAsync(Journey journey)
    {
        var head = await journey.VisitorAsync();
        await head.SignInAsync("stc.gd", Password);
        await head.FollowAsync("Phiếu khảo sát: Đánh giá mức độ ứng dụng CNTT năm 2026");
        await head.PressAsync("Ký nộp phiếu");
        Assert.StartsWith("Lỗi: ", await head.Page.TitleAsync());
        await head.TickAsync("Tôi xác nhận số liệu và tài liệu trong phiếu là đúng và chịu trách nhiệm về nội dung phiếu.");
        await head.PressAsync("Ký nộp phiếu");
        Assert.Equal("Biên nhận phiếu khảo sát", await head.HeadingAsync());
    }

    /// <summary>The reviewer lowers N06 by one with a reason; the rest is agreed to, and the form is finished.</summary>
    private static async Task ReviewAsync(EmptyPortal portal, Journey journey, DemoForms forms, IReadOnlyDictionary<string, AnswerValue> stc)
    {
        var reviewer = await journey.VisitorAsync();
        await reviewer.SignInAsync("tt.mot", Password);
        await reviewer.OpenAsync("/reviews?period=2026&search=so+tai+chinh");
        await reviewer.FollowAsync("Sở Tài chính");
        await reviewer.FollowAsync("VI.5. Tập huấn CNTT, an toàn thông tin so với định mức 30%");
        await reviewer.FillAsync("N06, giá trị thẩm tra", "3");
        await reviewer.PressAsync("Tính thử điểm");
        Assert.Contains("→", await reviewer.Page.Locator(".newpt").InnerTextAsync());
        await reviewer.PressAsync("Lưu điều chỉnh");
        Assert.Contains("Nhập lý do điều chỉnh", await reviewer.Page.Locator(".errsum").InnerTextAsync());
        await reviewer.FillAsync("Lý do điều chỉnh", "Danh sách lớp chỉ có ba người của Sở.");
        await reviewer.PressAsync("Lưu điều chỉnh");
        var found = stc.ToDictionary();
        found["N06"] = new NumberAnswer(3);
        await forms.JudgeAsync("tt.mot", "STC", found, new Dictionary<string, string>());
        await reviewer.OpenAsync("/reviews/2026/stc");
        await reviewer.PressAsync("Kết thúc thẩm tra");
        Assert.Contains("Đã kết thúc thẩm tra", await reviewer.NoticeAsync());
        Assert.Equal(3, await portal.ReadAsync(db => db.Submissions.CountAsync(s => s.State == Domain.Submissions.SubmissionState.Verified)));
    }

    private static async Task SendPreliminaryAsync(EmptyPortal portal, Journey journey)
    {
        portal.Clock.Set(2026, 12, 21);
        var manager = await journey.VisitorAsync();
        await manager.SignInAsync("ql.phong", Password);
        await manager.OpenAsync("/periods/2026");
        await manager.FollowAsync("Kết thúc thu phiếu");
        await manager.PressAsync("Kết thúc thu phiếu");
        await manager.FollowAsync("Gửi kết quả sơ bộ");
        await manager.FillAsync("Nhận giải trình đến hết ngày", "");
        await manager.PressAsync("Gửi kết quả sơ bộ");
        Assert.Contains("Nhập hạn nhận giải trình", await manager.Page.Locator(".errsum").InnerTextAsync());
        await manager.FillAsync("Nhận giải trình đến hết ngày", "05/01/2027");
        await manager.PressAsync("Gửi kết quả sơ bộ");
        Assert.Contains("Đang lấy giải trình", await manager.NoticeAsync());
    }

    private static async Task ExplainAsync(Journey journey, IReadOnlyDictionary<string, AnswerValue> stc)
    {
        var editor = await journey.VisitorAsync();
        await editor.SignInAsync("stc.moi", Password);
        await editor.FollowAsync("Kết quả và giải trình: Đánh giá mức độ ứng dụng CNTT năm 2026");
        await editor.FollowAsync("Viết giải trình tiêu chí VI.5");
        await editor.PressAsync("Lưu giải trình");
        Assert.StartsWith("Lỗi: ", await editor.Page.TitleAsync());
        Assert.Equal(AnswerInputOf(stc["N06"]), await editor.Page.GetByLabel("N06, giá trị đề nghị").InputValueAsync());
        await editor.FillAsync("Nội dung giải trình", "Lớp ngày 15/10/2026 còn một học viên của Sở, có danh sách kèm theo.");
        await editor.PressAsync("Lưu giải trình");

        var head = await journey.VisitorAsync();
        await head.SignInAsync("stc.gd", Password);
        await head.OpenAsync("/explanations/2026/stc");
        await head.PressAsync("Xác nhận giải trình");
        Assert.Contains("Đã xác nhận giải trình", await head.NoticeAsync());
    }

    private static async Task SettleAsync(EmptyPortal portal, Journey journey)
    {
        portal.Clock.Set(2027, 1, 6);
        // Whoever gave the verdict does not settle its explanation.
        var first = await journey.VisitorAsync();
        await first.SignInAsync("tt.mot", Password);
        await first.OpenAsync("/settlements/2026/stc/VI.5");
        Assert.Contains("phải do người khác kết luận", await first.TextAsync());

        var second = await journey.VisitorAsync();
        await second.SignInAsync("tt.hai", Password);
        await second.OpenAsync("/settlements");
        await second.FollowAsync("VI.5. Tập huấn CNTT, an toàn thông tin so với định mức 30%");
        await second.PressAsync("Lưu kết luận");
        Assert.StartsWith("Lỗi: ", await second.Page.TitleAsync());
        await second.TickAsync("Chấp nhận: giá trị cuối cùng nhập ở dưới");
        await second.FillAsync("Lý do kết luận", "Danh sách bổ sung hợp lệ.");
        await second.PressAsync("Lưu kết luận");
        Assert.Contains("Ảnh hưởng nếu chấp nhận", await second.TextAsync());
        await second.PressAsync("Xác nhận kết luận");
        Assert.Contains("Đã kết luận", await second.NoticeAsync());
    }

    private static async Task PublishAsync(EmptyPortal portal, Journey journey)
    {
        var manager = await journey.VisitorAsync();
        await manager.SignInAsync("ql.phong", Password);
        await manager.OpenAsync("/periods/2026");
        await manager.FollowAsync("Trình UBND tỉnh");
        await manager.PressAsync("Trình UBND tỉnh");
        Assert.Contains("Đã trình UBND tỉnh", await manager.NoticeAsync());

        portal.Clock.Set(2027, 1, 20);
        var leader = await journey.VisitorAsync();
        await leader.SignInAsync("ubnd.pct", Password);
        await leader.FollowAsync("Đánh giá mức độ ứng dụng CNTT năm 2026");
        await leader.PressAsync("Phê duyệt kết quả");
        Assert.Contains("Nhập số quyết định", await leader.Page.Locator(".errsum").InnerTextAsync());
        await leader.FillAsync("Số quyết định", "112/QĐ-UBND");
        await leader.FillAsync("Ngày quyết định", "20/01/2027");
        await leader.PressAsync("Phê duyệt kết quả");
        await leader.PressAsync("Công bố kết quả");
        Assert.Equal("/results/2026", leader.Path);
    }

    private static string AnswerInputOf(AnswerValue value) => VietnameseNumber.Of(((NumberAnswer)value).Value);
}
