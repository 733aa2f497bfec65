using ClosedXML.Excel;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>The period manager's list of agencies: names over time, mergers, divisions, blocks, and the workbook.</summary>
public sealed class AgenciesTests : IAsyncLifetime
{
    private readonly EmptyPortal _portal = new();
    private PortalClient _manager = null!;

    public async Task InitializeAsync()
    {
        await _portal.InitializeAsync();
        _manager = await _portal.SignedInAsync("quanly");
    }

    public async Task DisposeAsync()
    {
        _manager.Dispose();
        await ((IAsyncLifetime)_portal).DisposeAsync();
    }

    [Fact]
    public async Task A_search_ignores_marks_and_filters_narrow_the_list()
    {
        var found = await (await _manager.GetAsync("/agencies")).Fill("Tìm tên, mã", "so tai CHINH").PressAsync("Lọc");
        Assert.Equal(["STC"], found.Table().Select(r => r[1]));
        var districts = await found.Fill("Tìm tên, mã", "").Fill("Khối", "Huyện, thị xã, thành phố").PressAsync("Lọc");
        Assert.Equal(8, districts.Table().Count);
        var none = await districts.Fill("Hiệu lực", "Đã kết thúc").PressAsync("Lọc");
        Assert.Contains("Không có cơ quan nào khớp", none.Text);
        var sorted = await _manager.GetAsync("/agencies?sort=-name&state=all");
        Assert.Equal("descending", sorted.All("th[aria-sort]").Single().GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task An_agency_is_added_and_its_code_is_taken_once()
    {
        var form = (await _manager.GetAsync("/agencies/new")).Fill("Mã cơ quan", "bdtg").Fill("Tên đầy đủ", "Ban Dân tộc và Tôn giáo").Fill("Khối", "Sở, ban, ngành cấp tỉnh").Fill("Hoạt động từ ngày", "01/03/2027");
        var done = await form.PressAsync("Thêm cơ quan");
        Assert.Equal("Ban Dân tộc và Tôn giáo", done.Heading);
        Assert.Contains("Chưa hoạt động", done.Text);
        Assert.Equal("agency.create", (await LastAuditAsync()).Action);

        var twice = (await (await _manager.GetAsync("/agencies/new")).Fill("Mã cơ quan", "stc").Fill("Tên đầy đủ", "Sở Thể chế").Fill("Khối", "Sở, ban, ngành cấp tỉnh").PressAsync("Thêm cơ quan")).Expect(422);
        Assert.EndsWith("Mã STC đã dùng cho Sở Tài chính. Chọn mã khác.", twice.ProblemAt("Mã cơ quan"));
        var empty = (await (await _manager.GetAsync("/agencies/new")).PressAsync("Thêm cơ quan")).Expect(422);
        Assert.Equal(3, empty.Problems.Count);
    }

    [Fact]
    public async Task A_code_in_use_stays()
    {
        var page = await _manager.GetAsync($"/agencies/{await IdAsync("STC")}/edit");
        var refused = (await page.Fill("Mã cơ quan", "STCX").PressAsync("Lưu")).Expect(422);
        Assert.Contains("Mã STC đang được dùng ở tài khoản của cơ quan", refused.ProblemAt("Mã cơ quan"));
        Assert.NotEqual(0, await IdAsync("STC"));
    }

    [Fact]
    public async Task A_renaming_is_asked_about_once_and_keeps_the_former_name()
    {
        var id = await IdAsync("SDL");
        var form = (await _manager.GetAsync($"/agencies/{id}/rename")).Fill("Tên mới", "Sở Du lịch và Văn hóa").Fill("Có hiệu lực từ ngày", "01/01/2020").Fill("Căn cứ", "Quyết định số 5/QĐ-UBND ngày 20/12/2019");
        var ask = await form.PressAsync("Tiếp tục");
        Assert.Equal("Đổi tên Sở Du lịch", ask.Heading);
        Assert.Equal("Sở Du lịch", await NameAsync("SDL"));
        var done = await ask.PressAsync("Đổi tên");
        Assert.Equal("Sở Du lịch và Văn hóa", done.Heading);
        Assert.Equal(["Sở Du lịch và Văn hóa", "Sở Du lịch"], done.TableUnder("Tên gọi theo thời gian").Select(r => r[0]));
        Assert.Equal(("agency.rename", "Sở Du lịch"), ((await LastAuditAsync()).Action, (await LastAuditAsync()).From));
        // By the former name it is found.
        Assert.Single((await _manager.GetAsync("/agencies?search=so du lich")).Table());
    }

    [Fact]
    public async Task A_merger_shows_what_follows_and_is_one_save_with_its_audit_row()
    {
        var form = await MergeAsync("01/03/2027");
        var ask = await form.PressAsync("Tiếp tục");
        Assert.Equal("Hợp nhất cơ quan", ask.Heading);
        Assert.Contains("điểm năm trước", ask.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(" tài khoản đang thuộc cơ quan kết thúc hoạt động", ask.Text);
        Assert.False(await _portal.ReadAsync(db => db.Restructurings.AnyAsync()));

        var done = await ask.PressAsync("Hợp nhất");
        Assert.Equal("Sở Khoa học và Công nghệ (mới)", done.Heading);
        Assert.Contains("bình quân có trọng số", done.Text);
        var rows = await _portal.ReadAsync(db => db.Restructurings.Include(r => r.Agency).ToListAsync());
        var row = Assert.Single(rows);
        Assert.Equal(("SKHCNM", RestatementRule.WeightedMean), (row.Agency!.Code, row.Rule));
        Assert.Equal(new DateOnly(2027, 2, 28), await _portal.ReadAsync(db => db.Agencies.Where(a => a.Code == "STTTT").Select(a => a.ValidTo).SingleAsync()));
        Assert.Equal("agency.merge", (await LastAuditAsync()).Action);
    }

    [Fact]
    public async Task A_merger_that_cannot_be_is_refused_at_its_fields()
    {
        var (stttt, form) = (await IdAsync("STTTT"), await MergeAsync("01/03/2027"));
        var itself = (await form.Fill("Cơ quan nhận", $"{stttt}").PressAsync("Tiếp tục")).Expect(422);
        Assert.Contains(itself.Problems, p => p.Contains("không thể nhập vào chính mình", StringComparison.Ordinal));
        var empty = (await (await _manager.GetAsync("/agencies/merge")).PressAsync("Tiếp tục")).Expect(422);
        Assert.Contains("Chọn quy tắc cho điểm năm trước, hoặc “Không tính lại”.", empty.Problems);
        Assert.False(await _portal.ReadAsync(db => db.Restructurings.AnyAsync()));
    }

    [Fact]
    public async Task An_agency_is_divided_into_new_ones()
    {
        var id = await IdAsync("SVHTT");
        var form = (await _manager.GetAsync($"/agencies/{id}/divide")).Fill("Có hiệu lực từ ngày", "01/03/2027").Fill("Căn cứ", "12/NQ-HĐND")
            .Fill("Mã cơ quan (1)", "SVH").Fill("Tên đầy đủ (1)", "Sở Văn hóa").Fill("Mã cơ quan (2)", "STT").Fill("Tên đầy đủ (2)", "Sở Thể thao").Fill("Quy tắc", "Main").Fill("Lý do chọn quy tắc", "Cùng nhân lực");
        var twice = (await form.Fill("Mã cơ quan (2)", "SVH").PressAsync("Tiếp tục")).Expect(422);
        Assert.Contains("Mã SVH ghi hai lần. Mỗi cơ quan mới một mã.", twice.Problems);
        var done = await (await twice.Fill("Mã cơ quan (2)", "STT").PressAsync("Tiếp tục")).PressAsync("Chia tách");
        Assert.Contains("Cơ quan kế thừa: Sở Văn hóa", done.Text);
        Assert.Equal(2, await _portal.ReadAsync(db => db.Restructurings.CountAsync()));
        var resume = (await _manager.GetAsync($"/agencies/{id}/resume")).Expect(409);
        Assert.Contains("Thêm cơ quan mới với mã khác", resume.Text);
    }

    [Fact]
    public async Task Exported_and_brought_back_the_list_is_no_change()
    {
        var file = await _manager.Http.GetByteArrayAsync("/agencies/file/export");
        var same = (await _manager.UploadAsync("/agencies/file", "file", "a.xlsx", file)).Expect(200);
        Assert.Contains("0 mới, 0 thay đổi, 31 không đổi", same.Text);
        Assert.False(same.HasButton("Ghi danh mục"));
    }

    [Fact]
    public async Task Every_mistake_of_a_workbook_is_named_by_its_cell_and_nothing_is_taken_until_all_are_mended()
    {
        var file = Changed(await _manager.Http.GetByteArrayAsync("/agencies/file/export"), book =>
        {
            var sheet = book.Worksheet("Cơ quan");
            sheet.Cell(5, 2).SetValue("Tên khác");
            sheet.Cell(6, 4).SetValue("XYZ");
            sheet.Cell(7, 6).SetValue("31/02/2020");
            sheet.Cell(40, 1).SetValue("MOI");
            sheet.Cell(40, 2).SetValue("Cơ quan mới");
            sheet.Cell(40, 4).SetValue("SBN");
            book.Worksheet("Khối").Cell(5, 3).SetValue("nhất");
        });
        var bad = (await _manager.UploadAsync("/agencies/file", "file", "a.xlsx", file)).Expect(200);
        Assert.Equal(4, bad.TableUnder("Chỗ sai (4)").Count);
        Assert.Contains("Trang “Khối”, ô C5", bad.Text);
        Assert.Contains("Trang “Cơ quan”, ô F7", bad.Text);
        Assert.False(bad.HasButton("Ghi danh mục"));

        var good = Changed(await _manager.Http.GetByteArrayAsync("/agencies/file/export"), book =>
        {
            var sheet = book.Worksheet("Cơ quan");
            sheet.Cell(5, 2).SetValue("Văn phòng Ủy ban");
            sheet.Cell(5, 9).SetValue("01/01/2026");
            sheet.Cell(5, 10).SetValue("1/QĐ");
            sheet.Cell(40, 1).SetValue("MOI");
            sheet.Cell(40, 2).SetValue("Cơ quan mới");
            sheet.Cell(40, 4).SetValue("KM");
            book.Worksheet("Khối").Cell(12, 1).SetValue("KM");
            book.Worksheet("Khối").Cell(12, 2).SetValue("Khối mới");
        });
        var preview = (await _manager.UploadAsync("/agencies/file", "file", "a.xlsx", good)).Expect(200);
        Assert.Equal("Văn phòng UBND tỉnh", await NameAsync("VPUBND"));
        var done = await preview.PressAsync("Ghi danh mục");
        Assert.Equal("Đã nhập danh mục từ tệp a.xlsx: 2 mới, 1 thay đổi, 30 không đổi.", done.Notice);
        Assert.Equal("Văn phòng Ủy ban", await NameAsync("VPUBND"));
        Assert.Equal("KM", await _portal.ReadAsync(db => db.Agencies.Where(a => a.Code == "MOI").Select(a => a.Block!.Code).SingleAsync()));
        // The preview is out of date now.
        var again = (await preview.PressAsync("Ghi danh mục")).Expect(409);
        Assert.Contains("vừa được người khác sửa", again.Text);
        (await _manager.UploadAsync("/agencies/file", "file", "a.xlsx", [1, 2, 3])).Expect(422);
    }

    [Fact]
    public async Task Blocks_are_added_renamed_and_do_not_end_before_their_agencies()
    {
        var added = await (await _manager.GetAsync("/agencies/blocks/new")).Fill("Mã khối", "nd").Fill("Tên khối", "Ngành dọc").PressAsync("Thêm khối");
        Assert.Contains(added.Table(), r => r[1] == "ND" && r[2] == "Ngành dọc");
        var page = await _manager.GetAsync($"/agencies/blocks/{await _portal.ReadAsync(db => db.Blocks.Where(b => b.Code == "SBN").Select(b => b.Id).SingleAsync())}");
        var refused = (await page.Fill("Đến hết ngày", "31/12/2026").PressAsync("Lưu")).Expect(422);
        Assert.Contains("Khối còn 21 cơ quan", refused.ProblemAt("Đến hết ngày"));
        var ask = await refused.Fill("Đến hết ngày", "").Fill("Tên khối", "Sở, ngành").PressAsync("Lưu");
        var done = await ask.PressAsync("Đổi tên khối");
        Assert.Contains(done.Table(), r => r[2] == "Sở, ngành");
        Assert.Equal("block.change", (await LastAuditAsync()).Action);
    }

    [Fact]
    public async Task An_agency_in_a_running_period_is_not_ended_in_its_middle()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Open);
        using var manager = await portal.SignedInAsync("quanly");
        var id = await portal.ReadAsync(db => db.Agencies.Where(a => a.Code == "STC").Select(a => a.Id).SingleAsync());
        var refused = (await (await manager.GetAsync($"/agencies/{id}/end")).Fill("Ngày hoạt động cuối cùng", VietnamTime.Day(portal.Clock.GetUtcNow().UtcDateTime)).Fill("Căn cứ", "1/QĐ").PressAsync("Tiếp tục")).Expect(422);
        Assert.Contains("không thể kết thúc giữa kỳ", refused.ProblemAt("Ngày hoạt động cuối cùng"));
    }

    private static byte[] Changed(byte[] file, Action<XLWorkbook> change)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using var book = new XLWorkbook(stream);
        change(book);
        using var saved = new MemoryStream();
        book.SaveAs(saved);
        return saved.ToArray();
    }

    private async Task<PortalPage> MergeAsync(string day)
    {
        var (a, b) = (await IdAsync("STTTT"), await IdAsync("SKHCN"));
        return (await _manager.GetAsync($"/agencies/merge?part={a}")).Fill("Có hiệu lực từ ngày", day).Fill("Căn cứ", "Nghị quyết số 12/NQ-HĐND").Fill("parts", $"{a}", $"{b}")
            .Fill("Trọng số của Sở Thông tin và Truyền thông", "120").Fill("Trọng số của Sở Khoa học và Công nghệ", "1.080")
            .Fill("Mã cơ quan", "skhcnm").Fill("Tên đầy đủ", "Sở Khoa học và Công nghệ (mới)").Fill("Khối", "Sở, ban, ngành cấp tỉnh").Fill("Quy tắc", "Bình quân có trọng số").Fill("Lý do chọn quy tắc", "Theo biên chế được giao");
    }

    private Task<int> IdAsync(string code) => _portal.ReadAsync(db => db.Agencies.Where(a => a.Code == code).Select(a => a.Id).SingleAsync());

    private Task<string> NameAsync(string code) => _portal.ReadAsync(db => db.Agencies.Where(a => a.Code == code).Select(a => a.Name).SingleAsync());

    private Task<Domain.Auditing.AuditEntry> LastAuditAsync() => _portal.ReadAsync(db => db.AuditEntries.OrderByDescending(e => e.Id).FirstAsync());
}
