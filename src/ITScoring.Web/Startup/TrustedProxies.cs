using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace ITScoring.Web.Startup;

/// <summary>Whose forwarded headers count: those of <c>Proxy:Trusted</c> and nobody else's.</summary>
public static class TrustedProxies
{
    public static void AddTrustedProxies(this IServiceCollection services)
    {
        services.AddOptions<ProxyOptions>().BindConfiguration(ProxyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((o, proxy) =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var network in proxy.Value.Networks())
                o.KnownIPNetworks.Add(network);
        });
    }

    public static void UseTrustedProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.ForwardedHeaders)
            app.UseForwardedHeaders();
    }
}
