using ITScoring.Domain.Periods;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>A sample is judged twice without either knowing of the other; a difference goes to the council, which decides.</summary>
public sealed class SecondReviewsTests : IAsyncLifetime
{
    private StagePortal _portal = null!;
    private PortalClient _manager = null!;
    private Dictionary<string, string> _users = [];

    public async Task InitializeAsync()
    {
        _portal = await StagePortal.AtAsync(PeriodState.Open);
        _manager = await _portal.SignedInAsync("quanly");
        _users = await _portal.ReadAsync(db => db.Users.ToDictionaryAsync(u => u.UserName!, u => $"{u.Id}"));
    }

    public async Task DisposeAsync()
    {
        _manager.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_difference_stays_hidden_until_both_have_judged_goes_to_the_council_and_is_decided_there()
    {
        await DrawAsync("criteria", [new("criteria", "VI.4")]);
        using var first = await _portal.SignedInAsync("thamtra1");
        using var second = await _portal.SignedInAsync(await SecondAsync());
        await (await first.GetAsync("/reviews/2026/stc/criteria/VI.4")).Fill("N05, giá trị thẩm tra", "60").Fill("Lý do điều chỉnh", "Ba người chưa có chứng chỉ.").PressAsync("Lưu điều chỉnh");

        // The second one finds the matter in the queue and nothing of the first judgement anywhere.
        var queue = await second.GetAsync("/reviews");
        var page = await queue.FollowAsync("Sở Tài chính, VI.4. " + Name(queue, "VI.4"));
        Assert.DoesNotContain("60", page.Text.Replace("/60", "", StringComparison.Ordinal));
        Assert.DoesNotContain("Ba người", page.Html);
        Assert.Equal("63", page.ValueOf("N05, giá trị thẩm tra"));
        Assert.Equal(404, (await second.GetAsync("/reviews/2026/stc/criteria/VI.4")).Status);
        Assert.Equal(404, (await second.GetAsync("/reviews/2026/stc")).Status);
        Assert.DoesNotContain("thẩm tra lần hai", (await first.GetAsync("/reviews/2026/stc/criteria/VI.4")).Text, StringComparison.OrdinalIgnoreCase);
        // Nor does the manager's page say what either judged.
        Assert.DoesNotContain("Khác nhau", (await _manager.GetAsync("/second-reviews/2026")).Text);

        Assert.StartsWith("Nhập lý do điều chỉnh (N05)", Assert.Single((await page.Fill("N05, giá trị thẩm tra", "61").Fill("Lý do", " \t").PressAsync("Lưu kết luận lần hai")).Expect(422).Problems));
        var given = await page.Fill("N05, giá trị thẩm tra", "61").Fill("Lý do", "Hai chứng chỉ hết hạn.").PressAsync("Lưu kết luận lần hai");
        Assert.Contains("khác nhau, tiêu chí được chuyển Hội đồng", given.Notice);
        Assert.Matches("lần một 60 .*lần hai 61", given.Text);
        Assert.Equal(409, (await second.PostAsync("/second-reviews/2026/stc/VI.4", new KeyValuePair<string, string>("v-N05", "62"))).Status);

        // The first one reads it now, and can change nothing more.
        var seen = await first.GetAsync("/reviews/2026/stc/criteria/VI.4");
        Assert.Contains("Hai chứng chỉ hết hạn.", seen.Text);
        Assert.False(seen.HasButton("Đồng ý với số liệu hiện có"));
        Assert.Equal(409, (await first.PostAsync("/reviews/2026/stc/criteria/VI.4/agree")).Status);
        var sample = await _manager.GetAsync("/second-reviews/2026");
        Assert.Contains("0/1", sample.Text);

        // The council: who sits in it, a session, and the one open matter.
        var council = await _manager.GetAsync("/councils/2026");
        Assert.Equal("Hai người thẩm tra kết luận khác nhau.", council.TableUnder("Chờ Hội đồng quyết định")[0][2]);
        Assert.Contains("Chưa ghi phiên họp nào", (await council.FollowAsync("Xem lần lượt từng việc")).Text);
        await EstablishAsync();
        var matter = await _manager.GetAsync("/councils/2026/matters/stc/VI.4");
        Assert.Contains("Hai lần thẩm tra khác nhau", matter.Text);
        var wrong = (await matter.Fill("Lý do", "Hội đồng đối chiếu danh sách.").Fill("Tán thành", "1").Fill("Không tán thành", "1").Fill("Ý kiến khác", "1").PressAsync("Ghi quyết định")).Expect(422);
        Assert.Contains("quá nửa", Assert.Single(wrong.Problems));
        var decided = await wrong.Fill("N05, giá trị thẩm tra", "61").Fill("Tán thành", "2").Fill("Ý kiến khác", "").PressAsync("Ghi quyết định");

        Assert.Equal("/councils/2026", decided.Path);
        Assert.Contains("cơ quan có điểm hoặc hạng thay đổi", decided.Text);
        Assert.Equal(["Sở Tài chính", "Điều chỉnh", "Hội đồng đối chiếu danh sách.", "2 / 1 / 0"], [decided.TableUnder("Đã quyết định")[0][1], .. decided.TableUnder("Đã quyết định")[0].Skip(3)]);
        var answer = await _portal.ReadAsync(db => db.Answers.SingleAsync(a => a.QuestionCode == "N05" && db.Submissions.Any(s => s.Id == a.SubmissionId && db.Agencies.Any(x => x.Id == s.AgencyId && x.Code == "STC"))));
        Assert.Equal(("63", "61", "Hội đồng đối chiếu danh sách."), (answer.DeclaredJson, answer.VerifiedJson, answer.VerifiedReason));
        Assert.Equal(409, (await _manager.PostAsync("/councils/2026/matters/stc/VI.4", new("reason", "Lần nữa."), new("session", "1"), new("votesFor", "3"))).Status);
        Assert.Equal(409, (await first.PostAsync("/reviews/2026/stc/criteria/VI.4/agree")).Status);
    }

    [Fact]
    public async Task The_same_values_agree_and_the_figure_says_so()
    {
        await DrawAsync("criteria", [new("criteria", "VI.4")]);
        using var second = await _portal.SignedInAsync(await SecondAsync());
        Assert.Equal("Đã ghi kết luận lần hai tiêu chí VI.4.", (await (await second.GetAsync("/second-reviews/2026/stc/VI.4")).PressAsync("Lưu kết luận lần hai")).Notice);
        using var first = await _portal.SignedInAsync("thamtra1");
        await (await first.GetAsync("/reviews/2026/stc/criteria/VI.4")).PressAsync("Đồng ý với số liệu hiện có");

        Assert.Equal(VerdictKind.Agreed, await _portal.ReadAsync(db => db.CriterionVerdicts.Where(v => v.CriterionCode == "VI.4").Select(v => v.Kind).SingleAsync()));
        var page = await _manager.GetAsync("/second-reviews/2026");
        Assert.Equal(["1", "1", "100 %"], page.TableUnder("Mức thống nhất theo người thẩm tra lần hai")[0].Skip(1).Take(3));
    }

    [Fact]
    public async Task A_share_is_drawn_the_same_again_and_never_from_what_somebody_verifies_or_must_keep_away_from()
    {
        // thamtra1 verifies most forms, thamtra5 is of Văn phòng: each gets nothing there.
        var page = await DrawAsync("share", [new("percent", "5,0"), new("seed", "Rút ngày 21/10"), new("reviewers", _users["thamtra5"])]);
        var rows = await _portal.ReadAsync(db => db.SecondReviews.Join(db.Submissions, r => r.SubmissionId, s => s.Id, (r, s) => new { r.ReviewerId, r.CriterionCode, s.AgencyId, s.PeriodId }).ToListAsync());
        var period = await _portal.ReadAsync(db => db.Periods.Include(p => p.Assignments).Include(p => p.Conflicts).SingleAsync());
        var homes = await _portal.ReadAsync(db => db.Users.ToDictionaryAsync(u => u.Id, u => u.AgencyId));
        Assert.NotEmpty(rows);
        Assert.Equal($"Đã rút {rows.Count} tiêu chí để thẩm tra lần hai.", page.Notice);
        Assert.All(rows, r => Assert.True(homes[r.ReviewerId] != r.AgencyId && !period.IsAssigned(r.ReviewerId, r.AgencyId)));
        Assert.Contains("hạt giống Rút ngày 21/10", await _portal.ReadAsync(db => db.AuditEntries.Where(e => e.Action == "second-review.draw").Select(e => e.To).SingleAsync()));
        // Whoever judges a second time is not given the form as well.
        var blind = rows[0];
        var refused = await _manager.PostAsync("/periods/2026/reviewers/parts", new("part", "form"), new("mode", "add"), new("agencies", $"{blind.AgencyId}"), new("reviewers", $"{blind.ReviewerId}"));
        Assert.Contains("đang thẩm tra lần hai", Assert.Single(refused.Expect(422).Problems));
    }

    [Theory]
    [InlineData("", "", "Chọn cách rút mẫu.")]
    [InlineData("share", "0", "Nhập tỷ lệ lớn hơn 0 và không quá 100 (%).")]
    [InlineData("share", "101", "Nhập tỷ lệ lớn hơn 0 và không quá 100 (%).")]
    [InlineData("share", "", "Nhập tỷ lệ lớn hơn 0 và không quá 100 (%).")]
    [InlineData("agencies", "", "Chọn ít nhất một cơ quan.")]
    [InlineData("criteria", "", "Chọn ít nhất một tiêu chí.")]
    public async Task What_is_wrong_with_a_draw_is_said(string by, string percent, string problem)
    {
        var page = (await _manager.PostAsync("/second-reviews/2026", new("by", by), new("percent", percent), new("reviewers", _users["thamtra4"]))).Expect(422);
        Assert.Equal([problem], page.Problems);
        Assert.Equal(0, await _portal.ReadAsync(db => db.SecondReviews.CountAsync()));
    }

    [Fact]
    public async Task Without_anybody_who_may_judge_nothing_is_drawn_and_a_second_review_can_be_withdrawn()
    {
        Assert.Equal(["Chọn ít nhất một người thẩm tra lần hai."], (await _manager.PostAsync("/second-reviews/2026", new("by", "criteria"), new("criteria", "VI.4"))).Expect(422).Problems);
        var none = (await _manager.PostAsync("/second-reviews/2026", new("by", "criteria"), new("criteria", "VI.4"), new("reviewers", _users["thamtra1"]))).Expect(422);
        Assert.StartsWith("Không ai trong những người đã chọn được thẩm tra lần hai phiếu của", Assert.Single(none.Problems));
        await DrawAsync("agencies", new KeyValuePair<string, string>("agencies", await _portal.ReadAsync(db => db.Agencies.Where(a => a.Code == "STC").Select(a => $"{a.Id}").SingleAsync())));
        var id = await _portal.ReadAsync(db => db.SecondReviews.Where(r => r.CriterionCode == "VI.4").Select(r => r.Id).SingleAsync());
        Assert.Equal(["Nhập lý do thôi thẩm tra lần hai."], (await _manager.PostAsync($"/second-reviews/2026/{id}/withdraw", new KeyValuePair<string, string>($"reason-{id}", " "))).Expect(422).Problems);
        Assert.Equal(200, (await _manager.PostAsync($"/second-reviews/2026/{id}/withdraw", new KeyValuePair<string, string>($"reason-{id}", "Nghỉ ốm."))).Status);
        using var second = await _portal.SignedInAsync("thamtra4");
        using var other = await _portal.SignedInAsync("thamtra6");
        foreach (var browser in new[] { second, other })
            Assert.Equal(404, (await browser.GetAsync("/second-reviews/2026/stc/VI.4")).Status);
        // VI.5 is one of the two's, and not found for the other.
        List<int> seen = [(await second.GetAsync("/second-reviews/2026/stc/VI.5")).Status, (await other.GetAsync("/second-reviews/2026/stc/VI.5")).Status];
        Assert.Equal([200, 404], seen.Order());
        List<int> posted = [(await second.PostAsync("/second-reviews/2026/stc/VI.4")).Status, (await other.PostAsync("/second-reviews/2026/stc/VI.4")).Status];
        Assert.Equal([404, 404], posted);
        Assert.Equal(403, (await second.GetAsync("/second-reviews/2026")).Status);
    }

    [Fact]
    public async Task A_council_is_said_what_it_lacks_and_keeps_what_was_typed()
    {
        var page = await _manager.GetAsync("/councils/2026");
        var wrong = (await page.Fill("Số quyết định", "12/QĐ-UBND").Fill("Ngày", "31/02/2026").Fill("Họ và tên, dòng 1", "Trần Văn An").PressAsync("Lưu Hội đồng")).Expect(422);
        Assert.Equal("Trần Văn An", wrong.ValueOf("Họ và tên, dòng 1"));
        Assert.Contains("31/02/2026", Assert.Single(wrong.Problems));
        wrong = (await wrong.Fill("Ngày", "01/10/2026").PressAsync("Lưu Hội đồng")).Expect(422);
        Assert.Equal(["Hội đồng phải có đúng một Chủ tịch.", "Hội đồng phải có ít nhất ba thành viên."], wrong.Problems);
        await EstablishAsync();
        using var reviewer = await _portal.SignedInAsync("thamtra1");
        var read = await reviewer.GetAsync("/councils/2026");
        Assert.Contains("Trần Văn An, Chủ tịch", read.Text);
        Assert.False(read.HasButton("Lưu Hội đồng"));
        Assert.Equal(403, (await reviewer.PostAsync("/councils/2026")).Status);
        Assert.Equal(403, (await reviewer.PostAsync("/councils/2026/sessions")).Status);
        Assert.Equal(403, (await reviewer.GetAsync("/councils/2026/matters/stc/VI.4")).Status);
    }

    private static string Name(PortalPage page, string code) => page.All("a").Select(PortalPage.TextOf).First(t => t.Contains($", {code}. ", StringComparison.Ordinal)).Split($"{code}. ")[1];

    private async Task<PortalPage> DrawAsync(string by, params KeyValuePair<string, string>[] fields) =>
        (await _manager.PostAsync("/second-reviews/2026", [new("by", by), new("reviewers", _users["thamtra4"]), new("reviewers", _users["thamtra6"]), .. fields])).Expect(200);

    /// <summary>Who judges VI.4 of Sở Tài chính a second time.</summary>
    private Task<string> SecondAsync() => _portal.ReadAsync(db => (
        from second in db.SecondReviews
        join form in db.Submissions on second.SubmissionId equals form.Id
        join person in db.Users on second.ReviewerId equals person.Id
        where second.CriterionCode == "VI.4" && db.Agencies.Any(a => a.Id == form.AgencyId && a.Code == "STC")
        select person.UserName!).SingleAsync());

    private async Task EstablishAsync()
    {
        var page = await _manager.GetAsync("/councils/2026");
        page = await page.Fill("Số quyết định", "12/QĐ-UBND").Fill("Ngày", "01/10/2026")
            .Fill("Họ và tên, dòng 1", "Trần Văn An").Fill("Vai trò, dòng 1", "Chủ tịch").Fill("Họ và tên, dòng 2", "Lê Thị Bình").Fill("Vai trò, dòng 2", "Thư ký").Fill("Họ và tên, dòng 3", "Phạm Cường").PressAsync("Lưu Hội đồng");
        Assert.Equal("Đã lưu Hội đồng gồm 3 thành viên.", page.Notice);
        page = await page.Fill("Ngày họp", "15/10/2026").Fill("Địa điểm", "Phòng họp số 1").Fill("attending", [.. page.All("input[name=attending]").Select(b => b.GetAttribute("value")!)]).PressAsync("Ghi phiên họp");
        Assert.Equal("Đã ghi phiên họp.", page.Notice);
    }
}
