using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Demo;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ITScoring.Browser.Tests;

/// <summary>A criteria set is written in a real browser: with the keyboard alone, and by two people at once.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WorkshopTests(ChromiumFixture chromium)
{
    /// <summary>By kind of rule: what is typed, in the order of the page's fields, and the points for 20 computers of which 10 are connected.</summary>
    private static readonly (string Kind, (string Field, string Text)[] Fields, string Points)[] Rules =
    [
        ("Tỷ lệ: điểm tối đa × tỷ lệ", [("Giá trị", "C02 / C01")], "5"),
        ("Định mức: so với một mức chuẩn", [("Giá trị", "C02"), ("Định mức", "10")], "10"),
        ("So với cơ quan cao nhất trong khối", [("Giá trị", "C01")], "10"),
        ("Theo mức (bậc thang)", [("Giá trị", "C02"), ("Ngưỡng", "1"), ("Điểm", "10")], "10"),
        ("Có hoặc không", [("Điều kiện", "C03")], "10"),
        ("Theo phương án chọn một", [("?Câu hỏi", "C04. Mức bảo đảm"), ("a. Có đủ", "10")], "10"),
        ("Theo các mục được chọn", [("?Câu hỏi", "C05. Các mục đã làm"), ("Điểm mỗi mục được chọn", "5")], "10"),
        ("Đếm: mỗi mục một số điểm, có trần", [("Giá trị", "count(C05)"), ("Điểm mỗi đơn vị", "5")], "10"),
        ("Theo trường hợp", [("Khi", "C03"), ("Điểm", "10")], "10"),
        ("Điểm do người thẩm tra hoặc nguồn khác cho", [("Giá trị", "C02")], "10"),
        ("Cộng nhiều phần", [("Điểm tối đa của phần", "10"), ("Giá trị", "C02 / C01")], "5"),
        ("Lấy phần cao nhất", [("Điểm tối đa của phần", "10"), ("Giá trị", "C02 / C01")], "5"),
    ];

    [BrowserFact]
    public async Task A_set_with_every_kind_of_rule_is_typed_in_tested_and_put_in_force_by_the_keyboard_alone()
    {
        await using var portal = new EmptyPortal { OnNetwork = true };
        await portal.InitializeAsync();
        var ledger = new PageLedger();
        var journey = new Journey(chromium, portal.Address, ledger: ledger);
        await journey.RunAsync(async () =>
        {
            var manager = await journey.VisitorAsync();
            await manager.SignInAsync("quanly", DemoAccounts.Password);
            var keys = new KeyboardOnly(manager.Page);
            await keys.OpenAsync(portal.Address + "/criteria-sets");
            await keys.PressAsync("Thêm bộ tiêu chí");
            await keys.TypeAsync("Mã", "BP-1");
            await keys.TypeAsync("Tên bộ tiêu chí", "Bộ gõ bằng bàn phím");
            await keys.PressAsync("Bắt đầu soạn");
            var set = new Uri(manager.Page.Url).AbsolutePath;
            await ledger.CheckAsync(manager.Page);
            await keys.PressAsync("Sửa thông tin chung");
            await keys.TypeAsync("Thang điểm", "120");
            await keys.PressAsync("Lưu");

            await TypeQuestionsAsync(keys, portal.Address + set, ledger);
            await TypeCriteriaAsync(keys, portal.Address + set, ledger);

            await keys.OpenAsync(portal.Address + set + "/examples");
            await keys.PressAsync("Thêm kiểm thử");
            await keys.TypeAsync("Kiểm thử điều gì", "Hai mươi máy, mười máy nối mạng");
            await keys.TypeAsync("Trả lời", "C01 = 20\nC02 = 10\nC03 = có\nC04 = a\nC05 = a; b");
            await keys.TypeAsync("Điểm mong đợi", string.Join('\n', Rules.Select((r, i) => $"N1.{i + 1} = {r.Points}")));
            await keys.PressAsync("Lưu");
            await keys.OpenAsync(portal.Address + set + "/examples");
            await ledger.CheckAsync(manager.Page);
            Assert.Contains("Đạt 12/12", await manager.TextAsync());

            await keys.PressAsync("Rà soát");
            await keys.TickAsync(await portal.ReadAsync(db => db.Users.Where(u => u.UserName == "thamtra1").Select(u => u.DisplayName).SingleAsync()));
            await keys.PressAsync("Mời rà soát");
            var reviewer = await journey.VisitorAsync();
            await reviewer.SignInAsync("thamtra1", DemoAccounts.Password);
            var others = new KeyboardOnly(reviewer.Page);
            await others.OpenAsync(portal.Address + set.Replace("criteria-sets", "set-reviews", StringComparison.Ordinal));
            await ledger.CheckAsync(reviewer.Page);
            await others.PressAsync("Thống nhất với nội dung hiện nay");

            await keys.OpenAsync(portal.Address + set);
            await keys.PressAsync("Đưa vào áp dụng");
            await keys.PressAsync("Đưa vào áp dụng");
            Assert.Contains("có hiệu lực từ bây giờ", await manager.NoticeAsync());

            await keys.OpenAsync(portal.Address + "/periods/new");
            await keys.TypeAsync("Năm đánh giá", "2027");
            await keys.TypeAsync("Mã trong địa chỉ", "2027");
            await keys.TypeAsync("Tên kỳ", "Kỳ đánh giá năm 2027");
            await keys.PressAsync("Thêm và nhập kế hoạch");
            await keys.ChooseAsync("Bộ tiêu chí", "BP-1, phiên bản 1");
            await keys.TypeAsync("Số liệu từ ngày", "01/12/2026");
            await keys.TypeAsync("đến hết ngày", "30/11/2027");
            await keys.TypeAsync("Ngày", "20/12/2027");
            await keys.TickAsync("Sở Tài chính");
            await keys.PressAsync("Lưu kế hoạch");
        });
        var (period, set, kinds) = await portal.ReadAsync(async db =>
        {
            var found = await db.Periods.Include(p => p.CriteriaSetVersion).SingleAsync(p => p.Code == "2027");
            return (found, found.CriteriaSetVersion!, CriteriaSetFile.Read(System.Text.Encoding.UTF8.GetBytes(found.CriteriaSetVersion!.Json)).Value!.Criteria.Select(c => c.Rule.Kind).Order().ToList());
        });
        Assert.Equal(("BP-1", CriteriaSetState.InForce), (set.Code, set.State));
        Assert.Equal(["bands", "best", "bestOfCohort", "cases", "checklist", "choice", "count", "norm", "points", "ratio", "sum", "yesNo"], kinds);
        Assert.NotNull(period.DeadlineUtc);
        ledger.AssertClean(atLeast: 18);
    }

    private static async Task TypeQuestionsAsync(KeyboardOnly keys, string set, PageLedger ledger)
    {
        await keys.OpenAsync(set + "/survey");
        await keys.PressAsync("Thêm phần");
        await keys.TypeAsync("Mã", "A");
        await keys.TypeAsync("Tên phần", "Hạ tầng");
        await keys.PressAsync("Lưu");
        await keys.OpenAsync(set + "/survey");
        await keys.PressAsync("Thêm câu hỏi vào phần A");
        foreach (var (type, text) in new[] { ("Số nguyên", "Số máy tính"), ("Số nguyên", "Số máy tính nối mạng"), ("Có/Không", "Có tường lửa"), ("Chọn một", "Mức bảo đảm"), ("Chọn nhiều", "Các mục đã làm") })
        {
            await keys.TypeAsync("Nội dung câu hỏi", text);
            await keys.ChooseAsync("Loại", type);
            if (type is "Chọn một" or "Chọn nhiều")
            {
                foreach (var (code, words) in new[] { ("a", "Có đủ"), ("b", "Có một phần") })
                {
                    await keys.PressAsync("Thêm phương án");
                    // The new line has the focus.
                    await keys.Page.Keyboard.InsertTextAsync(code);
                    await keys.TypeAsync("Nội dung", words);
                }
            }

            await ledger.CheckAsync(keys.Page);
            await keys.PressAsync(text == "Các mục đã làm" ? "Lưu" : "Lưu và thêm câu hỏi tiếp");
        }
    }

    private static async Task TypeCriteriaAsync(KeyboardOnly keys, string set, PageLedger ledger)
    {
        await keys.OpenAsync(set + "/criteria");
        await keys.PressAsync("Thêm nhóm");
        await keys.TypeAsync("Tên nhóm", "Hạ tầng");
        await keys.TypeAsync("Điểm tối đa", "120");
        await keys.PressAsync("Lưu");
        await keys.OpenAsync(set + "/criteria");
        await keys.PressAsync("Thêm tiêu chí vào nhóm N1");
        foreach (var (kind, fields, _) in Rules)
        {
            await keys.TypeAsync("Điểm tối đa", "10");
            await keys.TypeAsync("Tên tiêu chí", "Tiêu chí " + kind);
            if (kind != Rules[0].Kind)
                await keys.ChooseAsync("Loại quy tắc", kind);
            foreach (var (field, text) in fields)
            {
                if (field[0] == '?')
                    await keys.ChooseAsync(field[1..], text);
                else
                    await keys.TypeAsync(field, text);
            }

            await keys.SavedAsync();
            await Assertions.Expect(keys.Page.Locator("[data-live=problems]")).ToContainTextAsync("không có lỗi");
            await ledger.CheckAsync(keys.Page);
            await keys.PressAsync(kind == Rules[^1].Kind ? "Lưu" : "Lưu và thêm tiêu chí tiếp");
        }
    }
}
