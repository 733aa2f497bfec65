using System.Security.Cryptography;
using ITScoring.Data;
using ITScoring.Data.Identity;
using ITScoring.Domain;
using ITScoring.Domain.Accounts;
using ITScoring.Web.Features.Accounts;
using ITScoring.Web.Features.Invitations;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;
using ITScoring.Web.Reports.Sheets;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.AccountFiles;

/// <summary>Takes a list of people over from a workbook or CSV: first it shows what each line would make, then it takes the good lines; the others come back as a file with reasons.</summary>
public sealed class AccountImport(AppDbContext db, UserManager<AppUser> users, InvitationService invitations, CurrentUser me, AuditLog audit, SealedTickets tickets, TimeProvider clock)
{
    /// <summary>People that one file may bring: a password is made for each of them.</summary>
    public const int MostLines = 300;

    private const string Purpose = "Accounts.Preview";
    private const string Subject = "accounts";
    private const int MostNameCharacters = 200;

    /// <param name="file">Can be sought.</param>
    public async Task<InputResult<AccountPreview>> PreviewAsync(string fileName, Stream file, CancellationToken cancel = default)
    {
        var head = new byte[2];
        var isPackage = file.ReadAtLeast(head, 2, throwOnEndOfStream: false) == 2 && head is [0x50, 0x4B];
        file.Position = 0;
        var workbook = isPackage ? WorkbookReader.Read(file, "biểu mẫu") : CsvReader.Read(file);
        if (workbook.Problem is { } unreadable)
            return InputResult<AccountPreview>.Wrong(unreadable);
        if (AccountTable.Find(workbook.Value!) is not { Rows.Count: > 0 } table)
            return InputResult<AccountPreview>.Wrong($"Không tìm thấy bảng người dùng trong tệp. Cần một dòng tiêu đề có các cột {string.Join(", ", AccountTable.Heads.Select(h => $"“{h}”"))} và ít nhất một dòng. Tải biểu mẫu ở trang này.");
        if (table.Rows.Count > MostLines)
            return InputResult<AccountPreview>.Wrong($"Tệp có hơn {MostLines} dòng. Chia làm nhiều tệp rồi nhập từng tệp.");
        file.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
        var (good, bad) = await ReadAsync(table, cancel);
        var ticket = new AccountTicket(FileNameInput.Clean(fileName), sha256, good, bad);
        return InputResult<AccountPreview>.Of(new AccountPreview(ticket, tickets.Seal(Purpose, Subject, ticket)));
    }

    /// <returns>Null when the ticket is too old, of another person, or was not sealed here.</returns>
    public AccountTicket? Open(string? ticket) => tickets.Open<AccountTicket>(Purpose, Subject, ticket);

    /// <summary>Takes the good lines all or none: accounts, memberships, and an invitation for each new account.</summary>
    public async Task<(Outcome Outcome, IReadOnlyList<InvitationSlip> Slips, string Done)> ApplyAsync(AccountTicket ticket, CancellationToken cancel = default)
    {
        var (now, slips, memberships, made) = (clock.UtcNow(), new List<InvitationSlip>(), 0, new Dictionary<string, AppUser>());
        foreach (var line in ticket.Good.Where(l => l.Kind == AccountLineKind.Account))
        {
            var user = new AppUser
            {
                UserName = line.UserName,
                DisplayName = line.DisplayName,
                JobTitle = line.JobTitle,
                Email = line.Email,
                Role = line.Role,
                AgencyId = line.AgencyId,
                ActingFrom = line.From,
                ActingUntil = line.Until,
                CreatedAt = now,
                MustChangePassword = true,
                LockoutEnabled = true,
            };
            var address = line.Email?.ToUpperInvariant();
            var result = address is not null && await db.Users.AnyAsync(u => u.Email!.ToUpper() == address, cancel) ? IdentityResult.Failed() : await users.CreateAsync(user, AccountService.NewPassword());
            if (!result.Succeeded)
            {
                db.ChangeTracker.Clear();
                return (Outcome.WrongState($"Dòng {line.Row}: tài khoản {line.UserName} hoặc thư điện tử của người này vừa được người khác dùng, nên chưa ghi gì. Chọn lại tệp để xem trước lần nữa."), [], "");
            }

            made[line.UserName] = user;
        }

        var done = "";
        await db.SaveThenAsync(async () =>
        {
            foreach (var line in ticket.Good.Where(l => l.Kind == AccountLineKind.Account))
                audit.Record("account.create", AccountReference.Subject(made[line.UserName].Id), null, Described(line), null, null, line.AgencyId);
            foreach (var user in made.Values)
                slips.Add(await invitations.AddAsync(user, byMail: false, cancel));
            foreach (var line in ticket.Good.Where(l => l.Kind == AccountLineKind.Membership))
            {
                if ((made.GetValueOrDefault(line.UserName) ?? await db.Users.FirstOrDefaultAsync(u => u.UserName == line.UserName, cancel)) is not { } user)
                    continue;
                db.Memberships.Add(new AppUserMembership(user, line.Role, line.AgencyId, null, line.From ?? now, line.Until, me.UserId, now));
                audit.Record("account.add-membership", AccountReference.Subject(user.Id), null, Described(line), null, null, line.AgencyId);
                memberships++;
            }

            done = $"{Display.Of(slips.Count)} tài khoản mới, {Display.Of(memberships)} tư cách thêm{(ticket.Bad.Count > 0 ? $"; {Display.Of(ticket.Bad.Count)} dòng sai không nhận" : "")}";
            audit.Record("account.import", ticket.FileName, null, done, $"SHA-256 {ticket.Sha256}");
        }, cancel);
        return (Outcome.Done, slips, done);

        static string Described(AccountLine line) => string.Join("; ", new[] { line.Role.Name(), line.AgencyCode }.OfType<string>());
    }

    /// <summary>The lines that were not taken, with the reasons in a last column; mended, the file can be brought again.</summary>
    public static byte[] BadFile(AccountTicket ticket) => DataWorkbook.Write("Dòng chưa nhận", null,
        [new DataSheet("Người dùng", $"Các dòng chưa nhận của tệp {ticket.FileName}", [.. Columns(), new("reason", "Lý do", DataKind.Text, 60)],
            [.. ticket.Bad.Select(b => (IReadOnlyList<object?>)[.. b.Cells.Select(c => c.Length == 0 ? null : c), string.Join(" ", b.Problems)])], 1)]);

    /// <summary>The template with one line to show how.</summary>
    public static byte[] Template() => DataWorkbook.Write("Danh sách người dùng", null,
        [new DataSheet("Người dùng", $"Xóa dòng mẫu trước khi nhập. Vai trò: {string.Join(", ", Enum.GetValues<Role>().Select(r => r.Name()))}", Columns(),
            [["stc.nguyenvana", "Nguyễn Văn A", "Chuyên viên", "a.nv@quangbinh.gov.vn", Role.Contributor.Name(), "STC", null, null]], 1)]);

    private static DataColumn[] Columns() => [.. AccountTable.Heads.Select((h, i) => new DataColumn($"c{i}", h, DataKind.Text, i is 1 or 3 ? 28 : 20))];

    private async Task<(IReadOnlyList<AccountLine> Good, IReadOnlyList<AccountBadLine> Bad)> ReadAsync(AccountTable table, CancellationToken cancel)
    {
        var agencies = (await db.Agencies.AsNoTracking().ToListAsync(cancel)).ToDictionary(a => a.Code, StringComparer.OrdinalIgnoreCase);
        var known = (await db.Users.AsNoTracking().ToListAsync(cancel)).ToDictionary(u => u.UserName!, StringComparer.OrdinalIgnoreCase);
        var held = (await db.Memberships.AsNoTracking().Where(m => m.EndedAt == null).ToListAsync(cancel)).ToLookup(m => m.UserId, m => (m.Role, m.AgencyId));
        var emails = known.Values.Where(u => u.Email is not null).GroupBy(u => u.Email!, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().UserName!, StringComparer.OrdinalIgnoreCase);
        var roles = new Dictionary<string, List<(Role Role, int? Agency)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var u in known.Values)
            roles[u.UserName!] = [(u.Role, u.AgencyId), .. held[u.Id]];
        var (good, bad) = (new List<AccountLine>(), new List<AccountBadLine>());
        foreach (var row in table.Rows)
        {
            var problems = new List<string>();
            var userName = table.Text(row, AccountTable.UserName)?.ToLowerInvariant() ?? "";
            var (name, job, email) = (table.Text(row, AccountTable.DisplayName), table.Text(row, AccountTable.JobTitle), table.Text(row, AccountTable.Email));
            if (userName.Length is 0 or > AccountService.MostUserNameCharacters || !userName.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@' or '+'))
                problems.Add($"Tên đăng nhập chỉ gồm chữ không dấu, chữ số và . - _ @ +, không quá {AccountService.MostUserNameCharacters} ký tự.");
            if (name is not { Length: <= MostNameCharacters })
                problems.Add($"Ghi họ tên, không quá {MostNameCharacters} ký tự.");
            if (job?.Length > MostNameCharacters)
                problems.Add($"Chức vụ không quá {MostNameCharacters} ký tự.");
            if (email is not null && (email.Length > MostNameCharacters || !System.Net.Mail.MailAddress.TryCreate(email, out _)))
                problems.Add("Địa chỉ thư điện tử không đúng, ví dụ ten@coquan.gov.vn.");
            else if (email is not null && emails.TryGetValue(email, out var owner) && !string.Equals(owner, userName, StringComparison.OrdinalIgnoreCase))
                problems.Add($"Thư điện tử này đã ghi cho tài khoản {owner}: mỗi người một tài khoản với thư điện tử riêng.");
            var typed = VietnameseSearch.Fold(table.Text(row, AccountTable.RoleName));
            var role = Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(r => VietnameseSearch.Fold(r!.Value.Name()) == typed || r.Value.ToString().Equals(typed, StringComparison.OrdinalIgnoreCase));
            if (role is null)
                problems.Add($"Vai trò là một trong: {string.Join(", ", Enum.GetValues<Role>().Select(r => r.Name()))}.");
            var code = table.Text(row, AccountTable.Agency);
            var agency = code is null ? null : agencies.GetValueOrDefault(code);
            if (code is not null && agency is null)
                problems.Add($"Không có cơ quan mang mã {code}.");
            else if (agency is null && role is { } needs && (needs.WorksForAgency() || needs == Role.Reviewer))
                problems.Add("Vai trò này thuộc một cơ quan: ghi mã cơ quan.");
            var (from, until) = (DateInput.Parse(table.Text(row, AccountTable.From)), DateInput.Parse(table.Text(row, AccountTable.Until)));
            problems.AddRange(new[] { from.Problem, until.Problem }.OfType<string>());
            var has = roles.GetValueOrDefault(userName);
            var kind = has is null ? AccountLineKind.Account : has.Contains((role ?? default, agency?.Id)) ? AccountLineKind.Unchanged : AccountLineKind.Membership;
            if (role == Role.Deputy && kind != AccountLineKind.Unchanged && (from.IsEmpty || until.IsEmpty))
                problems.Add("Cấp phó ký thay cần từ ngày và đến ngày.");
            if (kind == AccountLineKind.Account && role != Role.Deputy && !(from.IsEmpty && until.IsEmpty))
                problems.Add("Từ ngày, đến ngày chỉ dùng cho cấp phó ký thay và cho tư cách thêm của tài khoản đã có. Xóa hai ô đó.");
            DateTime? starts = from is { Ok: true, IsEmpty: false } ? VietnamTime.StartOf(from.Value) : null, ends = until is { Ok: true, IsEmpty: false } ? VietnamTime.StartOf(until.Value.AddDays(1)).AddSeconds(-1) : null;
            if (ends < (starts ?? clock.UtcNow()))
                problems.Add("Đến ngày phải không sớm hơn từ ngày và chưa qua.");
            if (kind == AccountLineKind.Membership && known.GetValueOrDefault(userName) is { SuspendedAt: not null })
                problems.Add("Tài khoản này đang ngừng sử dụng. Cho dùng lại trước.");
            if (has is not null && kind == AccountLineKind.Membership && has.Append((role ?? default, agency?.Id)).ToList() is var all && all.Any(a => a.Item1 == Role.Reviewer && all.Any(b => b.Item1.WorksForAgency() && b.Item2 != a.Item2)))
                problems.Add("Người thẩm tra không đồng thời làm phiếu cho cơ quan khác.");
            if (problems.Count > 0)
            {
                bad.Add(new AccountBadLine(row, [.. AccountTable.Heads.Select(h => table.Text(row, h) ?? "")], problems));
                continue;
            }

            var twin = kind != AccountLineKind.Account ? null
                : known.Values.Where(u => u.AgencyId == agency?.Id && u.SuspendedAt is null).Select(u => (u.UserName, u.DisplayName)).Concat(good.Where(l => l.AgencyId == agency?.Id).Select(l => ((string?)l.UserName, l.DisplayName)))
                    .FirstOrDefault(u => VietnameseSearch.Fold(u.Item2) == VietnameseSearch.Fold(name)).Item1;
            good.Add(new AccountLine(row, kind, userName, name!, job, email, role!.Value, agency?.Id, agency?.Code, starts, ends, twin is null ? null : $"Cùng cơ quan đã có {twin} cùng tên người: kiểm tra có phải một người không."));
            if (has is null)
                roles[userName] = has = [];
            has.Add((role.Value, agency?.Id));
            if (email is not null)
                emails.TryAdd(email, userName);
        }

        return (good, bad);
    }
}
