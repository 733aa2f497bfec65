using Microsoft.AspNetCore.Http.Extensions;

namespace ITScoring.Web.Features.Shared;

/// <summary>Addresses of pages with what was chosen on them.</summary>
public static class SiteLink
{
    /// <summary>The path with the values that there are, in order; empty ones are left out.</summary>
    public static string To(string path, params IEnumerable<(string Name, string? Value)> values)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in values.Where(v => !string.IsNullOrEmpty(v.Value)))
            query.Add(name, value!);
        return path + query.ToQueryString();
    }
}
