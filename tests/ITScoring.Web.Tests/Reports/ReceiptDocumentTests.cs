using System.Text;
using ITScoring.Testing;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Reports;

/// <summary>The receipt as PDF: everything that was handed in, in letters that can be copied, on pages of an official document.</summary>
public sealed class ReceiptDocumentTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Fact]
    public async Task It_holds_who_handed_in_what_and_when_with_every_answer_note_and_document()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await (await survey.SectionAsync()).Fill("A08", "Phòng “Tin học”").Fill("Ghi chú câu A01", "Theo báo cáo quý 3, ký ngày 05/10").PressAsync("Lưu");
        await survey.PresentAsync();
        await survey.SignAsync();

        var (file, name) = await DownloadAsync(survey);
        var pdf = new PdfText(file);

        Assert.Equal($"bien-nhan-{survey.Code}-stc-1.pdf", name);
        var receipt = Assert.Single((await survey.FormAsync()).Receipts);
        foreach (var said in new[]
        {
            "UBND TỈNH QUẢNG BÌNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Quảng Bình, ngày 20 tháng 10 năm 2026", $"Mã: {survey.Code}/STC/1",
            "BIÊN NHẬN Phiếu khảo sát của Sở Tài chính Đánh giá thử 2026", "09:00 ngày 20/10/2026 (giờ Việt Nam), lần nộp thứ 1", "Nộp đúng hạn", "trước ngày 20/12/2026", "KT-THU, phiên bản 1",
            "A. Nhân lực và máy tính", "A01 Số cán bộ, công chức 120 người Ghi chú: Theo báo cáo quý 3, ký ngày 05/10", "A02 Số máy tính 90 máy 1", "A03 Băng thông Internet 240,5 Mbps",
            "A04 Cơ quan có tường lửa không? Có 1", "A05 Sao lưu dữ liệu Tự động", "Văn bản; Thư điện tử", "Kế toán, 2019; Lưu trữ, 2021", "A08 Tên phòng phụ trách Phòng “Tin học”",
            "B01 Cơ quan có trang thông tin điện tử không? Có", "https://stc.example.invalid", "B03 Số bài đăng trong kỳ 12 bài",
            "1 45/BC-STC ngày 15/01/2026, Sở Tài chính: Báo cáo kiểm kê A02, A04 Không có tệp", "GIÁM ĐỐC (Đã ký nộp trên cổng lúc 09:00 ngày 20/10/2026)",
        })
        {
            Assert.True(pdf.Text.Contains(said, StringComparison.Ordinal), $"“{said}” is not in:\n{pdf.Text}");
        }

        // The hash is longer than its line.
        Assert.Contains(receipt.Sha256, pdf.Text.Replace(" ", "", StringComparison.Ordinal));
        Assert.Contains(await NameAsync("stc.thutruong"), pdf.Text);
    }

    [Fact]
    public async Task However_long_and_strange_the_answers_all_stays_within_the_margins_and_the_pages_are_numbered()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        // 60 rows of long notes, a word without a blank, decomposed letters, more than 255 different ones, and some that no font has.
        var letters = string.Concat(Enumerable.Range(0x391, 25).Concat(Enumerable.Range(0x410, 64)).Concat(Enumerable.Range(0x1EA0, 90)).Concat(Enumerable.Range(0xC0, 23)).Concat(Enumerable.Range(0x21, 94)).Where(c => c != 0x3A2).Select(c => (char)c));
        Assert.True(letters.Distinct().Count() > 255);
        var address = "https://stc.example.invalid/" + new string('a', 200);
        var note = $"{letters}\n漢字 📄 {"Điện tử hóa quy trình".Normalize(NormalizationForm.FormD)}\n" + string.Concat(Enumerable.Repeat("Cơ quan giải trình thêm về số liệu này. ", 40));
        var page = await survey.SectionAsync();
        foreach (var code in new[] { "A01", "A03", "A05", "A10" })
            page.Fill($"Ghi chú câu {code}", note[..Math.Min(note.Length, 1990)]);
        await page.Fill("A09", address).PressAsync("Lưu");
        await survey.PresentAsync();
        await survey.SignAsync();

        var pdf = new PdfText((await DownloadAsync(survey)).File);

        Assert.True(pdf.Pages >= 4, $"Only {pdf.Pages} pages.");
        Assert.Equal([], pdf.Beyond(left: 30, top: 20, right: 15, bottom: 20));
        // The same look finds what stands in a margin that is a millimetre wider.
        Assert.NotEmpty(pdf.Beyond(left: 31, top: 20, right: 15, bottom: 20));
        Assert.Empty(pdf.AboveMargin(0, 30, 20, 15));
        for (var i = 1; i < pdf.Pages; i++)
        {
            var (number, offCentre) = Assert.Single(pdf.AboveMargin(i, 30, 20, 15));
            Assert.Equal($"{i + 1}", number);
            Assert.True(offCentre < 1, $"The number of page {i + 1} is {offCentre:0.0} points beside the middle.");
        }

        var glued = pdf.Text.Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains(address, glued);
        Assert.Contains(letters, glued);
        Assert.Contains("□□□Điệntửhóaquytrình", glued);
        // The table's head stands on every page on which the table goes on.
        var heads = Enumerable.Range(0, pdf.Pages).Where(i => pdf.PageText(i).Contains("Câu Nội dung Trả lời Tài liệu số", StringComparison.Ordinal)).ToList();
        Assert.True(heads.Count >= 3 && heads[0] == 0 && heads[^1] == heads.Count - 1, string.Join(',', heads));
    }

    [Fact]
    public async Task Each_round_has_its_own_and_a_deputy_signs_for_the_head()
    {
        await portal.AsAsync("quantri", async services =>
        {
            var db = services.GetRequiredService<Data.AppDbContext>();
            var deputy = await db.Users.SingleAsync(u => u.UserName == "stc.kythay");
            (deputy.ActingFrom, deputy.ActingUntil) = (SettableClock.At(2026, 10, 1, 0).UtcDateTime, SettableClock.At(2026, 11, 6, 23, 59).UtcDateTime);
            return await db.SaveChangesAsync();
        });
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        await survey.ReturnAsync("stc", "A03");
        await survey.AnswerAsync("stc.daumoi", ("A03", "250"));
        await survey.PresentAsync();
        using var browser = await portal.SignedInAsync("stc.kythay");
        var page = await browser.GetAsync(survey.Path("sign-off"));
        var receipt = await page.Fill("declaration", "true").PressAsync("Ký nộp phiếu");
        Assert.Contains("KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", receipt.Text);

        var (first, second) = (new PdfText((await DownloadAsync(survey, 1)).File), new PdfText((await DownloadAsync(survey)).File));

        Assert.Contains("240,5 Mbps", first.Text);
        Assert.DoesNotContain("KT.", first.Text);
        Assert.Contains("250 Mbps", second.Text);
        Assert.Contains($"KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC (Đã ký nộp trên cổng lúc 09:00 ngày 20/10/2026) {await NameAsync("stc.kythay")}", second.Text);
    }

    [Fact]
    public async Task There_is_none_before_the_submission_for_others_or_of_a_round_that_was_never()
    {
        var survey = await Survey.OpenAsync(portal);
        (await survey.PageAsync("receipt/pdf")).Expect(404);
        await survey.SubmitAsync();
        (await survey.PageAsync("receipt/pdf?revision=2")).Expect(404);
        (await (await portal.BrowserOfAsync("sct.daumoi")).GetAsync(survey.Path("receipt/pdf"))).Expect(404);
        (await (await portal.BrowserOfAsync("thamtra1")).GetAsync(survey.Path("receipt/pdf"))).Expect(403);
    }

    [Fact]
    public async Task It_says_to_be_an_archivable_document_with_its_fonts_inside()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        var text = Encoding.Latin1.GetString((await DownloadAsync(survey)).File);
        Assert.Contains("pdfaid:part", text);
        Assert.Contains("/OutputIntents", text);
        Assert.Contains("/FontFile2", text);
        Assert.DoesNotContain("/Type1", text);
    }

    private async Task<(byte[] File, string Name)> DownloadAsync(Survey survey, int? revision = null)
    {
        using var response = await (await portal.BrowserOfAsync("stc.nhaplieu")).Http.GetAsync(survey.Path("receipt/pdf") + (revision is null ? "" : $"?revision={revision}"));
        Assert.Equal((200, "application/pdf", "attachment"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentDisposition?.DispositionType));
        return (await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentDisposition!.FileNameStar!);
    }

    private Task<string> NameAsync(string userName) => portal.ReadAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.DisplayName).SingleAsync());
}
