using System.Text.RegularExpressions;
using ClosedXML.Excel;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Scoring;
using ITScoring.Web.Demo;
using ITScoring.Web.Reports;
using ITScoring.Web.Tests.Files;
using ITScoring.Web.Tests.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>
/// Walks through the portal as the guide for agencies tells it. The guide shows the pictures of this walk and no others, and what it prints in bold stands
/// on the pages word for word. <c>scripts/guide-pictures.sh</c> writes the pictures anew.
/// </summary>
[Collection(PagesCollection.Name)]
public sealed partial class GuideTests(ChromiumFixture chromium)
{
    private const string Form = "/submissions/2026/stc";

    /// <summary>Views of a state in which the demonstration's periods do not stand: their words are looked up in the source.</summary>
    private static readonly string[] NotWalked = ["Explanations/Explanations.cshtml", "Explanations/Explain.cshtml", "Submissions/Submission.cshtml"];

    [BrowserFact]
    public async Task The_guide_for_agencies_shows_and_names_what_the_portal_has()
    {
        await using var portal = new DemoPortal { OnNetwork = true };
        await portal.InitializeAsync();
        var guide = new Guide("co-quan");
        // That answer is the walk's own: a field that two people change.
        var journey = new Journey(chromium, portal.Address, expected: StatusCodes.Status409Conflict);
        await journey.RunAsync(() => WalkAsync(portal, journey, guide.Album));
        await guide.AssertAsWalkedAsync(NotWalked);
    }

    private static async Task WalkAsync(DemoPortal portal, Journey journey, GuideAlbum album)
    {
        var editor = await journey.VisitorAsync();
        await editor.OpenAsync("/sign-in");
        await album.TakeAsync(editor, "dang-nhap", ".signin .panel", ".signin aside");
        await editor.SignInAsync("stc.daumoi", DemoAccounts.Password);
        foreach (var path in new[] { "/password", "/guidance/2026" })
            await album.ReadAsync(await editor.OpenAsync(path));
        await ShareOutAsync(editor, album);

        var contributor = await journey.VisitorAsync(375);
        await contributor.SignInAsync("stc.nhaplieu", DemoAccounts.Password);
        await FillAsync(editor, contributor, album);
        await contributor.Page.SetViewportSizeAsync(1280, 900);
        await album.TakeAsync(await contributor.OpenAsync("/home"), "viec-cua-toi", "header", "main .panel");
        await ProveAsync(contributor, album);
        await album.ReadAsync(await contributor.OpenAsync("/notices"));
        await TryAsync(editor, album);
        await ByWorkbookAsync(editor, contributor, album);
        await PresentAsync(portal, editor, album);
        await SignAsync(await journey.VisitorAsync(375), album);
        await album.ReadAsync(await editor.OpenAsync(Form));
        await album.ReadAsync(await editor.OpenAsync("/explanations/2018/stc"));
        await OthersAsync(journey, album);
    }

    /// <summary>One section is done, two are given to the contributor.</summary>
    private static async Task ShareOutAsync(Visitor editor, GuideAlbum album)
    {
        await editor.OpenAsync(Form + "/assignments");
        foreach (var (code, due, word) in new[] { ("H", "30/10/2026", "Số máy tính, bản quyền: hỏi Văn phòng"), ("U", "10/11/2026", "Số văn bản: lấy theo phần mềm QLVB&ĐH") })
        {
            await editor.Page.Locator($"#f-contributors-{code} input").First.CheckAsync();
            await editor.FillAsync($"Hạn của phần {code}", due);
            await editor.FillAsync($"Lời dặn cho phần {code}", word);
        }

        await album.TakeAsync(editor, "giao-phan", ".share:has(#s-H)", ".share:has(#s-U)");
        await editor.PressAsync("Lưu");
        await editor.PressAsync("Đánh dấu đã xong phần T");
        await album.ReadAsync(editor);
        await album.TakeAsync(await editor.OpenAsync(Form), "danh-sach-phan", "main .deadline", "main .task:nth-child(3)", "main .rail .d-grid");
    }

    private static async Task FillAsync(Visitor editor, Visitor contributor, GuideAlbum album)
    {
        await contributor.OpenAsync(Form + "/sections/H");
        await editor.OpenAsync(Form + "/sections/H");
        await TypeAsync(editor, "H04", "78");
        await editor.Page.SetViewportSizeAsync(1280, 780);
        await editor.Page.Locator("#h03").EvaluateAsync("e => window.scrollTo(0, e.getBoundingClientRect().top + window.scrollY - 12)");
        await album.TakeAsync(editor, "nhap-phieu");
        await editor.Page.SetViewportSizeAsync(1280, 900);
        await TypeAsync(editor, "H03", "2");

        await contributor.Page.FillAsync("[name=H03]", "4");
        await Assertions.Expect(contributor.Page.Locator("#h03 .ask")).ToBeVisibleAsync();
        await album.TakeAsync(contributor, "hai-gia-tri", "#h03");
        await contributor.Page.Locator("#h03").GetByRole(AriaRole.Button, new() { Name = "Dùng nội dung của tôi" }).ClickAsync();
        await SavedAsync(contributor, "H03");
    }

    /// <summary>A citation, a link and a file for one answer.</summary>
    private static async Task ProveAsync(Visitor contributor, GuideAlbum album)
    {
        await contributor.OpenAsync(Form + "/sections/H");
        await contributor.Page.Locator("#h06").GetByRole(AriaRole.Button, new() { Name = "Vẫn đúng" }).ClickAsync();
        await Assertions.Expect(contributor.Page.Locator("#h06")).ToContainTextAsync("Đã giữ nguyên số liệu kỳ trước");
        await album.ReadAsync(contributor);
        await contributor.PressAsync("Thêm tài liệu cho câu H04");
        await album.ReadAsync(contributor);
        await CiteAsync(contributor, "12/03/2025");
        await contributor.FillAsync("Địa chỉ", "https://stc.example.invalid/tin-tuc/trien-khai-phan-mem-diet-virus");
        await contributor.FillAsync("Tên trang, tài liệu", "Tin triển khai phần mềm diệt virus");
        await contributor.PressAsync("Thêm đường dẫn");
        await contributor.Page.GetByLabel("Tệp", new() { Exact = true }).SetInputFilesAsync(
            new FilePayload { Name = "Hóa đơn bản quyền diệt virus.pdf", MimeType = "application/pdf", Buffer = Samples.Pdf });
        await contributor.Page.GetByRole(AriaRole.Button, new() { Name = "Tải lên" }).ClickAsync();
        await Assertions.Expect(contributor.Page.Locator("[data-evidence-list]")).ToContainTextAsync("Hóa đơn");
        await album.TakeAsync(await contributor.OpenAsync(Form + "/questions/H04/evidence"), "tai-lieu", "h1", "[data-evidence-list]");
        await album.ReadAsync(await contributor.FollowAsync("Mở kho tài liệu của cơ quan"));
        await contributor.OpenAsync(Form + "/questions/H04/evidence");
        await contributor.FollowAsync("Thay 45/HĐ-STC");
        await CiteAsync(contributor, "12/03/2026");
        await album.ReadAsync(contributor);
        await album.ReadAsync(await contributor.OpenAsync(Form + "/questions/H07/evidence"));
    }

    private static async Task CiteAsync(Visitor contributor, string issued)
    {
        await contributor.FillAsync("Số, ký hiệu", "45/HĐ-STC");
        await contributor.FillAsync("Ngày ban hành", issued);
        await contributor.FillAsync("Cơ quan ban hành", "Sở Tài chính");
        await contributor.FillAsync("Trích yếu", "Hợp đồng mua bản quyền phần mềm diệt virus năm 2026");
        await contributor.PressAsync("Thêm văn bản");
    }

    private static async Task TryAsync(Visitor editor, GuideAlbum album)
    {
        await editor.OpenAsync(Form + "/points-to-win");
        await editor.Page.Locator(".crit--win > li:nth-child(2) summary").ClickAsync();
        await album.TakeAsync(editor, "diem-nam-o-dau", "main .tabs", ".crit--win > li:nth-child(2)");
        await album.ReadAsync(await editor.OpenAsync(Form + "/points-to-win?sort=evidence"));
        await editor.OpenAsync(Form + "/what-if?of=criterion:I.2");
        await editor.Page.FillAsync("[name=try-H04]", "60");
        await editor.PressAsync("Tính thử");
        await album.TakeAsync(editor, "tinh-thu", ".sandbox-note", "form.sandbox .sandbox__bar");
    }

    /// <summary>Between download and upload a colleague changes something on the portal.</summary>
    private static async Task ByWorkbookAsync(Visitor editor, Visitor contributor, GuideAlbum album)
    {
        await editor.OpenAsync(Form);
        var download = await editor.Page.RunAndWaitForDownloadAsync(() => editor.Page.GetByRole(AriaRole.Link, new() { Name = "Tải phiếu Excel" }).ClickAsync());
        using var workbook = new XLWorkbook(new MemoryStream(await File.ReadAllBytesAsync(await download.PathAsync())));
        foreach (var (sheet, code, value) in new (string, string, object)[] { ("Phần H", "H05", 120.5), ("Phần H", "H09", 75), ("Phần U", "U01", 8), ("Phần U", "U02", "62 người") })
        {
            var row = workbook.Worksheet(sheet).CellsUsed().Single(c => c.Address.ColumnNumber == FormWorkbookLayout.IdColumn && c.GetString() == code).Address.RowNumber;
            workbook.Worksheet(sheet).Cell(row, FormWorkbookLayout.AnswerColumn).Value = value;
        }

        using var edited = new MemoryStream();
        workbook.SaveAs(edited);
        await contributor.OpenAsync(Form + "/sections/H");
        await TypeAsync(contributor, "H05", "100,5");

        await editor.Page.GetByLabel("Tệp phiếu đã điền (.xlsx)").SetInputFilesAsync(new FilePayload { Name = download.SuggestedFilename, MimeType = FormWorkbook.ContentType, Buffer = edited.ToArray() });
        await editor.PressAsync("Xem trước");
        await album.TakeAsync(editor, "excel", "main form .notice", "main form > .btn-row");
        await editor.PressAsync("Ghi các ô đã chọn");
        await album.ReadAsync(await editor.OpenAsync(Form + "/sections/H"));
    }

    /// <summary>What is left of the form is filled by the portal's services; the check page first finds something, then nothing.</summary>
    private static async Task PresentAsync(DemoPortal portal, Visitor editor, GuideAlbum album)
    {
        var set = CriteriaSetFile.Read(await File.ReadAllBytesAsync(Path.Combine(SourceFolder.Root, "docs", "format", "qb-2018.json"))).Value!;
        var answers = DemoCohort.Read(set).Agencies.Single(a => a.Code == "STC").Answers!.ToDictionary();
        var forms = new DemoForms(portal.AsAsync, "2026");
        var all = set.Sections.Select(s => s.Code).Where(s => s is not "H").ToHashSet();
        answers["T02"] = new NumberAnswer(92);
        var late = answers["N09"];
        answers.Remove("N09");
        await forms.FillAsync("STC", answers, all);
        await forms.ProveAsync("STC", new DateOnly(2026, 9, 15), all.Where(s => s != "N").ToHashSet());
        await album.TakeAsync(await editor.OpenAsync(Form + "/check"), "kiem-tra", "main .stats", "[aria-labelledby=canh-bao]");

        answers["N09"] = late;
        await forms.FillAsync("STC", answers, new HashSet<string> { "H", "N" });
        await forms.ProveAsync("STC", new DateOnly(2026, 9, 15));
        await album.ReadAsync(await editor.OpenAsync(Form + "/sections/T"));
        await editor.OpenAsync(Form + "/check");
        await editor.Page.Locator(".ask textarea").First.FillAsync("Tiếp nhận biên chế của Chi cục từ tháng 4/2026.");
        await editor.PressAsync("Đúng, giữ nguyên cảnh báo CB-01");
        await album.ReadAsync(editor);
        await editor.PressAsync("Trình thủ trưởng ký nộp");
        await album.ReadAsync(editor);
        await album.ReadAsync(await editor.FollowAsync("Xem phiếu đã trình"));
        await album.ReadAsync(await editor.OpenAsync(Form + "/sections/C"));
    }

    private static async Task SignAsync(Visitor head, GuideAlbum album)
    {
        await head.SignInAsync("stc.thutruong", DemoAccounts.Password);
        await album.ReadAsync(head);
        await album.ReadAsync(await head.OpenAsync(Form));
        await head.FollowAsync("Xem và ký nộp");
        await head.TickAsync("Tôi xác nhận số liệu và tài liệu trong phiếu là đúng và chịu trách nhiệm về nội dung phiếu.");
        await album.TakeAsync(head, "ky-nop", "[aria-labelledby=ky]", "[aria-labelledby=lai]");
        await head.PressAsync("Ký nộp phiếu");
        await head.Page.SetViewportSizeAsync(1280, 900);
        await album.TakeAsync(head, "bien-nhan", "main .notice--good", "[aria-label='Thông tin nộp']");
    }

    /// <summary>A returned form, and an agency with a later deadline as its deputy sees it.</summary>
    private static async Task OthersAsync(Journey journey, GuideAlbum album)
    {
        var editor = await journey.VisitorAsync();
        await editor.SignInAsync("syt.daumoi", DemoAccounts.Password);
        await album.ReadAsync(await editor.OpenAsync("/notices"));
        await album.ReadAsync(await editor.OpenAsync("/submissions/2026/syt"));
        await album.TakeAsync(await editor.OpenAsync("/submissions/2026/syt/sections/h#h04"), "tra-lai", "#h04");
        var deputy = await journey.VisitorAsync();
        await deputy.SignInAsync("snv.kythay", DemoAccounts.Password);
        await album.ReadAsync(await deputy.OpenAsync("/submissions/2026/snv"));
    }

    /// <summary>Types an answer and waits until it is stored and the page shows what follows from it.</summary>
    private static async Task TypeAsync(Visitor visitor, string code, string value)
    {
        var shown = visitor.Page.WaitForResponseAsync(r => r.Request.Method == "GET" && new Uri(r.Url).AbsolutePath.EndsWith("/sections/H", StringComparison.Ordinal));
        await visitor.Page.FillAsync($"[name={code}]", value);
        // As when the field is left: saved without the pause after typing.
        await visitor.Page.DispatchEventAsync($"[name={code}]", "change");
        await SavedAsync(visitor, code);
        await (await shown).FinishedAsync();
    }

    private static Task SavedAsync(Visitor visitor, string code) =>
        Assertions.Expect(visitor.Page.Locator($"#{code.ToLowerInvariant()} .save")).ToHaveTextAsync(JustSaved(), new() { Timeout = Visitor.Patience });

    [GeneratedRegex(@"^\s*Đã lưu \d\d:\d\d\s*$")]
    private static partial Regex JustSaved();
}
