using AngleSharp.Dom;
using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;
using Microsoft.AspNetCore.Hosting;

namespace ITScoring.Web.Tests.Features;

/// <summary>Hướng dẫn thực hiện: what an agency must know, without signing in.</summary>
public sealed class GuidanceTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Fact]
    public async Task Dates_set_and_letters_of_the_period_are_stated()
    {
        var survey = await Survey.OpenAsync(portal);
        portal.Clock.Set(2026, 12, 21);
        await survey.ManageAsync((service, period) => service.CloseAsync(period, new DocumentReference("77/STTTT-CNTT", new DateOnly(2026, 12, 21), "Về việc kết thúc thu phiếu <b>")));
        portal.Clock.Set(PortalTemplates.Start);
        using var browser = portal.Browser();

        var page = await browser.GetAsync($"/guidance/{survey.Code}");

        Assert.Equal("Hướng dẫn thực hiện", page.Heading);
        Assert.Contains("Đánh giá thử 2026 Đang thẩm tra", page.Text);
        Assert.Equal("từ 01/12/2025 đến hết 30/11/2026", Of(page, "Thời gian lấy số liệu"));
        Assert.Equal("trước ngày 20/12/2026 (đến 23:59 ngày 19/12/2026, thứ Bảy)", Of(page, "Hạn nộp phiếu"));
        Assert.Equal("Bộ tiêu chí để kiểm thử, phiên bản 1", Of(page, "Bộ tiêu chí"));
        Assert.Equal("77/STTTT-CNTT ngày 21/12/2026: Về việc kết thúc thu phiếu <b>", Of(page, "Văn bản"));
        // Without a telephone and an address in the settings there are none on the page.
        Assert.Equal("Phòng Công nghệ thông tin, Sở Thông tin và Truyền thông", Of(page, "Liên hệ"));
    }

    [Fact]
    public async Task Every_criterion_stands_with_its_maximum_and_its_rule_in_words_and_every_question_with_its_condition()
    {
        var survey = await Survey.OpenAsync(portal);
        using var browser = portal.Browser();

        var page = await browser.GetAsync($"/guidance/{survey.Code}");

        // By code: "I.1. Tỷ lệ trang bị máy tính", "A01".
        var rows = page.All("main table tbody tr").Select(r => r.Children.Select(PortalPage.TextOf).ToList()).ToDictionary(r => r[0].Split(". ")[0]);
        Assert.Equal(("40", "Điểm tối đa 40 nhân với tỷ lệ A02 ÷ A01; tỷ lệ lớn hơn 1 tính là 1, nhỏ hơn 0 tính là 0"), (rows["I.1"][1], rows["I.1"][2]));
        Assert.Equal("Theo phương án chọn ở A05: “Tự động” (a) được 10 điểm; “Thủ công” (b) được 5 điểm; “Không sao lưu” (c) được 0 điểm", rows["I.4"][2]);
        Assert.Contains("Áp dụng khi", rows["II.1"][2]);
        Assert.Equal(9, rows.Keys.Count(k => k.StartsWith('I')));
        Assert.Equal(15, rows.Keys.Count(k => k[0] is 'A' or 'B'));
        Assert.Contains("Chỉ trả lời khi A05 là “Tự động” (a)", rows["A06"][1]);
        Assert.Equal(("người", "Tính đến ngày cuối của kỳ."), (rows["A01"][2], rows["A01"][3]));
        Assert.Contains("(không do cơ quan điền)", rows["B04"][3]);
        Assert.Contains("Hạ tầng (tối đa 92)", page.Text);
        Assert.Contains("Tốt: từ 80 % thang điểm; Khá: từ 65 % thang điểm; Trung bình: từ 50 % thang điểm; Yếu: dưới mức trên.", page.Text);
    }

    [Fact]
    public async Task The_contact_comes_from_the_settings()
    {
        var site = new ContactPortal();
        await site.InitializeAsync();
        using var browser = site.Browser();

        var page = await browser.GetAsync("/guidance/2018");

        Assert.Equal("Phòng Chuyển đổi số, Sở Khoa học và Công nghệ, điện thoại 0232 384 4444, thư điện tử cds@example.invalid", Of(page, "Liên hệ"));
        Assert.Contains("Sở Khoa học và Công nghệ tỉnh Quảng Trị – cơ quan thường trực.", PortalPage.TextOf(page.One("footer")));
        await ((IAsyncLifetime)site).DisposeAsync();
    }

    private static string Of(PortalPage page, string term) => PortalPage.TextOf(page.All("main dt").Single(d => PortalPage.TextOf(d) == term).NextElementSibling);

    /// <summary>The site as another province would set it up.</summary>
    private sealed class ContactPortal : PortalFactory
    {
        protected override Task<string> TemplateAsync() => PortalTemplates.Demo;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Portal:Province", "Quảng Trị");
            builder.UseSetting("Portal:LeadAgency", "Sở Khoa học và Công nghệ");
            builder.UseSetting("Portal:ContactOffice", "Phòng Chuyển đổi số");
            builder.UseSetting("Portal:ContactPhone", "0232 384 4444");
            builder.UseSetting("Portal:ContactEmail", "cds@example.invalid");
        }
    }
}
