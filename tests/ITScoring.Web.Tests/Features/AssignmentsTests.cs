using ITScoring.Domain.Periods;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>Parts of many forms are given at once, and whoever has a part judges that part only.</summary>
public sealed class AssignmentsTests : IAsyncLifetime
{
    private StagePortal _portal = null!;
    private PortalClient _manager = null!;
    private Dictionary<string, string> _agencies = [];
    private Dictionary<string, string> _users = [];

    public async Task InitializeAsync()
    {
        _portal = await StagePortal.AtAsync(PeriodState.Open);
        _manager = await _portal.SignedInAsync("quanly");
        _agencies = await _portal.ReadAsync(db => db.Agencies.ToDictionaryAsync(a => a.Code, a => $"{a.Id}"));
        _users = await _portal.ReadAsync(db => db.Users.ToDictionaryAsync(u => u.UserName!, u => $"{u.Id}"));
    }

    public async Task DisposeAsync()
    {
        _manager.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_group_of_several_forms_is_given_to_somebody_who_then_judges_it_and_nothing_else()
    {
        var page = await _manager.GetAsync("/periods/2026/reviewers");
        var done = await page.Fill("part", "g:VI").Fill("mode", "add").Fill("agencies", _agencies["STC"], _agencies["SNV"]).Fill("reviewers", _users["thamtra4"]).PressAsync("Phân công phần đã chọn");

        Assert.Equal("Đã lưu phân công “Nhóm VI” của 2 cơ quan.", done.Notice);
        Assert.Contains(done.TableUnder("Phân công hàng loạt"), r => r[0] == "Nhóm VI" && r[2] == "Sở Nội vụ, Sở Tài chính");
        Assert.Equal("14", done.TableUnder("Khối lượng của từng người").Single(r => r[0] == page.One($"label[for=pr-{_users["thamtra4"]}]").TextContent.Split(" (")[0])[3]);
        using var reviewer = await _portal.SignedInAsync("thamtra4");
        Assert.Equal(["Sở Nội vụ", "Sở Tài chính"], (await reviewer.GetAsync("/reviews")).Table().Select(r => r[0]));
        var form = await reviewer.GetAsync("/reviews/2026/stc");
        Assert.All(form.All("input[name=criteria]"), box => Assert.StartsWith("VI.", box.GetAttribute("value")));
        await (await reviewer.GetAsync("/reviews/2026/stc/criteria/VI.4")).PressAsync("Đồng ý với số liệu hiện có");
        var other = await reviewer.GetAsync("/reviews/2026/stc/criteria/I.1");
        Assert.False(other.HasButton("Đồng ý với số liệu hiện có"));
        Assert.Contains("được phân công cho người khác", other.Text);
        Assert.Equal(404, (await reviewer.PostAsync("/reviews/2026/stc/criteria/I.1/agree")).Status);
        var returned = await reviewer.PostAsync("/reviews/2026/stc/return", new("questions", "H10"), new("reason-H10", "Thiếu."), new("deadline", "30/12/2026"), new("step", "send"));
        Assert.Contains("được phân công cho người khác", Assert.Single(returned.Expect(422).Problems));

        // Taken off again, the forms are not found any more.
        await (await _manager.GetAsync("/periods/2026/reviewers")).Fill("part", "g:VI").Fill("mode", "remove").Fill("agencies", _agencies["STC"], _agencies["SNV"]).Fill("reviewers", _users["thamtra4"]).PressAsync("Phân công phần đã chọn");
        Assert.Equal(404, (await reviewer.GetAsync("/reviews/2026/stc")).Status);
        Assert.Equal(["SNV, Nhóm VI", "STC, Nhóm VI"], (await _portal.ReadAsync(db => db.AuditEntries.Where(e => e.Action == "period.assign" && e.Subject.Contains("VI")).OrderBy(e => e.Id).Take(2).Select(e => e.Subject).ToListAsync())).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("z:1", "add", "STC", "thamtra4", "Chọn phần phân công: cả phiếu, một nhóm hoặc một tiêu chí.")]
    [InlineData("c:IX.9", "add", "STC", "thamtra4", "Chọn phần phân công: cả phiếu, một nhóm hoặc một tiêu chí.")]
    [InlineData("g:VI", "add", "", "thamtra4", "Chọn ít nhất một cơ quan.")]
    [InlineData("g:VI", "add", "STC", "", "Chọn ít nhất một chuyên viên thẩm tra.")]
    [InlineData("c:VI.4", "replace", "STTTT", "thamtra1", "Sở Thông tin và Truyền thông: người thuộc chính cơ quan này không được thẩm tra phiếu của cơ quan mình. Chọn người của cơ quan khác.")]
    [InlineData("c:VI.4", "replace", "STC", "quanly", "Chỉ chuyên viên thẩm tra mới được phân công thẩm tra.")]
    public async Task What_is_wrong_is_said_and_nothing_is_given(string part, string mode, string agency, string reviewer, string problem)
    {
        List<KeyValuePair<string, string>> fields = [new("part", part), new("mode", mode)];
        if (agency.Length > 0)
            fields.Add(new("agencies", _agencies[agency]));
        if (reviewer.Length > 0)
            fields.Add(new("reviewers", _users[reviewer]));
        var before = await _portal.ReadAsync(db => db.ReviewerAssignments.CountAsync());

        var page = (await _manager.PostAsync("/periods/2026/reviewers/parts", fields)).Expect(422);

        Assert.Equal([problem], page.Problems);
        Assert.Equal(before, await _portal.ReadAsync(db => db.ReviewerAssignments.CountAsync()));
    }
}
