using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Auditing;
using ITScoring.Web.Demo;
using ITScoring.Web.Security;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Features;

public sealed class AccountsTests : IAsyncLifetime
{
    private readonly EmptyPortal _portal = new();

    public Task InitializeAsync() => _portal.InitializeAsync();

    public async Task DisposeAsync() => await ((IAsyncLifetime)_portal).DisposeAsync();

    [Fact]
    public async Task A_search_ignores_marks_and_a_filter_narrows_the_list()
    {
        using var browser = await _portal.SignedInAsync("quantri");

        var found = await (await browser.GetAsync("/accounts")).Fill("Tìm tên, cơ quan", "so tai CHINH").PressAsync("Lọc");
        Assert.Equal(["stc.daumoi", "stc.kythay", "stc.nhaplieu", "stc.thutruong"], found.Table().Select(r => r[0]));
        Assert.All(found.Table(), r => Assert.Equal("Sở Tài chính", r[3]));

        var heads = await found.Fill("Tìm tên, cơ quan", "").Fill("Vai trò", "Thủ trưởng cơ quan").PressAsync("Lọc");
        Assert.Equal(21, heads.Table().Count);
        var ours = await heads.Fill("Vai trò", "Chuyên viên thẩm tra").Fill("Cơ quan", "Văn phòng UBND tỉnh").PressAsync("Lọc");
        Assert.Equal(["thamtra5", "thamtra6"], ours.Table().Select(r => r[0]));

        var none = await ours.Fill("Trạng thái", "Ngừng sử dụng").PressAsync("Lọc");
        Assert.Contains("Không có tài khoản nào khớp", none.Text);
        Assert.Empty(none.All("main table"));
    }

    [Fact]
    public async Task A_list_of_more_than_fifty_is_paged_and_sorted_by_any_column()
    {
        using var browser = await _portal.SignedInAsync("quantri");

        // 21 agencies with four accounts each, six reviewers, manager, leader, observer and administrator.
        var first = await browser.GetAsync("/accounts");
        Assert.Contains("94 tài khoản", first.Text);
        Assert.Equal((50, "bdt.daumoi"), (first.Table().Count, first.Table()[0][0]));
        Assert.Equal("ascending", first.All("th[aria-sort]").Single().GetAttribute("aria-sort"));
        var second = await first.FollowAsync("Trang sau");
        Assert.Equal((44, "vpubnd.thutruong"), (second.Table().Count, second.Table()[^1][0]));

        var turned = await second.FollowAsync("Tên đăng nhập ▲");
        Assert.Equal("vpubnd.thutruong", turned.Table()[0][0]);
        Assert.Equal("descending", turned.All("th[aria-sort]").Single().GetAttribute("aria-sort"));
        var byRole = await turned.FollowAsync("Vai trò");
        Assert.Equal("Cấp phó ký thay", byRole.Table()[0][2]);

        Assert.Equal(44, (await browser.GetAsync("/accounts?page=2000000000")).Table().Count);
        Assert.Equal(200, (await browser.GetAsync("/accounts?page=-1&sort=nothing&role=Nobody&state=x")).Status);
    }

    [Fact]
    public async Task A_new_account_gets_a_password_once_and_changes_it_before_anything_else()
    {
        using var browser = await _portal.SignedInAsync("quantri");

        var given = await (await NewAsync(browser, "Lan.TTH", "Nguyễn Thị Hương Lan", "Đầu mối CNTT", "Sở Du lịch")).PressAsync("Thêm tài khoản");
        Assert.Equal(("Đã thêm tài khoản", 200), (given.Heading, given.Status));
        Assert.True(given.Response.Headers.CacheControl!.NoStore);
        var password = given.TextOf("[data-password]");
        Assert.Equal(12, password.Length);

        var row = Assert.Single(await AuditAsync("lan.tth"));
        Assert.Equal(("account.create", null, "Đầu mối CNTT; SDL"), (row.Action, row.From, row.To));
        Assert.Equal(("quantri", Role.Administrator), (await NameAsync(row.ActorId), row.ActorRole));

        using var person = _portal.Browser();
        var must = await person.SignInAsync("lan.tth", password);
        Assert.Equal("/password", must.Path);
        Assert.Contains("Mật khẩu hiện tại do người khác cấp.", must.Text);
        Assert.Equal("/password", (await person.GetAsync("/home")).Path);
        Assert.Equal("/password", (await person.GetAsync("/results")).Path);
        var home = await must.Fill("Mật khẩu hiện tại", password).Fill("Mật khẩu mới", "hoa-sen-2026-no").Fill("Nhập lại mật khẩu mới", "hoa-sen-2026-no").PressAsync("Đổi mật khẩu");
        Assert.Equal("/home", home.Path);
        Assert.Equal(200, (await person.GetAsync("/results")).Status);
    }

    [Theory]
    [InlineData("Tên đăng nhập", "", "Nhập tên đăng nhập, không quá 64 ký tự.")]
    [InlineData("Tên đăng nhập", "QUANTRI", "Tên đăng nhập “quantri” đã có người dùng. Chọn tên khác.")]
    [InlineData("Tên đăng nhập", "lan hương", "Tên đăng nhập “lan hương” chỉ được gồm chữ không dấu, chữ số và các dấu . - _ @ +.")]
    [InlineData("Họ và tên", " ", "Nhập họ và tên, không quá 200 ký tự.")]
    [InlineData("Thư điện tử công vụ", "lan at quangbinh", "Địa chỉ thư điện tử không đúng, ví dụ ten@coquan.gov.vn.")]
    [InlineData("Vai trò", "", "Chọn vai trò.")]
    [InlineData("Cơ quan", "", "Chọn cơ quan: vai trò này thuộc một cơ quan.")]
    public async Task What_is_wrong_with_a_new_account_is_said_at_the_field_and_nothing_is_written(string field, string value, string problem)
    {
        using var browser = await _portal.SignedInAsync("quantri");

        var page = (await (await NewAsync(browser, "lan.tth", "Nguyễn Thị Hương Lan", "Đầu mối CNTT", "Sở Du lịch")).Fill(field, value).PressAsync("Thêm tài khoản")).Expect(422);

        Assert.EndsWith(problem, page.ProblemAt(field));
        Assert.Equal([problem], page.Problems);
        Assert.Equal(field == "Thư điện tử công vụ" ? value : "lan@quangbinh.gov.vn", page.ValueOf("Thư điện tử công vụ"));
        Assert.Equal(94, await _portal.ReadAsync(db => db.Users.CountAsync()));
        Assert.False(await _portal.ReadAsync(db => db.AuditEntries.AnyAsync(e => e.Action == "account.create")));
    }

    [Fact]
    public async Task Problems_are_listed_in_the_order_of_the_fields()
    {
        using var browser = await _portal.SignedInAsync("quantri");
        var page = (await (await browser.GetAsync("/accounts/new")).PressAsync("Thêm tài khoản")).Expect(422);
        Assert.Equal(["Nhập tên đăng nhập, không quá 64 ký tự.", "Nhập họ và tên, không quá 200 ký tự.", "Chọn vai trò."], page.Problems);
    }

    [Fact]
    public async Task A_reviewer_needs_a_home_agency_and_a_leader_does_not()
    {
        using var browser = await _portal.SignedInAsync("quantri");

        var reviewer = await (await NewAsync(browser, "tham.tra", "Lê Thẩm", "Chuyên viên thẩm tra", "")).PressAsync("Thêm tài khoản");
        Assert.Equal(422, reviewer.Status);
        Assert.EndsWith("Chọn cơ quan: vai trò này thuộc một cơ quan.", reviewer.ProblemAt("Cơ quan"));
        var leader = await reviewer.Fill("Vai trò", "Lãnh đạo UBND tỉnh").PressAsync("Thêm tài khoản");
        Assert.Equal("Đã thêm tài khoản", leader.Heading);
    }

    [Fact]
    public async Task A_deputy_gets_the_days_on_which_he_signs()
    {
        using var browser = await _portal.SignedInAsync("quantri");
        var form = await NewAsync(browser, "pho.gd", "Trần Phó", "Cấp phó ký thay", "Sở Du lịch");

        var without = (await form.PressAsync("Thêm tài khoản")).Expect(422);
        Assert.EndsWith("Nhập thời gian được giao ký thay: từ ngày, đến ngày không sớm hơn.", without.ProblemAt("Ký thay từ ngày"));
        var turned = (await without.Fill("Ký thay từ ngày", "10/12/2026").Fill("Ký thay đến hết ngày", "09/12/2026").PressAsync("Thêm tài khoản")).Expect(422);
        var done = await turned.Fill("Ký thay đến hết ngày", "10/12/2026").PressAsync("Thêm tài khoản");

        Assert.Equal("Đã thêm tài khoản", done.Heading);
        var deputy = (await AccountAsync("pho.gd")).ToActor();
        Assert.False(deputy.SignsOff(new DateTime(2026, 12, 9, 16, 59, 59, DateTimeKind.Utc)));
        Assert.True(deputy.SignsOff(new DateTime(2026, 12, 9, 17, 0, 0, DateTimeKind.Utc)));
        Assert.True(deputy.SignsOff(new DateTime(2026, 12, 10, 16, 59, 59, DateTimeKind.Utc)));
        Assert.False(deputy.SignsOff(new DateTime(2026, 12, 10, 17, 0, 0, DateTimeKind.Utc)));
        Assert.EndsWith("ký thay từ 10/12/2026 đến hết 10/12/2026", Assert.Single(await AuditAsync("pho.gd")).To);
    }

    [Fact]
    public async Task A_new_role_holds_at_once_after_the_old_session_ends_within_a_minute()
    {
        using var person = await _portal.SignedInAsync("sdl.nhaplieu");
        using var browser = await _portal.SignedInAsync("quantri");

        var account = await (await browser.GetAsync("/accounts?search=sdl.nhaplieu")).FollowAsync("sdl.nhaplieu");
        Assert.Equal("Contributor", account.ValueOf("Vai trò"));
        var list = await account.Fill("Vai trò", "Đầu mối CNTT").PressAsync("Lưu");
        Assert.Equal(("/accounts", "Đã lưu tài khoản sdl.nhaplieu."), (list.Path, list.Notice));

        var row = Assert.Single(await AuditAsync("sdl.nhaplieu"), r => r.Action == "account.change");
        Assert.EndsWith("Người nhập liệu; SDL", row.From);
        Assert.EndsWith("Đầu mối CNTT; SDL", row.To);
        _portal.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/sign-in", (await person.GetAsync("/home")).Path);
        Assert.Contains("Đầu mối CNTT", (await person.SignInAsync("sdl.nhaplieu")).TextOf(".who"));
    }

    [Fact]
    public async Task Saving_an_unchanged_account_ends_no_session_and_leaves_no_row()
    {
        using var browser = await _portal.SignedInAsync("quantri");
        var before = await AccountAsync("sdl.kythay");

        await (await browser.GetAsync($"/accounts/{before.Id}")).PressAsync("Lưu");

        Assert.Equal(before.SecurityStamp, (await AccountAsync("sdl.kythay")).SecurityStamp);
        Assert.Empty(await AuditAsync("sdl.kythay"));
    }

    [Fact]
    public async Task Suspending_is_asked_once_ends_the_session_and_can_be_undone()
    {
        using var person = await _portal.SignedInAsync("sdl.daumoi");
        using var browser = await _portal.SignedInAsync("quantri");
        var id = (await AccountAsync("sdl.daumoi")).Id;

        var ask = await (await browser.GetAsync($"/accounts/{id}")).FollowAsync("Ngừng sử dụng…");
        Assert.Contains("sdl.daumoi", ask.Text);
        Assert.Null((await AccountAsync("sdl.daumoi")).SuspendedAt);
        var done = await ask.PressAsync("Ngừng sử dụng");
        Assert.Equal("Đã ngừng tài khoản sdl.daumoi. Các phiên đang mở kết thúc trong một phút.", done.Notice);
        _portal.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/sign-in", (await person.GetAsync("/home")).Path);

        var twice = (await browser.PostAsync($"/accounts/{id}/suspend")).Expect(409);
        Assert.Equal(["Tài khoản đã ngừng sử dụng từ trước."], twice.Problems);

        await (await done.FollowAsync("Cho dùng lại…")).PressAsync("Cho dùng lại");
        await person.SignInAsync("sdl.daumoi");
        Assert.Equal(
            [("account.suspend", "Đang dùng", "Ngừng sử dụng"), ("account.reactivate", "Ngừng sử dụng", "Đang dùng")],
            (await AuditAsync("sdl.daumoi")).Where(r => !r.Action.StartsWith("account.sign", StringComparison.Ordinal)).Select(r => (r.Action, r.From!, r.To!)));
    }

    [Fact]
    public async Task An_administrator_cannot_suspend_himself_nor_give_up_the_last_administrator()
    {
        using var browser = await _portal.SignedInAsync("quantri");
        var me = (await AccountAsync("quantri")).Id;

        var page = await browser.GetAsync($"/accounts/{me}");
        Assert.DoesNotContain("Ngừng sử dụng…", page.Text);
        Assert.Equal(["Không thể ngừng tài khoản của chính mình: nhờ một quản trị hệ thống khác."], (await browser.PostAsync($"/accounts/{me}/suspend")).Expect(422).Problems);
        var demoted = (await page.Fill("Vai trò", "Cơ quan theo dõi").PressAsync("Lưu")).Expect(422);
        Assert.EndsWith("Đây là quản trị hệ thống duy nhất đang dùng được: cấp quyền quản trị cho người khác trước.", demoted.ProblemAt("Vai trò"));

        var account = await AccountAsync("quantri");
        Assert.Equal((Role.Administrator, null), (account.Role, account.SuspendedAt));
        Assert.DoesNotContain(await AuditAsync("quantri"), r => r.Action is "account.change" or "account.suspend");
    }

    [Fact]
    public async Task Two_administrators_who_suspend_each_other_leave_one()
    {
        using var first = await _portal.SignedInAsync("quantri");
        var password = (await (await NewAsync(first, "quantri2", "Phạm Hai", "Quản trị hệ thống", "")).PressAsync("Thêm tài khoản")).TextOf("[data-password]");
        using var second = _portal.Browser();
        await (await second.SignInAsync("quantri2", password)).Fill("Mật khẩu hiện tại", password).Fill("Mật khẩu mới", "hoa-sen-2026-no").Fill("Nhập lại mật khẩu mới", "hoa-sen-2026-no").PressAsync("Đổi mật khẩu");

        // The second one's session lives on for less than a minute.
        await first.PostAsync($"/accounts/{(await AccountAsync("quantri2")).Id}/suspend");
        var refused = (await second.PostAsync($"/accounts/{(await AccountAsync("quantri")).Id}/suspend")).Expect(422);

        Assert.StartsWith("Đây là quản trị hệ thống duy nhất", Assert.Single(refused.Problems));
        Assert.Null((await AccountAsync("quantri")).SuspendedAt);
    }

    [Fact]
    public async Task A_reset_opens_a_locked_account_with_a_password_shown_once_and_ends_the_old_sessions()
    {
        using var person = await _portal.SignedInAsync("sdl.thutruong");
        using var thief = _portal.Browser();
        for (var i = 0; i < 5; i++)
            await (await thief.GetAsync("/sign-in")).Fill("Tên đăng nhập", "sdl.thutruong").Fill("Mật khẩu", "sai").PressAsync("Đăng nhập");
        using var browser = await _portal.SignedInAsync("quantri");
        Assert.Equal(["sdl.thutruong"], (await (await browser.GetAsync("/accounts")).Fill("Trạng thái", "Đang khóa").PressAsync("Lọc")).Table().Select(r => r[0]));

        var account = await browser.GetAsync($"/accounts/{(await AccountAsync("sdl.thutruong")).Id}");
        Assert.Contains("Khóa đến 09:15 ngày 20/10/2026 vì nhập sai nhiều lần.", account.Text);
        var given = await (await account.FollowAsync("Đặt lại mật khẩu…")).PressAsync("Đặt lại mật khẩu");
        var password = given.TextOf("[data-password]");
        Assert.True(given.Response.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(password, (await browser.GetAsync(account.Path)).Html);

        _portal.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/sign-in", (await person.GetAsync("/home")).Path);
        Assert.Equal(422, (await (await thief.GetAsync("/sign-in")).Fill("Tên đăng nhập", "sdl.thutruong").Fill("Mật khẩu", DemoAccounts.Password).PressAsync("Đăng nhập")).Status);
        Assert.Equal("/password", (await person.SignInAsync("sdl.thutruong", password)).Path);
        var row = Assert.Single(await AuditAsync("sdl.thutruong"), r => r.Action == "account.reset-password");
        Assert.Equal((null, null), (row.From, row.To));
    }

    [Fact]
    public async Task A_changed_name_leaves_a_row_without_the_name()
    {
        using var browser = await _portal.SignedInAsync("quantri");
        var id = (await AccountAsync("sdl.daumoi")).Id;

        await (await browser.GetAsync($"/accounts/{id}")).Fill("Họ và tên", "Trần Đổi Tên").Fill("Thư điện tử công vụ", "doiten@quangbinh.gov.vn").PressAsync("Lưu");

        var row = Assert.Single(await AuditAsync("sdl.daumoi"), r => r.Action == "account.change");
        Assert.Equal(("Đầu mối CNTT; SDL", "Đầu mối CNTT; SDL; đổi họ và tên, thư điện tử"), (row.From, row.To));
    }

    [Fact]
    public async Task A_leaver_is_anonymised_after_two_years_and_no_page_or_row_tells_the_name_any_more()
    {
        using var browser = await _portal.SignedInAsync("quantri");
        var before = await AccountAsync("sdl.daumoi");
        await (await browser.GetAsync($"/accounts/{before.Id}")).Fill("Họ và tên", "Trần Rời Ngành").Fill("Chức vụ", "Chuyên viên").Fill("Thư điện tử công vụ", "roi@quangbinh.gov.vn").PressAsync("Lưu");
        Assert.Equal(["Chỉ ẩn danh được tài khoản đã ngừng sử dụng ít nhất 24 tháng."], (await browser.PostAsync($"/accounts/{before.Id}/anonymise")).Expect(409).Problems);
        await browser.PostAsync($"/accounts/{before.Id}/suspend");
        _portal.Clock.Advance(TimeSpan.FromDays(600));
        await browser.SignInAsync("quantri");
        Assert.Equal(409, (await browser.PostAsync($"/accounts/{before.Id}/anonymise")).Status);
        _portal.Clock.Advance(TimeSpan.FromDays(140));
        await browser.SignInAsync("quantri");
        Assert.Contains("Trần Rời Ngành (sdl.daumoi)", (await browser.GetAsync("/audit")).Text);

        var done = await (await (await browser.GetAsync($"/accounts/{before.Id}")).FollowAsync("Ẩn danh…")).PressAsync("Ẩn danh");

        Assert.Equal($"Đã ẩn danh tài khoản; tên đăng nhập nay là an-danh-{before.Id}.", done.Notice);
        var after = await _portal.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Id == before.Id));
        Assert.Equal(($"Người dùng đã ẩn danh #{before.Id}", $"an-danh-{before.Id}", $"AN-DANH-{before.Id}"), (after.DisplayName, after.UserName, after.NormalizedUserName));
        Assert.Equal((null, null, null, null, null), (after.JobTitle, after.Email, after.NormalizedEmail, after.PhoneNumber, after.PasswordHash));
        Assert.Equal((before.Role, before.AgencyId), (after.Role, after.AgencyId));
        var log = await browser.GetAsync("/audit?search=an danh");
        Assert.Contains($"Người dùng đã ẩn danh #{before.Id} (an-danh-{before.Id})", log.Text);
        Assert.DoesNotContain("Trần Rời Ngành", (await browser.GetAsync("/audit")).Text);
        Assert.False(await _portal.ReadAsync(db => db.AuditEntries.AnyAsync(e => e.Subject.Contains("sdl.daumoi") || e.To!.Contains("Trần Rời Ngành") || e.To!.Contains("roi@") || e.From!.Contains("Trần Rời Ngành"))));
        foreach (var verb in new[] { "reactivate", "anonymise", "reset" })
            Assert.Equal(409, (await browser.PostAsync($"/accounts/{before.Id}/{verb}")).Status);
    }

    [Fact]
    public async Task An_account_that_does_not_exist_is_not_found()
    {
        using var browser = await _portal.SignedInAsync("quantri");
        foreach (var path in new[] { "/accounts/99999", "/accounts/99999/suspend", "/accounts/99999/reset", "/accounts/1/nothing", "/accounts/x" })
            Assert.Equal(404, (await browser.GetAsync(path)).Status);
        foreach (var verb in new[] { "", "/suspend", "/reactivate", "/reset" })
            Assert.Equal(404, (await browser.PostAsync($"/accounts/99999{verb}")).Status);
    }

    private static async Task<PortalPage> NewAsync(PortalClient browser, string userName, string name, string role, string agency) =>
        (await (await browser.GetAsync("/accounts")).FollowAsync("Thêm tài khoản"))
            .Fill("Tên đăng nhập", userName).Fill("Họ và tên", name).Fill("Chức vụ", "Chánh Văn phòng").Fill("Thư điện tử công vụ", "lan@quangbinh.gov.vn").Fill("Vai trò", role).Fill("Cơ quan", agency);

    private Task<List<AuditEntry>> AuditAsync(string userName) =>
        _portal.ReadAsync(async db =>
        {
            var subject = AccountReference.Subject(await db.Users.Where(u => u.UserName == userName).Select(u => u.Id).SingleAsync());
            return await db.AuditEntries.AsNoTracking().Where(e => e.Action.StartsWith("account.") && e.Subject == subject).OrderBy(e => e.Id).ToListAsync();
        });

    private Task<AppUser> AccountAsync(string userName) => _portal.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.UserName == userName));

    private Task<string?> NameAsync(int? id) => _portal.ReadAsync(db => db.Users.Where(u => u.Id == id).Select(u => u.UserName).SingleAsync());
}
