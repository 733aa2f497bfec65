using AngleSharp.Dom;
using ITScoring.Web.Tests.Portal;
using ITScoring.Web.Tests.Surveys;

namespace ITScoring.Web.Tests.Features;

/// <summary>The self score beside the questions: points of each criterion, how they were computed, and that they are provisional.</summary>
public sealed class SelfScoreTests(SurveyPortal portal) : IClassFixture<SurveyPortal>
{
    [Fact]
    public async Task Points_follow_every_save_and_each_shows_its_steps()
    {
        var survey = await Survey.OpenAsync(portal);

        var page = await (await survey.SectionAsync()).Fill("A01", "121").Fill("A02", "90").Fill("A04", "Có").Fill("A05", "Thủ công").PressAsync("Lưu");

        // 40 × 90 / 121 = 29.752066…
        Assert.Equal("I.1Tỷ lệ trang bị máy tính29,75 / 40", page.Score("I.1"));
        Assert.Equal("I.3Tường lửa10,00 / 10", page.Score("I.3"));
        Assert.Equal("I.4Sao lưu5,00 / 10", page.Score("I.4"));
        Assert.Equal("I.6Phần mềm0,00 / 6", page.Score("I.6"));
        Assert.Contains("44,75/ 92 điểm, tạm tính", page.Text);
        var how = How(page, "I.1");
        foreach (var part in new[] { "Điểm tối đa 40 nhân với tỷ lệ A02 ÷ A01; tỷ lệ lớn hơn 1 tính là 1, nhỏ hơn 0 tính là 0", "A01 Số cán bộ, công chức121 người", "A02 Số máy tính90 máy", "≈ 0,7438", "Điểm29,75", "Căn cứ: Mục 1 của bộ tiêu chí kiểm thử" })
            Assert.Contains(part, how);

        page = await page.Fill("A02", "121").PressAsync("Lưu");
        Assert.Equal("I.1Tỷ lệ trang bị máy tính40,00 / 40", page.Score("I.1"));
    }

    [Fact]
    public async Task A_criterion_that_does_not_apply_has_no_points_and_leaves_the_maximum()
    {
        var survey = await Survey.OpenAsync(portal);

        var page = await (await survey.SectionAsync("B")).Fill("B01", "Không").PressAsync("Lưu");

        Assert.Equal("II.1Tin, bài– / 3", page.Score("II.1"));
        Assert.Contains("2,00/ 5 điểm, tạm tính", page.Text);
        Assert.Contains("2,00/ 97", PortalPage.TextOf((await survey.PageAsync()).Part("Điểm tự chấm tạm tính")));
    }

    [Fact]
    public async Task What_the_inspector_fills_has_no_points_yet_and_the_page_says_so()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.CompleteAsync();
        var page = await survey.SectionAsync("B");
        Assert.Equal("II.2Cập nhật thông tin0,00 / 3", page.Score("II.2"));
        Assert.Contains("Câu do Sở TTTT điền chưa có điểm.", page.Text);
        Assert.Contains("B04 Điểm cập nhật thông tinChưa trả lời", How(page, "II.2"));
    }

    [Fact]
    public async Task Before_the_preliminary_result_the_best_of_the_block_is_the_agencys_own_and_afterwards_the_real_one()
    {
        var survey = await Survey.OpenAsync(portal);
        await survey.SubmitAsync();
        await survey.AnswerAsync("sct.nhaplieu", [.. Survey.Complete, ("A01", "100"), ("A03", "500")]);
        await survey.ProveAsync("sct.daumoi", "A02", "A04");
        await survey.PresentAsync("sct");
        await survey.SignAsync("sct");

        // STC: 240.5 / 120 = 2.00416…; SCT: 500 / 100 = 5.
        var before = await survey.SectionAsync();
        Assert.Equal("I.2Băng thông bình quân20,00 / 20", before.Score("I.2"));
        Assert.Contains("Giá trị cao nhất trong khối: ≈ 2,0042 (tạm tính từ số liệu của cơ quan và kết quả đã công bố năm trước)", How(before, "I.2"));

        await survey.VerifyAsync("stc");
        await survey.VerifyAsync("sct");
        Assert.Equal("I.2Băng thông bình quân20,00 / 20", (await survey.SectionAsync()).Score("I.2"));
        await survey.SendPreliminaryAsync();

        // 20 × (240.5 / 120) / 5 = 8.01666…
        var after = await survey.SectionAsync();
        Assert.Equal("I.2Băng thông bình quân8,02 / 20", after.Score("I.2"));
        Assert.Contains("Giá trị cao nhất trong khối: 5 của SCT", How(after, "I.2"));
        Assert.DoesNotContain("tạm tính", after.Text);
        Assert.DoesNotContain("tạm tính", (await survey.PageAsync()).Text);
        portal.Clock.Set(PortalTemplates.Start);
    }

    private static string How(PortalPage page, string criterion)
    {
        var details = page.All("aside details").Single(d => PortalPage.TextOf(d.QuerySelector("summary")).EndsWith(" " + criterion, StringComparison.Ordinal));
        return PortalPage.TextOf(details);
    }
}
