using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Agencies;
using ITScoring.Web.Features.Agencies;
using ITScoring.Web.Input;
using ITScoring.Web.Reports;
using ITScoring.Web.Reports.Sheets;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.AgencyFiles;

/// <summary>Writes the list of blocks and agencies as a workbook and takes one over: all of it or nothing, and first it shows what would change.</summary>
public sealed class AgencyImport(AppDbContext db, AgenciesQuery query, CurrentUser user, AuditLog audit, SealedTickets tickets, TimeProvider clock)
{
    private const string Purpose = "Agencies.Preview";
    private const string Subject = "agencies";

    private readonly List<AgencyBadCell> _bad = [];
    private readonly List<AgencyPreviewLine> _lines = [];
    private int _unchanged;

    /// <summary>The stored list, ready to be changed and brought back.</summary>
    public async Task<byte[]> ExportAsync(CancellationToken cancel = default)
    {
        var blocks = await query.BlocksAsync(cancel);
        var agencies = await db.Agencies.AsNoTracking().Include(a => a.Block).Include(a => a.Predecessors).ThenInclude(p => p.Predecessor).OrderBy(a => a.Block!.Order).ThenBy(a => a.Order).ThenBy(a => a.Code).ToListAsync(cancel);
        return DataWorkbook.Write("Danh mục cơ quan", null,
        [
            new DataSheet(
                AgencyTableReader.BlocksSheet, "Các khối cơ quan",
                [
                    new("code", AgencyTableReader.Code, DataKind.Text, 14), new("name", AgencyTableReader.BlockName, DataKind.Text, 50), new("order", AgencyTableReader.Order, DataKind.Whole, 10),
                    new("from", AgencyTableReader.From, DataKind.Day, 14), new("to", AgencyTableReader.To, DataKind.Day, 14),
                ],
                [.. blocks.Select(b => (IReadOnlyList<object?>)[b.Code, b.Name, b.Order, b.ValidFrom, b.ValidTo])]),
            new DataSheet(
                AgencyTableReader.AgenciesSheet, "Các cơ quan. Đổi tên: ghi tên mới, ngày có hiệu lực và căn cứ ở hai cột cuối. Hợp nhất, chia tách ghi trên cổng",
                [
                    new("code", AgencyTableReader.Code, DataKind.Text, 14), new("name", AgencyTableReader.AgencyName, DataKind.Text, 46), new("short", AgencyTableReader.ShortName, DataKind.Text, 22),
                    new("block", AgencyTableReader.BlockCode, DataKind.Text, 12), new("order", AgencyTableReader.Order, DataKind.Whole, 10), new("from", AgencyTableReader.From, DataKind.Day, 14),
                    new("to", AgencyTableReader.To, DataKind.Day, 14), new("predecessors", AgencyTableReader.Predecessors, DataKind.Text, 22), new("renamed", AgencyTableReader.RenamedFrom, DataKind.Day, 16),
                    new("basis", AgencyTableReader.Basis, DataKind.Text, 30),
                ],
                [
                    .. agencies.Select(a => (IReadOnlyList<object?>)
                        [a.Code, a.Name, a.ShortName, a.Block!.Code, a.Order, a.ValidFrom, a.ValidTo, a.Predecessors.Count == 0 ? null : string.Join("; ", a.Predecessors.Select(p => p.Predecessor!.Code).Order(StringComparer.Ordinal)), null, null]),
                ]),
        ]);
    }

    /// <param name="file">Can be sought.</param>
    public async Task<InputResult<AgencyPreview>> PreviewAsync(string fileName, Stream file, CancellationToken cancel = default)
    {
        var workbook = WorkbookReader.Read(file, "danh mục");
        if (workbook.Problem is { } unreadable)
            return InputResult<AgencyPreview>.Wrong(unreadable);
        var read = AgencyTableReader.Read(workbook.Value!);
        if (read.Problem is { } problem)
            return InputResult<AgencyPreview>.Wrong(problem);
        file.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
        _bad.AddRange(read.Value!.Bad);
        return InputResult<AgencyPreview>.Of(await PreviewAsync(new AgencyTicket(FileNameInput.Clean(fileName), sha256, "", read.Value.Blocks, read.Value.Agencies), cancel));
    }

    /// <summary>What the lines of a ticket would change as things stand now.</summary>
    public async Task<AgencyPreview> PreviewAsync(AgencyTicket ticket, CancellationToken cancel = default)
    {
        var stamp = await StampAsync(cancel);
        await PlanAsync(ticket, cancel);
        db.ChangeTracker.Clear();
        var untouched = await db.Agencies.CountAsync(cancel) - (ticket.Agencies.Count - _lines.Count(l => l.Change is null && l.Place.Contains(AgencyTableReader.AgenciesSheet, StringComparison.Ordinal)));
        return new AgencyPreview(
            ticket.FileName, _bad, _lines, _unchanged, Math.Max(0, untouched), _bad.Count == 0 && _lines.Count > 0 ? tickets.Seal(Purpose, Subject, ticket with { Stamp = stamp }) : null);
    }

    /// <returns>Null when the ticket is too old, of another person, or was not sealed here.</returns>
    public AgencyTicket? Open(string? ticket) => tickets.Open<AgencyTicket>(Purpose, Subject, ticket);

    /// <summary>Takes over what a preview showed, as one save.</summary>
    public async Task<(Outcome Outcome, string Done)> ApplyAsync(AgencyTicket ticket, CancellationToken cancel = default)
    {
        if (await StampAsync(cancel) != ticket.Stamp)
            return (Outcome.WrongState("Danh mục vừa được người khác sửa sau khi xem trước, nên chưa ghi gì. Xem lại bản xem trước dưới đây rồi bấm lại."), "");
        await PlanAsync(ticket, cancel);
        if (_bad.Count > 0)
        {
            db.ChangeTracker.Clear();
            _bad.Clear();
            _lines.Clear();
            return (Outcome.WrongState("Có chỗ không còn ghi được, nên chưa ghi gì. Xem lại bản xem trước dưới đây."), "");
        }

        var done = $"{Display.Of(_lines.Count(l => l.Change is null))} mới, {Display.Of(_lines.Count(l => l.Change is not null))} thay đổi, {Display.Of(_unchanged)} không đổi";
        audit.Record("agency.import", ticket.FileName, null, string.Join("; ", _lines.Select(l => l.Change is null ? l.What : $"{l.What}: {l.Change}").Prepend(done)), $"SHA-256 {ticket.Sha256}");
        await db.SaveChangesAsync(cancel);
        return (Outcome.Done, done);
    }

    private async Task PlanAsync(AgencyTicket ticket, CancellationToken cancel)
    {
        var blocks = await db.Blocks.ToDictionaryAsync(b => b.Code, StringComparer.OrdinalIgnoreCase, cancel);
        var agencies = await db.Agencies.Include(a => a.Block).Include(a => a.Renamings).Include(a => a.Predecessors).ThenInclude(p => p.Predecessor).ToDictionaryAsync(a => a.Code, StringComparer.OrdinalIgnoreCase, cancel);
        var register = await query.RegisterAsync(cancel);
        var place = blocks.Values.Select(b => b.Order).DefaultIfEmpty(0).Max();
        foreach (var line in ticket.Blocks.Where(l => l.Code.Length > 0 && l.Name.Length > 0 && !blocks.ContainsKey(l.Code)).DistinctBy(l => l.Code))
        {
            var block = new Block(line.Code, line.Name, line.Order ?? ++place);
            blocks[line.Code] = block;
            db.Blocks.Add(block);
            _lines.Add(new AgencyPreviewLine(AgencyTableReader.Place(AgencyTableReader.BlocksSheet, line.Row, null), $"Thêm khối {line.Code} {line.Name}", null));
        }

        var last = agencies.Values.Select(a => a.Order).DefaultIfEmpty(0).Max();
        var added = new List<AgencyLine>();
        foreach (var line in ticket.Agencies.Where(l => l.Code.Length > 0 && l.Name.Length > 0 && l.Block.Length > 0).DistinctBy(l => l.Code))
        {
            if (!blocks.TryGetValue(line.Block, out var block))
            {
                Refuse(line, AgencyTableReader.BlockCode, line.Block, $"Không có khối mang mã {line.Block}. Thêm khối ở trang “{AgencyTableReader.BlocksSheet}” hoặc sửa mã.");
            }
            else if (agencies.TryGetValue(line.Code, out var agency))
            {
                Change(line, agency, block, register);
            }
            else
            {
                var created = new Agency(line.Code, line.Name, line.ShortName, block.Id, line.From, line.Order ?? ++last);
                db.Agencies.Add(created).Reference(a => a.Block).CurrentValue = block;
                if (line.To is { } to)
                    Take(line, created.EndOn(to));
                if (line.RenamedFrom is not null)
                    Refuse(line, AgencyTableReader.RenamedFrom, VietnamTime.Day(line.RenamedFrom.Value), "Cơ quan này chưa có trên cổng nên không phải đổi tên. Xóa nội dung ô này.");
                agencies[line.Code] = created;
                added.Add(line);
                _lines.Add(new AgencyPreviewLine(AgencyTableReader.Place(AgencyTableReader.AgenciesSheet, line.Row, null), $"Thêm cơ quan {line.Code} {line.Name}", null));
            }
        }

        foreach (var line in added)
            Succeed(line, agencies, added);
        foreach (var line in ticket.Blocks.Where(l => l.Name.Length > 0 && blocks.ContainsKey(l.Code)).DistinctBy(l => l.Code))
            Change(line, blocks[line.Code], agencies.Values);
    }

    private void Change(AgencyLine line, Agency agency, Block block, AgencyRegister register)
    {
        var before = Describe(agency);
        if (line.Name != agency.Name && line.RenamedFrom is { } from)
        {
            Take(line, agency.Rename(from, line.Name, line.ShortName, line.Basis ?? "", clock.Today(), user.UserId, clock.UtcNow()));
        }
        else if (line.Name != agency.Name)
        {
            Refuse(line, AgencyTableReader.AgencyName, line.Name, $"Tên trên cổng là “{agency.Name}”. Nếu cơ quan đổi tên thì ghi ngày ở cột “{AgencyTableReader.RenamedFrom}” và căn cứ; nếu tên trên cổng ghi sai thì sửa ở trang “Sửa thông tin” của cơ quan.");
            return;
        }
        else if (line.RenamedFrom is { } day)
        {
            Refuse(line, AgencyTableReader.RenamedFrom, VietnamTime.Day(day), "Tên không khác tên trên cổng nên không phải đổi tên. Ghi tên mới, hoặc xóa nội dung ô này.");
        }

        if (!line.Predecessors.Order(StringComparer.Ordinal).SequenceEqual(agency.Predecessors.Select(p => p.Predecessor!.Code.ToUpperInvariant()).Order(StringComparer.Ordinal)))
            Refuse(line, AgencyTableReader.Predecessors, string.Join("; ", line.Predecessors), "Cơ quan tiền thân của cơ quan đã có không đổi được bằng tệp. Ghi ở “Hợp nhất” hoặc “Chia tách” trên cổng, để có ngày và quy tắc cho điểm năm trước; trong tệp giữ như khi xuất ra.");
        var isRenamed = agency.Name != line.Name || agency.ShortName == line.ShortName;
        Take(line, agency.Correct(agency.Name, isRenamed ? agency.ShortName : line.ShortName, agency.BlockId, line.Order ?? agency.Order, line.From, clock.Today()));
        if (agency.Block != block)
            db.Entry(agency).Reference(a => a.Block).CurrentValue = block;
        if (line.To != agency.ValidTo && line.To is { } to)
            Take(line, agency.EndOn(to, register));
        else if (line.To is null && agency.ValidTo is not null)
            Refuse(line, AgencyTableReader.To, "", $"Cơ quan đã có ngày kết thúc {VietnamTime.Day(agency.ValidTo.Value)}. Giữ ngày đó; muốn bỏ thì dùng “Bỏ ngày kết thúc” ở trang cơ quan.");
        Say(AgencyTableReader.AgenciesSheet, line.Row, $"Cơ quan {agency.Code}", before, Describe(agency));
    }

    private void Change(BlockLine line, Block block, IEnumerable<Agency> agencies)
    {
        var before = Describe(block);
        var outcome = block.Change(line.Name, line.Order ?? block.Order, line.From, line.To, agencies.Where(a => a.Block == block));
        foreach (var problem in outcome.Problems)
            _bad.Add(new AgencyBadCell(AgencyTableReader.Place(AgencyTableReader.BlocksSheet, line.Row, null), line.To is { } to ? VietnamTime.Day(to) : "", problem));
        if (block.Id != 0)
            Say(AgencyTableReader.BlocksSheet, line.Row, $"Khối {block.Code}", before, Describe(block));
    }

    /// <summary>Links of new agencies to what they took over from, without a rule for the figures of the years before.</summary>
    private void Succeed(AgencyLine line, Dictionary<string, Agency> agencies, List<AgencyLine> added)
    {
        foreach (var code in line.Predecessors)
        {
            if (!agencies.TryGetValue(code, out var predecessor))
                Refuse(line, AgencyTableReader.Predecessors, code, $"Không có cơ quan mang mã {code}. Sửa mã, hoặc thêm cơ quan đó vào tệp.");
            else if (code == line.Code || LeadsTo(code, line.Code, added, []))
                Refuse(line, AgencyTableReader.Predecessors, code, $"{line.Code} và {code} kế thừa lẫn nhau. Bỏ một trong hai.");
            else
                Take(line, agencies[line.Code].Succeeds(predecessor));
        }
    }

    private static bool LeadsTo(string from, string to, List<AgencyLine> added, HashSet<string> seen) =>
        seen.Add(from) && added.Where(l => l.Code == from).SelectMany(l => l.Predecessors).Any(p => p == to || LeadsTo(p, to, added, seen));

    private void Say(string sheet, int row, string what, string before, string after)
    {
        if (before == after)
            _unchanged++;
        else
            _lines.Add(new AgencyPreviewLine(AgencyTableReader.Place(sheet, row, null), what, $"{before} → {after}"));
    }

    private void Take(AgencyLine line, Outcome outcome)
    {
        foreach (var problem in outcome.Details)
        {
            Refuse(line, problem.At switch { "from" => AgencyTableReader.RenamedFrom, "basis" => AgencyTableReader.Basis, "validFrom" => AgencyTableReader.From, "lastDay" => AgencyTableReader.To, _ => AgencyTableReader.AgencyName }, line.Code, problem.Text);
        }
    }

    private void Refuse(AgencyLine line, string head, string typed, string problem) =>
        _bad.Add(new AgencyBadCell($"{AgencyTableReader.Place(AgencyTableReader.AgenciesSheet, line.Row, null)}, cột “{head}”", typed, problem));

    private static string Describe(Agency a) => string.Join("; ", new[]
    {
        a.Names[^1].Name, a.Names[^1].ShortName, $"khối {a.Block!.Code}", $"thứ tự {a.Order}", a.ValidFrom is { } from ? $"từ {VietnamTime.Day(from)}" : null, a.ValidTo is { } to ? $"đến hết {VietnamTime.Day(to)}" : null,
    }.OfType<string>());

    private static string Describe(Block b) => string.Join("; ", new[]
    {
        b.Name, $"thứ tự {b.Order}", b.ValidFrom is { } from ? $"từ {VietnamTime.Day(from)}" : null, b.ValidTo is { } to ? $"đến hết {VietnamTime.Day(to)}" : null,
    }.OfType<string>());

    /// <summary>Tells one state of the stored list from another.</summary>
    private async Task<string> StampAsync(CancellationToken cancel)
    {
        var text = new StringBuilder();
        foreach (var b in await db.Blocks.AsNoTracking().OrderBy(b => b.Id).ToListAsync(cancel))
            text.Append(CultureInfo.InvariantCulture, $"{b.Id}|{b.Code}|{Describe(b)}\n");
        foreach (var a in await db.Agencies.AsNoTracking().Include(a => a.Block).Include(a => a.Renamings).Include(a => a.Predecessors).OrderBy(a => a.Id).ToListAsync(cancel))
            text.Append(CultureInfo.InvariantCulture, $"{a.Id}|{a.Code}|{a.Name}|{Describe(a)}|{string.Join(',', a.Predecessors.Select(p => p.PredecessorId).Order())}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
