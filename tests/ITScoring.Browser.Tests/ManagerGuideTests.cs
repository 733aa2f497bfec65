using System.Text;
using System.Text.Json.Nodes;
using ClosedXML.Excel;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Web.Demo;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>
/// Walks through the portal as the guide for period managers and administrators tells it: a criteria set, agencies, a period from last year's, people, settings.
/// The guide shows the pictures of this walk and no others, and what it prints in bold stands on the pages word for word.
/// </summary>
[Collection(PagesCollection.Name)]
public sealed class ManagerGuideTests(ChromiumFixture chromium)
{
    /// <summary>Closed, an explanation is looked at by nobody: those of the walk are checked open.</summary>
    private readonly PageLedger _ledger = new();

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A small set of which everything fits on a picture.</summary>
    private const string SmallSet = """
        {
          "format": "itscoring/criteria-set/2", "code": "TD-2027", "version": 1, "title": "Bộ tiêu chí thí điểm năm 2027", "legalBasis": "Công văn số 15/STTTT-CNTT ngày 05/01/2027", "scale": 100,
          "sections": [{ "code": "H", "name": "Hạ tầng" }, { "code": "U", "name": "Ứng dụng" }],
          "questions": [
            { "code": "H01", "section": "H", "text": "Số máy tính", "unit": "máy", "type": "integer", "min": "0" },
            { "code": "H02", "section": "H", "text": "Số máy tính kết nối mạng nội bộ", "unit": "máy", "type": "integer", "min": "0", "max": "H01" },
            { "code": "H03", "section": "H", "text": "Có tường lửa", "type": "yesNo" },
            { "code": "U01", "section": "U", "text": "Tỷ lệ văn bản gửi, nhận qua mạng", "unit": "%", "type": "decimal", "min": "0", "max": "100" },
            { "code": "U02", "section": "U", "text": "Mức độ cập nhật trang thông tin", "type": "choice", "options": [{ "code": "a", "text": "Hằng ngày" }, { "code": "b", "text": "Hằng tuần" }, { "code": "c", "text": "Ít hơn" }] }
          ],
          "checks": [{ "code": "KT1", "level": "error", "assert": "H02 <= H01", "message": "Số máy kết nối mạng không lớn hơn số máy tính." }],
          "groups": [
            { "code": "I", "name": "Hạ tầng", "max": 50, "criteria": [
              { "code": "I.1", "name": "Tỷ lệ máy tính kết nối mạng", "max": 40, "rule": { "kind": "ratio", "value": "H02 / H01" } },
              { "code": "I.2", "name": "Có tường lửa", "max": 10, "rule": { "kind": "yesNo", "value": "H03" } }] },
            { "code": "II", "name": "Ứng dụng", "max": 50, "criteria": [
              { "code": "II.1", "name": "Văn bản gửi, nhận qua mạng", "max": 30, "rule": { "kind": "bands", "value": "U01", "bands": [{ "from": 90, "points": 30 }, { "from": 70, "points": 18 }] } },
              { "code": "II.2", "name": "Cập nhật trang thông tin", "max": 20, "rule": { "kind": "choice", "question": "U02", "points": { "a": 20, "b": 10 } } }] }
          ],
          "classes": [{ "name": "Tốt", "from": 0.8 }, { "name": "Khá", "from": 0.6 }, { "name": "Trung bình", "from": 0 }],
          "examples": [
            { "code": "vd-1", "name": "Ba phần tư số máy kết nối mạng", "agencies": [{ "code": "X", "block": "K", "answers": { "H01": 20, "H02": 15, "H03": true, "U01": 92.5, "U02": "b" } }], "expected": { "X": { "I.1": "30.00", "I.2": "10.00", "II.1": "30.00", "II.2": "10.00" } } },
            { "code": "vd-2", "name": "Không máy nào kết nối mạng", "agencies": [{ "code": "X", "block": "K", "answers": { "H01": 20, "H02": 0, "H03": false, "U01": 70, "U02": "c" } }], "expected": { "X": { "I.1": "0.00", "I.2": "0.00", "II.1": "18.00", "II.2": "0.00" } } }
          ]
        }
        """;

    private const string People = """
        Tên đăng nhập;Họ tên;Chức vụ;Thư điện tử;Vai trò;Mã cơ quan;Từ ngày;Đến ngày
        lan.tth;Trần Thị Hoài Lan;Chuyên viên;lan.tth@quangbinh.gov.vn;Người nhập liệu;SDL;;
        lan.tth;Trần Thị Hoài Lan;Chuyên viên;lan.tth@quangbinh.gov.vn;Người nhập liệu;SYT;01/09/2027;31/12/2027
        minh.pv;Phạm Văn Minh;Văn thư;minh.pv@quangbinh.gov.vn;Nhập liệu viên;SDL;;
        """;

    /// <summary>Views of states in which the walk's periods do not stand: their words are looked up in the source.</summary>
    private static readonly string[] NotWalked = ["Periods/Period.cshtml", "AccountFiles/AccountFile.cshtml", "AgencyFiles/AgencyFile.cshtml"];

    [BrowserFact]
    public async Task The_guide_for_managers_shows_and_names_what_the_portal_has()
    {
        var guide = new Guide("quan-ly");
        await using var portal = await StagePortal.OnNetworkAsync(PeriodState.Published);
        var journey = new Journey(chromium, portal.Address);
        await journey.RunAsync(async () =>
        {
            var manager = await journey.VisitorAsync();
            await manager.SignInAsync("quanly", DemoAccounts.Password);
            await guide.Album.ReadAsync(manager);
            await guide.Album.TakeAsync(await manager.OpenAsync("/tour"), "huong-dan-nhanh", "main .panel");
            await _ledger.CheckAsync(manager.Page);
            await WriteSetAsync(manager, guide.Album);
            await ReviewSetAsync(portal, journey, manager, guide.Album);
            await NextVersionAsync(portal, manager, guide.Album);
            await AgenciesAsync(manager, guide.Album);

            portal.Clock.Set(2027, 9, 1);
            manager = await journey.VisitorAsync();
            await manager.SignInAsync("quanly", DemoAccounts.Password);
            await PrepareAsync(manager, guide.Album);
            await RunAsync(portal, manager, guide.Album);
            var administrator = await journey.VisitorAsync();
            await administrator.SignInAsync("quantri", DemoAccounts.Password);
            await guide.Album.ReadAsync(administrator);
            await PeopleAsync(portal, administrator, guide.Album);
            await OwnPeopleAsync(journey, guide.Album);
            await guide.Album.TakeAsync(await administrator.OpenAsync("/settings"), "cai-dat", "#limits");
            await guide.Album.ReadAsync(await administrator.OpenAsync("/outbox"));
            await guide.Album.ReadAsync(await administrator.OpenAsync("/audit"));
        });
        await guide.AssertAsWalkedAsync(NotWalked);
        _ledger.AssertClean(atLeast: 9);
    }

    /// <summary>From scratch is told on the page; what the walk looks at comes from a file.</summary>
    private async Task WriteSetAsync(Visitor manager, GuideAlbum album)
    {
        await album.ReadAsync(await manager.OpenAsync("/criteria-sets"));
        await album.ReadAsync(await manager.FollowAsync("Thêm bộ tiêu chí"));
        await manager.Page.GetByLabel("Tệp bộ tiêu chí (JSON)").SetInputFilesAsync(new FilePayload { Name = "td-2027.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(SmallSet) });
        await manager.PressAsync("Nhập thành bản nháp");
        await album.ReadAsync(manager);
        var set = manager.Path;
        await album.ReadAsync(await manager.OpenAsync(set + "/survey"));
        await album.ReadAsync(await manager.OpenAsync(set + "/checks"));
        await manager.FollowAsync("KT1");
        await album.ReadAsync(manager);
        await album.TakeAsync(await manager.OpenAsync(set + "/criteria"), "tieu-chi", "main .tabs", "main form[data-reorder]");
        await manager.FollowAsync("I.1");
        await album.ReadAsync(manager);
        foreach (var (question, sample) in new[] { ("H01", "20"), ("H02", "15") })
            await manager.FillAsync(question, sample);
        await manager.PressAsync("Tính thử");
        await album.TakeAsync(manager, "quy-tac", ".workshop");
        await OpenAsync(manager, "Giải thích: cách viết biểu thức");
        await album.TakeAsync(manager, "giai-thich", "details.explain[open]");
        await OpenAsync(manager, "Giải thích: các loại quy tắc");
        await album.TakeAsync(await manager.OpenAsync(set + "/examples"), "kiem-thu", "[aria-labelledby=kt]", "[aria-labelledby=pv]");
        await manager.FollowAsync("vd-1");
        await album.ReadAsync(manager);
        await OpenAsync(manager, "Giải thích: cách ghi trả lời và điểm mong đợi");

        await album.ReadAsync(await manager.OpenAsync("/set-imports"));
        var workbook = await (await manager.Page.APIRequest.GetAsync(new Uri(new Uri(manager.Page.Url), set + "/file.xlsx").ToString())).BodyAsync();
        await UploadAsync(manager, "Tệp Excel (.xlsx)", "bo-tieu-chi.xlsx", Workbook, Spoiled(workbook));
        await manager.PressAsync("Xem trước");
        await album.TakeAsync(manager, "nhap-excel", ".errsum", "[aria-label='Lỗi trong tệp']");
        await UploadAsync(manager, "Tệp Excel (.xlsx)", "bo-tieu-chi.xlsx", Workbook, workbook);
        await manager.PressAsync("Xem trước");
        await album.ReadAsync(manager);
        await manager.OpenAsync(set);
    }

    private static async Task ReviewSetAsync(StagePortal portal, Journey journey, Visitor manager, GuideAlbum album)
    {
        var set = manager.Path;
        var review = set.Replace("criteria-sets", "set-reviews", StringComparison.Ordinal);
        await album.ReadAsync(await manager.OpenAsync(review));
        var name = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "thamtra1").Select(u => u.DisplayName).SingleAsync());
        await manager.Page.Locator("#f-reviewers label", new() { HasText = name }).First.ClickAsync();
        await manager.PressAsync("Mời rà soát");
        await album.ReadAsync(manager);
        var reviewer = await journey.VisitorAsync();
        await reviewer.SignInAsync("thamtra1", DemoAccounts.Password);
        await reviewer.OpenAsync(review);
        await reviewer.Page.Locator("textarea[name=comment]").FillAsync("Phụ lục II ghi tỷ lệ tính trên số máy còn dùng được; cần nêu rõ trong hướng dẫn câu H01.");
        await reviewer.PressAsync("Ghi ý kiến");
        await album.ReadAsync(reviewer);
        await reviewer.PressAsync("Thống nhất với nội dung hiện nay");
        await album.TakeAsync(await manager.OpenAsync(review), "ra-soat", "[aria-labelledby=nguoi]", "main .feed");
        await manager.PressAsync("Đã giải quyết");
        await manager.OpenAsync(set);
        await album.TakeAsync(manager, "san-sang", "[aria-labelledby=con]", "[aria-labelledby=noi-dung-bo]");
        await manager.FollowAsync("Đưa vào áp dụng");
        await album.ReadAsync(manager);
        await manager.PressAsync("Đưa vào áp dụng");
        await album.ReadAsync(manager);
    }

    /// <summary>A next version of the set of last year, with one rule changed, is tried on last year's period.</summary>
    private static async Task NextVersionAsync(StagePortal portal, Visitor manager, GuideAlbum album)
    {
        var last = await portal.ReadAsync(db => db.Periods.Select(p => p.CriteriaSetVersionId!.Value).SingleAsync());
        await album.ReadAsync(await manager.OpenAsync($"/criteria-sets/{last}/next"));
        await manager.FillAsync("Lý do", "Công văn đính chính số 21/STTTT-CNTT ngày 10/11/2026.");
        await manager.PressAsync("Tạo phiên bản mới");
        var set = manager.Path;
        await manager.OpenAsync(set + "/criteria");
        await manager.FollowAsync("I.1");
        await manager.FillAsync("Giá trị", "H01 / (2 * T02)");
        await manager.PressAsync("Lưu");
        await album.ReadAsync(manager);
        await album.TakeAsync(await manager.OpenAsync(set.Replace("criteria-sets", "set-trials", StringComparison.Ordinal)), "thu-ky-truoc", "main dl.stats", "[aria-labelledby=ai]");
        await album.ReadAsync(await manager.OpenAsync($"{set}/compare?with={last}"));
    }

    private async Task AgenciesAsync(Visitor manager, GuideAlbum album)
    {
        await album.ReadAsync(await manager.OpenAsync("/agencies/blocks"));
        await album.ReadAsync(await manager.OpenAsync("/agencies/file"));
        await album.ReadAsync(await manager.OpenAsync("/agencies/new"));
        await OpenAsync(manager, "Giải thích: khối, hiệu lực và kế thừa");
        await manager.OpenAsync("/par/2026");
        await OpenAsync(manager, "Giải thích: ba cách tính điểm 7.1.3");
        await album.TakeAsync(await manager.OpenAsync("/agencies?search=du lich"), "co-quan", "main .page-head", "[aria-label='Danh sách cơ quan']");
        await manager.FollowAsync("Sở Du lịch");
        await album.ReadAsync(manager);
        await manager.FollowAsync("Đổi tên…");
        await album.ReadAsync(manager);
        await manager.FillAsync("Tên mới", "Sở Du lịch và Quảng bá");
        await manager.FillAsync("Có hiệu lực từ ngày", "01/01/2027");
        await manager.FillAsync("Căn cứ", "Quyết định số 40/QĐ-UBND ngày 20/12/2026");
        await manager.PressAsync("Tiếp tục");
        await manager.PressAsync("Đổi tên");
        await album.TakeAsync(manager, "doi-ten", "[aria-labelledby=ten]");
        await manager.FollowAsync("Chia tách…");
        await album.ReadAsync(manager);

        await manager.OpenAsync("/agencies/merge");
        foreach (var agency in new[] { "Sở Giao thông vận tải", "Sở Xây dựng" })
            await manager.Page.Locator("#f-parts label", new() { HasText = agency }).First.ClickAsync();
        await manager.FillAsync("Có hiệu lực từ ngày", "01/03/2027");
        await manager.FillAsync("Căn cứ", "Nghị quyết số 12/NQ-HĐND ngày 15/02/2027");
        await manager.FillAsync("Mã cơ quan", "SXDGT");
        await manager.FillAsync("Khối", "Sở, ban, ngành cấp tỉnh");
        await manager.FillAsync("Tên đầy đủ", "Sở Xây dựng và Giao thông");
        await manager.FillAsync("Quy tắc", "Bình quân các cơ quan hợp nhất");
        await manager.FillAsync("Lý do chọn quy tắc", "Hai cơ quan có quy mô tương đương.");
        await OpenAsync(manager, "Giải thích: quy tắc cho điểm năm trước");
        await album.TakeAsync(manager, "quy-tac-nam-truoc", "[aria-labelledby=quytac]");
        await manager.PressAsync("Tiếp tục");
        await album.TakeAsync(manager, "hop-nhat", "main form.panel");
        await manager.PressAsync("Hợp nhất");
        await album.ReadAsync(manager);
    }

    private async Task PrepareAsync(Visitor manager, GuideAlbum album)
    {
        await album.ReadAsync(await manager.OpenAsync("/periods"));
        await album.ReadAsync(await manager.OpenAsync("/holidays"));
        await album.ReadAsync(await manager.OpenAsync("/periods/new"));
        await manager.FollowAsync("Bắt đầu từ Đánh giá mức độ ứng dụng CNTT năm 2026");
        await album.TakeAsync(manager, "tu-ky-truoc", "[aria-labelledby=chung]");
        await manager.PressAsync("Xác nhận và thêm kỳ");
        await album.ReadAsync(manager);
        await manager.OpenAsync("/periods/2027/plan");
        await OpenAsync(manager, "Giải thích: thời gian số liệu, cách ghi hạn, không xếp hạng");
        await album.TakeAsync(manager, "ke-hoach", "[aria-labelledby=chung]");
        await album.ReadAsync(await manager.OpenAsync("/periods/2027/reviewers"));
        await album.ReadAsync(await manager.OpenAsync("/guidance-documents/2027"));
        await album.TakeAsync(await manager.OpenAsync("/trial-runs/2027"), "chay-thu", "main form.tools", "main section.panel");
    }

    private static async Task RunAsync(StagePortal portal, Visitor manager, GuideAlbum album)
    {
        await manager.OpenAsync("/periods/2027/open");
        await album.TakeAsync(manager, "mo-ky", "main form.panel");
        await manager.PressAsync("Mở kỳ đánh giá");
        await album.TakeAsync(manager, "ky-dang-mo", "[aria-labelledby=buoc]");
        await album.TakeAsync(await manager.OpenAsync("/disseminations/2027"), "pho-bien", "[aria-label='Danh sách cơ quan']");
        await album.ReadAsync(await manager.OpenAsync("/periods/2027/agencies/stc/extension"));
        await album.ReadAsync(await manager.OpenAsync("/progress/2027"));
        await album.ReadAsync(await manager.OpenAsync("/periods/2027/close"));

        // The version that puts the set right; how one is written was told above.
        await portal.ReadAsync(async db =>
        {
            var set = await db.Periods.Where(p => p.Code == "2027").Select(p => p.CriteriaSetVersion!).SingleAsync();
            var json = JsonNode.Parse(set.Json)!;
            json["version"] = 3;
            json["groups"]![0]!["criteria"]![0]!["name"] = "Tỷ lệ cán bộ, công chức, viên chức được trang bị máy tính";
            var text = json.ToJsonString();
            db.Add(new CriteriaSetVersion(set.Code, 3, "Đính chính tên tiêu chí I.1", text, CriteriaSetVersion.Hash(Encoding.UTF8.GetBytes(text)), CriteriaSetState.InForce));
            return await db.SaveChangesAsync();
        });
        await manager.OpenAsync("/periods/2027");
        await manager.FollowAsync("Đính chính bộ tiêu chí");
        await manager.FillAsync("Lý do, văn bản đính chính", "Công văn số 33/STTTT-CNTT ngày 01/09/2027.");
        await manager.Page.EvaluateAsync("document.activeElement.blur()");
        await album.TakeAsync(manager, "dinh-chinh-bo", "[aria-labelledby=ah]", "main form.panel");
    }

    private async Task PeopleAsync(StagePortal portal, Visitor administrator, GuideAlbum album)
    {
        await album.ReadAsync(await administrator.OpenAsync("/accounts"));
        await administrator.FollowAsync("Thêm tài khoản");
        await OpenAsync(administrator, "Giải thích: các vai trò");
        await album.TakeAsync(administrator, "vai-tro", "main form.panel");
        await album.ReadAsync(await administrator.OpenAsync("/accounts/file"));
        await UploadAsync(administrator, "Tệp người dùng", "nguoi-dung.csv", "text/csv", Encoding.UTF8.GetBytes(People));
        await administrator.PressAsync("Xem trước");
        await album.TakeAsync(administrator, "nhap-tai-khoan", "main .notice", "[aria-labelledby=dung]");
        await administrator.PressAsync("Chỉ nhận các dòng hợp lệ");
        // The address and the code of this run say nothing to readers of the guide.
        await administrator.Page.Locator("main .slip code").First.EvaluateAsync("e => e.textContent = 'https://danhgia.quangbinh.gov.vn/invitation'");
        await administrator.Page.Locator("main .slip [data-code]").EvaluateAsync("e => e.textContent = 'abcd2-efgh3-jkmn4-pqrs5'");
        await album.TakeAsync(administrator, "phieu-moi", "main .slip");

        var id = await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "stc.daumoi").Select(u => u.Id).SingleAsync());
        await album.ReadAsync(await administrator.OpenAsync($"/accounts/{id}"));
        await album.ReadAsync(await administrator.OpenAsync($"/accounts/{id}/invite"));
        await album.ReadAsync(await administrator.OpenAsync($"/accounts/{id}/reset"));
        await album.ReadAsync(await administrator.OpenAsync($"/accounts/{id}/suspend"));
        await administrator.OpenAsync($"/accounts/{id}/memberships");
        await administrator.FillAsync("Vai trò", "Đầu mối CNTT");
        await administrator.FillAsync("Cơ quan", "Sở Y tế");
        await administrator.FillAsync("Đến hết ngày", "31/12/2027");
        await administrator.PressAsync("Thêm tư cách");
        await album.TakeAsync(administrator, "tu-cach", "[aria-labelledby=co]");
        await album.TakeAsync(await administrator.OpenAsync("/access?search=hoai lan"), "ai-co-quyen-gi", "main .page-head", "[aria-label='Danh sách quyền']");
    }

    private static async Task OwnPeopleAsync(Journey journey, GuideAlbum album)
    {
        var editor = await journey.VisitorAsync();
        await album.ReadAsync(await editor.OpenAsync("/invitation"));
        await editor.SignInAsync("stc.daumoi", DemoAccounts.Password);
        await album.ReadAsync(await editor.OpenAsync("/people"));
        await album.ReadAsync(await editor.OpenAsync("/memberships"));
        var head = await journey.VisitorAsync();
        await head.SignInAsync("stc.thutruong", DemoAccounts.Password);
        await album.ReadAsync(await head.OpenAsync("/disseminations/2027/stc"));
        await album.TakeAsync(await head.OpenAsync("/delegations"), "ky-thay", "[aria-labelledby=ds]", "[aria-labelledby=giao]");
    }

    private async Task OpenAsync(Visitor visitor, string explanation)
    {
        await visitor.Page.GetByText(explanation, new() { Exact = true }).First.ClickAsync();
        await _ledger.CheckAsync(visitor.Page, explanation);
    }

    private static Task UploadAsync(Visitor visitor, string label, string name, string type, byte[] content) =>
        visitor.Page.GetByLabel(label).SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = content });

    /// <summary>The workbook with a word where a number belongs.</summary>
    private static byte[] Spoiled(byte[] workbook)
    {
        using var book = new XLWorkbook(new MemoryStream(workbook));
        book.Worksheet("Tiêu chí").RowsUsed().First(r => r.CellsUsed().Any(c => c.GetString() == "II.1")).CellsUsed().First(c => c.DataType == XLDataType.Number).Value = "ba mươi";
        using var saved = new MemoryStream();
        book.SaveAs(saved);
        return saved.ToArray();
    }
}
