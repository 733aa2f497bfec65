using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>The record of explanations as page, CSV and part of the frozen record. Proposed: Sở TTTT's was accepted, Ban Dân tộc's declined.</summary>
public sealed class SettlementRecordsTests
{
    [Fact]
    public async Task The_manager_reads_all_a_reviewer_all_but_the_home_agencys()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var manager = await portal.SignedInAsync("quanly");
        var page = await (await manager.GetAsync("/periods/2026")).FollowAsync("Giải trình");

        Assert.Equal("Bảng tổng hợp giải trình", page.Heading);
        var rows = page.Table();
        Assert.Equal(["Sở Thông tin và Truyền thông", "Ban Dân tộc"], rows.Select(r => r[0]));
        Assert.Equal("H05: kê khai 200 Mbps, thẩm tra 50 Mbps, đề nghị 200 Mbps, cuối cùng 200 Mbps", rows[0][2]);
        Assert.Equal("Chấp nhận Đã đối chiếu hồ sơ gửi kèm.", rows[0][4]);
        Assert.Equal("12,69 → 40,00", rows[0][5]);
        Assert.Equal("N06: kê khai 6 người, thẩm tra 3 người, đề nghị 6 người", rows[1][2]);
        Assert.StartsWith("Không chấp nhận", rows[1][4]);
        Assert.Equal("6,25 → 6,25", rows[1][5]);

        Assert.Equal(["Ban Dân tộc"], (await page.Fill("Kết luận", "Không chấp nhận").PressAsync("Lọc")).Table().Select(r => r[0]));
        Assert.Equal(["Sở Thông tin và Truyền thông"], (await manager.GetAsync("/settlements/2026/record?agency=STTTT&state=nothing")).Table().Select(r => r[0]));
        Assert.True((await manager.GetAsync("/settlements/2026/record?agency=bdt&state=Accepted")).HasHeading("Không có giải trình nào khớp"));
        Assert.Equal(404, (await manager.GetAsync("/settlements/none/record")).Status);
        Assert.Equal(404, (await manager.GetAsync("/settlements/none/record.csv")).Status);

        // Sở TTTT is the house of thamtra1.
        using var home = await portal.SignedInAsync("thamtra1");
        Assert.Equal(["Ban Dân tộc"], (await home.GetAsync("/settlements/2026/record")).Table().Select(r => r[0]));
        Assert.Equal(["BDT"], CsvFile.Read(await home.Http.GetByteArrayAsync("/settlements/2026/record.csv")).Select(r => r["Mã cơ quan"]));
        using var agency = await portal.SignedInAsync("stttt.thutruong");
        Assert.Equal(403, (await agency.GetAsync("/settlements/2026/record")).Status);
    }

    [Fact]
    public async Task The_csv_has_a_line_for_each_value_and_the_frozen_record_keeps_the_same()
    {
        await using var portal = await StagePortal.AtAsync(PeriodState.Proposed);
        using var manager = await portal.SignedInAsync("quanly");
        var line = CsvFile.Read(await manager.Http.GetByteArrayAsync("/settlements/2026/record.csv?state=Accepted")).Single();
        Assert.Equal(
            ("STTTT", "I.3", "H05", "200 Mbps", "50 Mbps", "200 Mbps", "200 Mbps", "Chấp nhận", "12.69", "40.00"),
            (line["Mã cơ quan"], line["Tiêu chí"], line["Câu"], line["Kê khai"], line["Thẩm tra"], line["Đề nghị"], line["Cuối cùng"], line["Kết luận"], line["Điểm thẩm tra"], line["Điểm sau giải trình"]));

        var record = RecordJson.ReadInternal(await portal.ReadAsync(db => db.FrozenRecords.Where(r => r.Stage == RecordStage.Proposal).Select(r => r.InternalJson).SingleAsync()));
        var agency = record.Agencies.Single(a => a.Code == "STTTT");
        Assert.Equal(new InternalContest("H05", "200", "200"), Assert.Single(Assert.Single(agency.Explanations).Contested!));
        Assert.Empty(agency.Explanations[0].Evidence!);
        Assert.Equal((agency.Criteria.Single(c => c.Code == "I.3").Verified, agency.Criteria.Single(c => c.Code == "I.3").Final), ("12.69", "40.00"));
        Assert.Equal(new InternalContest("N06", "6", null), Assert.Single(record.Agencies.Single(a => a.Code == "BDT").Explanations.Single().Contested!));
    }

    [Fact]
    public async Task What_a_spreadsheet_would_reckon_is_text_and_documents_are_named()
    {
        var portal = new SurveyPortal();
        await portal.InitializeAsync();
        await using (portal)
        {
            var survey = await portal.SentAsync();
            var manager = await portal.BrowserOfAsync("quanly");
            Assert.True((await manager.GetAsync($"/settlements/{survey.Code}/record")).HasHeading("Chưa có giải trình nào"));
            var id = await portal.ExplainAsync(survey, text: "=HYPERLINK(\"http://a.invalid\"), có \"biên bản\"");
            await (await portal.BrowserOfAsync("stc.daumoi")).PostAsync($"/explanations/{survey.Code}/stc/{id}/evidence/citation", [new("number", "12/BB"), new("date", "05/11/2026"), new("issuer", "Sở Tài chính"), new("abstract", "Biên bản")]);
            // A draft is nobody's business yet.
            Assert.True((await manager.GetAsync($"/settlements/{survey.Code}/record")).HasHeading("Chưa có giải trình nào"));
            await portal.ConfirmAsync(survey, id);

            var line = CsvFile.Read(await (await portal.BrowserOfAsync("quanly")).Http.GetByteArrayAsync($"/settlements/{survey.Code}/record.csv")).Single();
            Assert.Equal(("'=HYPERLINK(\"http://a.invalid\"), có \"biên bản\"", "12/BB", "Chờ kết luận", ""), (line["Nội dung giải trình"], line["Tài liệu kèm theo"], line["Kết luận"], line["Cuối cùng"]));
        }
    }
}
