using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Reviews;

/// <summary>The views of the queue that a person keeps. They are the person's own and no part of the procedure: no audit row tells of them.</summary>
public sealed class SavedFilters(AppDbContext db, CurrentUser user)
{
    public async Task<Outcome> SaveAsync(string? name, QueueFilter filter, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(name))
            return Outcome.InputAt("name", "Nhập tên bộ lọc.");
        var query = filter.ToQuery();
        if (query.Length > Lengths.Text)
            return Outcome.Input("Điều kiện lọc dài quá nên không lưu được. Rút ngắn ô tìm rồi lưu lại.");
        var own = await db.SavedFilters.Where(f => f.UserId == user.UserId).ToListAsync(cancel);
        if (own.Find(f => f.Name == name) is { } known)
            known.Become(query);
        else if (own.Count >= SavedFilter.Most)
            return Outcome.InputAt("name", $"Đã có {SavedFilter.Most} bộ lọc. Bỏ bớt một bộ lọc rồi lưu.");
        else
            db.SavedFilters.Add(new SavedFilter(user.UserId, name, query));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.WrongState($"Bộ lọc “{name}” vừa được lưu ở thẻ khác. Tải lại trang.");
        }

        return Outcome.Done;
    }

    /// <returns>False: the person has no such view.</returns>
    public async Task<bool> RemoveAsync(int id, CancellationToken cancel)
    {
        if (await db.SavedFilters.FirstOrDefaultAsync(f => f.Id == id && f.UserId == user.UserId, cancel) is not { } filter)
            return false;
        db.SavedFilters.Remove(filter);
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
