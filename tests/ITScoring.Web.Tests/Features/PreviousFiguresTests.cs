using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

public sealed class PreviousFiguresTests : IAsyncLifetime
{
    private const string Path = "/periods/2026/previous";
    private const string Source = "Phiếu khảo sát năm 2025 (bản giấy)";

    private StagePortal _portal = null!;
    private PortalClient _manager = null!;

    public async Task InitializeAsync()
    {
        _portal = await StagePortal.AtAsync(PeriodState.Draft);
        _manager = await _portal.SignedInAsync("quanly");
    }

    public async Task DisposeAsync()
    {
        _manager.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Lines_are_read_as_people_write_them_and_kept_with_their_source()
    {
        var done = await ImportAsync("STC;T02;1.234\nstc ; h05 ; 90,5\n\nSNV\tT05\tcó\r\nSNV;W09;Không\nSNV;H12;b\nSNV;T08;https://snv.quangbinh.gov.vn");

        Assert.Equal("Đã nhập 6 số liệu kỳ trước.", done.Notice);
        Assert.Equal(
            [("SNV", "H12", "\"b\""), ("SNV", "T05", "true"), ("SNV", "T08", "\"https://snv.quangbinh.gov.vn\""), ("SNV", "W09", "false"), ("STC", "H05", "90.5"), ("STC", "T02", "1234")],
            await StoredAsync());
        Assert.All(await _portal.ReadAsync(db => db.PreviousFigures.Select(f => f.Source).ToListAsync()), s => Assert.Equal(Source, s));
        Assert.Contains(done.Table(), r => r[0] == "Sở Tài chính" && r[1] == "T02" && r[2] == "1.234 người" && r[3] == Source);
        Assert.Contains("Số liệu kỳ trước (6)", (await _manager.GetAsync("/periods/2026")).Text);
        var row = await _portal.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.Action == "period.import-previous"));
        Assert.Equal(("2026", "6 số liệu", Source), (row.Subject, row.To, row.Reason));
    }

    [Fact]
    public async Task Every_bad_line_is_named_by_its_number_on_the_screen_and_nothing_is_taken()
    {
        await ImportAsync("STC;T02;70");
        const string lines = "STC;T02;74\n\nSTC;H05;nhiều\nSXX;T02;1\nSTC;Z99;1\nSTC;T02;75\nSTC;H02\nSTC;H12;z\nSTC;T03;\nSTC;H04;3,5\nSTC;U16;a;b";

        var page = (await ImportAsync(lines)).Expect(422);

        string[] expected =
        [
            "Dòng 3: ", "Dòng 4: không có cơ quan mang mã “SXX” trong kỳ.", "Dòng 5: không có câu hỏi “Z99” trong bộ tiêu chí.", "Dòng 6: câu T02 của Sở Tài chính có hai lần.",
            "Dòng 7: cần đúng ba cột mã cơ quan;mã câu hỏi;giá trị, nhưng có 2 cột.", "Dòng 8: giá trị của câu H12 không dùng được. ", "Dòng 9: chưa có giá trị.", "Dòng 10: ",
            "Dòng 11: cần đúng ba cột mã cơ quan;mã câu hỏi;giá trị, nhưng có 4 cột.",
        ];
        Assert.Equal(expected.Length, page.Problems.Count);
        Assert.All(expected.Zip(page.Problems), p => Assert.StartsWith(p.First, p.Second));
        Assert.Equal(lines, page.ValueOf("Các dòng số liệu").Replace("\r", ""));
        Assert.Equal(Source, page.ValueOf("Nguồn của số liệu"));
        Assert.Equal([("STC", "T02", "70")], await StoredAsync());
    }

    [Fact]
    public async Task The_source_is_asked_for_together_with_the_bad_lines()
    {
        var page = (await (await _manager.GetAsync(Path)).Fill("Các dòng số liệu", "STC;T02;74\nSXX;T02;1\nSTC;H05;x").PressAsync("Nhập số liệu")).Expect(422);
        Assert.Contains("Nhập nguồn của số liệu", page.ProblemAt("Nguồn của số liệu"));
        Assert.Equal(3, page.Problems.Count);
        Assert.Empty(await StoredAsync());

        var empty = (await (await _manager.GetAsync(Path)).Fill("Nguồn của số liệu", Source).PressAsync("Nhập số liệu")).Expect(422);
        Assert.Contains("Chưa có dòng số liệu nào.", empty.ProblemAt("Các dòng số liệu"));
        Assert.Equal(422, (await ImportAsync("STC;T02;74", new string('n', 301))).Status);
        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task Hundreds_of_bad_lines_are_all_named_and_too_many_lines_are_refused()
    {
        var page = (await ImportAsync(string.Join('\n', Enumerable.Range(1, 450).Select(i => $"SXX;T02;{i}")))).Expect(422);
        Assert.Equal(Enumerable.Range(1, 450).Select(i => $"Dòng {i}: không có cơ quan mang mã “SXX” trong kỳ."), page.Problems);

        var much = (await ImportAsync(string.Join('\n', Enumerable.Range(1, 5001).Select(i => $"SXX;T02;{i}")))).Expect(422);
        Assert.Contains("Có 5001 dòng; mỗi lần nhập nhiều nhất 5000 dòng.", much.ProblemAt("Các dòng số liệu"));
    }

    [Fact]
    public async Task A_new_import_replaces_the_old_one()
    {
        await ImportAsync("STC;T02;70\nSTC;H02;77");
        var before = await _portal.ReadAsync(db => db.Periods.Select(p => p.CohortVersion).SingleAsync());
        await ImportAsync("STC;T02;71\nSNV;T02;80");
        // Scores that were worked out with the old figures are out of date.
        Assert.Equal(before + 1, await _portal.ReadAsync(db => db.Periods.Select(p => p.CohortVersion).SingleAsync()));
        Assert.Equal([("SNV", "T02", "80"), ("STC", "T02", "71")], await StoredAsync());
    }

    [Fact]
    public async Task Without_a_criteria_set_there_is_nothing_to_import_for()
    {
        await (await _manager.GetAsync("/periods/new")).Fill("Mã trong địa chỉ", "2027").PressAsync("Thêm và nhập kế hoạch");
        var page = (await _manager.PostAsync("/periods/2027/previous", new("source", Source), new("lines", "STC;T02;1"))).Expect(422);
        Assert.Contains("Chọn bộ tiêu chí của kỳ trước khi nhập.", page.Problems);
    }

    private async Task<PortalPage> ImportAsync(string lines, string source = Source) =>
        await (await _manager.GetAsync(Path)).Fill("Nguồn của số liệu", source).Fill("Các dòng số liệu", lines).PressAsync("Nhập số liệu");

    private Task<List<(string, string, string)>> StoredAsync() => _portal.ReadAsync(async db =>
        (await db.PreviousFigures.Join(db.Agencies, f => f.AgencyId, a => a.Id, (f, a) => new { a.Code, f.QuestionCode, f.ValueJson }).ToListAsync()).Select(f => (f.Code, f.QuestionCode, f.ValueJson)).Order().ToList());
}
