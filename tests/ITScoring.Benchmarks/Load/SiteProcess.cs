using System.Diagnostics;

namespace ITScoring.Benchmarks.Load;

/// <summary>The site as a process of its own, on a free port of the loopback address.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    public const string Listening = "Listening on ";

    private readonly Process _process;

    private SiteProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Resident memory now, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Processor time spent so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public int Id => _process.Id;

    /// <param name="port">Of the loopback address; 0: any that is free.</param>
    /// <param name="settings">More settings, as on the command line.</param>
    public static async Task<SiteProcess> StartAsync(string connectionString, string logs, int port = 0, params string[] settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[
            "load-host", "--urls", $"http://127.0.0.1:{port}", "--Database:Provider", "Sqlite", "--ConnectionStrings:Default", connectionString, "--Logs:Folder", logs,
            // Lets the generator sign in as many offices, each with its own address, without meeting the limit of one address.
            "--Proxy:ForwardedHeaders", "true", "--Proxy:Trusted:0", "127.0.0.1", .. settings,
        ])
            start.ArgumentList.Add(argument);

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Listening, StringComparison.Ordinal))
                continue;
            // The log goes on; somebody has to read it.
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return new SiteProcess(process, new Uri(line[Listening.Length..]));
        }

        throw new InvalidOperationException("The site did not start; its own words stand above.");
    }

    /// <summary>Ends the process in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
