using System.Text;
using System.Text.RegularExpressions;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Features;

/// <summary>Every kind of PDF that the portal makes, read by another program than the one that wrote it: fonts are in the file, only their letters used, and text comes out as it went in.</summary>
public sealed partial class PdfFontsTests(DemoPortal portal) : IClassFixture<DemoPortal>
{
    [PopplerTheory]
    [InlineData("quanly", "/documents/2018/report.pdf", "Kết quả đánh giá mức độ ứng dụng CNTT năm 2018", true)]
    [InlineData("quanly", "/documents/2018/proposal.pdf", "Về việc phê duyệt kết quả đánh giá mức độ ứng dụng CNTT năm 2018", false)]
    [InlineData("quanly", "/documents/2018/decision.pdf", "Bảng xếp hạng", true)]
    [InlineData("quanly", "/documents/2026/sessions/1/minutes.pdf", "Họp Hội đồng thẩm định, phiên thứ 1", false)]
    [InlineData("quanly", "/documents/2018/survey.pdf", "PHIẾU KHẢO SÁT", false)]
    [InlineData("stc.daumoi", "/documents/2018/agencies/stc/survey.pdf", "SỞ TÀI CHÍNH", false)]
    [InlineData("stc.daumoi", "/documents/2018/agencies/stc/result.pdf", "Sở Tài chính", false)]
    [InlineData("stc.daumoi", "/submissions/2018/stc/receipt/pdf", "Sở Tài chính", false)]
    [InlineData("stc.daumoi", "/explanations/2018/stc/preliminary.pdf", "Sở Tài chính", false)]
    [InlineData("theodoi", "/par/2018/table.pdf", "7.1.3", true)]
    public async Task A_document_holds_its_fonts_and_gives_its_text_back(string who, string path, string title, bool namesAll)
    {
        using var browser = await portal.SignedInAsync(who);
        await portal.PrepareAsync(browser, path);
        var file = await browser.Http.GetByteArrayAsync(path);

        var fonts = Font().Matches(await Poppler.RunAsync(file, "pdffonts", "FILE")).Select(m => (Name: m.Groups[1].Value, Embedded: m.Groups[2].Value, Subset: m.Groups[3].Value, Unicode: m.Groups[4].Value)).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, f => Assert.Equal((f.Name, "yes", "yes", "yes"), (f.Name, f.Embedded, f.Subset, f.Unicode)));
        Assert.All(fonts, f => Assert.Matches("^[A-Z]{6}[+].*Tinos", f.Name));

        var text = Spaces().Replace(await Poppler.RunAsync(file, "pdftotext", "-enc", "UTF-8", "FILE", "-"), " ");
        Assert.True(text.IsNormalized(NormalizationForm.FormC), "Letters and their marks come out apart.");
        Assert.Contains(title, text);
        // Columns come out in another order than they were written; the words are the same.
        var words = text.Split(' ').ToHashSet();
        Assert.Equal([], new PdfText(file).Text.Split([' ', '\u00A0']).Distinct().Where(w => !words.Contains(w)));
        if (namesAll)
        {
            var names = (await browser.ApiAsync("/api/v1/periods/2018")).GetProperty("agencies").EnumerateArray().Select(a => a.Text("name")!).ToList();
            Assert.Equal(21, names.Count);
            Assert.Equal([], names.SelectMany(n => n.Split(' ')).Distinct().Where(w => !words.Contains(w)));
        }
    }

    [GeneratedRegex(@"^(\S+) .*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$", RegexOptions.Multiline)]
    private static partial Regex Font();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
