using ITScoring.Web.Commands;
using ITScoring.Web.Startup;

if (await CommandLine.TryRunAsync(args) is { } exit)
    return exit;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddPortalLogging();
    builder.AddPortal();
    var app = builder.Build();
    await app.PrepareAsync();
    app.UsePortal();
    app.AnnounceAddress();
    await app.RunAsync();
    return 0;
}
catch (Exception problem) when (BadStart.Explain(problem) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return BadStart.ExitCode;
}
