using System.Globalization;
using ITScoring.Data;
using ITScoring.Domain.Accounts;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Rankings;
using ITScoring.Domain.Reviews;
using ITScoring.Web.Reports;
using ITScoring.Web.Scoring;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.PeriodCopies;

/// <summary>Reads from an earlier period what a new one can begin with; never answers, verdicts or results.</summary>
public sealed class PeriodCopyQuery(AppDbContext db, CriteriaSetCache sets, TimeProvider clock)
{
    /// <summary>A period that has a plan; null: there is none of this code.</summary>
    public Task<Period?> FindAsync(string code, CancellationToken cancel) =>
        db.Periods.AsNoTracking().AsSplitQuery().Include(p => p.Agencies).Include(p => p.Assignments).Include(p => p.Conflicts).Include(p => p.CriteriaSetVersion)
            .FirstOrDefaultAsync(p => p.Code == code && p.CriteriaSetVersionId != null && p.DeadlineUtc != null, cancel);

    /// <param name="typed">Null: the first look.</param>
    /// <param name="notRanked">Reasons as typed.</param>
    public async Task<CopyPage> PageAsync(Period source, CopyForm? typed, IReadOnlyDictionary<int, string>? notRanked, CancellationToken cancel)
    {
        var inForce = await db.CriteriaSetVersions.AsNoTracking().Where(v => v.State == CriteriaSetState.InForce).OrderBy(v => v.Code).ThenByDescending(v => v.Number).ToListAsync(cancel);
        var (agencies, ended) = await AgenciesAsync(source, cancel);
        var assignments = await AssignmentsAsync(source, agencies, cancel);
        var council = await CouncilAsync(source, cancel);
        return new CopyPage(
            source,
            typed ?? Proposed(source, inForce, agencies, assignments),
            inForce,
            agencies,
            ended,
            assignments,
            source.ParRuleJson is { } json ? ParWords.Of(ParRule.Read(json), (await sets.GetAsync(source, cancel)).Scale.ToString()) : null,
            council,
            notRanked ?? agencies.Where(a => a.NotRankedReason is not null).ToDictionary(a => a.Id, a => a.NotRankedReason!));
    }

    public Task<Council?> CouncilAsync(Period source, CancellationToken cancel) => db.Councils.AsNoTracking().Include(c => c.Members).FirstOrDefaultAsync(c => c.PeriodId == source.Id, cancel);

    /// <summary>All agencies that there are on the day of today, those of the earlier period and successors of ended ones proposed.</summary>
    public async Task<(IReadOnlyList<CopiedAgency> Agencies, IReadOnlyList<string> Ended)> AgenciesAsync(Period source, CancellationToken cancel)
    {
        var today = clock.Today();
        var all = await db.Agencies.AsNoTracking().Include(a => a.Block).Include(a => a.Predecessors).ToListAsync(cancel);
        bool IsValid(Domain.Agencies.Agency a) => (a.ValidFrom is null || a.ValidFrom <= today) && (a.ValidTo is null || a.ValidTo >= today);
        var valid = all.Where(IsValid).OrderBy(a => a.Block!.Order).ThenBy(a => a.Order).ToList();
        var gone = all.Where(a => source.FindAgency(a.Id) is not null && !IsValid(a)).ToList();
        var offered = valid.Select(a =>
        {
            var before = source.FindAgency(a.Id);
            var takesOver = gone.Where(g => a.Predecessors.Any(p => p.PredecessorId == g.Id)).Select(g => g.Name).ToList();
            var origin = before is not null ? $"Tham gia kỳ {source.Code}{(before.BlockCode == a.Block!.Code ? "" : $", khi đó ở khối {before.BlockName}")}"
                : takesOver.Count > 0 ? $"Kế thừa {string.Join(", ", takesOver)}, đã tham gia kỳ {source.Code}"
                : $"Không tham gia kỳ {source.Code}";
            return new CopiedAgency(a.Id, a.Name, a.Block!.Name, origin, before is not null || takesOver.Count > 0, before is { IsRanked: false } ? before.NotRankedReason : null);
        }).ToList();
        return (offered,
        [
            .. gone.Select(g =>
            {
                var heirs = valid.Where(a => a.Predecessors.Any(p => p.PredecessorId == g.Id)).Select(a => a.Name).ToList();
                return $"{g.Name}{(g.ValidTo is { } last ? $" (đến hết ngày {VietnamTime.Day(last)})" : "")}: {(heirs.Count > 0 ? $"kế thừa là {string.Join(", ", heirs)}" : "chưa ghi cơ quan kế thừa")}";
            }),
        ]);
    }

    /// <summary>The earlier period's assignments, each with why it cannot be taken over.</summary>
    public async Task<IReadOnlyList<CopiedAssignment>> AssignmentsAsync(Period source, IReadOnlyList<CopiedAgency> agencies, CancellationToken cancel)
    {
        var ids = source.Assignments.Select(a => a.ReviewerId).ToHashSet();
        var people = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, cancel);
        return
        [
            .. source.Assignments.Where(a => source.FindAgency(a.AgencyId) is not null).OrderBy(a => source.FindAgency(a.AgencyId)!.Order).ThenBy(a => a.ScopeCode, StringComparer.Ordinal).ThenBy(a => a.ReviewerId).Select(a =>
            {
                var person = people.GetValueOrDefault(a.ReviewerId);
                var problem = agencies.All(x => x.Id != a.AgencyId) ? "cơ quan đã ngừng hoạt động"
                    : person is null || person.SuspendedAt is not null ? "tài khoản đã ngừng sử dụng"
                    : person.Role != Role.Reviewer ? $"nay có vai trò {person.Role.Name()}"
                    : person.AgencyId == a.AgencyId ? "nay thuộc chính cơ quan này"
                    : source.HasConflict(a.ReviewerId, a.AgencyId) ? "đã khai báo xung đột lợi ích"
                    : null;
                return new CopiedAssignment(a.AgencyId, source.FindAgency(a.AgencyId)!.Name, a.ReviewerId, person?.DisplayName ?? "–", a.Part, problem);
            }),
        ];
    }

    private static CopyForm Proposed(Period source, List<CriteriaSetVersion> inForce, IReadOnlyList<CopiedAgency> agencies, IReadOnlyList<CopiedAssignment> assignments)
    {
        var year = source.Year + 1;
        // "trước ngày X" is stored as the end of the day before.
        var before = source.DeadlineWording!.StartsWith("trước", StringComparison.Ordinal);
        var named = before ? source.Deadline!.Day.AddDays(1) : source.Deadline!.Day;
        var set = inForce.FirstOrDefault(v => v.Id == source.CriteriaSetVersionId) ?? inForce.FirstOrDefault(v => v.Code == source.CriteriaSetVersion!.Code);
        var response = source.PlannedResponseOn ?? source.ResponseDeadline?.Day;
        return new CopyForm
        {
            Code = year.ToString(CultureInfo.InvariantCulture),
            Year = year.ToString(CultureInfo.InvariantCulture),
            Title = source.Title.Replace(source.Year.ToString(CultureInfo.InvariantCulture), year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            CriteriaSet = set?.Id ?? 0,
            DataFrom = VietnamTime.Day(source.DataFrom!.Value.AddYears(1)),
            DataThrough = VietnamTime.Day(source.DataThrough!.Value.AddYears(1)),
            DeadlineDay = VietnamTime.Day(named.AddYears(1)),
            DeadlineKind = before ? "before" : "end",
            ReturnDays = source.ReturnDays?.ToString(CultureInfo.InvariantCulture),
            ResponseDays = source.ResponseDays?.ToString(CultureInfo.InvariantCulture),
            PlannedResponse = response is { } day ? VietnamTime.Day(day.AddYears(1)) : null,
            Tolerance = source.SharedTolerancePercent.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ','),
            Discloses = source.DisclosesDeclaredFigures ? "true" : null,
            Par = source.ParRuleJson is null ? null : "true",
            // A council is set up by a decision of its own year: proposed, but not ticked.
            Council = null,
            Agencies = [.. agencies.Where(a => a.IsProposed).Select(a => a.Id)],
            Assignments = [.. assignments.Where(a => a.Problem is null).Select(a => a.Key)],
        };
    }
}
