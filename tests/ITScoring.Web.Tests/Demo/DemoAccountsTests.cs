using ITScoring.Domain.Accounts;
using ITScoring.Web.Demo;
using ITScoring.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Demo;

public sealed class DemoAccountsTests(EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    [Fact]
    public async Task There_is_an_account_for_every_role_and_every_agency_of_the_demonstration()
    {
        var users = await portal.ReadAsync(db => db.Users.AsNoTracking().ToListAsync());
        var codes = await portal.ReadAsync(db => db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Code));

        foreach (var role in new[] { Role.Contributor, Role.Editor, Role.Head, Role.Deputy })
            Assert.Equal(21, users.Where(u => u.Role == role).Select(u => u.AgencyId).Distinct().Count());
        // Reviewers from elsewhere verify and settle the form of Sở TTTT itself.
        Assert.Equal([("STTTT", 4), ("VPUBND", 2)], users.Where(u => u.Role == Role.Reviewer).GroupBy(u => codes[u.AgencyId!.Value]).Select(g => (g.Key, g.Count())).Order());
        foreach (var role in new[] { Role.PeriodManager, Role.Leader, Role.Observer, Role.Administrator })
            Assert.Single(users, u => u.Role == role);
        Assert.All(users, u => Assert.Matches("^[a-z0-9.]+$", u.UserName));
        Assert.Equal(users.Count, users.Select(u => u.DisplayName).Distinct().Count());
    }

    [Fact]
    public void The_start_prints_one_password_and_a_name_of_every_role()
    {
        var table = DemoAccounts.Table();
        foreach (var word in new[] { DemoAccounts.Password, "stc.nhaplieu", "stc.daumoi", "stc.thutruong", "stc.kythay", "thamtra1", "thamtra6", "quanly", "lanhdao", "theodoi", "quantri" })
            Assert.Contains(word, table);
    }
}
