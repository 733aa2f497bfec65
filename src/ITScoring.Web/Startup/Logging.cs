using System.Globalization;
using ITScoring.Data;
using Serilog;
using Serilog.Events;

namespace ITScoring.Web.Startup;

/// <summary>Serilog: console and a file a day, with the request's id; facts by template, never answers or personal data.</summary>
public static class Logging
{
    private const string Template = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {RequestId} {Message:lj}{NewLine}{Exception}";

    /// <exception cref="StartupProblem">The folder of <c>Logs:Folder</c> cannot be written.</exception>
    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        var folder = Path.GetFullPath(builder.Configuration["Logs:Folder"] ?? "App_Data/logs", builder.Environment.ContentRootPath);
        RequireWritable(folder);
        builder.Services.AddSerilog(
            (services, log) =>
            {
                var lifetime = new Lazy<IHostApplicationLifetime>(services.GetRequiredService<IHostApplicationLifetime>);
                log
                    .MinimumLevel.Information()
                    .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
                    .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
                    .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Warning)
                    .ReadFrom.Configuration(builder.Configuration)
                    .Enrich.FromLogContext()
                    // A start that fails ends with one sentence; what lies behind it stands in the file.
                    .WriteTo.Logger(console => console
                        .Filter.ByExcluding(e => e.Exception is not null && !lifetime.Value.ApplicationStarted.IsCancellationRequested)
                        .WriteTo.Console(outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture))
                    .WriteTo.File(
                        Path.Combine(folder, "itscoring-.log"),
                        outputTemplate: Template,
                        formatProvider: CultureInfo.InvariantCulture,
                        rollingInterval: RollingInterval.Day,
                        retainedFileCountLimit: 31,
                        shared: true);
            },
            preserveStaticLogger: true);
    }

    /// <summary>One line a request: method, path without query, status, time, and the id that error pages show.</summary>
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(o =>
    {
        // Left alone it writes to the static logger, which this site does not use.
        o.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        o.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} {Elapsed:0} ms";
        // As it was sent, letters escaped: a line break in a path would write a line of its own.
        o.GetMessageTemplateProperties = (context, path, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
            new LogEventProperty("RequestPath", new ScalarValue(path.StartsWith('/') ? new PathString(path).ToUriComponent() : Uri.EscapeDataString(path))),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];
        o.EnrichDiagnosticContext = (line, context) => line.Set("RequestId", context.TraceIdentifier);
    });

    private static void RequireWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupProblem($"Không ghi được vào thư mục nhật ký {folder} (cấu hình Logs:Folder): kiểm tra đường dẫn và quyền ghi.", e);
        }
    }
}
