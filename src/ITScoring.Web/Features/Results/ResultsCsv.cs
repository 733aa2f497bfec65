using System.Globalization;
using System.Text;
using ITScoring.Domain.Publications;

namespace ITScoring.Web.Features.Results;

/// <summary>The public record as CSV (RFC 4180, UTF-8 with BOM, decimal points): one line an agency, every group and criterion a column.</summary>
public static class ResultsCsv
{
    public static byte[] Of(PublicRecord record)
    {
        var groups = record.CriteriaSet.Groups;
        var criteria = groups.SelectMany(g => g.Criteria).ToList();
        var csv = new StringBuilder();
        Line(csv,
        [
            "code", "name", "block", "ranked", "submission", "total", "applicable_max", "ranking_score", "rank", "class",
            .. groups.SelectMany(g => new[] { $"group_{g.Code}", $"group_{g.Code}_max", $"group_{g.Code}_rank" }),
            .. criteria.Select(c => $"criterion_{c.Code}"),
            "notice",
        ]);
        foreach (var a in record.Agencies)
        {
            Line(csv,
            [
                a.Code, a.Name, a.Block, a.Ranked ? "true" : "false", a.Timeliness ?? "", a.Total, a.ApplicableMax, a.RankingScore ?? "", Number(a.Rank), a.Class ?? "",
                .. a.Groups.SelectMany(g => new[] { g.Points, g.ApplicableMax, Number(g.Rank) }),
                .. a.Criteria.Select(c => c.Points ?? ""),
                record.Notice ?? "",
            ]);
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static void Line(StringBuilder csv, IEnumerable<string> cells) => csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    // A cell that a spreadsheet would take for a formula is kept as text by an apostrophe in front; points below zero are numbers.
    private static string Cell(string text)
    {
        if (text.Length > 0 && "=+-@\t\r".Contains(text[0]) && !text.All(c => char.IsAsciiDigit(c) || c is '-' or '.'))
            text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
    }
}
