using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ITScoring.Benchmarks.Load;

/// <summary>A file of any size, served by the site's own pipeline as its style sheets are.</summary>
internal static class StaticFile
{
    private const string Route = "/bench/static/";

    public static string PathOf(int bytes) => $"{Route}{bytes}";

    public static void MapStaticFile(this IEndpointRouteBuilder app)
    {
        var folder = Directory.CreateTempSubdirectory("bench-static-").FullName;
        app.MapGet(Route + "{bytes:int}", (int bytes) =>
        {
            var path = Path.Combine(folder, $"{bytes}.html");
            if (!File.Exists(path))
                File.WriteAllText(path, new string('x', bytes));
            return TypedResults.PhysicalFile(path, "text/html; charset=utf-8");
        }).AllowAnonymous();
    }
}
