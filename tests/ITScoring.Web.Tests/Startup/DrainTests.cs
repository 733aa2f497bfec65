using System.Net;
using System.Net.Sockets;
using System.Text;
using ITScoring.Web.Tests.Commands;

namespace ITScoring.Web.Tests.Startup;

public sealed class DrainTests
{
    [Fact]
    public async Task A_site_that_is_told_to_end_says_so_goes_on_serving_finishes_what_runs_and_ends_well()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var place = Installation.Make();
        place.Settings["Drain__Seconds"] = "3";
        await using var site = await place.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await site.Http.GetAsync("/health/ready")).StatusCode);

        // A form of which only half has arrived when the word comes.
        using var slow = new TcpClient();
        await slow.ConnectAsync(site.Address.Host, site.Address.Port);
        var line = slow.GetStream();
        await line.WriteAsync(Encoding.ASCII.GetBytes($"POST /sign-in HTTP/1.1\r\nHost: {site.Address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 12\r\n\r\nuserNa"));
        await Task.Delay(500);
        site.Terminate();
        await Task.Delay(700);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.Http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Http.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Http.GetAsync("/results")).StatusCode);

        // The port is closed, the request that runs is not.
        await Task.Delay(3_000);
        using (var late = new TcpClient())
            await Assert.ThrowsAnyAsync<SocketException>(() => late.ConnectAsync(site.Address.Host, site.Address.Port));
        await line.WriteAsync("me=abc"u8.ToArray());
        using var reader = new StreamReader(line, Encoding.UTF8);
        var answer = await reader.ReadLineAsync();
        Assert.Equal("HTTP/1.1 400 Bad Request", answer);
        Assert.Equal(0, await site.EndAsync());
    }
}
