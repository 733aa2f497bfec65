using ITScoring.Data;
using ITScoring.Web.Demo;
using ITScoring.Web.Practice;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Startup;

/// <summary>The way of a request through the site.</summary>
public static class Pipeline
{
    public static void UsePortal(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseSecurityHeaders();
        app.UseMiddleware<OpenDataAccess>();
        // In a scope of its own: what failed (a context, a look at the session) would fail the page that tells of it.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/errors/500", CreateScopeForErrors = true });
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        app.UseBareStatusesForScripts();
        if (!app.Environment.IsDevelopment())
            app.UseHttpsRedirection();
        app.UseResponseCompression();
        app.UseFontCaching();
        app.UseRequestLog();
        app.UseMiddleware<SaveCount>();
        app.UseMiddleware<FailedSaves>();
        // Whatever language a browser asks for; what people type is read by explicit rules (Input/), never by the culture.
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(VietnamTime.Culture),
            SupportedCultures = [VietnamTime.Culture],
            SupportedUICultures = [VietnamTime.Culture],
            RequestCultureProviders = [],
        });
        app.UseRouting();
        // Before anything that asks the database.
        app.UseMiddleware<MaintenancePage>();
        app.UseMiddleware<UnknownAddresses>();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        // After it is known who asks: pages are kept for strangers only.
        app.UseOutputCache();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapControllers().WithStaticAssets();
    }

    /// <summary>Says where the site is once it listens.</summary>
    public static void AnnounceAddress(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"Cổng đánh giá đang chạy tại {string.Join(", ", app.Urls)}"));

    /// <summary>Database, reference data and, where wanted, the demonstration; before the first request.</summary>
    /// <exception cref="StartupProblem">Something outside the program is in the way.</exception>
    public static async Task PrepareAsync(this WebApplication app)
    {
        // Bad settings are told before the database is touched, and before a demonstration stops half-way through them.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        var isPractice = app.Services.GetRequiredService<IOptions<PracticeOptions>>().Value.Enabled;
        if (isPractice)
            PracticeSite.RequireOwnDatabase(app);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().StartAsync();
        await app.Services.GetRequiredService<StoredSettings>().RefreshAsync();
        if (!app.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled)
            return;
        var isNew = !await app.Services.GetRequiredService<DemoNotice>().IsPresentAsync();
        if (!await DemoSeeder.SeedAsync(app.Configuration, app.Environment, app.Services.GetRequiredService<TimeProvider>(), Console.WriteLine))
            return;
        if (isPractice)
            await PracticeSite.KeepBeginningAsync(app, isNew);
        else
            Console.WriteLine(DemoAccounts.Table());
    }
}
