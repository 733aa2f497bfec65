using ITScoring.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Serilog;

namespace ITScoring.Web.Startup;

/// <summary>The way of a request through the site.</summary>
public static class Pipeline
{
    public static void UsePortal(this WebApplication app)
    {
        if (app.Configuration.GetValue<bool>("Proxy:ForwardedHeaders"))
            app.UseForwardedHeaders();
        app.UseSecurityHeaders(SecurityHeaders.Policy(app.Environment.IsDevelopment()));
        app.UseExceptionHandler("/errors/500");
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        if (!app.Environment.IsDevelopment())
            app.UseHttpsRedirection();
        app.UseResponseCompression();
        app.UseSerilogRequestLogging(o => o.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} {Elapsed:0} ms");
        app.UseMiddleware<ConflictHandling>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready") }).AllowAnonymous();
        app.MapControllers();
    }

    /// <summary>Database, reference data and, where wanted, the demonstration; before the first request.</summary>
    /// <exception cref="StartupProblem">Something outside the program is in the way.</exception>
    public static async Task PrepareAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().StartAsync();
    }
}
