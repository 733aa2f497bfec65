using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Nobody judges his own house, nobody what was not assigned to him, and the manager only reads.</summary>
public sealed class ReviewScopeTests(ReviewScopeTests.Open open) : IClassFixture<ReviewScopeTests.Open>
{
    private readonly StagePortal _portal = open.Portal;

    private static readonly string[] Posts = ["/agree", "/finish", "/return", "/values/T08", "/criteria/VI.4/agree", "/criteria/VI.4/adjust"];

    [Fact]
    public async Task The_home_agencys_form_is_not_found_even_when_somebody_assigned_it()
    {
        // The site itself refuses such an assignment; a row that is there all the same must not open the form.
        await _portal.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"INSERT INTO ReviewerAssignments (PeriodId, AgencyId, ReviewerId, AssignedAt) SELECT p.Id, a.Id, u.Id, '2026-10-01' FROM Periods p, Agencies a, Users u WHERE p.Code = '2026' AND a.Code = 'STTTT' AND u.UserName = 'thamtra1'"));
        Assert.True(await _portal.ReadAsync(db => db.ReviewerAssignments.AnyAsync(x => db.Users.Any(u => u.Id == x.ReviewerId && u.UserName == "thamtra1") && db.Agencies.Any(a => a.Id == x.AgencyId && a.Code == "STTTT"))));

        await AssertClosedAsync("thamtra1", "stttt");
        using var browser = await _portal.SignedInAsync("thamtra1");
        Assert.DoesNotContain("Sở Thông tin và Truyền thông", (await browser.GetAsync("/reviews")).Table().Select(r => r[0]));
    }

    [Theory]
    [InlineData("thamtra4", "stc")]
    [InlineData("thamtra1", "bdt")]
    [InlineData("thamtra5", "vpubnd")]
    public async Task What_was_not_assigned_is_not_found(string reviewer, string agency) => await AssertClosedAsync(reviewer, agency);

    [Fact]
    public async Task A_form_that_was_not_handed_in_can_be_looked_at_but_not_judged()
    {
        using var browser = await _portal.SignedInAsync("thamtra1");
        var page = await browser.GetAsync("/reviews/2026/syt");

        Assert.Contains("Chưa nộp phiếu.", page.Text);
        Assert.False(page.HasButton("Đồng ý các mục đã chọn") || page.HasButton("Kết thúc thẩm tra"));
        foreach (var post in Posts.Where(p => p != "/return"))
            Assert.Equal((post, 409), (post, (await browser.PostAsync("/reviews/2026/syt" + post, Fields())).Status));
        Assert.Contains("Không thể trả lại để bổ sung khi phiếu ở trạng thái “Đang kê khai”.", (await browser.PostAsync("/reviews/2026/syt/return", Fields())).Expect(409).Problems);
        Assert.Equal(404, (await browser.GetAsync("/reviews/2026/syt/return")).Status);
    }

    [Fact]
    public async Task The_manager_reads_every_form_and_judges_none()
    {
        using var browser = await _portal.SignedInAsync("quanly");
        var before = await CountAsync();
        foreach (var agency in new[] { "stttt", "stc", "donghoi" })
        {
            var page = (await browser.GetAsync($"/reviews/2026/{agency}")).Expect(200);
            Assert.False(page.HasButton("Đồng ý các mục đã chọn") || page.HasButton("Kết thúc thẩm tra") || page.HasButton("Lưu"));
            var criterion = (await browser.GetAsync($"/reviews/2026/{agency}/criteria/VI.4")).Expect(200);
            Assert.Contains("Chỉ xem.", criterion.Text);
            Assert.False(criterion.HasButton("Lưu điều chỉnh") || criterion.HasField("N05, giá trị thẩm tra"));
            foreach (var post in Posts)
                Assert.Equal((post, 403), (post, (await browser.PostAsync($"/reviews/2026/{agency}{post}", Fields())).Status));
        }

        Assert.Equal(before, await CountAsync());
    }

    private async Task AssertClosedAsync(string reviewer, string agency)
    {
        using var browser = await _portal.SignedInAsync(reviewer);
        var before = await CountAsync();
        foreach (var path in new[] { "", "/return", "/criteria/VI.4" })
            Assert.Equal((path, 404), (path, (await browser.GetAsync($"/reviews/2026/{agency}{path}")).Status));
        foreach (var post in Posts)
            Assert.Equal((post, 404), (post, (await browser.PostAsync($"/reviews/2026/{agency}{post}", Fields())).Status));
        Assert.Equal(before, await CountAsync());
    }

    private static KeyValuePair<string, string>[] Fields() =>
        [new("criteria", "I.1"), new("v-N05", "1"), new("v-T02", "69"), new("v-T08", "https://x.vn"), new("reason", "x"), new("reason-T08", "x"), new("questions", "N05"), new("reason-N05", "x"), new("deadline", "30/10/2026"), new("step", "send")];

    private Task<(int Verdicts, int Changes, int Returns, int Audit)> CountAsync() =>
        _portal.ReadAsync(async db => (await db.CriterionVerdicts.CountAsync(), await db.AnswerChanges.CountAsync(), await db.Returns.CountAsync(), await db.AuditEntries.CountAsync(e => !e.Action.StartsWith("account."))));

    public sealed class Open() : StageFixture(PeriodState.Open);
}
