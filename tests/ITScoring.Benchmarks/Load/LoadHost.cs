using ITScoring.Benchmarks.Features.Empty;
using ITScoring.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Benchmarks.Load;

/// <summary><c>load-host</c>: the site itself, with an empty page and a plaintext answer added to it; started by the load command as a process of its own.</summary>
internal static class LoadHost
{
    public static async Task<int> RunAsync(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "ITScoring.Web",
            ContentRootPath = Path.Combine(RepositoryFiles.Root, "src", "ITScoring.Web"),
            EnvironmentName = "Production",
            Args = settings,
        });
        builder.AddPortalLogging();
        builder.AddPortal();
        builder.Services.AddControllersWithViews().AddApplicationPart(typeof(EmptyController).Assembly);
        builder.Services.AddBareCommits(builder.Configuration);
        var app = builder.Build();
        await app.PrepareAsync();
        app.UsePortal();
        app.MapGet("/bench/plaintext", () => TypedResults.Text("Hello, World!")).AllowAnonymous();
        app.MapStaticFile();
        await app.MapBareCommitsAsync();
        await app.StartAsync();
        Console.WriteLine($"{SiteProcess.Listening}{app.Urls.First()}");
        // The end of standard input is the end of the run, however the parent went.
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        await app.StopAsync();
        return 0;
    }
}
