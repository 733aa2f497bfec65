using System.Data.Common;
using ITScoring.Data;
using ITScoring.Domain.Auditing;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Audit;

/// <summary>Holds the audit rows against the chain of sealed blocks and names every row that was altered, removed or put in.</summary>
public sealed class AuditVerification(AppDbContext db, AuditSeals seals, TimeProvider clock)
{
    private readonly List<string> _problems = [];

    public async Task<AuditReport> RunAsync(CancellationToken cancel = default)
    {
        var numbers = await db.AuditSeals.AsNoTracking().OrderBy(s => s.Number).Select(s => s.Number).ToListAsync(cancel);
        var drops = await db.AuditDrops.AsNoTracking().ToDictionaryAsync(d => d.SealNumber, cancel);
        var (expected, previousHead, previousLast, sealedRows) = (1, AuditSeal.NoHead, long.MinValue, 0L);
        var (dropped, heads, chained) = (new List<int>(), new Dictionary<int, string>(), true);
        foreach (var number in numbers)
        {
            var seal = await db.AuditSeals.AsNoTracking().SingleAsync(s => s.Number == number, cancel);
            chained &= Chain(seal, expected, previousHead);
            if (chained)
                heads[number] = seal.Head;
            (expected, previousHead) = (number + 1, seal.Head);
            if (seal.Rows() is { } rows)
            {
                var (found, unreadable) = await RowsAsync(previousLast, seal.LastId, cancel);
                if (drops.TryGetValue(number, out var drop) && drop.WasDue(seal.SealedAt, clock.UtcNow()))
                {
                    dropped.Add(number);
                    if (found.Count + unreadable.Count > 0)
                        Problem($"Khối {number} ghi là đã xóa theo thời hạn lưu giữ nhưng còn {found.Count + unreadable.Count} dòng, từ dòng {found.Keys.Concat(unreadable).Min()}.");
                }
                else
                {
                    if (drop is not null)
                        Problem($"Khối {number} ghi là đã xóa theo thời hạn lưu giữ khi chưa đủ thời hạn.");
                    Compare(number, rows, found, unreadable);
                    sealedRows += rows.Count;
                }
            }
            else
            {
                Problem($"Khối {number} tự mâu thuẫn: danh sách dòng không khớp số đầu, số cuối hoặc số lượng.");
            }

            previousLast = Math.Max(previousLast, seal.LastId);
        }

        foreach (var drop in drops.Keys.Except(numbers))
            Problem($"Có ghi xóa khối {drop} nhưng không có khối này.");
        return new AuditReport(await seals.StateAsync(cancel), numbers.Count, sealedRows, dropped, _problems, heads);
    }

    private bool Chain(AuditSeal seal, int expected, string previousHead)
    {
        var before = _problems.Count;
        if (seal.Number != expected)
            Problem(seal.Number == expected + 1 ? $"Thiếu khối {expected}." : $"Thiếu các khối từ {expected} đến {seal.Number - 1}.");
        else if (seal.PreviousHead != previousHead)
            Problem($"Khối {seal.Number} không nối với khối trước.");
        if (seal.ComputeHead() != seal.Head)
            Problem($"Khối {seal.Number} đã bị sửa: mã đầu chuỗi không phải của nội dung khối.");
        return _problems.Count == before;
    }

    private void Compare(int number, IReadOnlyList<(long Id, byte[] Digest)> sealedRows, Dictionary<long, AuditEntry> found, IReadOnlyCollection<long> unreadable)
    {
        foreach (var (id, digest) in sealedRows)
        {
            if (unreadable.Contains(id))
                Problem($"Dòng {id} (khối {number}) đã bị sửa: không còn đọc được.");
            else if (!found.TryGetValue(id, out var row))
                Problem($"Dòng {id} (khối {number}) đã bị xóa.");
            else if (!AuditRowText.Digest(row).AsSpan().SequenceEqual(digest))
                Problem($"Dòng {id} (khối {number}) đã bị sửa; nay ghi “{AuditActions.Name(row.Action)}”, {row.Subject}, lúc {VietnamTime.Stamp(row.At)}.");
        }

        foreach (var id in found.Keys.Concat(unreadable).Except(sealedRows.Select(r => r.Id)).Order())
            Problem($"Dòng {id} đã được chèn thêm: không có trong khối {number}{(found.TryGetValue(id, out var row) ? $"; ghi “{AuditActions.Name(row.Action)}”, {row.Subject}, lúc {VietnamTime.Stamp(row.At)}" : "")}.");
    }

    /// <summary>Rows behind one number up to another; those that cannot be read as rows any more apart.</summary>
    private async Task<(Dictionary<long, AuditEntry> Found, IReadOnlyCollection<long> Unreadable)> RowsAsync(long behind, long last, CancellationToken cancel)
    {
        try
        {
            return (await db.AuditEntries.AsNoTracking().Where(e => e.Id > behind && e.Id <= last).ToDictionaryAsync(e => e.Id, cancel), []);
        }
        catch (Exception e) when (e is not (DbException or OperationCanceledException))
        {
            // Whoever writes into the table by hand writes what no row of the portal holds, such as an unknown role.
            var (found, unreadable) = (new Dictionary<long, AuditEntry>(), new HashSet<long>());
            foreach (var id in await db.AuditEntries.Where(r => r.Id > behind && r.Id <= last).Select(r => r.Id).ToListAsync(cancel))
            {
                try
                {
                    found[id] = await db.AuditEntries.AsNoTracking().SingleAsync(r => r.Id == id, cancel);
                }
                catch (Exception one) when (one is not (DbException or OperationCanceledException))
                {
                    unreadable.Add(id);
                }
            }

            return (found, unreadable);
        }
    }

    private void Problem(string text) => _problems.Add(text);
}
