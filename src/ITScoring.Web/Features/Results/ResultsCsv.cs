using System.Globalization;
using ITScoring.Domain.Publications;
using ITScoring.Web.Reports;

namespace ITScoring.Web.Features.Results;

/// <summary>The public record as CSV (decimal points): one line an agency, every group and criterion a column.</summary>
public static class ResultsCsv
{
    public static byte[] Of(PublicRecord record)
    {
        var groups = record.CriteriaSet.Groups;
        var criteria = groups.SelectMany(g => g.Criteria).ToList();
        List<IEnumerable<string>> lines =
        [
            [
                "code", "name", "block", "ranked", "submission", "total", "applicable_max", "ranking_score", "rank", "class",
                .. groups.SelectMany(g => new[] { $"group_{g.Code}", $"group_{g.Code}_max", $"group_{g.Code}_rank" }),
                .. criteria.Select(c => $"criterion_{c.Code}"),
                "notice",
            ],
        ];
        foreach (var a in record.Agencies)
        {
            lines.Add(
            [
                a.Code, a.Name, a.Block, a.Ranked ? "true" : "false", a.Timeliness ?? "", a.Total, a.ApplicableMax, a.RankingScore ?? "", Number(a.Rank), a.Class ?? "",
                .. a.Groups.SelectMany(g => new[] { g.Points, g.ApplicableMax, Number(g.Rank) }),
                .. a.Criteria.Select(c => c.Points ?? ""),
                record.Notice ?? "",
            ]);
        }

        return CsvTable.Of(lines);
    }

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
