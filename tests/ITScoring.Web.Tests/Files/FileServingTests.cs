using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;

namespace ITScoring.Web.Tests.Files;

/// <summary>Who is given a file, under which name, with which headers.</summary>
public sealed class FileServingTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    private const string OddName = "Đề án \"Ứng dụng\", Sở KH&CN (bản ký).pdf";

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD)]
    public async Task A_name_in_any_letters_with_commas_and_quotes_is_kept_shown_and_handed_out(NormalizationForm form)
    {
        var survey = await Survey.OpenAsync(portal);

        var page = await portal.UploadAsync(survey, "A02", (OddName.Normalize(form), Samples.PdfOf(form.ToString())));

        Assert.Equal($"“{OddName}” đã lưu.", page.Notice);
        Assert.Contains(OddName, page.Text);
        Assert.Contains(OddName, (await survey.SectionAsync()).CardText("A02"));
        var document = Assert.Single(await portal.DocumentsAsync(survey));
        Assert.Equal(OddName, document.FileName);
        using var file = await OpenAsync("stc.daumoi", document.Id);
        Assert.Equal(
            "inline; filename=\"tai-lieu.pdf\"; filename*=UTF-8''%C4%90%E1%BB%81%20%C3%A1n%20%22%E1%BB%A8ng%20d%E1%BB%A5ng%22%2C%20S%E1%BB%9F%20KH%26CN%20%28b%E1%BA%A3n%20k%C3%BD%29.pdf",
            file.Content.Headers.GetValues("Content-Disposition").Single());
    }

    [Theory]
    [InlineData("C:\\Users\\lan\\Kế hoạch.pdf", "Kế hoạch.pdf")]
    [InlineData("../../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("Kế\u0000 ho\u0007ạch.pdf", "Kế hoạch.pdf")]
    [InlineData("gpj\u202Efdp.pdf", "gpjfdp.pdf")]
    [InlineData("tên=?utf-8?B?eA==?=;x.pdf", "tên=?utf-8?B?eA==?=;x.pdf")]
    [InlineData("..", "khong-ten")]
    public async Task A_hostile_name_becomes_a_harmless_one(string sent, string kept)
    {
        var survey = await Survey.OpenAsync(portal);
        await portal.UploadAsync(survey, "A02", (sent, Samples.PdfOf(kept)));
        Assert.Equal(kept, Assert.Single(await portal.DocumentsAsync(survey)).FileName);
    }

    [Fact]
    public async Task A_very_long_name_is_cut_in_the_middle_and_keeps_its_ending()
    {
        var survey = await Survey.OpenAsync(portal);
        await portal.UploadAsync(survey, "A02", (string.Concat(Enumerable.Repeat("Báo cáo tình hình ứng dụng ", 40)) + ".pdf", Samples.PdfOf("long")));
        var name = Assert.Single(await portal.DocumentsAsync(survey)).FileName!;
        Assert.Equal(255, name.Length);
        Assert.StartsWith("Báo cáo tình hình ứng dụng Báo cáo", name);
        Assert.EndsWith("….pdf", name);
    }

    [Fact]
    public async Task A_PDF_may_be_framed_by_our_pages_and_do_nothing_else()
    {
        var survey = await Survey.OpenAsync(portal);
        await portal.UploadAsync(survey, "A02", ("Báo cáo.pdf", Samples.Pdf), ("Ảnh.png", Samples.Png));
        foreach (var document in await portal.DocumentsAsync(survey))
        {
            using var file = await OpenAsync("stc.daumoi", document.Id);
            Assert.Equal("default-src 'none'; frame-ancestors 'self'", Header(file, "Content-Security-Policy"));
            Assert.Equal(("SAMEORIGIN", "nosniff", "same-origin"), (Header(file, "X-Frame-Options"), Header(file, "X-Content-Type-Options"), Header(file, "Cross-Origin-Resource-Policy")));
            Assert.StartsWith("inline;", file.Content.Headers.GetValues("Content-Disposition").Single());
            Assert.Equal("private, no-cache", file.Headers.CacheControl!.ToString().Replace("no-cache, private", "private, no-cache"));
        }

        var page = await survey.PageAsync("questions/A02/evidence");
        Assert.Equal($"/files/{(await portal.DocumentsAsync(survey))[0].Id}#navpanes=0&view=FitH", page.One("main iframe").GetAttribute("src"));
        Assert.Equal(("lazy", "Báo cáo.pdf"), (page.One("main iframe").GetAttribute("loading"), page.One("main iframe").GetAttribute("title")));
        Assert.Equal("Ảnh.png", page.One("main img").GetAttribute("alt"));
        Assert.Contains("frame-src 'self'", Header(page.Response, "Content-Security-Policy"));
        // Where nothing is framed, nothing may be.
        var section = await survey.SectionAsync();
        Assert.Empty(section.All("main iframe, main img"));
        Assert.DoesNotContain("frame-src", Header(section.Response, "Content-Security-Policy"));
    }

    [Fact]
    public async Task Everything_else_is_an_attachment_in_a_sandbox()
    {
        var survey = await Survey.OpenAsync(portal);
        await portal.UploadAsync(survey, "A02", ("a.docx", Samples.Docx), ("a.xlsx", Samples.Xlsx), ("a.zip", Samples.Zip(("a.pdf", Samples.Pdf))));
        foreach (var document in await portal.DocumentsAsync(survey))
        {
            using var file = await OpenAsync("stc.daumoi", document.Id);
            Assert.Equal("default-src 'none'; frame-ancestors 'none'; sandbox", Header(file, "Content-Security-Policy").TrimEnd(' ', ';'));
            Assert.Equal(("DENY", "nosniff"), (Header(file, "X-Frame-Options"), Header(file, "X-Content-Type-Options")));
            Assert.StartsWith("attachment;", file.Content.Headers.GetValues("Content-Disposition").Single());
        }

        Assert.Empty((await survey.PageAsync("questions/A02/evidence")).All("main iframe"));
    }

    [Fact]
    public async Task Parts_of_a_file_are_given_and_one_that_the_browser_has_is_not_sent_again()
    {
        var survey = await Survey.OpenAsync(portal);
        await portal.UploadAsync(survey, "A02", ("Báo cáo.pdf", Samples.Pdf));
        var (id, http) = (Assert.Single(await portal.DocumentsAsync(survey)).Id, (await portal.BrowserOfAsync("stc.daumoi")).Http);

        using var part = new HttpRequestMessage(HttpMethod.Get, $"/files/{id}") { Headers = { Range = new RangeHeaderValue(5, 7) } };
        using var given = await http.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, "1.4"), (given.StatusCode, await given.Content.ReadAsStringAsync()));
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/files/{id}");
        again.Headers.IfNoneMatch.Add(given.Headers.ETag!);
        using var known = await http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Theory]
    [InlineData("stc.nhaplieu", 200)]
    [InlineData("stc.thutruong", 200)]
    [InlineData("thamtra1", 200)]
    [InlineData("quanly", 200)]
    [InlineData("thamtra2", 404)]
    [InlineData("sct.daumoi", 404)]
    [InlineData("sct.thutruong", 404)]
    [InlineData("lanhdao", 403)]
    [InlineData("theodoi", 403)]
    [InlineData("quantri", 403)]
    [InlineData(null, 302)]
    public async Task A_file_is_opened_by_those_who_may_read_its_form_and_by_nobody_else(string? user, int status)
    {
        var survey = await Survey.OpenAsync(portal);
        await portal.UploadAsync(survey, "A02", ("Báo cáo.pdf", Samples.Pdf));
        var id = (await portal.DocumentsAsync(survey))[0].Id;
        using var stranger = portal.Browser();
        using var response = await (user is null ? stranger : await portal.BrowserOfAsync(user)).Http.GetAsync($"/files/{id}");
        Assert.Equal(status, (int)response.StatusCode);
        if (status != 200)
            Assert.DoesNotContain("%PDF", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_reviewer_sees_the_file_in_the_page_of_the_criterion()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        await portal.UploadAsync(survey, "A02", ("Báo cáo kiểm kê.pdf", Samples.Pdf));
        await survey.PresentAsync();
        await survey.SignAsync();
        var id = (await portal.DocumentsAsync(survey))[^1].Id;

        var page = await (await portal.BrowserOfAsync("thamtra1")).GetAsync($"/reviews/{survey.Code}/stc/criteria/I.1");

        Assert.Equal($"/files/{id}#navpanes=0&view=FitH", page.One("main iframe").GetAttribute("src"));
        Assert.Contains("frame-src 'self'", Header(page.Response, "Content-Security-Policy"));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_on_a_page_with_the_strict_policy()
    {
        var page = await (await portal.BrowserOfAsync("stc.daumoi")).GetAsync("/files/99999");
        Assert.Equal(404, page.Status);
    }

    private async Task<HttpResponseMessage> OpenAsync(string user, int id) => await (await portal.BrowserOfAsync(user)).Http.GetAsync($"/files/{id}");

    private static string Header(HttpResponseMessage response, string name) => string.Join(' ', response.Headers.TryGetValues(name, out var values) ? values : []);
}
