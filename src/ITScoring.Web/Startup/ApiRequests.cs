namespace ITScoring.Web.Startup;

/// <summary>Requests of programs for open data: answered with data, also when something is wrong.</summary>
internal static class ApiRequests
{
    private static readonly PathString Root = "/api";

    public static bool IsApi(this PathString path) => path.StartsWithSegments(Root);
}
