using System.Diagnostics;
using System.Text;
using ITScoring.Web.Commands;

namespace ITScoring.Web.Tests.Commands;

/// <summary>The site as a process of its own, listening on this machine. Killed when it is disposed of.</summary>
internal sealed class SiteRun : IAsyncDisposable
{
    private const string Listening = "Cổng đánh giá đang chạy tại ";

    private readonly Process _process;

    private SiteRun(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <param name="arguments">Of the program; none: the site.</param>
    public static async Task<SiteRun> StartAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (!line.StartsWith(Listening, StringComparison.Ordinal))
                continue;
            // The log goes on; somebody has to read it.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return new SiteRun(process, new Uri(line[Listening.Length..].Split(", ")[0]));
        }

        throw new InvalidOperationException($"The site did not start: {await errors}");
    }

    /// <summary>Asks it to end, as systemd does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
