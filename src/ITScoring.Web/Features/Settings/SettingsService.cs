using ITScoring.Data;
using ITScoring.Domain;
using ITScoring.Domain.Settings;
using ITScoring.Web.Security;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Settings;

/// <summary>Shows and changes the settings that stand in the database.</summary>
public sealed class SettingsService(AppDbContext db, SettingsCheck check, StoredSettings stored, CurrentUser user, AuditLog audit, TimeProvider clock)
{
    public async Task<SettingsPage> PageAsync(CancellationToken cancel)
    {
        var rows = await db.Settings.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancel);
        var given = rows.Where(r => r.Value is not null).ToDictionary(r => r.Key);
        var by = rows.Select(r => r.ChangedById).ToHashSet();
        var names = await db.Users.AsNoTracking().Where(u => by.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancel);
        return new SettingsPage(
            [.. SettingsCatalogue.Groups.Select(g => (g, (IReadOnlyList<SettingRow>)[.. g.Entries.Select(e => Row(e, given.GetValueOrDefault(e.Key), names))]))],
            [.. SettingsCatalogue.Secrets.Select(s => (s.Name, check.IsSet(s.Key)))],
            StoredSettings.StampOf(rows),
            stored.Problems,
            user.Can(Permission.ChangeSettings));
    }

    /// <summary>Saves a group: what differs from the default is stored, what equals it is the default again.</summary>
    /// <param name="typed">What the field of a setting holds.</param>
    /// <param name="stamp">State that the form was shown with.</param>
    public async Task<(Outcome Outcome, int Changed)> SaveAsync(SettingGroup group, Func<SettingEntry, string?> typed, string? stamp, CancellationToken cancel)
    {
        var rows = await db.Settings.OrderBy(s => s.Id).ToListAsync(cancel);
        if (stamp != StoredSettings.StampOf(rows))
            return (Outcome.WrongState("Người khác vừa đổi cài đặt. Chưa lưu gì; tải lại trang để xem rồi đổi lại."), 0);
        var values = rows.Where(r => r.Value is not null).ToDictionary(r => r.Key, r => r.Value!);
        var (problems, changes) = (new List<OutcomeProblem>(), new List<(SettingEntry Entry, string From, string? To)>());
        foreach (var entry in group.Entries.Where(e => WhyFixed(e) is null))
        {
            var (value, problem) = SettingValues.Read(entry, typed(entry));
            if (problem is not null)
            {
                problems.Add(problem);
                continue;
            }

            var before = values.GetValueOrDefault(entry.Key);
            var after = value == Normal(entry, check.DefaultOf(entry)) ? null : value;
            if (after == before)
                continue;
            changes.Add((entry, before ?? check.DefaultOf(entry), after));
            if (after is null)
                values.Remove(entry.Key);
            else
                values[entry.Key] = after;
        }

        if (problems.Count == 0 && changes.Count > 0)
            problems.AddRange(check.Problems(values));
        if (problems.Count > 0)
            return (Outcome.Input(problems), 0);
        foreach (var (entry, from, to) in changes)
        {
            if (rows.Find(r => r.Key == entry.Key) is { } row)
                row.Change(to, user.UserId, clock.UtcNow());
            else
                db.Settings.Add(new Setting(entry.Key, to, user.UserId, clock.UtcNow()));
            audit.Record(to is null ? "setting.reset" : "setting.change", entry.Key, SettingValues.Shown(entry, from), SettingValues.Shown(entry, to ?? check.DefaultOf(entry)));
        }

        if (changes.Count > 0)
        {
            await db.SaveChangesAsync(cancel);
            await stored.RefreshAsync(cancel);
        }

        return (Outcome.Done, changes.Count);
    }

    private SettingRow Row(SettingEntry entry, Setting? given, Dictionary<int, string> names) => new(
        entry,
        SettingValues.Shown(entry, check.CurrentOf(entry)),
        SettingValues.Shown(entry, check.DefaultOf(entry)),
        WhyFixed(entry),
        given is null ? null : names.GetValueOrDefault(given.ChangedById, "–"),
        given?.ChangedAt);

    private string? WhyFixed(SettingEntry entry) =>
        check.FixedOf(entry) is not null ? "Cố định bằng biến môi trường hoặc tham số khởi động; người vận hành đổi ở đó."
        : check.GoesWithSetSecret(entry) ? "Cố định cùng mật khẩu máy chủ thư trong cấu hình, để mật khẩu không bị gửi đến máy chủ khác."
        : null;

    /// <summary>The default as it would be read from the form, so that the same words compare as the same.</summary>
    private static string Normal(SettingEntry entry, string value) => entry.Kind switch
    {
        SettingKind.YesNo => SettingValues.Shown(entry, value),
        SettingKind.Lines => string.Join('\n', SettingValues.Lines(value)),
        _ => value,
    };
}
