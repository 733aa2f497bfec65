using System.Text.Json;
using System.Text.Json.Nodes;
using ITScoring.Testing;
using ITScoring.Web.Tests.Commands;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Stories;

/// <summary>
/// A whole evaluation by requests only, from the accounts to the public numbers, against the result that the <c>score</c> command gives for the cohort
/// written down by the test. Sở Tài chính is in time; Sở Du lịch has a later deadline and is late by it; Sở Ngoại vụ is very late; Sở Y tế never hands in.
/// </summary>
public sealed class WholeEvaluationTests : IAsyncLifetime
{
    private const string Password = "hoa-sen-2018-no";
    private const string Period = "/periods/2018";

    private readonly EmptyPortal _portal = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("itscoring-story-").FullName;

    public Task InitializeAsync() => _portal.InitializeAsync();

    public async Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await ((IAsyncLifetime)_portal).DisposeAsync();
    }

    [Fact]
    public async Task The_public_numbers_are_what_the_engine_gives_for_what_was_entered()
    {
        var (finance, tourism, foreign) = (PaperForm.Of("STC"), PaperForm.Of("SDL").WithoutClaims(), PaperForm.Of("SNGV").WithoutClaims());
        // Declared 9 people trained; the reviewer finds 4, the agency claims 7 and is believed.
        finance.Answers["N06"] = 9;

        await AccountsAsync();
        await PlanAsync();
        await HandInAsync("stc", finance, new DateOnly(2018, 12, 18), signer: "stc.tt");
        await At(2018, 12, 12, "ql", async manager =>
            await (await manager.GetAsync(Period + "/agencies/sdl/extension")).Fill("Cách ghi hạn", "hết ngày").Fill("Ngày hết hạn", "27/12/2018").Fill("Lý do", "Chuyển trụ sở.").PressAsync("Gia hạn"), Period);
        await At(2018, 12, 20, "ql", async manager => await (await manager.GetAsync(Period + "/close")).PressAsync("Kết thúc thu phiếu"), Period);
        // The deadline was Wednesday 19 December: 20, 21, 24, 25, 26 are five working days, Thursday 27 is the sixth.
        await HandInAsync("sngv", foreign, new DateOnly(2018, 12, 27), signer: "sngv.kt");
        // Its own deadline was Thursday 27 December: 28 December, 2, 3, 4, 7 January are five; 31 December and 1 January are holidays.
        await HandInAsync("sdl", tourism, new DateOnly(2019, 1, 7), signer: "sdl.tt");
        await ReviewAsync("stc", finance, adjust: ("VI.5", "N06", "4"));
        await ReviewAsync("sngv", foreign);
        await ReviewAsync("sdl", tourism);
        await SettleAsync();
        await PublishAsync();

        finance.Answers["N06"] = 7;
        await AssertPublicAsync(await ScoreAsync(finance, tourism, foreign));
    }

    private async Task AccountsAsync()
    {
        _portal.Clock.Set(2018, 11, 19);
        using var administrator = await _portal.SignedInAsync("quantri");
        foreach (var (name, role, agency) in new[]
        {
            ("ql", "Quản lý kỳ đánh giá", "Sở Thông tin và Truyền thông"), ("ld", "Lãnh đạo UBND tỉnh", ""),
            ("tt1", "Chuyên viên thẩm tra", "Sở Thông tin và Truyền thông"), ("tt2", "Chuyên viên thẩm tra", "Văn phòng UBND tỉnh"),
            ("stc.nl", "Người nhập liệu", "Sở Tài chính"), ("stc.dm", "Đầu mối CNTT", "Sở Tài chính"), ("stc.tt", "Thủ trưởng cơ quan", "Sở Tài chính"),
            ("sdl.dm", "Đầu mối CNTT", "Sở Du lịch"), ("sdl.tt", "Thủ trưởng cơ quan", "Sở Du lịch"),
            ("sngv.dm", "Đầu mối CNTT", "Sở Ngoại vụ"), ("sngv.kt", "Cấp phó ký thay", "Sở Ngoại vụ"),
        })
        {
            var form = (await administrator.GetAsync("/accounts/new")).Fill("Tên đăng nhập", name).Fill("Họ và tên", $"Người thử {name}").Fill("Vai trò", role).Fill("Cơ quan", agency);
            if (role == "Cấp phó ký thay")
                form.Fill("Ký thay từ ngày", "01/12/2018").Fill("Ký thay đến hết ngày", "31/12/2018");
            var given = (await form.PressAsync("Thêm tài khoản")).TextOf("[data-password]");
            using var person = _portal.Browser();
            var home = await (await person.SignInAsync(name, given)).Fill("Mật khẩu hiện tại", given).Fill("Mật khẩu mới", Password).Fill("Nhập lại mật khẩu mới", Password).PressAsync("Đổi mật khẩu");
            Assert.Equal("/home", home.Path);
        }
    }

    private async Task PlanAsync()
    {
        await At(2018, 11, 20, "ql", async manager =>
        {
            var plan = await (await manager.GetAsync("/periods/new")).Fill("Năm đánh giá", "2018").Fill("Mã trong địa chỉ", "2018").Fill("Tên kỳ", "Đánh giá mức độ ứng dụng CNTT năm 2018").PressAsync("Thêm và nhập kế hoạch");
            await plan.Fill("Số liệu từ ngày", "01/12/2017").Fill("đến hết ngày", "30/11/2018").Fill("Hạn nộp, cách ghi trong công văn", "trước ngày").Fill("Ngày", "20/12/2018")
                .Fill("agencies", "Sở Tài chính", "Sở Du lịch", "Sở Ngoại vụ", "Sở Y tế").Fill("Công khai số liệu kê khai cùng kết quả", "true").PressAsync("Lưu kế hoạch");
            var previous = string.Join('\n', new[] { "STC", "SDL", "SNGV" }.SelectMany(a => PaperForm.Previous(a).Select(p => $"{a};{p.Key};{p.Value}")));
            Assert.StartsWith("Đã nhập", (await (await manager.GetAsync(Period + "/previous")).Fill("Nguồn của số liệu", "Phiếu năm 2017").Fill("Các dòng số liệu", previous).PressAsync("Nhập số liệu")).Notice);
            var reviewers = await manager.GetAsync(Period + "/reviewers");
            foreach (var box in reviewers.All("main input[type=checkbox]").Where(b => PortalPage.TextOf(b.ParentElement).StartsWith("Người thử tt1", StringComparison.Ordinal)))
                box.SetAttribute("checked", "checked");
            return await reviewers.PressAsync("Lưu phân công");
        }, Period);
        await At(2018, 11, 26, "ql", async manager => await (await manager.GetAsync(Period + "/open")).PressAsync("Mở kỳ đánh giá"), Period);
    }

    private async Task HandInAsync(string agency, PaperForm paper, DateOnly signed, string signer)
    {
        var form = $"/submissions/2018/{agency}";
        if (agency == "stc")
            await At(2018, 12, 3, "stc.nl", async contributor => await Fill(contributor, "T", "H", "U"), form);
        await At(2018, 12, 5, $"{agency}.dm", async editor =>
        {
            await (agency == "stc" ? paper.FillAsync(editor, form, "W", "D", "C", "N") : paper.FillAsync(editor, form));
            if (agency == "stc")
                await paper.ProveAsync(editor, form, "12/BC-STC", "30/11/2018");
            await PaperForm.PresentAsync(editor, form);
            return await editor.GetAsync(form);
        }, form);
        await At(signed.Year, signed.Month, signed.Day, signer, async head =>
        {
            await PaperForm.SignAsync(head, form);
            return await head.GetAsync(form);
        }, form);

        async Task<PortalPage> Fill(PortalClient contributor, params string[] sections)
        {
            await paper.FillAsync(contributor, form, sections);
            return await contributor.GetAsync(form);
        }
    }

    private Task ReviewAsync(string agency, PaperForm paper, params (string Criterion, string Question, string Value)[] adjust) => At(2019, 1, 14, "tt1", async reviewer =>
    {
        var form = $"/reviews/2018/{agency}";
        foreach (var (criterion, question, value) in adjust)
            await (await reviewer.GetAsync($"{form}/criteria/{criterion}")).Fill($"{question}, giá trị thẩm tra", value).Fill("Lý do điều chỉnh", "Danh sách lớp có 4 người.").PressAsync("Lưu điều chỉnh");
        foreach (var (criterion, questions) in new[] { ("III.12", new[] { "W15" }), ("IV.9", ["D14", "D13"]), ("VI.6", ["N07", "N08"]) })
        {
            var page = await reviewer.GetAsync($"{form}/criteria/{criterion}");
            foreach (var question in questions.Where(q => paper.Answers[q] is not null))
                page.Fill($"{question}, giá trị thẩm tra (Sở TTTT điền)", paper.Answers[question]!.ToString().Replace('.', ','));
            Assert.StartsWith("Đã lưu kết luận", (await page.PressAsync("Lưu điều chỉnh")).Notice);
        }

        var all = await reviewer.GetAsync(form);
        all = await all.Fill("criteria", [.. all.All("input[name=criteria]").Select(b => b.GetAttribute("value")!)]).PressAsync("Đồng ý các mục đã chọn");
        return await all.PressAsync("Kết thúc thẩm tra");
    }, $"/reviews/2018/{agency}", "Đã kết thúc thẩm tra");

    private async Task SettleAsync()
    {
        await At(2019, 3, 25, "ql", async manager => await (await manager.GetAsync(Period + "/send-preliminary")).Fill("Nhận giải trình đến hết ngày", "05/04/2019").PressAsync("Gửi kết quả sơ bộ"), Period);
        await At(2019, 3, 29, "stc.dm", async editor =>
            await (await editor.GetAsync("/explanations/2018/stc/criteria/VI.5")).Fill("contested", "N06").Fill("N06, giá trị đề nghị", "7").Fill("Nội dung giải trình", "Có giấy chứng nhận của 7 người.").PressAsync("Lưu giải trình"), "/explanations/2018/stc");
        await At(2019, 4, 1, "stc.tt", async head => await (await head.GetAsync("/explanations/2018/stc")).PressAsync("Xác nhận giải trình tiêu chí VI.5"), "/explanations/2018/stc");
        await At(2019, 4, 9, "tt2", async other => await (await (await other.GetAsync("/settlements/2018/stc/VI.5")).Fill("Kết luận", "accept").Fill("Lý do kết luận", "Đủ giấy chứng nhận.").PressAsync("Lưu kết luận")).PressAsync("Xác nhận kết luận"), "/settlements/2018/stc/VI.5");
        await At(2019, 4, 15, "ql", async manager => await (await manager.GetAsync(Period + "/propose")).PressAsync("Trình UBND tỉnh"), Period);
    }

    private Task PublishAsync() => At(2019, 4, 26, "ld", async leader =>
    {
        var approved = await (await leader.GetAsync("/approvals/2018")).Fill("Số quyết định", "1234/QĐ-UBND").Fill("Ngày quyết định", "26/04/2019").PressAsync("Phê duyệt kết quả");
        return await approved.PressAsync("Công bố kết quả");
    }, "/results/2018", "Đã công bố kết quả.");

    /// <summary>One person's act on one day, which ends at an address.</summary>
    private async Task At(int year, int month, int day, string who, Func<PortalClient, Task<PortalPage>> act, string ends, string notice = "")
    {
        _portal.Clock.Set(SettableClock.At(year, month, day, 15));
        using var browser = _portal.Browser();
        await browser.SignInAsync(who, Password);
        var page = await act(browser);
        Assert.True(page.Path == ends && page.Status == 200 && page.Notice.StartsWith(notice, StringComparison.Ordinal), $"{who} on {day}/{month}/{year} should end at {ends}:\n{page}");
    }

    private async Task<JsonNode> ScoreAsync(PaperForm finance, PaperForm tourism, PaperForm foreign)
    {
        // What the site fills: a in time, b late by five working days, c by six.
        (finance.Answers["C06"], tourism.Answers["C06"], foreign.Answers["C06"]) = ("a", "b", "c");
        JsonObject Agency(string code, JsonNode? answers) => new() { ["code"] = code, ["block"] = "SBN", ["answers"] = answers?.DeepClone(), ["previous"] = answers is null ? new JsonObject() : PaperForm.Previous(code) };
        var cohort = Path.Combine(_folder, "cohort.json");
        // In the province's order.
        await File.WriteAllTextAsync(cohort, new JsonObject { ["format"] = "itscoring/cohort/1", ["agencies"] = new JsonArray(Agency("STC", finance.Answers), Agency("SDL", tourism.Answers), Agency("SYT", null), Agency("SNGV", foreign.Answers)) }.ToJsonString());
        var run = await CommandRun.OfAsync("score", "--criteria", CommandRun.Format("qb-2018.json"), "--answers", cohort);
        Assert.True(run.ExitCode == 0, string.Join('\n', run.Errors));
        return JsonNode.Parse(run.Output)!;
    }

    private async Task AssertPublicAsync(JsonNode expected)
    {
        using var anybody = _portal.Browser();
        using var json = JsonDocument.Parse(await anybody.Http.GetByteArrayAsync("/results/2018.json"));
        var published = json.RootElement.GetProperty("agencies").EnumerateArray().ToList();
        Assert.Equal(4, published.Count);
        foreach (var (agency, shown) in expected["agencies"]!.AsArray().Zip(published))
        {
            var code = (string)agency!["code"]!;
            foreach (var member in new[] { "code", "block", "total", "applicableMax", "rankingScore", "rank", "class", "groups" })
                Assert.True(JsonNode.DeepEquals(agency[member], JsonNode.Parse(shown.GetProperty(member).GetRawText())), $"{code} {member}: {agency[member]?.ToJsonString()} expected, {shown.GetProperty(member).GetRawText()} shown.");
            foreach (var (criterion, points) in agency["criteria"]!.AsArray().Zip(shown.GetProperty("criteria").EnumerateArray()))
                Assert.Equal((code, (string)criterion!["code"]!, (string?)criterion["points"], (bool)criterion["applicable"]!), (code, points.GetProperty("code").GetString()!, points.GetProperty("points").GetString(), points.GetProperty("applicable").GetBoolean()));
        }

        var pages = new Dictionary<string, ShownResult>();
        foreach (var agency in expected["agencies"]!.AsArray())
        {
            var code = ((string)agency!["code"]!).ToLowerInvariant();
            var page = await anybody.GetAsync($"/results/2018/agencies/{code}");
            pages[code] = ShownResult.Agency(page);
            Assert.Equal((code, (string)agency["total"]!, (string?)agency["rankingScore"], (int?)agency["rank"]), (code, pages[code].Total, pages[code].Score, pages[code].Rank));
            Assert.Equal(agency["criteria"]!.AsArray().Select(c => (string?)c!["points"]), agency["criteria"]!.AsArray().Select(c => pages[code].Criteria[(string)c!["code"]!]));
        }

        // By hand: V.5 gives 5, 3 or 0 points; 7 of 69 people trained: 15 × (7/69)/0,3 = 5,0725.
        Assert.Equal(("5.00", "3.00", "0.00"), (pages["stc"].Criteria["V.5"], pages["sdl"].Criteria["V.5"], pages["sngv"].Criteria["V.5"]));
        Assert.Equal("5.07", pages["stc"].Criteria["VI.5"]);
        Assert.Equal(("0.00", null), (pages["syt"].Total, pages["syt"].Rank));
        // The period opens its figures.
        Assert.Contains((await anybody.GetAsync("/results/2018/agencies/stc")).Table("[data-criterion='VI.5'] table"), row => row[0].StartsWith("N06 ", StringComparison.Ordinal) && row[1] == "7");
        Assert.Equal([1, 2, 3], pages.Values.Select(p => p.Rank).OfType<int>().Order());
    }
}
