using System.Text;
using System.Text.Json.Nodes;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.CriteriaSets.Workshop;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>A criteria set is typed in, tested, looked at by others and put in force without a developer.</summary>
public sealed class CriteriaSetsTests : IAsyncLifetime
{
    private readonly EmptyPortal _portal = new();

    public Task InitializeAsync() => _portal.InitializeAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_set_typed_in_from_nothing_is_tested_reviewed_put_in_force_and_used_for_a_period()
    {
        using var manager = await _portal.SignedInAsync("quanly");
        var workshop = await TypedAsync(manager);

        Assert.Equal(1, Count(await workshop.GetAsync(), "ai được mời rà soát"));
        var refused = (await manager.PostAsync(workshop.Path + "/in-force", Workshop.Fields(("sha256", await ShaAsync(manager, workshop))))).Expect(422);
        Assert.Contains(refused.Problems, p => p.Contains("2 tiêu chí chưa có kiểm thử", StringComparison.Ordinal));

        var example = await workshop.AddAsync(SetItemKind.Example);
        var tested = await workshop.SaveAsync(example, ("/code", "T1"), ("/name", "Nửa số máy"), ("/agencies/0/code", "X"), ("/agencies/0/block", "A"), ("/agencies/0/answers", "A01 = 8\nA02 = 4\nA03 = có"), ("/agencies/0/expected", "N1.1 = 30\nN1.2 = 40"));
        Assert.Equal("Đã lưu.", tested.Expect(200).Notice);
        Assert.Contains("Đạt 2/2", (await workshop.GetAsync("/examples")).Text, StringComparison.Ordinal);

        var reviewer = await _portal.ReadAsync(db => db.Users.Where(u => u.UserName == "thamtra1").Select(u => u.Id).SingleAsync());
        await manager.PostAsync($"/set-reviews/{workshop.Set}/ask", Workshop.Fields(("reviewers", $"{reviewer}")));
        using var other = await _portal.SignedInAsync("thamtra1");
        var asked = (await other.GetAsync($"/set-reviews/{workshop.Set}")).Expect(200);
        var agreed = await asked.PressAsync("Thống nhất với nội dung hiện nay");
        Assert.Equal("Đã ghi ý kiến thống nhất.", agreed.Notice);

        var ready = await workshop.GetAsync();
        Assert.True(ready.HasHeading("Sẵn sàng có hiệu lực"), ready.Text);
        var done = await (await ready.FollowAsync("Đưa vào áp dụng")).PressAsync("Đưa vào áp dụng");
        Assert.Contains("có hiệu lực từ bây giờ", done.Notice, StringComparison.Ordinal);
        var stored = await _portal.ReadAsync(db => db.CriteriaSetVersions.SingleAsync(v => v.Id == workshop.Set));
        Assert.Equal((CriteriaSetState.InForce, "THU-1", 1), (stored.State, stored.Code, stored.Number));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(stored.Json))), stored.Sha256);
        Assert.Single(CriteriaSetFile.Read(Encoding.UTF8.GetBytes(stored.Json)).Value!.Examples);
        Assert.Equal(404, (await workshop.ItemAsync(example)).Status);

        await manager.PostAsync("/periods/new", Workshop.Fields(("code", "2027"), ("year", "2027"), ("title", "Kỳ 2027")));
        Assert.Contains((await manager.GetAsync("/periods/2027/plan")).All("select[name=criteriaSet] option"), o => o.TextContent == "THU-1, phiên bản 1");
    }

    [Fact]
    public async Task What_stands_against_a_draft_is_listed_with_the_way_to_its_field()
    {
        using var manager = await _portal.SignedInAsync("quanly");
        var workshop = await TypedAsync(manager);
        var criterion = await workshop.KeyOfAsync(SetItemKind.Criterion, "N1.1");
        var page = (await workshop.SaveAsync(criterion, ("/max", "59"), ("/rule/value", "A02 / (A01 +"))).Expect(200);

        var list = await workshop.GetAsync();
        Assert.Contains(list.All("a"), a => a.GetAttribute("href") == $"/set-items/{workshop.Set}/{criterion}#f-_rule_value" && a.TextContent == "Tiêu chí N1.1");
        Assert.Contains("chưa hết ý", list.Text, StringComparison.Ordinal);
        Assert.Contains("Tổng điểm tối đa của các tiêu chí trong nhóm N1 là 99", list.Text, StringComparison.Ordinal);
        Assert.Equal("␣", PortalPage.TextOf(page.One(".expr__at mark")));

        await workshop.SaveAsync(await workshop.KeyOfAsync(SetItemKind.Question, "A01"), ("/askWhen", "A02 > 0"));
        await workshop.SaveAsync(await workshop.KeyOfAsync(SetItemKind.Question, "A02"), ("/askWhen", "A01 > 0"));
        Assert.Contains("phụ thuộc vòng tròn", (await workshop.GetAsync()).Text, StringComparison.Ordinal);

        var classes = await _portal.ReadAsync(db => db.SetItems.Where(i => i.CriteriaSetVersionId == workshop.Set && i.Kind == SetItemKind.Classes).Select(i => i.Key).SingleAsync());
        await workshop.SaveAsync(classes, ("/classes/3/from", "10"));
        Assert.Contains("Loại cuối cùng phải bắt đầu từ 0", (await workshop.GetAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_reads_in_words_at_once_and_can_be_tried_with_sample_answers()
    {
        using var manager = await _portal.SignedInAsync("quanly");
        var workshop = await TypedAsync(manager);
        var criterion = await workshop.KeyOfAsync(SetItemKind.Criterion, "N1.1");

        var tried = await workshop.SaveAsync(criterion, ("sample-A01", "8"), ("sample-A02", "6"), ("act", "try"));
        Assert.Contains("Với số liệu mẫu: 0,75", tried.Text, StringComparison.Ordinal);
        Assert.Contains("Điểm tối đa 60 × tỷ lệ 0,75", tried.Text, StringComparison.Ordinal);
        Assert.Equal("6", tried.One("[name=sample-A02]").GetAttribute("value"));
        Assert.Contains("phải là số", (await workshop.SaveAsync(criterion, ("sample-A01", "tám"), ("act", "try"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_of_rule_can_be_typed_in_and_grows_by_its_buttons()
    {
        using var manager = await _portal.SignedInAsync("quanly");
        var workshop = await TypedAsync(manager);
        var c = await workshop.KeyOfAsync(SetItemKind.Criterion, "N1.1");
        foreach (var (kind, fields, words) in new (string, (string, string)[], string)[]
        {
            ("norm", [("/rule/norm", "0,8"), ("/rule/floor", "0,1")], "So giá trị A02 ÷ A01 với định mức 0,8"),
            ("bestOfCohort", [], "÷ giá trị cao nhất trong khối"),
            ("bands", [("/rule/bands/0/side", "above"), ("/rule/bands/0/limit", "0,5"), ("/rule/bands/0/points", "60")], "trên 0,5 được 60 điểm"),
            ("count", [("/rule/each", "2,5")], "× 2,5 điểm"),
            ("points", [], "làm điểm"),
            ("yesNo", [("/rule/value", "A03"), ("/rule/points", "10")], "Được 10 điểm nếu A03 trả lời “Có”"),
            ("cases", [("/rule/cases/0/when", "A01 > 3"), ("/rule/cases/0/points", "5")], "nếu A01 > 3 thì được 5 điểm"),
            ("choice", [("/rule/question", "A04")], ""),
            ("choice", [("/rule/points/a", "7,25")], "(a) được 7,25 điểm"),
            ("checklist", [("/rule/question", "A05"), ("/rule/each", "3")], "Mỗi mục được chọn ở A05 được 3 điểm"),
            ("sum", [], ""),
        })
        {
            await workshop.SaveAsync(c, ("/rule/kind", kind));
            var page = await workshop.SaveAsync(c, fields);
            Assert.Equal(200, page.Status);
            if (words.Length > 0)
                Assert.Contains(words, page.TextOf("[data-live=words]"), StringComparison.Ordinal);
        }

        // What stood there became the first part; a second one is added by its button.
        await workshop.SaveAsync(c, ("/rule/of/0/max", "9"), ("act", "add:/rule/of"));
        var grown = await workshop.SaveAsync(c, ("/rule/of/1/max", "51"), ("/rule/of/1/value", "A02 / A01"));
        Assert.Contains("Cộng điểm các phần, tối đa 60 điểm: (1) Mỗi mục được chọn ở A05 được 3 điểm; (2) Điểm tối đa 51 nhân với tỷ lệ A02 ÷ A01", grown.TextOf("[data-live=words]"), StringComparison.Ordinal);
        await workshop.SaveAsync(c, ("act", "up:/rule/of/1"));
        Assert.Equal("ratio", (await workshop.StoredAsync(c))["rule"]!["of"]![0]!["kind"]!.ToString());
        await workshop.SaveAsync(c, ("act", "remove:/rule/of/1"));
        Assert.Single((await workshop.StoredAsync(c))["rule"]!["of"]!.AsArray());
    }

    [Fact]
    public async Task Two_people_who_change_different_fields_of_one_item_both_keep_them()
    {
        using var one = await _portal.SignedInAsync("quanly");
        using var two = await _portal.SignedInAsync("quanly");
        var workshop = await TypedAsync(one);
        var key = await workshop.KeyOfAsync(SetItemKind.Question, "A01");
        var seen = await workshop.In(two).ItemAsync(key);

        await workshop.SaveAsync(key, ("/text", "Số máy tính của cơ quan"));
        var merged = await workshop.In(two).SaveAsync(seen, ("/unit", "máy"));
        Assert.Equal("Số máy tính của cơ quan", merged.Expect(200).One("textarea[name='/text']").TextContent.Trim());

        var stored = await workshop.StoredAsync(key);
        Assert.Equal(("Số máy tính của cơ quan", "máy"), (stored["text"]!.ToString(), stored["unit"]!.ToString()));
    }

    [Fact]
    public async Task Two_people_who_change_one_field_are_shown_both_values_and_nothing_is_overwritten()
    {
        using var one = await _portal.SignedInAsync("quanly");
        using var two = await _portal.SignedInAsync("quanly");
        var workshop = await TypedAsync(one);
        var key = await workshop.KeyOfAsync(SetItemKind.Question, "A01");
        var seen = await workshop.In(two).ItemAsync(key);
        await workshop.SaveAsync(key, ("/text", "Của người thứ nhất"));

        var clash = (await workshop.In(two).SaveAsync(seen, ("/text", "Của người thứ hai"))).Expect(409);
        Assert.Contains("Của người thứ nhất", clash.Text, StringComparison.Ordinal);
        Assert.Equal("Của người thứ hai", clash.One("textarea[name='/text']").TextContent.Trim());
        Assert.Equal("Của người thứ nhất", (await workshop.StoredAsync(key))["text"]!.ToString());

        // Now he has seen it, and decides.
        Assert.Equal(200, (await workshop.In(two).SaveAsync(clash, ("/text", "Của người thứ hai"))).Status);
        Assert.Equal("Của người thứ hai", (await workshop.StoredAsync(key))["text"]!.ToString());
    }

    [Fact]
    public async Task A_code_in_use_is_changed_everywhere_or_not_at_all()
    {
        using var manager = await _portal.SignedInAsync("quanly");
        var workshop = await TypedAsync(manager);
        var key = await workshop.KeyOfAsync(SetItemKind.Question, "A01");

        var refused = (await workshop.SaveAsync(key, ("/code", "B01"), ("/unit", "máy"))).Expect(422);
        Assert.Contains("Mã A01 đang được dùng ở 1 chỗ (Tiêu chí N1.1)", Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.Equal(("A01", "máy"), ((await workshop.StoredAsync(key))["code"]!.ToString(), (await workshop.StoredAsync(key))["unit"]!.ToString()));

        await workshop.SaveAsync(key, ("/code", "B01"), ("renameEverywhere", "true"));
        Assert.Equal("A02 / B01", (await workshop.StoredAsync(await workshop.KeyOfAsync(SetItemKind.Criterion, "N1.1")))["rule"]!["value"]!.ToString());
    }

    [Fact]
    public async Task Items_are_moved_taken_out_and_a_group_only_when_empty()
    {
        using var manager = await _portal.SignedInAsync("quanly");
        var workshop = await TypedAsync(manager);
        var second = await workshop.KeyOfAsync(SetItemKind.Question, "A02");
        await manager.PostAsync($"/set-items/{workshop.Set}/{second}/move", Workshop.Fields(("to", "up")));
        Assert.Equal(["A02", "A01", "A03", "A04", "A05"], Codes(await workshop.FileAsync()));
        await manager.PostAsync($"/set-items/{workshop.Set}/{second}/move", Workshop.Fields(("to", await workshop.KeyOfAsync(SetItemKind.Question, "A04"))));
        Assert.Equal(["A01", "A03", "A04", "A02", "A05"], Codes(await workshop.FileAsync()));

        var group = await workshop.KeyOfAsync(SetItemKind.Group, "N1");
        var refused = (await manager.PostAsync($"/set-items/{workshop.Set}/{group}/remove")).Expect(409);
        Assert.Contains("còn 2 tiêu chí", Assert.Single(refused.Problems), StringComparison.Ordinal);
        var removed = await (await manager.GetAsync($"/set-items/{workshop.Set}/{second}/remove")).PressAsync("Xóa");
        Assert.Equal("Đã xóa Câu hỏi A02.", removed.Notice);
        Assert.Contains("không có câu hỏi mã A02", (await workshop.GetAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_in_force_is_corrected_by_a_new_version_that_says_what_it_touches()
    {
        using var manager = await _portal.SignedInAsync("quanly");
        var id = await _portal.ReadAsync(db => db.CriteriaSetVersions.Select(v => v.Id).SingleAsync());
        var file = await manager.Http.GetByteArrayAsync($"/criteria-sets/{id}/file.json");
        Assert.Equal(File.ReadAllBytes(Path.Combine(SourceFolder.Root, "docs", "format", "qb-2018.json")), file);

        Assert.Equal(422, (await manager.PostAsync($"/criteria-sets/{id}/next", Workshop.Fields(("reason", " ")))).Status);
        var next = new Workshop(_portal, manager, Workshop.Id(await manager.PostAsync($"/criteria-sets/{id}/next", Workshop.Fields(("reason", "Đính chính điểm tối đa")))));
        var set = CriteriaSetFile.Read(file).Value!;
        var criterion = set.Criteria.First(c => c.Rule.Kind == "ratio");
        Assert.Contains("giống hệt", (await next.GetAsync("/compare")).Text, StringComparison.Ordinal);
        await next.SaveAsync(await next.KeyOfAsync(SetItemKind.Criterion, criterion.Code), ("/name", "Tên khác"), ("/rule/value", "1"));

        var compared = await next.GetAsync("/compare");
        Assert.Contains(compared.TableUnder("Khác biệt so với QB-2018, phiên bản 1"), r => r[0] == $"Tiêu chí {criterion.Code}" && r[1] == "Nội dung" && r[2] == criterion.Name && r[3] == "Tên khác");
        Assert.Contains($"1: {criterion.Code}", compared.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_exported_thrown_away_and_imported_again_is_the_same_and_one_in_use_stays()
    {
        using var manager = await _portal.SignedInAsync("quanly");
        var id = await _portal.ReadAsync(db => db.CriteriaSetVersions.Select(v => v.Id).SingleAsync());
        var file = await manager.Http.GetByteArrayAsync($"/criteria-sets/{id}/file.json");
        Assert.Equal("Đã xóa bộ tiêu chí QB-2018, phiên bản 1.", (await manager.PostAsync($"/criteria-sets/{id}/delete")).Notice);

        var again = await Workshop.ImportAsync(_portal, manager, file);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(file), JsonNode.Parse(await again.FileAsync())));
        var third = await Workshop.ImportAsync(_portal, manager, file);
        Assert.Equal(2, JsonNode.Parse(await third.FileAsync())!["version"]!.GetValue<int>());
        Assert.Contains("không phải JSON", Assert.Single((await manager.UploadAsync("/criteria-sets/import", "file", "x.json", "{"u8.ToArray())).Expect(422).Problems), StringComparison.Ordinal);

        await using var used = await StagePortal.AtAsync(Domain.Periods.PeriodState.Open);
        using var busy = await used.SignedInAsync("quanly");
        var theirs = await used.ReadAsync(db => db.Periods.Where(p => p.CriteriaSetVersionId != null).Select(p => p.CriteriaSetVersionId!.Value).FirstAsync());
        Assert.Contains("đang dùng cho", Assert.Single((await busy.PostAsync($"/criteria-sets/{theirs}/delete")).Expect(409).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_were_asked_see_a_draft_and_a_changed_draft_asks_for_agreement_again()
    {
        using var manager = await _portal.SignedInAsync("quanly");
        var workshop = await TypedAsync(manager);
        using var reviewer = await _portal.SignedInAsync("thamtra1");
        Assert.Equal(404, (await reviewer.GetAsync(workshop.Path)).Status);
        Assert.Equal(422, (await manager.PostAsync($"/set-reviews/{workshop.Set}/ask")).Status);
        var id = await _portal.ReadAsync(db => db.Users.Where(u => u.UserName == "thamtra1").Select(u => u.Id).SingleAsync());
        await manager.PostAsync($"/set-reviews/{workshop.Set}/ask", Workshop.Fields(("reviewers", $"{id}")));

        var page = (await reviewer.GetAsync($"/set-reviews/{workshop.Set}")).Expect(200);
        var key = await workshop.KeyOfAsync(SetItemKind.Criterion, "N1.1");
        Assert.Equal(403, (await reviewer.PostAsync($"/set-items/{workshop.Set}/{key}", Workshop.Fields(("version", "1")))).Status);
        await reviewer.PostAsync($"/set-reviews/{workshop.Set}/comments", Workshop.Fields(("item", key), ("comment", "Mẫu số có thể bằng 0.")));
        await page.PressAsync("Thống nhất với nội dung hiện nay");
        await workshop.SaveAsync(key, ("/name", "Tỷ lệ máy tính nối mạng"));

        var now = await manager.GetAsync($"/set-reviews/{workshop.Set}");
        Assert.Contains("Nội dung đã sửa sau khi thống nhất", now.Text, StringComparison.Ordinal);
        Assert.Contains("1 ý kiến rà soát chưa được giải quyết", (await workshop.GetAsync()).Text, StringComparison.Ordinal);
        Assert.Equal("Đã giải quyết ý kiến.", (await now.PressAsync("Đã giải quyết ý kiến về Tiêu chí N1.1")).Notice);
        Assert.Equal(409, (await reviewer.PostAsync($"/set-reviews/{workshop.Set}/agree", Workshop.Fields(("sha256", "cu")))).Status);
    }

    /// <summary>A small set as somebody types it in: one section, five questions, one group of two criteria.</summary>
    private async Task<Workshop> TypedAsync(PortalClient client)
    {
        var workshop = await Workshop.BeginAsync(_portal, client);
        var section = await workshop.AddAsync(SetItemKind.Section);
        await workshop.SaveAsync(section, ("/code", "A"), ("/name", "Hạ tầng"));
        foreach (var (type, text) in new[] { ("integer", "Số máy tính"), ("integer", "Số máy tính nối mạng"), ("yesNo", "Có tường lửa"), ("choice", "Mức"), ("multi", "Các mục") })
        {
            var key = await workshop.AddAsync(SetItemKind.Question, section);
            await workshop.SaveAsync(key, ("/text", text), ("/type", type));
            if (type is not ("choice" or "multi"))
                continue;
            await workshop.SaveAsync(key, ("act", "add:/options"));
            await workshop.SaveAsync(key, ("/options/0/code", "a"), ("/options/0/text", "Có đủ"), ("act", "add:/options"));
            await workshop.SaveAsync(key, ("/options/1/code", "b"), ("/options/1/text", "Chưa"));
        }

        await RenumberAsync(workshop);
        var group = await workshop.AddAsync(SetItemKind.Group);
        await workshop.SaveAsync(group, ("/name", "Hạ tầng"), ("/max", "100"));
        var first = await workshop.AddAsync(SetItemKind.Criterion, group);
        await workshop.SaveAsync(first, ("/name", "Máy tính"), ("/max", "60"), ("/rule/value", "A02 / A01"));
        var second = await workshop.AddAsync(SetItemKind.Criterion, group);
        await workshop.SaveAsync(second, ("/name", "Tường lửa"), ("/max", "40"), ("/rule/kind", "yesNo"), ("/rule/value", "A03"));
        Assert.Empty(CriteriaSetFile.Read(await workshop.FileAsync()).Problems);
        return workshop;
    }

    private async Task RenumberAsync(Workshop workshop)
    {
        foreach (var (code, wanted) in Codes(await workshop.FileAsync()).Select((c, i) => (c, $"A{i + 1:00}")))
            await workshop.SaveAsync(await workshop.KeyOfAsync(SetItemKind.Question, code), ("/code", wanted));
    }

    private static IEnumerable<string> Codes(byte[] file) => JsonNode.Parse(file)!["questions"]!.AsArray().Select(q => q!["code"]!.ToString());

    private static int Count(PortalPage page, string words) => page.Text.Contains(words, StringComparison.OrdinalIgnoreCase) ? 1 : 0;

    private static async Task<string> ShaAsync(PortalClient client, Workshop workshop) => (await client.GetAsync(workshop.Path + "/in-force")).One("[name=sha256]").GetAttribute("value")!;
}
