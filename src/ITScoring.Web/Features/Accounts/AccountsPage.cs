using ITScoring.Domain.Agencies;
using Microsoft.AspNetCore.Http.Extensions;

namespace ITScoring.Web.Features.Accounts;

/// <summary>The list of accounts, a page of it.</summary>
/// <param name="Total">How many accounts fit the filter.</param>
/// <param name="Number">Which page this is, from 1.</param>
public sealed record AccountsPage(IReadOnlyList<AccountRow> Rows, int Total, int Number, int Pages, AccountsFilter Filter, IReadOnlyList<Agency> Agencies)
{
    /// <summary>Columns that the list can be sorted by, with their headings.</summary>
    public static readonly IReadOnlyList<(string Code, string Heading)> Columns =
        [("account", "Tên đăng nhập"), ("person", "Họ và tên"), ("role", "Vai trò"), ("agency", "Cơ quan"), ("state", "Trạng thái")];

    public string SortedBy => Filter.Sort is { } sort && Columns.Any(c => c.Code == sort.TrimStart('-')) ? sort.TrimStart('-') : "account";

    public bool IsDescending => Filter.Sort?.StartsWith('-') == true;

    public string? AriaSort(string column) => column != SortedBy ? null : IsDescending ? "descending" : "ascending";

    /// <summary>Sorts by a column; a second press turns the order round.</summary>
    public string SortLink(string column) => Link(1, column == SortedBy && !IsDescending ? "-" + column : column);

    public string PageLink(int number) => Link(number, Filter.Sort);

    private string Link(int number, string? sort)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("search", Filter.Search), ("role", Filter.Role), ("agency", $"{Filter.Agency}"), ("state", Filter.State), ("sort", sort), ("page", number == 1 ? null : $"{number}") })
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }

        return "/accounts" + query.ToQueryString();
    }
}
