using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Web.Features.Results;
using ITScoring.Web.Scoring;
using ITScoring.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace ITScoring.Web.Features.Shared;

/// <summary>Reads the frozen result that documents are written from: the published one, else the one that was proposed.</summary>
public sealed class DossierQuery(AppDbContext db, CurrentUser user, CriteriaSetCache sets, PublishedRecords published, AgencyYears years)
{
    /// <summary>The result of a period for those who see what was proposed.</summary>
    /// <returns>Null: there is no such period, or nothing was proposed.</returns>
    public async Task<ResultDossier?> FindAsync(string periodCode, CancellationToken cancel = default) =>
        user.Can(Permission.ReadProposals) && await PeriodAsync(periodCode, cancel) is { State: >= PeriodState.Proposed } period ? await ReadAsync(period, cancel) : null;

    /// <summary>The result of one agency: its own people get it once it is published.</summary>
    /// <returns>Null: there is none for this person, or the agency handed nothing in.</returns>
    public async Task<(ResultDossier Dossier, RecordAgency Agency)?> FindAsync(string periodCode, string agencyCode, CancellationToken cancel = default)
    {
        if (await PeriodAsync(periodCode, cancel) is not { } period || !SeesResultOf(period, period.FindAgency(agencyCode)) || await ReadAsync(period, cancel) is not { } dossier)
            return null;
        return dossier.Assessed.FirstOrDefault(a => string.Equals(a.Code, agencyCode, StringComparison.OrdinalIgnoreCase)) is { } agency ? (dossier, agency) : null;
    }

    /// <summary>Whether the person may read the result sheet of an agency.</summary>
    public bool SeesResultOf(Period period, PeriodAgency? agency) =>
        agency is not null && (user.Can(Permission.ReadProposals) ? period.State >= PeriodState.Proposed : user.Can(Permission.ReadOwnForm) && period.IsPublished && agency.AgencyId == user.AgencyId);

    private Task<Period?> PeriodAsync(string code, CancellationToken cancel) => Periods().FirstOrDefaultAsync(p => p.Code == code, cancel);

    private IQueryable<Period> Periods() => db.Periods.AsNoTracking().AsSplitQuery().Include(p => p.Agencies).Include(p => p.Letters);

    /// <summary>The result of a period for whoever is known to see it.</summary>
    /// <returns>Null: nothing was frozen yet.</returns>
    public async Task<ResultDossier?> ReadAsync(Period period, CancellationToken cancel = default) =>
        await RecordIdAsync(period, cancel) is { } id ? await ReadAsync(period, await db.FrozenRecords.AsNoTracking().SingleAsync(r => r.Id == id, cancel), cancel) : null;

    /// <summary>A record with what documents say around it, for a job that nobody waits for; also when another record stands for the period by now.</summary>
    /// <returns>Null: there is no such record.</returns>
    public async Task<ResultDossier?> OfRecordAsync(int recordId, CancellationToken cancel = default)
    {
        if (await db.FrozenRecords.AsNoTracking().FirstOrDefaultAsync(r => r.Id == recordId, cancel) is not { } frozen)
            return null;
        return await ReadAsync(await Periods().FirstAsync(p => p.Id == frozen.PeriodId, cancel), frozen, cancel);
    }

    private async Task<ResultDossier> ReadAsync(Period period, FrozenRecord frozen, CancellationToken cancel)
    {
        var publication = await db.Publications.AsNoTracking().Where(p => p.RecordId == frozen.Id).OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancel);
        var before = (await published.PeriodsAsync(cancel)).FirstOrDefault(p => p.Year < period.Year);
        var council = await db.Councils.AsNoTracking().Where(c => c.PeriodId == period.Id).Select(c => new { c.DecisionNumber, c.DecisionDate, c.DecisionAbstract }).FirstOrDefaultAsync(cancel);
        return new ResultDossier(
            period,
            await sets.GetAsync(period, cancel),
            RecordJson.ReadPublic(frozen.PublicJson),
            RecordJson.ReadInternal(frozen.InternalJson),
            frozen.PublicSha256,
            frozen.FrozenAt,
            publication,
            before is null ? null : (await published.FindAsync(before.Code, cancel))?.Record,
            await years.LineageAsync(cancel),
            council is null ? null : new DocumentReference(council.DecisionNumber, council.DecisionDate, council.DecisionAbstract));
    }

    /// <summary>The record that stands for a period: the published one, else what was approved or proposed, else the one of the preliminary result.</summary>
    /// <returns>Null: nothing was frozen yet.</returns>
    public async Task<int?> RecordIdAsync(Period period, CancellationToken cancel = default)
    {
        if (period.IsPublished)
            return await db.Publications.AsNoTracking().Where(p => p.PeriodId == period.Id).OrderByDescending(p => p.Number).Select(p => (int?)p.RecordId).FirstOrDefaultAsync(cancel);
        // Before the publication the period knows by its hash what was proposed, and afterwards approved.
        var sha = period.ApprovedSha256 ?? period.ProposedSha256;
        return await db.FrozenRecords.AsNoTracking().Where(r => r.PeriodId == period.Id && (sha == null || r.PublicSha256 == sha)).OrderByDescending(r => r.Id).Select(r => (int?)r.Id).FirstOrDefaultAsync(cancel);
    }
}
