using System.Globalization;
using System.Text;
using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Agencies;
using ITScoring.Web.Input;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Demo;

/// <summary>One account for every role and agency, all with one password; only with demonstration data.</summary>
public sealed class DemoAccounts(AppDbContext db, TimeProvider clock)
{
    public const string Password = "minh-hoa-2018";

    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương"];
    private static readonly string[] Middles = ["Văn", "Thị", "Quang", "Thanh", "Minh", "Đức", "Ngọc", "Hữu", "Thu"];
    private static readonly string[] Givens = ["An", "Bình", "Cường", "Dung", "Giang", "Hà", "Hải", "Hạnh", "Hùng", "Lan", "Long", "Mai", "Nam", "Phúc", "Sơn", "Tâm", "Thảo", "Tuấn", "Vân", "Yến"];

    /// <summary>Adds the accounts that are missing.</summary>
    public async Task AddMissingAsync(CancellationToken cancel = default)
    {
        var known = await db.Users.Select(u => u.UserName!).ToListAsync(cancel);
        var agencies = await db.Agencies.AsNoTracking().Include(a => a.Block).OrderBy(a => a.Order).ToListAsync(cancel);
        // One hash for all: working it out takes a tenth of a second, and there are about a hundred accounts.
        var hash = new PasswordHasher<AppUser>().HashPassword(new AppUser(), Password);
        var number = 0;
        foreach (var (name, role, agency, title) in Wanted(agencies))
        {
            number++;
            if (known.Contains(name))
                continue;
            var now = clock.GetUtcNow().UtcDateTime;
            db.Users.Add(new AppUser
            {
                UserName = name,
                NormalizedUserName = name.ToUpperInvariant(),
                DisplayName = NameOf(number),
                JobTitle = title,
                Role = role,
                AgencyId = agency?.Id,
                PasswordHash = hash,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                LockoutEnabled = true,
                CreatedAt = now,
                ActingFrom = role == Role.Deputy ? new DateTime(2018, 12, 1, 0, 0, 0, DateTimeKind.Utc) : null,
                ActingUntil = role == Role.Deputy ? new DateTime(2099, 12, 31, 0, 0, 0, DateTimeKind.Utc) : null,
            });
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>What the start prints.</summary>
    public static string Table()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Tài khoản minh họa, mật khẩu chung: {Password}");
        text.AppendLine("  stc.nhaplieu  stc.daumoi  stc.thutruong  stc.kythay   Sở Tài chính; cơ quan khác thay stc bằng mã của cơ quan");
        text.AppendLine("  thamtra1 … thamtra4 (Sở TTTT)  thamtra5, thamtra6 (Văn phòng UBND tỉnh)   chuyên viên thẩm tra");
        text.Append("  quanly  lanhdao  theodoi  quantri   quản lý kỳ, lãnh đạo UBND tỉnh, cơ quan theo dõi, quản trị hệ thống");
        return text.ToString();
    }

    private static IEnumerable<(string Name, Role Role, Agency? Agency, string? Title)> Wanted(IReadOnlyList<Agency> agencies)
    {
        foreach (var agency in agencies.Where(a => a.Block!.Code == "SBN"))
        {
            var code = VietnameseSearch.Fold(agency.Code);
            yield return ($"{code}.nhaplieu", Role.Contributor, agency, "Chuyên viên");
            yield return ($"{code}.daumoi", Role.Editor, agency, "Chánh Văn phòng");
            yield return ($"{code}.thutruong", Role.Head, agency, agency.Code switch { "VPUBND" => "Chánh Văn phòng", "BDT" or "BQLKKT" => "Trưởng ban", "TTR" => "Chánh Thanh tra", _ => "Giám đốc" });
            yield return ($"{code}.kythay", Role.Deputy, agency, agency.Code switch { "VPUBND" => "Phó Chánh Văn phòng", "BDT" or "BQLKKT" => "Phó Trưởng ban", "TTR" => "Phó Chánh Thanh tra", _ => "Phó Giám đốc" });
        }

        var lead = agencies.Single(a => a.Code == "STTTT");
        var office = agencies.Single(a => a.Code == "VPUBND");
        for (var i = 1; i <= 4; i++)
            yield return ($"thamtra{i}", Role.Reviewer, lead, "Chuyên viên Phòng Công nghệ thông tin");
        for (var i = 5; i <= 6; i++)
            yield return ($"thamtra{i}", Role.Reviewer, office, "Chuyên viên");
        yield return ("quanly", Role.PeriodManager, lead, "Trưởng phòng Công nghệ thông tin");
        yield return ("lanhdao", Role.Leader, null, "Phó Chủ tịch UBND tỉnh");
        yield return ("theodoi", Role.Observer, agencies.Single(a => a.Code == "SNV"), "Chuyên viên");
        yield return ("quantri", Role.Administrator, lead, "Quản trị viên");
    }

    /// <summary>Invented names; strides without a common divisor keep them apart.</summary>
    private static string NameOf(int n) => $"{Families[n * 5 % Families.Length]} {Middles[n * 7 % Middles.Length]} {Givens[n * 3 % Givens.Length]}";
}
