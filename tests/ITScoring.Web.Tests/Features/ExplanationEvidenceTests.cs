using ITScoring.Domain.Submissions;
using ITScoring.Web.Tests.Files;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>New evidence that comes with an explanation: who adds, sees and removes it, and that the form itself does not change by it.</summary>
public sealed class ExplanationEvidenceTests(SurveyPortal portal) : IClassFixture<SurveyPortal>, IDisposable
{
    public void Dispose() => portal.Clock.Set(PortalTemplates.Start);

    [Fact]
    public async Task A_citation_a_link_and_a_file_stand_with_the_explanation_and_nowhere_in_the_form()
    {
        var survey = await portal.SentAsync();
        var before = await FormAsync(survey);
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        var page = await browser.GetAsync($"/explanations/{survey.Code}/stc/criteria/I.1");
        page = await page.Fill("Nội dung giải trình", SurveyExplanations.Text).PressAsync("Lưu giải trình");

        page = await page.FollowAsync("Tài liệu kèm theo giải trình tiêu chí I.1");
        Assert.Equal("Tài liệu giải trình tiêu chí I.1", page.Heading);
        Assert.Contains("Chưa có tài liệu nào.", page.Text);
        page = await page.Fill("Số, ký hiệu", "12/BB-STC").Fill("Ngày ban hành", "05/11/2026").Fill("Cơ quan ban hành", "Sở Tài chính").Fill("Trích yếu", "Biên bản bảo hành").PressAsync("Thêm văn bản");
        Assert.Equal("Đã thêm văn bản.", page.Notice);
        page = await page.Fill("Địa chỉ", "https://stc.example.invalid/bb").Fill("Tên trang, tài liệu", "Trang bàn giao").PressAsync("Thêm đường dẫn");
        page = await UploadAsync(browser, survey, await IdAsync(survey), ("Biên bản.pdf", Samples.PdfOf("bb")), ("Ảnh máy.pdf", Samples.PdfOf("ảnh")));
        Assert.Equal("Đã lưu 2 tệp.", page.Notice);
        // The same file once.
        page = await UploadAsync(browser, survey, await IdAsync(survey), ("Bản sao.pdf", Samples.PdfOf("bb")));
        Assert.Equal("“Bản sao.pdf” đã có ở giải trình này với tên “Biên bản.pdf”; không thêm lần nữa.", page.Notice);

        string[] documents = ["12/BB-STC", "Trang bàn giao", "Biên bản.pdf", "Ảnh máy.pdf"];
        var result = await browser.GetAsync($"/explanations/{survey.Code}/stc");
        await portal.ConfirmAsync(survey, await IdAsync(survey));
        var settlement = await (await portal.BrowserOfAsync("thamtra2")).GetAsync($"/settlements/{survey.Code}/stc/I.1");
        Assert.All(documents, d => Assert.Contains(d, result.Text));
        Assert.All(documents, d => Assert.Contains(d, settlement.Text));
        Assert.NotEmpty(settlement.All("iframe"));

        Assert.Equal(before, await FormAsync(survey));
        foreach (var path in new[] { "questions/A02/evidence", "questions/A02/evidence/store", "receipt" })
            Assert.All(documents, d => Assert.DoesNotContain(d, TextOf(browser, survey.Path(path)).Result));
        Assert.Equal(5, await portal.ReadAsync(async db => await db.AuditEntries.CountAsync(e => e.Action == "explanation.evidence-add" && e.PeriodId == db.Periods.First(p => p.Code == survey.Code).Id)) + 1);
    }

    [Fact]
    public async Task The_script_sends_one_by_one_and_reads_json()
    {
        var survey = await portal.SentAsync();
        var id = await portal.ExplainAsync(survey);
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(survey, id) + "/files") { Content = Uploads.Form([], [("Biên bản.pdf", Samples.PdfOf("json"))]) };
        request.Headers.Add("RequestVerificationToken", await browser.TokenAsync());
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await browser.Http.SendAsync(request);
        Assert.Equal("""{"files":[{"name":"Biên bản.pdf","ok":true,"message":"Đã lưu."}]}""", System.Text.RegularExpressions.Regex.Unescape(await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task The_file_is_opened_by_the_agency_and_once_confirmed_by_reviewers_and_the_manager()
    {
        var survey = await portal.SentAsync();
        var id = await portal.ExplainAsync(survey);
        await UploadAsync(await portal.BrowserOfAsync("stc.daumoi"), survey, id, ("Biên bản.pdf", Samples.PdfOf("mở")));
        var file = $"/files/{(await DocumentsAsync(survey)).Single().Id}";

        Assert.Equal([200, 200, 404, 404, 404, 404], await StatusesAsync(file, "stc.nhaplieu", "stc.thutruong", "sct.daumoi", "thamtra1", "thamtra2", "quanly"));
        await portal.ConfirmAsync(survey, id);
        // thamtra1 is assigned, thamtra2 may settle.
        Assert.Equal([200, 200, 404, 200, 200, 200], await StatusesAsync(file, "stc.nhaplieu", "stc.thutruong", "sct.daumoi", "thamtra1", "thamtra2", "quanly"));
    }

    [Fact]
    public async Task A_reviewer_of_the_home_agency_does_not_open_it()
    {
        await using var stage = await StagePortal.AtAsync(Domain.Periods.PeriodState.Preliminary);
        var evidence = await stage.ReadAsync(async db =>
        {
            // As if it had come with the explanation of Sở TTTT, the house of thamtra1.
            var explanation = await db.Explanations.SingleAsync(e => e.CriterionCode == SmallPeriod.BandwidthCriterion);
            await db.Database.ExecuteSqlAsync($"INSERT INTO StoredFiles (AgencyId, Sha256, Size, Kind, Scan, ScanTries, UploadedAt, UploadedById, LastUsedAt, NextScanAt) SELECT AgencyId, 'ab', 1, 'Pdf', 'Clean', 0, '2026-10-12', 1, '2026-10-12', '2026-10-12' FROM Submissions WHERE Id = {explanation.SubmissionId}");
            await db.Database.ExecuteSqlAsync($"INSERT INTO Evidence (SubmissionId, ExplanationId, Kind, FileName, FileId, AddedById, AddedAt) VALUES ({explanation.SubmissionId}, {explanation.Id}, 'File', 'a.pdf', (SELECT MAX(Id) FROM StoredFiles), 1, '2026-10-12')");
            return await db.Evidence.MaxAsync(e => e.Id);
        });
        foreach (var (user, opens) in new[] { ("thamtra1", false), ("thamtra6", true) })
        {
            using var browser = await stage.SignedInAsync(user);
            var page = await browser.GetAsync($"/settlements/2026/stttt/{SmallPeriod.BandwidthCriterion}");
            Assert.Equal(opens ? 200 : 404, page.Status);
            Assert.Equal(opens, page.Html.Contains($"/files/{evidence}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task It_is_removed_while_the_explanation_is_a_draft_and_never_after()
    {
        var survey = await portal.SentAsync();
        var id = await portal.ExplainAsync(survey);
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        var page = await CiteAsync(browser, survey, id, "1/BB");
        page = await CiteAsync(browser, survey, id, "2/BB");
        page = await page.PressAsync("Gỡ 1/BB");
        Assert.Equal("Đã gỡ tài liệu khỏi giải trình.", page.Notice);
        Assert.DoesNotContain("1/BB", page.Text);
        var (removed, kept) = ((await DocumentsAsync(survey))[0], (await DocumentsAsync(survey))[1]);
        Assert.Equal((true, false), (removed.RemovedAt is not null, kept.RemovedAt is not null));
        (await browser.PostAsync($"{Address(survey, id)}/{removed.Id}/remove")).Expect(404);

        await portal.ConfirmAsync(survey, id);
        const string Stands = "Giải trình đã được thủ trưởng xác nhận nên không sửa được.";
        Assert.Equal([Stands], (await page.PressAsync("Gỡ 2/BB")).Expect(409).Problems);
        Assert.Equal([Stands], (await browser.PostAsync(Address(survey, id) + "/link", [new("url", "https://a.invalid")])).Expect(409).Problems);
        Assert.Contains(Stands, (await UploadAsync(browser, survey, id, ("a.pdf", Samples.PdfOf("a")))).Expect(409).Text);
        var shown = await browser.GetAsync(Address(survey, id));
        Assert.Contains("Không thêm, gỡ được nữa: " + Stands, shown.Text);
        Assert.False(shown.HasButton("Tải lên"));
        Assert.Equal(2, (await DocumentsAsync(survey)).Count);
    }

    [Fact]
    public async Task After_the_window_nothing_is_added()
    {
        var survey = await portal.SentAsync();
        var id = await portal.ExplainAsync(survey);
        portal.Clock.Set(2027, 1, 6, 0, 0);
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        Assert.Equal(["Đã hết hạn giải trình (hết ngày 05/01/2027)."], (await browser.PostAsync(Address(survey, id) + "/link", [new("url", "https://a.invalid")])).Expect(409).Problems);
        Assert.Empty(await DocumentsAsync(survey));
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_is_not_ones_own_is_not_found()
    {
        var survey = await portal.SentAsync();
        var id = await portal.ExplainAsync(survey);
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        var page = await browser.GetAsync(Address(survey, id));

        var cited = (await page.PressAsync("Thêm văn bản")).Expect(422);
        Assert.Equal(["Nhập số, ký hiệu văn bản.", "Nhập ngày ban hành.", "Nhập cơ quan ban hành.", "Nhập trích yếu."], cited.Problems);
        Assert.Contains("http://", (await page.Fill("Địa chỉ", "javascript:alert(1)").PressAsync("Thêm đường dẫn")).Expect(422).ProblemAt("Địa chỉ"));
        Assert.Contains("quá 300 ký tự", (await browser.PostAsync(Address(survey, id) + "/link", [new("url", "https://a.invalid"), new("title", new string('x', 301))])).Expect(422).Text);
        Assert.Contains("Chọn ít nhất một tệp", (await UploadAsync(browser, survey, id)).Expect(422).Text);
        (await UploadAsync(browser, survey, id, ("chương trình.pdf", "MZ không phải PDF"u8.ToArray()))).Expect(422);
        Assert.Empty(await DocumentsAsync(survey));

        foreach (var (user, agency, status) in new[] { ("stc.nhaplieu", "stc", 403), ("stc.thutruong", "stc", 403), ("sct.daumoi", "stc", 404), ("sct.daumoi", "sct", 404), ("thamtra2", "stc", 403) })
            (await (await portal.BrowserOfAsync(user)).PostAsync($"/explanations/{survey.Code}/{agency}/{id}/evidence/link", [new("url", "https://a.invalid")])).Expect(status);
        Assert.Equal(404, (await browser.GetAsync(Address(survey, 999_999))).Status);
        Assert.Empty(await DocumentsAsync(survey));
    }

    private static string Address(Survey survey, int id) => $"/explanations/{survey.Code}/stc/{id}/evidence";

    private static async Task<string> TextOf(PortalClient browser, string path) => (await browser.GetAsync(path)).Text;

    private static Task<PortalPage> CiteAsync(PortalClient browser, Survey survey, int id, string number) =>
        browser.PostAsync(Address(survey, id) + "/citation", [new("number", number), new("date", "05/11/2026"), new("issuer", "Sở Tài chính"), new("abstract", "Biên bản")]);

    private static async Task<PortalPage> UploadAsync(PortalClient browser, Survey survey, int id, params (string Name, byte[] Content)[] files) =>
        await browser.PostBodyAsync(Address(survey, id) + "/files", Uploads.Form([("__RequestVerificationToken", await browser.TokenAsync())], files));

    private async Task<int> IdAsync(Survey survey) => (await portal.ExplanationsAsync(survey))[^1].Id;

    private async Task<List<Evidence>> DocumentsAsync(Survey survey) => [.. (await portal.DocumentsAsync(survey)).Where(e => e.ExplanationId is not null)];

    /// <summary>The form's state and the documents that prove its answers.</summary>
    private async Task<string> FormAsync(Survey survey) =>
        $"{(await survey.FormAsync()).StateVersion}: {string.Join(", ", (await portal.DocumentsAsync(survey)).Where(e => e.ExplanationId is null).Select(e => $"{e.Id} {e.Title} {string.Join('/', e.Uses.Select(u => u.QuestionCode))}"))}";

    private async Task<List<int>> StatusesAsync(string path, params string[] users)
    {
        var statuses = new List<int>();
        foreach (var user in users)
            statuses.Add((int)(await (await portal.BrowserOfAsync(user)).Http.GetAsync(path)).StatusCode);
        return statuses;
    }
}
