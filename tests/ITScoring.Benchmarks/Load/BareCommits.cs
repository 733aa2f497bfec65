using ITScoring.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ITScoring.Benchmarks.Load;

/// <summary>What an autosave is measured against: one row of one table inserted by EF Core and committed, with the portal's own durability, in a file of its own.</summary>
internal static class BareCommits
{
    public static void AddBareCommits(this IServiceCollection services, IConfiguration configuration)
    {
        var file = new SqliteConnectionStringBuilder(configuration.GetConnectionString("Default"));
        file.DataSource += ".bare";
        services.AddDbContextPool<BareContext>(o => DataServices.UseSqlite(o, file.ConnectionString));
    }

    public static async Task MapBareCommitsAsync(this WebApplication app)
    {
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<BareContext>().Database.EnsureCreatedAsync();
        app.MapPost("/bench/commit", async (BareContext db) =>
        {
            db.Rows.Add(new BareRow { Value = "120" });
            await db.SaveChangesAsync();
            return TypedResults.NoContent();
        }).AllowAnonymous();
    }
}
