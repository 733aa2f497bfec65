using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Agencies;

/// <summary>Creates and changes agencies. What is asked about first is tried on the loaded rows and thrown away; done, it and its audit row are one save.</summary>
public sealed class AgencyService(AppDbContext db, AgenciesQuery query, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    public async Task<(Outcome Outcome, Agency? Agency)> CreateAsync(AgencyDetails details, CancellationToken cancel = default)
    {
        if (await TakenAsync(details.Code, null, cancel) is { } taken)
            return (Outcome.InputAt("code", taken), null);
        var agency = await NewAsync(details, details.ValidFrom, cancel);
        db.Agencies.Add(agency);
        audit.Record("agency.create", agency.Code, null, Describe(agency));
        await db.SaveChangesAsync(cancel);
        return (Outcome.Done, agency);
    }

    public async Task<Outcome> CorrectAsync(Agency agency, AgencyDetails details, CancellationToken cancel = default)
    {
        if (await TakenAsync(details.Code, agency.Id, cancel) is { } taken)
            return Outcome.InputAt("code", taken);
        var before = Describe(agency);
        var outcome = agency.Recode(details.Code, details.Code == agency.Code ? null : await query.UsedByAsync(agency.Id, cancel));
        if (outcome.Ok)
            outcome = agency.Correct(details.Name, details.ShortName, details.BlockId, details.Order ?? agency.Order, details.ValidFrom, clock.Today());
        if (!outcome.Ok)
            return Refused(outcome);
        if (Describe(agency) == before)
            return outcome;
        audit.Record("agency.correct", agency.Code, before, Describe(agency), null, null, agency.Id);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }

    /// <param name="isDone">False: only what would happen.</param>
    public async Task<AgencyChange> RenameAsync(Agency agency, DateOnly from, string name, string? shortName, string? basis, bool isDone, CancellationToken cancel = default)
    {
        var former = agency.Names[^1].Name;
        var outcome = agency.Rename(from, name, shortName, basis ?? "", clock.Today(), user.UserId, clock.UtcNow());
        return await AnswerAsync(agency, outcome, isDone, "agency.rename", agency.Code, former, $"{name}, từ {VietnamTime.Day(from)}", basis,
        [
            $"Từ ngày {VietnamTime.Day(from)} cơ quan “{former}” mang tên “{name}”{(from > clock.Today() ? "; cho đến ngày đó vẫn hiện tên cũ" : "")}.",
            "Mã cơ quan, tài khoản và phiếu khảo sát giữ nguyên.",
            $"Kết quả đã khóa, đã công bố trước đây giữ tên “{former}”; các kỳ đã mở giữ tên của ngày mở kỳ.",
            "Điểm năm trước để so sánh là điểm của chính cơ quan dưới tên cũ, không phải tính lại.",
        ], cancel);
    }

    public async Task<AgencyChange> WithdrawRenamingAsync(Agency agency, bool isDone, CancellationToken cancel = default)
    {
        var last = agency.Renamings.OrderBy(r => r.From).LastOrDefault();
        var outcome = agency.WithdrawRenaming(clock.Today());
        return await AnswerAsync(agency, outcome, isDone, "agency.withdraw-renaming", agency.Code, last is null ? null : $"{last.Name}, từ {VietnamTime.Day(last.From)}", agency.Name, null,
            [$"Cơ quan giữ tên “{agency.Name}”; việc đổi thành “{last?.Name}” từ ngày {(last is null ? "" : VietnamTime.Day(last.From))} được bỏ."], cancel);
    }

    public async Task<AgencyChange> EndAsync(Agency agency, DateOnly lastDay, string? basis, bool isDone, CancellationToken cancel = default)
    {
        var outcome = agency.EndOn(lastDay, await query.RegisterAsync(cancel));
        return await AnswerAsync(agency, outcome, isDone, "agency.end", agency.Code, null, $"hết {VietnamTime.Day(lastDay)}", basis,
        [
            $"{agency.Name} kết thúc hoạt động sau ngày {VietnamTime.Day(lastDay)}; kỳ đánh giá lập sau đó không còn cơ quan này để chọn.",
            "Không cơ quan nào kế thừa. Nếu có cơ quan tiếp nhận nhiệm vụ thì dùng “Hợp nhất” hoặc “Chia tách” để giữ lịch sử.",
            .. await AboutAsync([agency], cancel),
        ], cancel);
    }

    public async Task<AgencyChange> ResumeAsync(Agency agency, bool isDone, CancellationToken cancel = default)
    {
        var outcome = agency.ValidTo is null ? Outcome.WrongState("Cơ quan không có ngày kết thúc hoạt động.")
            : await db.Set<AgencyPredecessor>().AnyAsync(p => p.PredecessorId == agency.Id && p.RestructuringId != null, cancel)
                ? Outcome.WrongState("Cơ quan đã được hợp nhất hoặc chia tách nên không hoạt động lại dưới mã này. Thêm cơ quan mới với mã khác.")
                : Outcome.Done;
        var before = agency.ValidTo is { } to ? $"hết {VietnamTime.Day(to)}" : null;
        if (outcome.Ok)
            agency.Resume();
        return await AnswerAsync(agency, outcome, isDone, "agency.resume", agency.Code, before, "không có ngày kết thúc", null,
            [$"{agency.Name} lại hoạt động không có ngày kết thúc và có trong danh sách chọn của kỳ đánh giá mới."], cancel);
    }

    public async Task<AgencyChange> MergeAsync(MergeOrder order, bool isDone, CancellationToken cancel = default)
    {
        var ids = order.Parts.Append(order.Into ?? 0).ToList();
        var found = await db.Agencies.Include(a => a.Renamings).Include(a => a.Predecessors).Where(a => ids.Contains(a.Id)).OrderBy(a => a.Order).ToListAsync(cancel);
        if (order.New is { } named && await TakenAsync(named.Code, null, cancel) is { } taken)
            return Refused(Outcome.InputAt("code", taken), 0);
        var into = order.New is { } wanted ? await NewAsync(wanted, order.On, cancel) : found.FirstOrDefault(a => a.Id == order.Into);
        if (into is null)
            return Refused(Outcome.InputAt("into", "Chọn cơ quan nhận trong danh sách, hoặc nhập cơ quan mới."), 0);
        RestructuringPart Part(Agency a) => new(a, order.Weights.TryGetValue(a.Id, out var w) ? w : null, order.Main == a.Id);
        var parts = found.Where(a => order.Parts.Contains(a.Id)).Select(Part).ToList();
        var outcome = Restructuring.Merge(
            into, parts, order.New is null ? Part(into) : null, new RestructuringOrder(order.On, order.Basis, order.Rule, order.RuleReason, user.UserId, clock.UtcNow()),
            await query.RegisterAsync(cancel), out var done);
        if (!outcome.Ok)
            return Refused(outcome, 0);
        if (order.New is not null)
            db.Agencies.Add(into);
        db.Restructurings.Add(done!);
        var names = string.Join(", ", parts.Select(p => p.Agency.Name));
        return await AnswerAsync(into, outcome, isDone, "agency.merge", into.Code, string.Join(", ", parts.Select(p => p.Agency.Code)),
            $"{into.Code} từ {VietnamTime.Day(order.On)}; điểm năm trước: {Rule(done!, parts)}; lý do: {order.RuleReason}", order.Basis,
            [
                $"Từ ngày {VietnamTime.Day(order.On)}: {names} nhập vào {(order.New is null ? "" : "cơ quan mới ")}{into.Name} ({into.Code}).",
                $"{names} kết thúc hoạt động sau ngày {VietnamTime.Day(order.On.AddDays(-1))}; kết quả đã công bố của các cơ quan này giữ nguyên và hiện ở trang của {into.Name}.",
                order.Rule == RestatementRule.None
                    ? $"Điểm năm trước: không tính lại; {into.Name} không so sánh với năm trước{(order.New is null ? " của các cơ quan nhập vào" : "")}."
                    : $"Điểm năm trước của {into.Name}: {Rule(done!, parts)}; các trang kết quả ghi rõ là “tính lại”, kèm căn cứ.",
                .. await AboutAsync([.. parts.Select(p => p.Agency)], cancel),
            ], cancel);
    }

    public async Task<AgencyChange> DivideAsync(Agency agency, DivideOrder order, bool isDone, CancellationToken cancel = default)
    {
        var (problems, into) = (new List<OutcomeProblem>(), new List<Agency>());
        foreach (var (details, i) in order.Into.Select((d, i) => (d, i + 1)))
        {
            if (await TakenAsync(details.Code, null, cancel) is { } taken)
                problems.Add(new(taken, $"code{i}"));
            else if (into.Any(a => string.Equals(a.Code, details.Code, StringComparison.OrdinalIgnoreCase)))
                problems.Add(new($"Mã {details.Code} ghi hai lần. Mỗi cơ quan mới một mã.", $"code{i}"));
            else
                into.Add(await NewAsync(details, order.On, cancel));
        }

        if (problems.Count > 0)
            return Refused(Outcome.Input(problems), agency.Id);
        var outcome = Restructuring.Divide(
            agency, into, order.Continues, new RestructuringOrder(order.On, order.Basis, order.Rule, order.RuleReason, user.UserId, clock.UtcNow()), await query.RegisterAsync(cancel), out var done);
        if (!outcome.Ok)
            return Refused(outcome, agency.Id);
        db.Agencies.AddRange(into);
        db.Restructurings.AddRange(done);
        var names = string.Join(", ", into.Select(a => $"{a.Name} ({a.Code})"));
        var rule = order.Rule.Name(RestructuringKind.Division);
        return await AnswerAsync(agency, outcome, isDone, "agency.divide", agency.Code, agency.Name,
            $"{string.Join(", ", into.Select(a => a.Code))} từ {VietnamTime.Day(order.On)}; {(order.Continues ? "cơ quan cũ vẫn hoạt động; " : "")}điểm năm trước: {rule}; lý do: {order.RuleReason}", order.Basis,
            [
                $"Từ ngày {VietnamTime.Day(order.On)}: {agency.Name} chia tách, lập {names}.",
                order.Continues ? $"{agency.Name} vẫn hoạt động." : $"{agency.Name} kết thúc hoạt động sau ngày {VietnamTime.Day(order.On.AddDays(-1))}; kết quả đã công bố giữ nguyên.",
                order.Rule == RestatementRule.None ? "Điểm năm trước của các cơ quan mới: không tính lại, không so sánh." : $"Điểm năm trước của mỗi cơ quan mới: {rule}; các trang kết quả ghi rõ là “tính lại”, kèm căn cứ.",
                .. await AboutAsync(order.Continues ? [] : [agency], cancel),
            ], cancel);
    }

    private static string Rule(Restructuring done, IReadOnlyList<RestructuringPart> parts) => done.Rule.Name() + done.Rule switch
    {
        RestatementRule.WeightedMean => $" ({string.Join("; ", parts.Select(p => $"{p.Agency.Code} {p.Weight}").Concat(done.OwnWeight is { } own ? [$"{done.Agency!.Code} {own}"] : []))})",
        RestatementRule.Main => $" ({(done.OwnIsMain ? done.Agency!.Name : parts.First(p => p.IsMain).Agency.Name)})",
        _ => "",
    };

    private static string Describe(Agency agency) => string.Join("; ", new[]
    {
        agency.Code, agency.Name, agency.ShortName, $"khối {agency.BlockId}", $"thứ tự {agency.Order}", agency.ValidFrom is { } from ? $"từ {VietnamTime.Day(from)}" : null,
    }.OfType<string>());

    private async Task<Agency> NewAsync(AgencyDetails details, DateOnly? from, CancellationToken cancel) => new(
        details.Code, details.Name, details.ShortName, details.BlockId, from, details.Order ?? (await db.Agencies.MaxAsync(a => (int?)a.Order, cancel) ?? 0) + 1);

    private async Task<string?> TakenAsync(string code, int? except, CancellationToken cancel)
    {
        var upper = code.ToUpperInvariant();
        return await db.Agencies.Where(a => a.Code.ToUpper() == upper && a.Id != except).Select(a => a.Name).FirstOrDefaultAsync(cancel) is { } name ? $"Mã {upper} đã dùng cho {name}. Chọn mã khác." : null;
    }

    /// <summary>What has to be done by hand for agencies that end.</summary>
    private async Task<IReadOnlyList<string>> AboutAsync(IReadOnlyList<Agency> ending, CancellationToken cancel)
    {
        var ids = ending.Select(a => a.Id).ToList();
        var sentences = new List<string>();
        if (await db.Users.CountAsync(u => u.AgencyId != null && ids.Contains(u.AgencyId.Value) && u.SuspendedAt == null, cancel) is > 0 and var accounts)
            sentences.Add($"{accounts} tài khoản đang thuộc cơ quan kết thúc hoạt động giữ nguyên; đề nghị quản trị hệ thống chuyển sang cơ quan mới hoặc ngừng sử dụng.");
        var drafts = await db.Periods.AsNoTracking().Where(p => p.State == PeriodState.Draft && p.Agencies.Any(a => ids.Contains(a.AgencyId))).Select(p => p.Title).ToListAsync(cancel);
        sentences.AddRange(drafts.Select(title => $"“{title}” đang chuẩn bị có cơ quan kết thúc hoạt động: lập lại danh sách cơ quan của kỳ trước khi mở."));
        return sentences;
    }

    private Outcome Refused(Outcome outcome)
    {
        db.ChangeTracker.Clear();
        return outcome;
    }

    private AgencyChange Refused(Outcome outcome, int agency) => new(Refused(outcome), [], agency);

    private async Task<AgencyChange> AnswerAsync(
        Agency agency, Outcome outcome, bool isDone, string action, string subject, string? from, string? to, string? reason, IReadOnlyList<string> consequences, CancellationToken cancel)
    {
        if (!outcome.Ok)
            return Refused(outcome, agency.Id);
        if (!isDone)
        {
            db.ChangeTracker.Clear();
            return new AgencyChange(outcome, consequences, agency.Id);
        }

        audit.Record(action, subject, from, to, reason, null, agency.Id == 0 ? null : agency.Id);
        await db.SaveChangesAsync(cancel);
        return new AgencyChange(outcome, consequences, agency.Id);
    }
}
