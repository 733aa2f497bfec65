using ITScoring.Domain.Agencies;
using ITScoring.Web.Features.Shared;
using Microsoft.AspNetCore.Http.Extensions;

namespace ITScoring.Web.Features.Agencies;

/// <summary>The list of agencies, a page of it.</summary>
/// <param name="IsEmpty">There is no agency at all, whatever the filter.</param>
public sealed record AgenciesPage(Paged<AgencyRow> Page, AgenciesFilter Filter, IReadOnlyList<Block> Blocks, bool IsEmpty)
{
    /// <summary>Columns that the list can be sorted by, with their headings.</summary>
    public static readonly IReadOnlyList<(string Code, string Heading)> Columns =
        [("order", "Thứ tự"), ("code", "Mã"), ("name", "Tên cơ quan"), ("block", "Khối"), ("from", "Hoạt động từ"), ("until", "Đến hết")];

    public string SortedBy => Filter.Sort is { } sort && Columns.Any(c => c.Code == sort.TrimStart('-')) ? sort.TrimStart('-') : "order";

    public bool IsDescending => Filter.Sort?.StartsWith('-') == true;

    public string? AriaSort(string column) => column != SortedBy ? null : IsDescending ? "descending" : "ascending";

    /// <summary>Sorts by a column; a second press turns the order round.</summary>
    public string SortLink(string column) => Link(1, column == SortedBy && !IsDescending ? "-" + column : column);

    public string PageLink(int number) => Link(number, Filter.Sort);

    private string Link(int number, string? sort)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("search", Filter.Search), ("block", Filter.Block), ("state", Filter.State), ("sort", sort), ("page", number == 1 ? null : $"{number}") })
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }

        return "/agencies" + query.ToQueryString();
    }
}
