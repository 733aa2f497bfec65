using ITScoring.Domain.Periods;
using ITScoring.Web.Files;
using ITScoring.Web.Tests.Files;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Features;

/// <summary>Documents beside the guidance: attached by the manager, read by everybody from the day the period opens.</summary>
public sealed class GuidanceDocumentsTests
{
    private const string Page = "/guidance-documents/2026";

    private static readonly (string Name, string Value)[] Letter = [("kind", "CallLetter"), ("number", "77/STTTT-CNTT"), ("date", "01/10/2026"), ("abstract", "Đánh giá năm 2026")];

    [Fact]
    public async Task A_letter_attached_in_preparation_is_public_from_the_opening_and_gone_when_withdrawn()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Draft);
        using var manager = await portal.SignedInAsync("quanly");
        using var stranger = portal.Browser();

        var list = (await AttachAsync(manager, Letter, ("công văn <b>.pdf", Samples.Pdf))).Expect(200);
        Assert.Equal("Đã gắn “Công văn triển khai”. Mọi người tải được từ khi mở kỳ.", list.Notice);
        Assert.Equal("77/STTTT-CNTT ngày 01/10/2026", Assert.Single(list.TableUnder("Đang dùng"))[1]);
        var path = $"/guidance/2026/documents/{await portal.ReadAsync(db => db.GuidanceDocuments.Select(d => d.Id).SingleAsync())}";
        Assert.Equal(404, (await stranger.GetAsync(path)).Status);
        await (await manager.GetAsync("/periods/2026/open")).PressAsync("Mở kỳ đánh giá");

        var guidance = await stranger.GetAsync("/guidance/2026");
        Assert.Contains("Công văn triển khai, số 77/STTTT-CNTT ngày 01/10/2026", guidance.Text);
        using var answer = await stranger.Http.GetAsync(path);
        Assert.Equal(Samples.Pdf, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(("application/pdf", "attachment", "cong-van-trien-khai-2026.pdf"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.Contains("sandbox", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")));
        portal.Clock.Advance(TimeSpan.FromDays(3));
        await portal.AsAsync("quantri", services => services.GetRequiredService<FileSweep>().RunAsync());
        Assert.Equal(200, (int)(await stranger.Http.GetAsync(path)).StatusCode);

        using var later = await portal.SignedInAsync("quanly");
        Assert.Equal("Đã gỡ văn bản khỏi trang Hướng dẫn thực hiện.", (await (await later.GetAsync(Page)).PressAsync("Gỡ: Công văn triển khai")).Notice);
        Assert.Equal(404, (await stranger.GetAsync(path)).Status);
        Assert.DoesNotContain("77/STTTT-CNTT", (await stranger.GetAsync("/guidance/2026")).Text);
    }

    [Fact]
    public async Task The_annexes_are_written_from_the_set_for_everybody()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        using var stranger = portal.Browser();
        var page = await stranger.GetAsync("/guidance/2026");
        foreach (var link in new[] { "/guidance/2026/form.pdf", "/guidance/2026/rules.pdf" })
        {
            Assert.Contains(page.All("main a"), a => a.GetAttribute("href") == link);
            using var answer = await stranger.Http.GetAsync(link);
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
            Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString((await answer.Content.ReadAsByteArrayAsync())[..8]));
        }

        Assert.Equal(404, (await stranger.GetAsync("/guidance/2027/rules.pdf")).Status);
    }

    [Fact]
    public async Task Another_one_of_the_kind_takes_the_place_and_wrong_input_takes_none()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        using var manager = await portal.SignedInAsync("quanly");
        (await AttachAsync(manager, Letter, ("một.pdf", Samples.PdfOf("một")))).Expect(200);
        (await AttachAsync(manager, Letter, ("hai.pdf", Samples.PdfOf("hai")))).Expect(200);
        (await AttachAsync(manager, [("kind", "RulesAnnex")], ("pl2.pdf", Samples.PdfOf("ba")))).Expect(200);
        var list = await manager.GetAsync(Page);
        Assert.Equal(2, list.TableUnder("Đang dùng").Count);
        Assert.Contains("một.pdf", list.Text);

        foreach (var (fields, file, problem) in new ((string, string)[] Fields, (string, byte[])? File, string Problem)[]
        {
            ([("kind", "CallLetter")], ("a.pdf", Samples.Pdf), "là văn bản có số riêng"),
            ([("kind", "Khác"), ("number", "1"), ("date", "01/10/2026")], ("a.pdf", Samples.Pdf), "Chọn loại văn bản."),
            ([("kind", "Decision"), ("number", "1"), ("date", "01/10/2099")], ("a.pdf", Samples.Pdf), "Ngày của văn bản không thể sau ngày hôm nay."),
            ([("kind", "Decision"), ("number", "1"), ("date", "32/10/2026")], ("a.pdf", Samples.Pdf), "Không đọc được ngày"),
            ([("kind", "RulesAnnex"), ("date", "01/10/2026")], ("a.pdf", Samples.Pdf), "hoặc để trống cả ba ô"),
            ([("kind", "RulesAnnex")], ("a.pdf", "MZ không phải pdf"u8.ToArray()), "a.pdf"),
            ([("kind", "RulesAnnex")], null, "Chọn tệp PDF"),
        })
        {
            var page = await AttachAsync(manager, fields, file is { } f ? [f] : []);
            Assert.Equal(422, page.Status);
            Assert.Contains(problem, string.Join(' ', page.Problems));
        }

        Assert.Equal(2, await portal.ReadAsync(db => db.GuidanceDocuments.CountAsync(d => d.WithdrawnAt == null)));
        using var other = await portal.SignedInAsync("lanhdao");
        Assert.Equal(403, (await AttachAsync(other, Letter, ("a.pdf", Samples.Pdf))).Status);
    }

    [Fact]
    public async Task What_the_scanner_rejects_is_given_to_nobody()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        using var manager = await portal.SignedInAsync("quanly");
        using var stranger = portal.Browser();
        (await AttachAsync(manager, Letter, ("a.pdf", Samples.Pdf))).Expect(200);
        var id = await portal.ReadAsync(async db =>
        {
            var document = await db.GuidanceDocuments.Include(d => d.File).SingleAsync();
            document.File!.MarkInfected("Thử.Mã-độc", portal.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
            return document.Id;
        });
        Assert.Equal(404, (await stranger.GetAsync($"/guidance/2026/documents/{id}")).Status);
        Assert.DoesNotContain("77/STTTT-CNTT", (await stranger.GetAsync("/guidance/2026")).Text);
        Assert.Contains("Đã cách ly", (await manager.GetAsync(Page)).Text);
        Assert.Equal(422, (await AttachAsync(manager, Letter, ("a.pdf", Samples.Pdf))).Status);
    }

    private static async Task<PortalPage> AttachAsync(PortalClient browser, (string Name, string Value)[] fields, params (string Name, byte[] Content)[] files) =>
        await browser.PostBodyAsync(Page, Uploads.Form([("__RequestVerificationToken", await browser.TokenAsync()), .. fields], files));
}
