using System.Security.Cryptography;
using System.Text;
using ITScoring.Data;
using ITScoring.Domain.Agencies;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Tests.Portal;

/// <summary>
/// A result of 2025 beside the small evaluation of 2026, made from its record: another set (I.2 of another maximum, I.6 by another rule, I.7 of another name, I.11 not there
/// yet, X.9 no longer there), Sở Nội vụ then under another code, Sở TTTT not yet merged from two, Ban Dân tộc not yet divided from a third, Sở Y tế handed in.
/// </summary>
internal static class EarlierYear
{
    public const string Code = "2025";

    public static async Task AddAsync(PortalFactory portal)
    {
        await using var db = portal.Database.Open();
        var now = RecordJson.ReadPublic((await db.FrozenRecords.AsNoTracking().SingleAsync(r => r.Stage == RecordStage.Proposal)).PublicJson);
        var block = await db.Blocks.OrderBy(b => b.Order).FirstAsync();
        var old = new[] { ("SNVCU", "Sở Tổ chức"), ("BUU", "Sở Bưu chính"), ("VIEN", "Sở Viễn thông"), ("VPM", "Văn phòng Miền núi") }.ToDictionary(a => a.Item1, a => new Agency(a.Item1, a.Item2, null, block.Id));
        db.AddRange(old.Values);
        await db.SaveChangesAsync();
        foreach (var (successor, predecessor) in new[] { ("SNV", "SNVCU"), ("STTTT", "BUU"), ("STTTT", "VIEN"), ("BDT", "VPM"), ("BADON", "VPM") })
            (await db.Agencies.Include(a => a.Predecessors).SingleAsync(a => a.Code == successor)).Succeeds(old[predecessor]);
        await PublishAsync(db, Code, 2025, Then(now));
    }

    /// <summary>Stores a record as the published result of a year.</summary>
    public static async Task PublishAsync(AppDbContext db, string code, int year, PublicRecord record)
    {
        var template = await db.Periods.AsNoTracking().FirstAsync();
        var period = new Period(code, year, $"Đánh giá mức độ ứng dụng CNTT năm {year}");
        var entry = db.Periods.Add(period);
        entry.Property(p => p.State).CurrentValue = PeriodState.Published;
        entry.Property(p => p.CriteriaSetVersionId).CurrentValue = template.CriteriaSetVersionId;
        entry.Property(p => p.DecisionNumber).CurrentValue = $"9/QĐ-UBND/{year}";
        entry.Property(p => p.DecisionDate).CurrentValue = new DateOnly(year, 12, 1);
        entry.Property(p => p.PublishedAt).CurrentValue = new DateTime(year, 12, 2, 1, 0, 0, DateTimeKind.Utc);
        await db.SaveChangesAsync();
        var json = RecordJson.Write(record with { Period = record.Period with { Code = code, Year = year } });
        var frozen = new FrozenRecord(period.Id, RecordStage.Proposal, period.PublishedAt!.Value, json, Sha(json), "{}", Sha("{}"));
        db.Publications.Add(new Publication(period.Id, 1, frozen, period.PublishedAt!.Value, period.DecisionNumber!, period.DecisionDate!.Value));
        await db.SaveChangesAsync();
    }

    private static PublicRecord Then(PublicRecord now)
    {
        var groups = now.CriteriaSet.Groups.Select(g => g.Code != "I" ? g : g with
        {
            Criteria =
            [
                .. g.Criteria.Where(c => c.Code != "I.11").Select(c => c.Code switch
                {
                    "I.2" => c with { Max = "15.00" },
                    "I.6" => c with { Rule = "Theo mức" },
                    "I.7" => c with { Name = "Tên cũ của tiêu chí" },
                    _ => c,
                }),
                new RecordCriterion("X.9", "Máy fax", "6.00", "Có", null, null),
            ],
        });
        return now with
        {
            CriteriaSet = now.CriteriaSet with { Groups = [.. groups], Sha256 = Sha("another set"), Version = 9 },
            Agencies = [.. now.Agencies.SelectMany(Then)],
        };
    }

    private static IEnumerable<RecordAgency> Then(RecordAgency a) => a.Code switch
    {
        "SNV" => [a with { Code = "SNVCU", Name = "Sở Tổ chức", RankingScore = "600.00", Rank = 2 }],
        "STTTT" => [a with { Code = "BUU", Name = "Sở Bưu chính", RankingScore = "500.00", Rank = 4 }, a with { Code = "VIEN", Name = "Sở Viễn thông", RankingScore = "400.00", Rank = 5 }],
        "BDT" => [a with { Code = "VPM", Name = "Văn phòng Miền núi", RankingScore = "300.00", Rank = 6 }],
        "BADON" => [],
        "SYT" => [a with { Timeliness = "a", RankingScore = "200.00", Rank = 7 }],
        // Of the core only I.1 is another: 10,00.
        "STC" => [a with { RankingScore = "650.50", Rank = 1, Criteria = [.. a.Criteria.Select(c => c.Code == "I.1" ? c with { Points = "10.00" } : c)] }],
        _ => [a],
    };

    public static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
