using System.Reflection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ITScoring.Web.Startup;

/// <summary>Metrics and traces for a collector of the data centre; without <c>Telemetry:Endpoint</c> nothing of it runs.</summary>
public static class Telemetry
{
    public static string Version { get; } =
        typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>What of a request could tell who made it.</summary>
    private static readonly string[] Personal = ["client.address", "client.port", "network.peer.address", "network.peer.port", "user_agent.original", "url.query"];

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var options = configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new();
        if (options.Endpoint.Length == 0 || !Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint))
            return;
        services.AddHostedService<QueueWatch>();
        services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("itscoring", serviceVersion: Version, autoGenerateServiceInstanceId: true))
            .WithMetrics(m => m
                .AddMeter(PortalMeters.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                .AddOtlpExporter(o => Configure(o, "v1/metrics")))
            .WithTracing(t => t
                .AddAspNetCoreInstrumentation(o =>
                {
                    o.Filter = context => !context.Request.Path.StartsWithSegments(Health.Root);
                    o.EnrichWithHttpResponse = (activity, _) =>
                    {
                        foreach (var tag in Personal)
                            activity.SetTag(tag, null);
                    };
                })
                .AddOtlpExporter(o => Configure(o, "v1/traces")));

        void Configure(OtlpExporterOptions exporter, string path)
        {
            var isHttp = options.Protocol == "http/protobuf";
            exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
            exporter.Endpoint = isHttp ? new Uri(endpoint.ToString().TrimEnd('/') + '/' + path) : endpoint;
        }
    }
}
