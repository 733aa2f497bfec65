using System.Net;
using System.Net.Http.Headers;
using ITScoring.Web.Files;
using ITScoring.Web.Integrations.Files;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Web.Tests.Files;

/// <summary>What does not fit, breaks off, or meets a store that cannot write: said clearly, and nothing of it is left behind.</summary>
public sealed class UploadLimitTests
{
    [Fact]
    public async Task A_file_above_the_limit_is_refused_and_one_of_exactly_the_limit_is_taken()
    {
        await using var portal = await PortalAsync(settings: ("Files:MaxFileBytes", "2000"));
        var survey = await Survey.OpenAsync(portal);

        var page = (await portal.UploadAsync(survey, "A02", ("Quá lớn.pdf", Sized(2001)), ("Vừa.pdf", Sized(2000)))).Expect(422);

        Assert.Equal(["“Quá lớn.pdf” lớn hơn 2,0 KB. Giảm dung lượng (quét ở 150–200 dpi, nén ảnh) hoặc tách thành nhiều tệp."], page.Problems);
        Assert.Equal("“Vừa.pdf” đã lưu.", page.Notice);
        Assert.Single(portal.InStore());
    }

    [Fact]
    public async Task The_files_of_a_form_together_stay_below_their_limit_and_the_same_file_counts_once()
    {
        await using var portal = await PortalAsync(settings: ("Files:MaxFormBytes", "3000"));
        var survey = await Survey.OpenAsync(portal);
        var first = Sized(2000);
        await portal.UploadAsync(survey, "A02", ("Một.pdf", first));

        var page = (await portal.UploadAsync(survey, "A04", ("Hai.pdf", Sized(1500)), ("Một lần nữa.pdf", first), ("Ba.pdf", Sized(1000)))).Expect(422);

        Assert.Equal(["“Hai.pdf” làm các tệp của phiếu vượt 2,9 KB (đang có 2,0 KB). Gỡ tệp không còn cần, giảm dung lượng, hoặc chỉ ghi số, ký hiệu văn bản."], page.Problems);
        Assert.Equal(2, portal.InStore().Count);
        Assert.Contains("Phiếu đang có 2,9 KB trên 2,9 KB.", page.Text);
    }

    [Fact]
    public async Task A_cancelled_upload_leaves_nothing_behind()
    {
        await using var portal = await PortalAsync();
        var survey = await Survey.OpenAsync(portal);
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        using var cancelled = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, survey.Path("questions/A02/evidence/files")) { Content = new StreamContent(new EndlessFile(afterHead: cancelled.Cancel)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={EndlessFile.Boundary}");
        request.Headers.Add("RequestVerificationToken", await browser.TokenAsync());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => browser.Http.SendAsync(request, cancelled.Token));

        await UntilAsync(() => portal.InStore().Count == 0);
        Assert.Empty(await portal.StoredAsync());
        Assert.Empty(await portal.DocumentsAsync(survey));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_says_so_and_keeps_what_came_whole()
    {
        await using var portal = await PortalAsync();
        var survey = await Survey.OpenAsync(portal);
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        var whole = await Uploads.Form([("__RequestVerificationToken", await browser.TokenAsync())], [("Trọn vẹn.pdf", Samples.Pdf), ("Dở dang.pdf", Sized(5000))]).ReadAsByteArrayAsync();
        var broken = new ByteArrayContent(whole[..^1000]);
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=----ranh-gioi-7d0f");

        var page = (await browser.PostBodyAsync(survey.Path("questions/A02/evidence/files"), broken)).Expect(422);

        Assert.Equal(["“Lần tải lên này” bị đứt giữa chừng nên tệp cuối chưa được lưu. Kiểm tra đường truyền rồi tải lại tệp đó."], page.Problems);
        Assert.Equal(["Trọn vẹn.pdf"], (await portal.DocumentsAsync(survey)).Select(e => e.FileName));
        Assert.Single(portal.InStore());
    }

    [Theory]
    [InlineData(28, "hết chỗ")]
    [InlineData(5, "trục trặc")]
    public async Task A_store_that_cannot_write_says_why_and_everything_saved_stays(int errno, string reason)
    {
        await using var portal = await PortalAsync(services => services.AddSingleton<IFileStore>(new BrokenStore(new IOException("full", errno))));
        var survey = await Survey.OpenAsync(portal);
        await survey.ProveAsync("stc.daumoi", "A02");

        var page = (await portal.UploadAsync(survey, "A02", ("Một.pdf", Sized(200_000)), ("Hai.pdf", Samples.Pdf))).Expect(503);

        Assert.Equal(2, page.Problems.Count);
        Assert.All(page.Problems, p => Assert.Contains(reason, p));
        Assert.StartsWith("“Hai.pdf” Kho tệp của hệ thống", page.Problems[1]);
        Assert.Contains("45/BC-STC", page.Text);
        Assert.Single(await portal.DocumentsAsync(survey));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_said_to_the_one_who_uploads_and_the_site_goes_on()
    {
        // Below a file no folder can be made, not even by an administrator of the machine.
        var file = Path.GetTempFileName();
        await using var portal = await PortalAsync(settings: ("Files:Folder", Path.Combine(file, "kho")));
        var survey = await Survey.OpenAsync(portal);

        var (status, ok, message) = await portal.SendAsync(survey, "A02", "Báo cáo.pdf", Samples.Pdf);

        Assert.Equal((503, false), (status, ok));
        Assert.StartsWith("Kho tệp của hệ thống đang trục trặc", message);
        Assert.Equal(200, (await survey.PageAsync("questions/A02/evidence")).Status);
        File.Delete(file);
    }

    [Fact]
    public async Task Without_the_token_before_its_files_an_upload_goes_no_further_than_the_door()
    {
        await using var portal = await PortalAsync();
        var survey = await Survey.OpenAsync(portal);
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        foreach (var token in new[] { null, "xxx", "" })
        {
            var page = await browser.PostBodyAsync(
                survey.Path("questions/A02/evidence/files"), Uploads.Form(token is null ? [] : [("__RequestVerificationToken", token)], [("Báo cáo.pdf", Samples.Pdf)]));
            Assert.Equal(400, page.Status);
        }

        Assert.Empty(portal.InStore());
    }

    [Fact]
    public async Task An_upload_without_a_file_asks_for_one()
    {
        await using var portal = await PortalAsync();
        var survey = await Survey.OpenAsync(portal);
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        // Browsers send an empty file for a field that was left alone.
        var page = (await Uploads.UploadAsync(browser, survey, "A02", [], [("", [])])).Expect(422);
        Assert.Equal(["Chọn ít nhất một tệp để tải lên."], page.Problems);
        page = (await browser.PostAsync(survey.Path("questions/A02/evidence/files"))).Expect(422);
        Assert.Equal(["Chọn ít nhất một tệp để tải lên."], page.Problems);
    }

    [Fact]
    public async Task A_day_later_the_sweep_deletes_what_nothing_refers_to_and_nothing_else()
    {
        await using var portal = await PortalAsync();
        var survey = await Survey.OpenAsync(portal);
        await portal.UploadAsync(survey, "A02", ("Giữ.pdf", Samples.PdfOf("giữ")), ("Gỡ.pdf", Samples.PdfOf("gỡ")));
        await (await survey.PageAsync("questions/A02/evidence")).PressAsync("Gỡ Gỡ.pdf");
        Directory.CreateDirectory(Path.Combine(portal.FilesFolder, "ab"));
        var orphan = Path.Combine(portal.FilesFolder, "ab", "ab" + new string('0', 62));
        var halfway = Path.Combine(portal.FilesFolder, "incoming", "halfway");
        foreach (var path in new[] { orphan, halfway })
        {
            File.WriteAllText(path, "x");
            File.SetLastWriteTimeUtc(path, portal.Clock.GetUtcNow().UtcDateTime);
        }

        portal.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, await SweepAsync(portal));
        Assert.Equal(4, portal.InStore().Count);
        portal.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(2, await SweepAsync(portal));

        var stored = await portal.StoredAsync();
        Assert.Equal([$"{stored[0].Sha256[..2]}/{stored[0].Sha256}"], portal.InStore());
        Assert.Null(stored[0].DeletedAt);
        Assert.NotNull(stored[1].DeletedAt);
        // Sent again it is there again.
        Assert.Equal((200, true), ((await portal.SendAsync(survey, "A02", "Gỡ.pdf", Samples.PdfOf("gỡ"))) is var (s, o, _) ? (s, o) : default));
        Assert.Null((await portal.StoredAsync())[1].DeletedAt);
        Assert.Equal(2, portal.InStore().Count);
    }

    [Fact]
    public async Task A_file_that_was_handed_in_stays_for_ever()
    {
        await using var portal = await PortalAsync();
        var survey = await Survey.OpenAsync(portal);
        await portal.UploadAsync(survey, "A02", ("Đã nộp.pdf", Samples.Pdf));
        await survey.SubmitAsync();
        await survey.ReturnAsync("stc", "A02");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await survey.PageAsync("questions/A02/evidence")).PressAsync("Gỡ Đã nộp.pdf");
        var id = (await portal.DocumentsAsync(survey))[0].Id;

        portal.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await SweepAsync(portal));

        using var file = await (await portal.BrowserOfAsync("thamtra1")).Http.GetAsync($"/files/{id}");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
    }

    private static async Task<SurveyPortal> PortalAsync(Action<IServiceCollection>? outside = null, params (string Key, string Value)[] settings)
    {
        var portal = new SurveyPortal { Outside = outside };
        foreach (var (key, value) in settings)
            portal.Settings[key] = value;
        await portal.InitializeAsync();
        return portal;
    }

    private static Task<int> SweepAsync(SurveyPortal portal) => portal.AsAsync("quantri", services => services.GetRequiredService<FileSweep>().RunAsync());

    private static byte[] Sized(int bytes)
    {
        var content = Samples.PdfOf(bytes.ToString());
        return [.. content, .. new byte[bytes - content.Length]];
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 100 && !condition(); i++)
            await Task.Delay(50);
        Assert.True(condition());
    }
}
