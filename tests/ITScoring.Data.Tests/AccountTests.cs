using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Auditing;
using ITScoring.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ITScoring.Data.Tests;

public sealed class AccountTests
{
    private static readonly DateTime Now = new(2018, 12, 3, 2, 0, 0, DateTimeKind.Utc);

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_new_account_and_its_audit_row_are_written_by_one_save(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = database.Open())
        {
            using var users = UsersOf(db);
            Assert.True((await users.CreateAsync(Account("stc.dm"), "Mật khẩu 2018!")).Succeeded);
            await using (var other = database.Open())
                Assert.False(await other.Users.AnyAsync());
            db.Add(new AuditEntry(Now, null, null, "account.create", "stc.dm", null, "Editor", null, null, null, null));
            await db.SaveChangesAsync();
        }

        await using var after = database.Open();
        var stored = await after.Users.SingleAsync();
        Assert.Equal((Role.Editor, "Nguyễn Thị Đầu Mối", Now), (stored.Role, stored.DisplayName, stored.CreatedAt));
        Assert.Equal(DateTimeKind.Utc, stored.CreatedAt.Kind);
        Assert.Equal("account.create", (await after.AuditEntries.SingleAsync()).Action);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Five_wrong_passwords_lock_the_account_although_the_store_never_saves_by_itself(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = database.Open())
        {
            using var users = UsersOf(db);
            await users.CreateAsync(Account("stc.dm"), "Mật khẩu 2018!");
            await db.SaveChangesAsync();
        }

        for (var i = 1; i <= 5; i++)
        {
            await using var db = database.Open();
            using var users = UsersOf(db);
            await users.AccessFailedAsync((await users.FindByNameAsync("stc.dm"))!);
            await db.SaveChangesAsync();
        }

        await using var after = database.Open();
        using var check = UsersOf(after);
        Assert.True(await check.IsLockedOutAsync((await check.FindByNameAsync("STC.DM"))!));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Two_administrators_who_change_one_account_do_not_overwrite_each_other(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = database.Open())
        {
            using var users = UsersOf(db);
            await users.CreateAsync(Account("stc.dm"));
            await db.SaveChangesAsync();
        }

        await using var first = database.Open();
        await using var second = database.Open();
        using var usersOfFirst = UsersOf(first);
        using var usersOfSecond = UsersOf(second);
        var (a, b) = ((await usersOfFirst.FindByNameAsync("stc.dm"))!, (await usersOfSecond.FindByNameAsync("stc.dm"))!);
        a.SuspendedAt = Now;
        await usersOfFirst.UpdateAsync(a);
        await first.SaveChangesAsync();
        b.Role = Role.Head;
        await usersOfSecond.UpdateAsync(b);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Two_accounts_of_one_name_are_a_conflict(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var first = database.Open();
        await using var second = database.Open();
        using var usersOfFirst = UsersOf(first);
        using var usersOfSecond = UsersOf(second);
        await usersOfFirst.CreateAsync(Account("stc.dm"));
        await usersOfSecond.CreateAsync(Account("STC.DM"));
        await first.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
    }

    [Fact]
    public async Task A_time_that_is_not_UTC_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var account = Account("stc.dm");
        account.CreatedAt = DateTime.SpecifyKind(Now, DateTimeKind.Local);
        db.Add(account);

        await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync());
        await using var after = database.Open();
        Assert.False(await after.Users.AnyAsync());
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task What_one_process_protected_another_one_reads(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var cookie = database.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("phiên làm việc");

        await using var another = TestDatabase.ServicesFor(provider, database.ConnectionString);

        Assert.Equal("phiên làm việc", another.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(cookie));
    }

    private static AppUser Account(string name) => new() { UserName = name, DisplayName = "Nguyễn Thị Đầu Mối", Role = Role.Editor, CreatedAt = Now };

    private static UserManager<AppUser> UsersOf(AppDbContext db) => new(
        new AppUserStore(db),
        Options.Create(new IdentityOptions()),
        new PasswordHasher<AppUser>(),
        [new UserValidator<AppUser>()],
        [],
        new UpperInvariantLookupNormalizer(),
        new IdentityErrorDescriber(),
        new ServiceCollection().BuildServiceProvider(),
        NullLogger<UserManager<AppUser>>.Instance);
}
