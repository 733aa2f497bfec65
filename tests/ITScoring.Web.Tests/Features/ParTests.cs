using ClosedXML.Excel;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Hand-over of criterion 7.1.3: the rule, the table, the workbook and the document say the same, to those it is for.</summary>
public sealed class ParTests
{
    [Fact]
    public async Task The_observer_gets_exactly_the_table_and_its_files()
    {
        await using var portal = new DemoPortal();
        await portal.InitializeAsync();
        using var observer = await portal.SignedInAsync("theodoi");
        var page = await (await observer.GetAsync("/home")).FollowAsync("Đánh giá mức độ ứng dụng CNTT năm 2018");

        Assert.Equal("/par/2018", page.Path);
        Assert.False(page.HasButton("Lưu cách tính"));
        var record = RecordJson.ReadPublic(await portal.ReadAsync(db => db.FrozenRecords.OrderByDescending(r => r.Id).Select(r => r.PublicJson).FirstAsync()));
        var rows = page.Table().ToDictionary(r => r[0]);
        foreach (var agency in record.Agencies)
        {
            // M = 1,5 on a scale of 1000.
            var points = Math.Round(decimal.Parse(agency.RankingScore!, System.Globalization.CultureInfo.InvariantCulture) * 1.5m / 1000m, 2, MidpointRounding.AwayFromZero);
            Assert.Equal((agency.Name, points.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',')), (agency.Name, rows[agency.Name][3]));
        }

        using var workbook = new XLWorkbook(new MemoryStream(await observer.Http.GetByteArrayAsync("/par/2018/table.xlsx")));
        var sheet = workbook.Worksheets.Single();
        Assert.Equal(rows.Values.Select(r => r[3]), sheet.RowsUsed().Where(r => r.RowNumber() > 4).Select(r => r.Cell(7).GetDouble().ToString("0.00", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',')));
        var text = new PdfText(await observer.Http.GetByteArrayAsync("/par/2018/table.pdf")).Text;
        Assert.Contains("BẢNG ĐIỂM TIÊU CHÍ 7.1.3", text);
        Assert.Contains("Dữ liệu minh họa", text);
        Assert.All(rows.Values, r => Assert.Contains(r[3], text));
        Assert.Equal(404, (await observer.GetAsync("/par/2026")).Status);
    }

    [Fact]
    public async Task The_manager_sets_the_rule_and_is_told_what_is_wrong_with_it()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var manager = await portal.SignedInAsync("quanly");
        var page = await manager.GetAsync("/par/2026");
        Assert.True(page.HasHeading("Chưa đặt điểm tối đa M"));
        Assert.Equal(404, (await manager.GetAsync("/par/2026/table.xlsx")).Status);

        Assert.Equal(["Nhập điểm tối đa M của tiêu chí 7.1.3."], (await page.PressAsync("Lưu cách tính")).Expect(422).Problems);
        var bad = (await page.Fill("Điểm tối đa M", "2").Fill("Cách tính", "ByBands").Fill("Từ (% thang điểm), khoảng 1", "50").Fill("Hưởng (% M), khoảng 1", "hai").PressAsync("Lưu cách tính")).Expect(422);
        Assert.Equal("hai", bad.ValueOf("Hưởng (% M), khoảng 1"));
        Assert.NotEmpty(bad.Problems);
        var saved = await bad.Fill("Hưởng (% M), khoảng 1", "50 %").PressAsync("Lưu cách tính");

        Assert.Equal("Đã lưu cách tính điểm 7.1.3.", saved.Notice);
        Assert.Contains("từ 50 % thang điểm được 50 %", saved.Text);
        Assert.Contains(saved.Table(), r => r[3] == "1,00");
        Assert.Contains(saved.Table(), r => r[0] == "Sở Y tế" && r[3] == "–");
        Assert.Equal(1, await portal.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "period.par-rule")));
        using var observer = await portal.SignedInAsync("theodoi");
        Assert.Equal(404, (await observer.GetAsync("/par/2026")).Status);
    }
}
