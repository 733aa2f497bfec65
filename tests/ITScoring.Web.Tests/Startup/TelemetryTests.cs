using System.Collections.Concurrent;
using System.Net;
using System.Text;
using ITScoring.Testing;
using ITScoring.Web.Tests.Commands;

namespace ITScoring.Web.Tests.Startup;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_gets_our_metrics_and_traces_without_addresses_and_queries()
    {
        var port = LoopbackPort.Free();
        using var collector = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
        collector.Start();
        var got = new ConcurrentDictionary<string, string>();
        var collecting = Task.Run(async () =>
        {
            while (true)
            {
                var context = await collector.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                // Protobuf keeps strings as they are.
                got.AddOrUpdate(context.Request.Url!.AbsolutePath, Encoding.UTF8.GetString(body.ToArray()), (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
                context.Response.Close();
            }
        });
        using var place = Installation.Make();
        (place.Settings["Telemetry__Endpoint"], place.Settings["Telemetry__Protocol"]) = ($"http://127.0.0.1:{port}", "http/protobuf");
        await using (var site = await place.StartAsync())
        {
            site.Http.DefaultRequestHeaders.UserAgent.ParseAdd("TrinhDuyetThu/1");
            Assert.Equal(HttpStatusCode.OK, (await site.Http.GetAsync("/results?tu-khoa=thu-nghiem")).StatusCode);
            // What was measured goes out at the end at the latest.
            site.Terminate();
            Assert.Equal(0, await site.EndAsync());
        }

        collector.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => collecting);
        Assert.Contains("itscoring", got["/v1/metrics"]);
        Assert.Contains("itscoring.mails.waiting", got["/v1/metrics"]);
        Assert.Contains("http.server.request.duration", got["/v1/metrics"]);
        Assert.Contains("/results", got["/v1/traces"]);
        foreach (var personal in (string[])["TrinhDuyetThu", "thu-nghiem"])
            Assert.DoesNotContain(personal, got["/v1/traces"]);
        Assert.DoesNotContain("client.address", got["/v1/traces"]);
    }
}
