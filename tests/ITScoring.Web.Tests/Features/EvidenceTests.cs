using System.Text;
using AngleSharp.Dom;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Citations and links that prove an answer.</summary>
public sealed class EvidenceTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Fact]
    public async Task A_citation_stands_at_its_question_everywhere_and_in_the_audit_log()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", ("A02", "90"));
        var section = await survey.SectionAsync();
        Assert.Contains("chưa có tài liệu kiểm chứng", section.CardText("A02"));
        var page = await section.PressAsync("Thêm tài liệu cho câu A02");
        Assert.Contains("Trả lời: 90 máy", page.Text);
        Assert.Contains("Chưa có tài liệu nào.", page.Text);

        var added = await Cite(page, "45/BC-STC", "5/1/2026", "Sở Tài chính", "Báo cáo kiểm kê\nmáy tính");

        Assert.Equal(("Đã thêm văn bản.", "Tài liệu kiểm chứng câu A02"), (added.Notice, added.Heading));
        Assert.Equal(["45/BC-STCBáo cáo kiểm kê máy tínhSở Tài chính, ngày 05/01/2026 Thay 45/BC-STC Gỡ 45/BC-STC"], Items(added, "Tài liệu đã có"));
        section = await added.FollowAsync("Về câu A02");
        Assert.Contains("45/BC-STC", section.CardText("A02"));
        Assert.DoesNotContain("chưa có tài liệu kiểm chứng", section.CardText("A02"));
        Assert.Contains("45/BC-STC ngày 05/01/2026", (await survey.PageAsync("check")).Text);
        Assert.Equal([("evidence.add", "A02", (string?)null, "45/BC-STC (05/01/2026, Sở Tài chính)")], await AuditAsync(survey));
    }

    [Fact]
    public async Task A_link_opens_elsewhere_and_gives_nothing_away()
    {
        var survey = await Survey.OpenAsync(portal);
        const string Address = "https://stc.example.invalid/tai%20lieu/bao-cao?nam=2026&so=45#muc-2";

        var added = await (await survey.PageAsync("questions/A02/evidence")).Fill("Địa chỉ", $"  {Address} ").Fill("Tên trang, tài liệu", "Báo cáo kiểm kê").PressAsync("Thêm đường dẫn");

        Assert.Equal("Đã thêm đường dẫn.", added.Notice);
        var link = added.All("main a").Single(a => PortalPage.TextOf(a).StartsWith("Báo cáo kiểm kê", StringComparison.Ordinal));
        Assert.Equal((Address, "_blank"), (link.GetAttribute("href"), link.GetAttribute("target")));
        Assert.Contains("noopener", link.GetAttribute("rel"));
        Assert.Contains("mở thẻ mới", PortalPage.TextOf(link));
        Assert.Equal(Address, (await portal.ReadAsync(db => db.Evidence.OrderByDescending(e => e.Id).FirstAsync())).Url);
    }

    [Fact]
    public async Task A_document_serves_several_questions_and_goes_with_the_last()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.ProveAsync("stc.daumoi", "A02");

        var page = await survey.PageAsync("questions/A04/evidence");
        Assert.Equal("Đã dùng tài liệu cho câu này.", (page = await page.PressAsync("Dùng cho câu A04")).Notice);
        Assert.Contains("45/BC-STC", page.Text);
        Assert.DoesNotContain("Dùng lại tài liệu", page.Text);
        Assert.Contains("45/BC-STC", (await survey.SectionAsync()).CardText("A04"));

        page = await (await survey.PageAsync("questions/A02/evidence")).PressAsync("Gỡ 45/BC-STC");
        Assert.Equal("Đã gỡ tài liệu khỏi câu này.", page.Notice);
        Assert.DoesNotContain("45/BC-STC", (await survey.SectionAsync()).CardText("A02"));
        Assert.Contains("45/BC-STC", (await survey.SectionAsync()).CardText("A04"));
        // Still offered to A02, until A04 does not need it either.
        Assert.True(page.HasButton("Dùng cho câu A02"));
        await (await survey.PageAsync("questions/A04/evidence")).PressAsync("Gỡ 45/BC-STC");
        Assert.DoesNotContain("45/BC-STC", (await survey.PageAsync("questions/A02/evidence")).Text);

        Assert.Equal(["evidence.add", "evidence.add", "evidence.remove", "evidence.remove"], (await AuditAsync(survey)).Select(r => r.Action));
    }

    [Theory]
    [InlineData("Số, ký hiệu", "", "Nhập số, ký hiệu văn bản.")]
    [InlineData("Ngày ban hành", "", "Nhập ngày ban hành.")]
    [InlineData("Ngày ban hành", "30/02/2026", "Không đọc được ngày “30/02/2026”. Nhập theo dạng ngày/tháng/năm, ví dụ 19/12/2018.")]
    [InlineData("Cơ quan ban hành", "  ", "Nhập cơ quan ban hành.")]
    [InlineData("Trích yếu", "\n\t", "Nhập trích yếu.")]
    public async Task What_is_missing_in_a_citation_is_said_at_its_field_and_the_rest_stays(string field, string value, string problem)
    {
        var survey = await Survey.OpenAsync(portal);

        var page = await survey.PageAsync("questions/A02/evidence");
        page = (await page.Fill("Số, ký hiệu", "45/BC-STC").Fill("Ngày ban hành", "15/01/2026").Fill("Cơ quan ban hành", "Sở Tài chính").Fill("Trích yếu", "Báo cáo kiểm kê").Fill(field, value).PressAsync("Thêm văn bản")).Expect(422);

        Assert.Equal([problem], page.Problems);
        Assert.EndsWith(problem, page.ProblemAt(field));
        foreach (var (other, typed) in new[] { ("Số, ký hiệu", "45/BC-STC"), ("Ngày ban hành", "15/01/2026"), ("Cơ quan ban hành", "Sở Tài chính"), ("Trích yếu", "Báo cáo kiểm kê") })
            Assert.Equal(other == field ? value.Trim() : typed, page.ValueOf(other).Trim());
        Assert.Empty(Items(page, "Tài liệu đã có"));
    }

    [Fact]
    public async Task An_empty_citation_names_everything_that_is_missing_in_the_order_of_the_fields()
    {
        var survey = await Survey.OpenAsync(portal);
        var page = (await (await survey.PageAsync("questions/A02/evidence")).PressAsync("Thêm văn bản")).Expect(422);
        Assert.Equal(["Nhập số, ký hiệu văn bản.", "Nhập ngày ban hành.", "Nhập cơ quan ban hành.", "Nhập trích yếu."], page.Problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("stc.example.invalid/bao-cao")]
    [InlineData("javascript:alert(document.cookie)")]
    [InlineData("JAVASCRIPT:alert(1)//http://x")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("ftp://stc.example.invalid/tep")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("//stc.example.invalid")]
    [InlineData("https://")]
    [InlineData("http:/x")]
    public async Task Only_whole_web_addresses_are_links(string url)
    {
        var survey = await Survey.OpenAsync(portal);

        var page = (await (await survey.PageAsync("questions/A02/evidence")).Fill("Địa chỉ", url).Fill("Tên trang, tài liệu", "Trang").PressAsync("Thêm đường dẫn")).Expect(422);

        Assert.EndsWith("Nhập đường dẫn đầy đủ, bắt đầu bằng http:// hoặc https://.", page.ProblemAt("Địa chỉ"));
        Assert.Equal((url, "Trang"), (page.ValueOf("Địa chỉ"), page.ValueOf("Tên trang, tài liệu")));
        Assert.Empty(Items(page, "Tài liệu đã có"));
    }

    [Theory]
    [InlineData("Số, ký hiệu", 100)]
    [InlineData("Cơ quan ban hành", 300)]
    [InlineData("Trích yếu", 1000)]
    public async Task Text_up_to_the_limit_is_taken_in_any_letters_and_one_character_more_is_refused_and_kept(string field, int limit)
    {
        var survey = await Survey.OpenAsync(portal);
        PortalPage Filled(PortalPage page, string text) =>
            page.Fill("Số, ký hiệu", "45/BC-STC").Fill("Ngày ban hành", "15/01/2026").Fill("Cơ quan ban hành", "Sở Tài chính").Fill("Trích yếu", "Báo cáo").Fill(field, text);

        var page = (await Filled(await survey.PageAsync("questions/A02/evidence"), new string('ế', limit + 1)).PressAsync("Thêm văn bản")).Expect(422);
        Assert.EndsWith($"Nội dung dài quá {(limit == 1000 ? "1.000" : limit)} ký tự. Rút gọn rồi lưu lại.", page.ProblemAt(field));
        Assert.Equal(limit + 1, page.ValueOf(field).Length);

        // Decomposed, each letter is sent as three characters.
        page = await Filled(page, new string('ế', limit).Normalize(NormalizationForm.FormD)).PressAsync("Thêm văn bản");
        Assert.Equal((200, "Đã thêm văn bản."), (page.Status, page.Notice));
        Assert.Contains(new string('ế', limit), page.Text);
    }

    [Fact]
    public async Task Text_that_looks_like_a_page_stays_text()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.AnswerAsync("stc.daumoi", Survey.Complete);
        await survey.ProveAsync("stc.daumoi", "A04");
        const string Text = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";

        var page = await Cite(await survey.PageAsync("questions/A02/evidence"), Text, "15/01/2026", Text, Text);
        page = await page.Fill("Địa chỉ", "https://example.invalid/\"onmouseover=\"alert(1)").Fill("Tên trang, tài liệu", Text).PressAsync("Thêm đường dẫn");

        Assert.Equal(2, Items(page, "Tài liệu đã có").Count);
        await survey.PresentAsync();
        await survey.SignAsync();
        // PageManners finds any script or handler that came to life.
        foreach (var (path, user) in new[] { ("questions/A02/evidence", "daumoi"), ("sections/A", "daumoi"), ("check", "daumoi"), ("sign-off", "thutruong"), ("receipt", "thutruong") })
        {
            page = await survey.PageAsync(path, "stc." + user);
            Assert.Contains(Text, page.Text);
            Assert.Empty(page.All("main script, main img"));
        }
    }

    [Fact]
    public async Task Documents_of_another_form_removed_ones_and_unknown_ones_are_not_found()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.ProveAsync("sct.daumoi", "A02");
        var theirs = await LastIdAsync();
        await survey.ProveAsync("stc.daumoi", "A02");
        var removed = await LastIdAsync();
        await (await survey.PageAsync("questions/A02/evidence")).PressAsync("Gỡ 45/BC-STC");
        var browser = await portal.BrowserOfAsync("stc.daumoi");

        foreach (var id in new[] { theirs, removed, int.MaxValue })
        {
            foreach (var act in new[] { "use", "remove" })
                (await browser.PostAsync(survey.Path($"questions/A04/evidence/{id}/{act}"))).Expect(404);
        }

        Assert.Contains("45/BC-STC", (await survey.SectionAsync(userName: "sct.daumoi")).CardText("A02"));
        (await browser.PostAsync(survey.Path("questions/A04/evidence/99999999999999/use"))).Expect(404);
    }

    [Fact]
    public async Task Removing_twice_says_that_it_is_gone()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.ProveAsync("stc.daumoi", "A02", "A04");
        var id = await LastIdAsync();
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        (await browser.PostAsync(survey.Path($"questions/A02/evidence/{id}/remove"))).Expect(200);
        var again = (await browser.PostAsync(survey.Path($"questions/A02/evidence/{id}/remove"))).Expect(409);
        Assert.Equal(["Không tìm thấy tài liệu này ở câu hỏi."], again.Problems);
    }

    [Fact]
    public async Task After_the_submission_documents_are_read_and_nothing_about_them_changes()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        var id = await LastIdAsync();

        var page = await survey.PageAsync("questions/A02/evidence");
        Assert.Contains("45/BC-STC", page.Text);
        Assert.Empty(page.All("main form"));

        await RefusedAsync(survey, "A02", id);
        Assert.Equal(2, (await AuditAsync(survey)).Count);
    }

    [Fact]
    public async Task On_a_returned_form_only_the_returned_questions_take_documents()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        await survey.ReturnAsync("stc", "A02");

        await RefusedAsync(survey, "A04", await LastIdAsync());
        var page = await Cite(await survey.PageAsync("questions/A02/evidence"), "46/BC-STC", "16/01/2026", "Sở Tài chính", "Báo cáo bổ sung");

        Assert.Equal(2, Items(page, "Tài liệu đã có").Count);
        // The document that A04 shares may leave A02, and stays with A04.
        await page.PressAsync("Gỡ 45/BC-STC");
        Assert.Contains("45/BC-STC", (await survey.SectionAsync()).CardText("A04"));
    }

    [Fact]
    public async Task Who_signs_reads_documents_and_cannot_add_any()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.ProveAsync("stc.daumoi", "A02");
        var page = await survey.PageAsync("questions/A02/evidence", "stc.thutruong");
        Assert.Contains("45/BC-STC", page.Text);
        Assert.Empty(page.All("main form"));
        var browser = await portal.BrowserOfAsync("stc.thutruong");
        (await browser.PostAsync(survey.Path("questions/A02/evidence/link"), [new("url", "https://example.invalid")])).Expect(403);
    }

    private static Task<PortalPage> Cite(PortalPage page, string number, string date, string issuer, string about) =>
        page.Fill("Số, ký hiệu", number).Fill("Ngày ban hành", date).Fill("Cơ quan ban hành", issuer).Fill("Trích yếu", about).PressAsync("Thêm văn bản");

    private static List<string> Items(PortalPage page, string part) => [.. page.Part(part).QuerySelectorAll("li").Select(PortalPage.TextOf)];

    private async Task RefusedAsync(Survey survey, string question, int id)
    {
        var browser = await portal.BrowserOfAsync("stc.daumoi");
        foreach (var (act, fields) in new (string, KeyValuePair<string, string>[])[]
        {
            ("citation", [new("number", "1"), new("date", "15/01/2026"), new("issuer", "x"), new("abstract", "x")]),
            ("link", [new("url", "https://example.invalid")]),
            ($"{id}/use", []),
            ($"{id}/remove", []),
        })
        {
            var page = (await browser.PostAsync(survey.Path($"questions/{question}/evidence/{act}"), fields)).Expect(409);
            Assert.NotEmpty(page.Problems);
        }
    }

    private Task<int> LastIdAsync() => portal.ReadAsync(db => db.Evidence.MaxAsync(e => e.Id));

    private Task<List<(string Action, string Subject, string? From, string? To)>> AuditAsync(Survey survey) => portal.ReadAsync(async db =>
    {
        var period = await db.Periods.SingleAsync(p => p.Code == survey.Code);
        var rows = await db.AuditEntries.Where(e => e.PeriodId == period.Id && e.Action.StartsWith("evidence.")).OrderBy(e => e.Id).ToListAsync();
        return rows.Select(e => (e.Action, e.Subject, e.From, e.To)).ToList();
    });
}
