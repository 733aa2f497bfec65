using System.Security.Cryptography;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Submissions;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;

namespace ITScoring.Web.Tests.Files;

/// <summary>What is done with documents once they are there: order, names, parts, replacing, choosing again.</summary>
public sealed class FileEvidenceTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Fact]
    public async Task Documents_stand_in_the_order_that_the_agency_gives_them()
    {
        var survey = await Survey.OpenAsync(portal);
        await portal.UploadAsync(survey, "A02", ("Một.pdf", Samples.PdfOf("1")), ("Hai.pdf", Samples.PdfOf("2")), ("Ba.pdf", Samples.PdfOf("3")));
        var page = await survey.PageAsync("questions/A02/evidence");
        Assert.False(page.HasButton("Lên Một.pdf") || page.HasButton("Xuống Ba.pdf"));

        page = await page.PressAsync("Lên Ba.pdf");
        Assert.Equal("Đã chuyển tài liệu lên trên.", page.Notice);
        page = await page.PressAsync("Xuống Một.pdf");

        Assert.Equal(["Ba.pdf", "Một.pdf", "Hai.pdf"], Links(page));
        // A new one comes last.
        page = await portal.UploadAsync(survey, "A02", ("Bốn.pdf", Samples.PdfOf("4")));
        Assert.Equal(["Ba.pdf", "Một.pdf", "Hai.pdf", "Bốn.pdf"], Links(page));
        var card = (await survey.SectionAsync()).CardText("A02");
        Assert.True(card.IndexOf("Ba.pdf", StringComparison.Ordinal) < card.IndexOf("Một.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_is_renamed_and_its_own_name_stays_known()
    {
        var survey = await Survey.OpenAsync(portal);
        var page = await portal.UploadAsync(survey, "A02", ("scan0001.pdf", Samples.PdfOf("r")));

        page = await page.Fill("Tên hiển thị", " Báo cáo kiểm kê máy tính ").PressAsync("Lưu thay đổi của scan0001.pdf");

        Assert.Equal("Đã lưu thay đổi của tài liệu.", page.Notice);
        Assert.Equal(["Báo cáo kiểm kê máy tính"], Links(page));
        Assert.Contains("scan0001.pdf", page.Text);
        page = await page.Fill("Tên hiển thị", "").PressAsync("Lưu thay đổi của Báo cáo kiểm kê máy tính");
        Assert.Equal(["scan0001.pdf"], Links(page));
        page = (await page.Fill("Tên hiển thị", new string('ế', 301)).PressAsync("Lưu thay đổi của scan0001.pdf")).Expect(422);
        Assert.Equal(["Nội dung dài quá 300 ký tự. Rút gọn rồi lưu lại."], page.Problems);
    }

    [Fact]
    public async Task A_document_proves_a_ticked_option_or_a_row_and_says_so()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", Survey.Complete);
        var browser = await portal.BrowserOfAsync("stc.daumoi");

        var page = await Uploads.UploadAsync(browser, survey, "A06", [("part", "b")], [("Thư.pdf", Samples.PdfOf("a06"))]);
        Assert.Contains("Chứng minh cho: Thư điện tử", page.Text);
        // Only what is ticked can be proved.
        Assert.DoesNotContain("Cơ sở dữ liệu", page.Text);
        var id = (await portal.DocumentsAsync(survey))[^1].Id;
        page = await browser.PostAsync(survey.Path($"questions/A06/evidence/{id}/edit"), [new("parts", "a"), new("parts", "b")]);
        Assert.Contains("Chứng minh cho: Văn bản; Thư điện tử", page.Text);

        page = await Uploads.UploadAsync(browser, survey, "A07", [("part", "2")], [("Hợp đồng.pdf", Samples.PdfOf("a07"))]);
        Assert.Contains("Chứng minh cho: dòng 2: Lưu trữ", page.Text);
        page = (await Uploads.UploadAsync(browser, survey, "A07", [("part", "3")], [("Thừa.pdf", Samples.PdfOf("a07-3"))])).Expect(422);
        Assert.Equal(["“Thừa.pdf” Câu A07 không còn phần đã chọn. Chọn lại phần mà tài liệu chứng minh."], page.Problems);
        await survey.AnswerAsync("stc.daumoi", ("A07", """[{"name":"Kế toán","year":2019}]"""));
        Assert.Contains("dòng 2 (không còn trong câu trả lời)", (await survey.PageAsync("questions/A07/evidence")).Text);
    }

    [Fact]
    public async Task A_document_is_replaced_at_all_its_questions_and_the_old_one_stays_as_history()
    {
        var survey = await Survey.OpenAsync(portal);
        await portal.UploadAsync(survey, "A02", ("Bản nháp.pdf", Samples.PdfOf("nháp")), ("Khác.pdf", Samples.PdfOf("khác")));
        await (await survey.PageAsync("questions/A04/evidence")).PressAsync("Dùng cho câu A04: Bản nháp.pdf");
        var page = await (await survey.PageAsync("questions/A02/evidence")).FollowAsync("Thay Bản nháp.pdf");
        Assert.Contains("Đang thay Bản nháp.pdf", page.Text);
        var replaces = page.One("form[data-upload] input[name=replaces]").GetAttribute("value")!;

        page = await Uploads.UploadAsync(await portal.BrowserOfAsync("stc.daumoi"), survey, "A02", [("replaces", replaces)], [("Bản ký.pdf", Samples.PdfOf("ký")), ("Thừa.pdf", Samples.PdfOf("thừa"))]);

        Assert.Equal(["“Thừa.pdf” khi thay một tài liệu, mỗi lần chỉ gửi một tệp. Thêm tệp này riêng."], page.Expect(422).Problems);
        page = await survey.PageAsync("questions/A02/evidence");
        Assert.Equal(["Bản ký.pdf", "Bản nháp.pdf", "Khác.pdf"], Links(page));
        Assert.Contains("Các bản trước (1)", page.Text);
        Assert.Equal("Bản nháp.pdf", PortalPage.TextOf(page.One(".evid__old li a")).Replace(" (mở thẻ mới)", ""));
        Assert.Contains("Bản ký.pdf", (await survey.SectionAsync()).CardText("A04"));
        Assert.DoesNotContain("Bản nháp.pdf", (await survey.SectionAsync()).CardText("A04"));
        var old = (await portal.DocumentsAsync(survey))[0];
        Assert.NotNull(old.RemovedAt);
        // Its agency still opens it.
        Assert.Equal(200, (int)(await (await portal.BrowserOfAsync("stc.daumoi")).Http.GetAsync($"/files/{old.Id}")).StatusCode);
        Assert.Equal(404, (int)(await (await portal.BrowserOfAsync("thamtra1")).Http.GetAsync($"/files/{old.Id}")).StatusCode);
        // By a citation as well.
        page = await page.FollowAsync("Thay Bản ký.pdf");
        page = await page.Fill("Số, ký hiệu", "45/BC-STC").Fill("Ngày ban hành", "15/01/2026").Fill("Cơ quan ban hành", "Sở Tài chính").Fill("Trích yếu", "Báo cáo").PressAsync("Thêm văn bản");
        Assert.Equal("Đã thay tài liệu; bản trước được giữ trong lịch sử.", page.Notice);
        Assert.Contains("Các bản trước (2)", page.Text);
    }

    [Fact]
    public async Task A_file_that_the_agency_has_is_found_by_its_content_and_stored_once()
    {
        var (first, second) = (await Survey.OpenAsync(portal), await Survey.OpenAsync(portal));
        var content = Samples.PdfOf("chỉ một lần");
        var before = portal.InStore().Count;
        await portal.UploadAsync(first, "A02", ("Kế hoạch.pdf", content));

        var here = await portal.UploadAsync(first, "A02", ("Kế hoạch (1).pdf", content));
        var elsewhere = await portal.UploadAsync(first, "A04", ("Kế hoạch (2).pdf", content));
        var other = await portal.UploadAsync(second, "A02", ("Kế hoạch 2026.pdf", content));

        Assert.Equal("“Kế hoạch (1).pdf” đã có ở câu này với tên “Kế hoạch.pdf”; không thêm lần nữa.", here.Notice);
        Assert.Equal("“Kế hoạch (2).pdf” đã có trong phiếu với tên “Kế hoạch.pdf”; dùng lại tệp đó cho câu này.", elsewhere.Notice);
        Assert.Matches("^“Kế hoạch 2026.pdf” đã lưu; cơ quan đã tải đúng tệp này lên lúc .*, hệ thống dùng lại tệp đã có.$", other.Notice);
        Assert.Single(await portal.DocumentsAsync(first));
        Assert.Equal("Kế hoạch 2026.pdf", Assert.Single(await portal.DocumentsAsync(second)).FileName);
        Assert.Equal(before + 1, portal.InStore().Count);
        // Another agency has a row of its own, and is told nothing.
        var sct = await portal.BrowserOfAsync("sct.daumoi");
        var theirs = await Uploads.UploadAsync(sct, second, "A02", [], [("Của tôi.pdf", content)], "sct");
        Assert.Equal("“Của tôi.pdf” đã lưu.", theirs.Notice);
        Assert.Equal(2, (await portal.StoredAsync()).Count(f => f.Sha256 == Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    [Fact]
    public async Task Documents_of_earlier_forms_are_chosen_from_the_store_by_words_without_marks()
    {
        var (last, now) = (await Survey.OpenAsync(portal), await Survey.OpenAsync(portal));
        await portal.UploadAsync(last, "A02", ("Quy chế an toàn.pdf", Samples.PdfOf("kho")));
        await last.ProveAsync("stc.daumoi", "A04");
        await now.ProveAsync("sct.daumoi", "A02");
        var store = await (await now.PageAsync("questions/A04/evidence")).FollowAsync("Mở kho tài liệu của cơ quan");
        Assert.Contains("Quy chế an toàn.pdf", store.Text);

        store = await store.Fill("Tìm số, ký hiệu, trích yếu, tên tệp", "quy che AN toan").PressAsync("Tìm");
        Assert.DoesNotContain("45/BC-STC", store.Text);
        var page = await store.PressAsync("Dùng cho câu A04: Quy chế an toàn.pdf");

        Assert.Equal("Đã dùng tài liệu cho câu này.", page.Notice);
        Assert.Equal(["Quy chế an toàn.pdf"], Links(page));
        Assert.Equal((await portal.DocumentsAsync(last))[0].FileId, (await portal.DocumentsAsync(now)).Last().FileId);
        Assert.Contains("Đã dùng cho câu này", (await now.PageAsync("questions/A04/evidence/store?search=quy+che")).Text);
        // What belongs to others is not there.
        var theirs = (await portal.DocumentsAsync(now)).First(e => e.Kind == EvidenceKind.Citation).Id;
        Assert.Equal(404, (await (await portal.BrowserOfAsync("stc.daumoi")).PostAsync(now.Path($"questions/A04/evidence/store/{theirs}"))).Status);
    }

    [Theory]
    [InlineData("30/11/2025", true)]
    [InlineData("01/12/2025", false)]
    [InlineData("30/11/2026", false)]
    [InlineData("01/12/2026", true)]
    public async Task A_date_outside_the_data_window_is_asked_about_and_blocks_nothing(string day, bool asked)
    {
        var survey = await Survey.OpenAsync(portal);
        var page = await (await survey.PageAsync("questions/A02/evidence")).Fill("Số, ký hiệu", "1/QĐ").Fill("Ngày ban hành", day).Fill("Cơ quan ban hành", "Sở").Fill("Trích yếu", "V/v").PressAsync("Thêm văn bản");
        Assert.Equal("Đã thêm văn bản.", page.Notice);
        Assert.Equal(asked, page.Text.Contains($"Ngày {day} nằm ngoài kỳ số liệu (01/12/2025 – 30/11/2026).", StringComparison.Ordinal));
        Assert.Equal(asked, (await survey.SectionAsync()).CardText("A02").Contains("nằm ngoài kỳ số liệu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_receipt_lists_each_file_with_its_size_and_hash()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        var content = Samples.PdfOf("biên nhận");
        await portal.UploadAsync(survey, "A02", ("Báo cáo, bản ký.pdf", content));
        await survey.PresentAsync();
        await survey.SignAsync();

        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var page = await survey.PageAsync("receipt", "stc.thutruong");
        Assert.Contains($"Báo cáo, bản ký.pdf ({content.Length} byte) {hash}", page.Text);
        using var pdf = PdfDocument.Open(await (await portal.BrowserOfAsync("stc.thutruong")).Http.GetByteArrayAsync(survey.Path("receipt/pdf")));
        var printed = string.Concat(pdf.GetPages().SelectMany(p => p.Letters).Select(l => l.Value).Where(v => !string.IsNullOrWhiteSpace(v)));
        Assert.Contains(hash, printed);
        var handedIn = FormContent.EvidenceOf((await survey.FormAsync()).Receipts.Single().ContentJson);
        Assert.Equal(new HandedInDocument($"Báo cáo, bản ký.pdf ({content.Length} byte)", hash), handedIn["A02"].Last());
        // Nothing about them changes afterwards, and the head opens them.
        var id = (await portal.DocumentsAsync(survey)).Last().Id;
        Assert.Equal(409, (await (await portal.BrowserOfAsync("stc.daumoi")).PostAsync(survey.Path($"questions/A02/evidence/{id}/up"))).Status);
        Assert.Equal(409, (await portal.SendAsync(survey, "A02", "Muộn.pdf", Samples.PdfOf("muộn"))).Status);
        Assert.Equal(1, await portal.ReadAsync(db => db.Evidence.CountAsync(e => e.FileName == "Báo cáo, bản ký.pdf")));
    }

    private static List<string> Links(PortalPage page) => [.. page.All("[data-evidence-list] a[href^='/files/']").Select(a => PortalPage.TextOf(a).Replace(" (mở thẻ mới)", ""))];
}
