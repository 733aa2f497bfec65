using ITScoring.Data;
using ITScoring.Domain.Periods;
using ITScoring.Domain.Publications;
using ITScoring.Domain.Publications.Packages;
using ITScoring.Web.Features.Results;
using ITScoring.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Features.Api;

/// <summary>What the API says, from the public parts of published records; points are handed on as the records write them.</summary>
public sealed class ApiQuery(AppDbContext db, PublishedRecords records, IOptions<PublicationOptions> options)
{
    private string? Licence => options.Value.Licence is { Length: > 0 } licence ? licence : null;

    public async Task<ApiPeriods> PeriodsAsync(CancellationToken cancel = default) => new(Licence, [.. (await records.AllAsync(cancel)).Select(Listed)]);

    /// <returns>Null: unknown or not published; so with all of these.</returns>
    public async Task<ApiPeriodDetail?> PeriodAsync(string period, CancellationToken cancel = default)
    {
        if (await records.FindAsync(period, cancel) is not { } result)
            return null;
        var (record, publication, of) = (result.Record, result.Publication, result.Record.Period);
        var set = record.CriteriaSet;
        return new ApiPeriodDetail(
            of.Code,
            of.Title,
            of.Year,
            record.Notice,
            Licence,
            Day(of.DataFrom),
            Day(of.DataThrough),
            of.DisclosesDeclaredFigures,
            publication.DecisionNumber,
            publication.DecisionDate,
            publication.Number,
            Moment(publication),
            result.Sha256,
            new ApiCriteriaSet(
                set.Code,
                set.Version,
                set.Title,
                set.Sha256,
                set.Scale,
                [.. set.Groups.Select(g => new ApiGroup(g.Code, g.Name, g.Kind, g.Max, [.. g.Criteria.Select(c => new ApiCriterion(c.Code, c.Name, c.Max, c.Rule, c.Basis, c.Guidance))]))],
                [.. set.Classes.Select(c => new ApiClass(c.Name, c.From))]),
            Blocks(record),
            [.. record.Agencies.Select(a => new ApiAgencyLink(a.Code, a.Name, a.Block, AgencyOf(of.Code, a)))],
            PublicationsOf(of.Code),
            RankingOf(of.Code, publication.Number),
            PageOf(of.Code));
    }

    public async Task<ApiPublications?> PublicationsAsync(string period, CancellationToken cancel = default)
    {
        if (await records.FindAsync(period, cancel) is not { } latest)
            return null;
        var (code, all) = (latest.Record.Period.Code, await AllOf(period).OrderByDescending(p => p.Number).Select(p => new { Publication = p, p.Record!.PublicSha256 }).ToListAsync(cancel));
        var ids = all.Select(p => p.Publication.Id).ToList();
        var files = (await db.PublicationFiles.AsNoTracking().Where(f => ids.Contains(f.PublicationId) && f.Audience == PackageKind.Public).OrderBy(f => f.Id)
            .Select(f => new { f.PublicationId, f.Name, f.MediaType, f.Bytes, f.Sha256 }).ToListAsync(cancel)).ToLookup(f => f.PublicationId);
        return new ApiPublications(code, latest.Record.Period.Title, latest.Record.Notice, Licence, [.. all.Select(row =>
        {
            var p = row.Publication;
            return new ApiPublication(
                p.Number,
                Moment(p),
                p.DecisionNumber,
                p.DecisionDate,
                p.Reason,
                all.FirstOrDefault(o => o.Publication.Id == p.ReplacesId)?.Publication.Number,
                all.FirstOrDefault(o => o.Publication.ReplacesId == p.Id)?.Publication.Number,
                row.PublicSha256,
                RankingOf(code, p.Number),
                $"/publications/{code}/{p.Number}",
                [.. files[p.Id].Select(f => new ApiFile(f.Name, f.MediaType, f.Bytes, f.Sha256, $"/publications/{code}/{p.Number}/{f.Name}"))]);
        })]);
    }

    public async Task<ApiRanking?> RankingAsync(string period, int number, CancellationToken cancel = default)
    {
        if (await AllOf(period).FirstOrDefaultAsync(p => p.Number == number, cancel) is not { } publication)
            return null;
        var replaces = await db.Publications.Where(p => p.Id == publication.ReplacesId).Select(p => (int?)p.Number).FirstOrDefaultAsync(cancel);
        var (record, _, sha256) = await records.ReadAsync(publication.RecordId, cancel);
        var blocks = record.Blocks.Select(b => b.Code).ToList();
        return new ApiRanking(
            record.Period.Code,
            record.Period.Title,
            record.Period.Year,
            record.Notice,
            publication.Number,
            Moment(publication),
            publication.DecisionNumber,
            publication.DecisionDate,
            publication.Reason,
            replaces,
            sha256,
            record.CriteriaSet.Scale,
            Blocks(record),
            [
                .. record.Agencies.OrderBy(a => blocks.IndexOf(a.Block)).ThenBy(a => a.Rank ?? int.MaxValue).Select(a => new ApiRankedAgency(
                    a.Code, a.Name, a.Block, a.Ranked, a.NotRankedReason, a.Timeliness, a.Total, a.ApplicableMax, a.RankingScore, a.Rank, a.Class, Groups(a), AgencyOf(record.Period.Code, a))),
            ]);
    }

    public async Task<ApiAgency?> AgencyAsync(string period, string code, CancellationToken cancel = default)
    {
        if (await records.FindAsync(period, cancel) is not { } result || result.Record.Agencies.FirstOrDefault(a => string.Equals(a.Code, code, StringComparison.OrdinalIgnoreCase)) is not { } agency)
            return null;
        var of = result.Record.Period;
        return new ApiAgency(
            of.Code,
            of.Title,
            of.Year,
            result.Record.Notice,
            result.Publication.Number,
            Moment(result.Publication),
            result.Sha256,
            agency.Code,
            agency.Name,
            agency.Block,
            agency.Ranked,
            agency.NotRankedReason,
            agency.Timeliness,
            agency.VerifiedBy,
            agency.Total,
            agency.ApplicableMax,
            agency.RankingScore,
            agency.Rank,
            agency.Class,
            Groups(agency),
            [.. agency.Criteria.Select(c => new ApiCriterionScore(c.Code, c.Points, c.Max, c.Applicable, Calculation(c.Calculation)))],
            $"{PageOf(of.Code)}/agencies/{agency.Code.ToLowerInvariant()}");
    }

    private static ApiPeriod Listed(PublishedRecord result)
    {
        var (of, publication) = (result.Record.Period, result.Publication);
        return new ApiPeriod(
            of.Code,
            of.Title,
            of.Year,
            result.Record.Notice,
            publication.DecisionNumber,
            publication.DecisionDate,
            publication.Number,
            Moment(publication),
            $"/api/v1/periods/{of.Code}",
            PublicationsOf(of.Code),
            RankingOf(of.Code, publication.Number),
            PageOf(of.Code));
    }

    private static IReadOnlyList<ApiBlock> Blocks(PublicRecord record) => [.. record.Blocks.Select(b => new ApiBlock(b.Code, b.Name))];

    private static IReadOnlyList<ApiGroupScore> Groups(RecordAgency agency) => [.. agency.Groups.Select(g => new ApiGroupScore(g.Code, g.Points, g.ApplicableMax, g.Rank))];

    /// <summary>The record holds one only where the period opens the declared figures.</summary>
    private static ApiCalculation? Calculation(RecordCalculation? calculation) => calculation is null ? null : new ApiCalculation(
        calculation.Rounding,
        calculation.Inputs is { } inputs ? [.. inputs.Select(i => new ApiInput(i.Code, i.Text, i.Value))] : null,
        calculation.Steps is { } steps ? [.. steps.Select(s => new ApiStep(s.Text, s.Value))] : null);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>To the second, as packages say it.</summary>
    private static DateTime Moment(Publication publication) =>
        DateTime.SpecifyKind(publication.PublishedAt.AddTicks(-(publication.PublishedAt.Ticks % TimeSpan.TicksPerSecond)), DateTimeKind.Utc);

    private static string PublicationsOf(string period) => $"/api/v1/periods/{period}/publications";

    private static string RankingOf(string period, int number) => $"/api/v1/periods/{period}/publications/{number}";

    private static string AgencyOf(string period, RecordAgency agency) => $"/api/v1/periods/{period}/agencies/{agency.Code.ToLowerInvariant()}";

    private static string PageOf(string period) => $"/results/{period}";

    private IQueryable<Publication> AllOf(string period) =>
        from publication in db.Publications.AsNoTracking()
        join of in db.Periods on publication.PeriodId equals of.Id
        where of.Code == period && of.State == PeriodState.Published
        select publication;
}
