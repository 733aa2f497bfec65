using ITScoring.Web.Commands;
using ITScoring.Web.Practice;
using ITScoring.Web.Startup;

args = PracticeSite.Arguments(args);
if (await CommandLine.TryRunAsync(args) is { } exit)
    return exit;

try
{
    while (true)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Configuration.AddSecretsFolder(builder.Environment.ContentRootPath);
        builder.ConfigurePractice(args);
        builder.AddPortalLogging();
        builder.AddPortal();
        var app = builder.Build();
        await app.PrepareAsync();
        app.UsePortal();
        app.AnnounceAddress();
        var (reset, folder, clock) = (app.Services.GetRequiredService<PracticeReset>(), PracticeSite.FolderOf(app), app.Services.GetRequiredService<TimeProvider>());
        await app.RunAsync();
        if (!reset.IsAsked)
            return 0;
        PracticeSite.PutBack(folder, clock.Today());
    }
}
catch (Exception problem) when (BadStart.Explain(problem) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return BadStart.ExitCode;
}
