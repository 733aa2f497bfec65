using System.Reflection;
using System.Text.RegularExpressions;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.Auditing;

namespace ITScoring.Domain.Tests.Auditing;

/// <summary>The example of docs/format/audit-seal.md, and what can be sealed when.</summary>
public sealed partial class AuditSealTests
{
    private static readonly DateTime At = new(2026, 9, 1, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_row_of_the_format_text_has_the_digest_and_the_head_that_stand_there()
    {
        var text = File.ReadAllText(Path.Combine(FormatFolder.Root, "audit-seal.md"));
        var row = Row(12, At, new AuditEntry(At, 3, Role.PeriodManager, "period.open", "2026", "Draft", "Open", "Theo \"kế hoạch\"", 1, null, null));

        Assert.Contains(AuditRowText.Of(row), text, StringComparison.Ordinal);
        var seal = new AuditSeal(0, AuditSeal.NoHead, [row], At.AddMinutes(2));
        Assert.Equal(Hashes().Matches(text).Select(m => m.Groups[1].Value), [Convert.ToHexStringLower(AuditRowText.Digest(row)), seal.Head]);
        Assert.Equal(seal.Head, seal.ComputeHead());
        Assert.Equal([12L], seal.Rows()!.Select(r => r.Id));
    }

    [Fact]
    public void A_row_waits_a_minute_and_behind_a_gap_ten()
    {
        var now = At.AddHours(1);
        AuditEntry Old(long id, int seconds) => Row(id, now.AddSeconds(-seconds));

        Assert.Equal(0, AuditRipeness.Count(4, [], now));
        Assert.Equal(2, AuditRipeness.Count(4, [Old(5, 61), Old(6, 60), Old(7, 59), Old(8, 700)], now));
        Assert.Equal(1, AuditRipeness.Count(4, [Old(5, 61), Old(7, 599), Old(8, 700)], now));
        Assert.Equal(3, AuditRipeness.Count(4, [Old(5, 61), Old(7, 600), Old(8, 60)], now));
    }

    [Fact]
    public void A_block_takes_rows_in_their_order_only_and_at_least_one()
    {
        Assert.Throws<ArgumentException>(() => new AuditSeal(0, AuditSeal.NoHead, [], At));
        Assert.Throws<ArgumentException>(() => new AuditSeal(0, AuditSeal.NoHead, [Row(2, At), Row(1, At)], At));
    }

    [Fact]
    public void Rows_are_dropped_no_sooner_than_they_are_kept_and_never_within_a_year()
    {
        var seal = new AuditSeal(0, AuditSeal.NoHead, [Row(1, At)], At);

        Assert.Throws<ArgumentException>(() => new AuditDrop(seal, 24, At.AddMonths(24).AddSeconds(-1)));
        Assert.Throws<ArgumentException>(() => new AuditDrop(seal, 11, At.AddYears(5)));
        var drop = new AuditDrop(seal, 24, At.AddMonths(24));
        Assert.True(drop.WasDue(At, At.AddMonths(24)));
        Assert.False(drop.WasDue(At.AddDays(1), At.AddMonths(30)));
        Assert.False(drop.WasDue(At, At.AddMonths(23)));
    }

    /// <summary>The number is the database's to give.</summary>
    private static AuditEntry Row(long id, DateTime at, AuditEntry? row = null)
    {
        row ??= new AuditEntry(at, null, null, "account.sign-in", "1", null, null, null, null, null, null);
        typeof(AuditEntry).GetProperty(nameof(AuditEntry.Id), BindingFlags.Public | BindingFlags.Instance)!.SetValue(row, id);
        return row;
    }

    [GeneratedRegex("`([0-9a-f]{64})`")]
    private static partial Regex Hashes();
}
