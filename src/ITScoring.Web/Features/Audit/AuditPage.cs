using Microsoft.AspNetCore.Http.Extensions;

namespace ITScoring.Web.Features.Audit;

/// <summary>A page of the audit log.</summary>
/// <param name="Total">How many rows fit the filter.</param>
/// <param name="Number">Which page this is, from 1.</param>
/// <param name="Seals">How far the log is sealed.</param>
/// <param name="SearchedOnly">How many rows the search looked at, when it could not look at all of them.</param>
public sealed record AuditPage(
    IReadOnlyList<AuditRow> Rows,
    int Total, int Number, int Pages, int? SearchedOnly, AuditFilter Filter, AuditSealState Seals,
    IReadOnlyList<(int Id, string Name)> People, IReadOnlyList<(int Id, string Name)> Periods, IReadOnlyList<(int Id, string Name)> Agencies)
{
    public bool OldestFirst => Filter.Sort == "oldest";

    public string SortLink => Link(1, OldestFirst ? null : "oldest");

    public string PageLink(int number) => Link(number, Filter.Sort);

    /// <summary>The rows of the filter as a file.</summary>
    /// <param name="kind"><c>xlsx</c> or <c>csv</c>.</param>
    public string FileLink(string kind) => Link(1, Filter.Sort, $"/audit/list.{kind}");

    private string Link(int number, string? sort, string path = "/audit")
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[]
        {
            ("from", Filter.From), ("until", Filter.Until), ("person", $"{Filter.Person}"), ("what", Filter.What), ("period", $"{Filter.Period}"), ("agency", $"{Filter.Agency}"),
            ("search", Filter.Search), ("sort", sort), ("page", number == 1 ? null : $"{number}"),
        })
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }

        return path + query.ToQueryString();
    }
}
