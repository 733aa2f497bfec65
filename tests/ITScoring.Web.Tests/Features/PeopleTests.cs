using System.Text;
using ITScoring.Data.Identity;
using ITScoring.Web.Startup;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

/// <summary>People beyond the one account: memberships, invitations, delegation, the editor's people, import, who has what.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private readonly EmptyPortal _portal = new();

    public Task InitializeAsync() => _portal.InitializeAsync();

    public async Task DisposeAsync() => await ((IAsyncLifetime)_portal).DisposeAsync();

    [Fact]
    public async Task A_person_switches_to_a_further_membership_and_falls_back_when_it_ends()
    {
        using var admin = await _portal.SignedInAsync("quantri");
        var id = await IdAsync("stc.nhaplieu");
        var form = (await admin.GetAsync($"/accounts/{id}/memberships")).Fill("Vai trò", "Đầu mối CNTT").Fill("Cơ quan", "Sở Du lịch").Fill("Đến hết ngày", "31/12/2030");
        var given = await form.PressAsync("Thêm tư cách");
        Assert.Contains(given.TableUnder("Tư cách thêm"), r => r[0] == "Đầu mối CNTT" && r[1] == "Sở Du lịch");
        var again = (await given.Fill("Vai trò", "Đầu mối CNTT").Fill("Cơ quan", "Sở Du lịch").PressAsync("Thêm tư cách")).Expect(422);
        Assert.Contains("đã có vai trò đó", again.ProblemAt("Vai trò"));

        using var person = await _portal.SignedInAsync("stc.nhaplieu");
        Assert.Equal(403, (await person.GetAsync("/people")).Status);
        var mine = await person.GetAsync("/memberships");
        Assert.Contains("Đang làm việc cho: Người nhập liệu, Sở Tài chính", mine.Text);
        var home = await mine.PressAsync("Chuyển sang");
        Assert.Equal("/home", home.Path);
        var people = (await person.GetAsync("/people")).Expect(200);
        Assert.Contains(people.Table(), r => r[1] == "sdl.nhaplieu");
        _portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(200, (await person.GetAsync("/people")).Status);

        await (await admin.GetAsync($"/accounts/{id}/memberships")).PressAsync("Thôi tư cách Đầu mối CNTT Sở Du lịch");
        _portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(403, (await person.GetAsync("/people")).Status);
        Assert.Equal(200, (await person.GetAsync("/home")).Status);
        // Nobody else's membership is taken.
        using var other = await _portal.SignedInAsync("sxd.nhaplieu");
        var taken = await other.PostAsync("/memberships/switch", [new("id", "1")]);
        Assert.Equal(409, taken.Status);
    }

    [Fact]
    public async Task A_reviewer_gets_no_role_in_another_agency()
    {
        using var admin = await _portal.SignedInAsync("quantri");
        var page = await admin.GetAsync($"/accounts/{await IdAsync("thamtra1")}/memberships");
        var refused = (await page.Fill("Vai trò", "Đầu mối CNTT").Fill("Cơ quan", "Ban Dân tộc").PressAsync("Thêm tư cách")).Expect(422);
        Assert.Contains("Người thẩm tra không đồng thời", refused.ProblemAt("Cơ quan"));
    }

    [Fact]
    public async Task A_code_sets_a_password_once_and_tells_nothing_of_accounts()
    {
        using var editor = await _portal.SignedInAsync("stc.daumoi");
        var id = await IdAsync("stc.nhaplieu");
        var slip = await (await editor.GetAsync($"/people/{id}/invite")).PressAsync("Mời");
        Assert.Equal("Phiếu mời", slip.Heading);
        var code = slip.TextOf("[data-code]");
        Assert.False(await _portal.ReadAsync(db => db.Invitations.AnyAsync(i => i.CodeHash.Contains(code))));

        using var person = _portal.Browser();
        async Task<PortalPage> UseAsync(string typed) => await (await person.GetAsync("/invitation")).Fill("Mã mời", typed).Fill("Mật khẩu mới", "hoa-sen-2026-no").Fill("Nhập lại mật khẩu mới", "hoa-sen-2026-no").PressAsync("Đặt mật khẩu");
        var wrong = (await UseAsync("aaaaa-bbbbb-ccccc-ddddd")).Expect(422);
        var done = await UseAsync(code.ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal));
        Assert.Equal("/sign-in", done.Path);
        var twice = (await UseAsync(code)).Expect(422);
        Assert.Equal(wrong.Problems, twice.Problems);
        await person.SignInAsync("stc.nhaplieu", "hoa-sen-2026-no");

        var late = await (await editor.GetAsync($"/people/{id}/invite")).PressAsync("Mời");
        _portal.Clock.Advance(TimeSpan.FromDays(8));
        using var tardy = _portal.Browser();
        var expired = (await (await tardy.GetAsync("/invitation")).Fill("Mã mời", late.TextOf("[data-code]")).Fill("Mật khẩu mới", "hoa-sen-2026-no").Fill("Nhập lại mật khẩu mới", "hoa-sen-2026-no").PressAsync("Đặt mật khẩu")).Expect(422);
        Assert.Equal(wrong.Problems, expired.Problems);
    }

    [Fact]
    public async Task The_editor_suspends_and_reactivates_contributors_of_the_own_agency_only()
    {
        using var editor = await _portal.SignedInAsync("stc.daumoi");
        var (own, head, foreign) = (await IdAsync("stc.nhaplieu"), await IdAsync("stc.thutruong"), await IdAsync("sdl.nhaplieu"));
        await (await editor.GetAsync($"/people/{own}/suspend")).PressAsync("Ngừng sử dụng");
        Assert.NotNull(await _portal.ReadAsync(db => db.Users.Where(u => u.Id == own).Select(u => u.SuspendedAt).SingleAsync()));
        await (await editor.GetAsync($"/people/{own}/reactivate")).PressAsync("Cho dùng lại");
        Assert.Null(await _portal.ReadAsync(db => db.Users.Where(u => u.Id == own).Select(u => u.SuspendedAt).SingleAsync()));
        foreach (var id in new[] { head, foreign })
        {
            Assert.Equal(404, (await editor.GetAsync($"/people/{id}/suspend")).Status);
            Assert.Equal(404, (await editor.PostAsync($"/people/{id}/suspend")).Status);
            Assert.Equal(404, (await editor.PostAsync($"/people/{id}/invite", [new("way", "slip")])).Status);
        }
    }

    [Fact]
    public async Task The_head_gives_the_signing_for_a_time_and_takes_it_back()
    {
        using var head = await _portal.SignedInAsync("stc.thutruong");
        var today = VietnamTime.Day(_portal.Clock.GetUtcNow().UtcDateTime);
        var form = (await head.GetAsync("/delegations")).Fill("Cấp phó", $"{await IdAsync("stc.kythay")}").Fill("Ký thay từ ngày", today).Fill("Ký thay đến hết ngày", "01/01/2020");
        var refused = (await form.PressAsync("Giao ký thay")).Expect(422);
        Assert.Contains("không sớm hơn", refused.ProblemAt("Ký thay đến hết ngày"));
        var done = await refused.Fill("Ký thay đến hết ngày", today).PressAsync("Giao ký thay");
        Assert.Contains("Đang ký thay", done.Text);
        Assert.True((await AccountAsync("stc.kythay")).ToActor().SignsOff(_portal.Clock.GetUtcNow().UtcDateTime));
        await done.PressAsync("Thôi giao");
        Assert.False((await AccountAsync("stc.kythay")).ToActor().SignsOff(_portal.Clock.GetUtcNow().UtcDateTime));
        Assert.Equal(422, (await head.PostAsync("/delegations", [new("deputy", $"{await IdAsync("sdl.kythay")}"), new("from", today), new("until", today)])).Status);
    }

    [Fact]
    public async Task A_list_of_people_is_previewed_and_its_good_lines_are_taken()
    {
        using var admin = await _portal.SignedInAsync("quantri");
        const string text = "Tên đăng nhập;Họ tên;Chức vụ;Thư điện tử;Vai trò;Mã cơ quan;Từ ngày;Đến ngày\nlan.tth;Nguyễn Lan;;lan@qb.gov.vn;Người nhập liệu;SDL;;\nlan.tth;Nguyễn Lan;;lan@qb.gov.vn;Người nhập liệu;STC;;31/12/2030\nhai.nv;Trần Hải;;lan@qb.gov.vn;nguoi nhap lieu;SDL;;\nx y;;;a;Vua;QQQ;32/01/2026;\nstc.daumoi;Ai đó;;;Đầu mối CNTT;STC;;";
        var preview = (await admin.UploadAsync("/accounts/file", "file", "a.csv", Encoding.UTF8.GetBytes(text))).Expect(200);
        Assert.Contains("1 tài khoản mới, 1 tư cách thêm, 1 đã có; 2 dòng sai", preview.Text);
        Assert.Contains("Thư điện tử này đã ghi cho tài khoản lan.tth", preview.Text);
        Assert.False(await _portal.ReadAsync(db => db.Users.AnyAsync(u => u.UserName == "lan.tth")));
        var slips = await preview.PressAsync("Chỉ nhận các dòng hợp lệ");
        Assert.Equal("Phiếu mời", slips.Heading);
        Assert.Single(slips.All("[data-code]"));
        Assert.Equal(1, await _portal.ReadAsync(db => db.Memberships.CountAsync()));

        var list = await admin.GetAsync("/access?search=nguyen lan");
        Assert.Equal(2, list.Table().Count);
        Assert.Equal(200, (int)(await admin.Http.GetAsync("/access/list.xlsx")).StatusCode);
        Assert.Contains("lan.tth", await admin.Http.GetStringAsync("/access/list.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_belongs_to_one_account()
    {
        using var admin = await _portal.SignedInAsync("quantri");
        var first = await (await admin.GetAsync($"/accounts/{await IdAsync("stc.nhaplieu")}")).Fill("Thư điện tử công vụ", "chung@qb.gov.vn").PressAsync("Lưu");
        Assert.Equal("/accounts", first.Path);
        var second = (await (await admin.GetAsync($"/accounts/{await IdAsync("stc.daumoi")}")).Fill("Thư điện tử công vụ", "CHUNG@qb.gov.vn").PressAsync("Lưu")).Expect(422);
        Assert.Contains("đã ghi cho tài khoản stc.nhaplieu", second.ProblemAt("Thư điện tử công vụ"));
    }

    private Task<int> IdAsync(string userName) => _portal.ReadAsync(db => db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync());

    private Task<AppUser> AccountAsync(string userName) => _portal.ReadAsync(db => db.Users.SingleAsync(u => u.UserName == userName));
}
