using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ITScoring.Testing;

namespace ITScoring.Web.Tests.Files;

/// <summary>A real ClamAV daemon with a database of one signature, started for a test and stopped after it.</summary>
internal sealed class Clamd : IAsyncDisposable
{
    /// <summary>The harmless file that every scanner takes for a virus (eicar.org), in two parts so that none finds it here.</summary>
    public static readonly string Eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private readonly Process _process;
    private readonly string _folder;

    private Clamd(Process process, string folder, string address) => (_process, _folder, Address) = (process, folder, address);

    /// <summary>As the setting <c>Scan:Address</c> takes it.</summary>
    public string Address { get; }

    /// <param name="bySocket">Whether it listens at a socket in the file system, else at a port.</param>
    public static async Task<Clamd> StartAsync(bool bySocket)
    {
        var folder = Directory.CreateTempSubdirectory("itscoring-clamd-").FullName;
        var (port, socket) = (LoopbackPort.Free(), Path.Combine(folder, "clamd.ctl"));
        // Any file that holds the text, wherever it stands in it.
        await File.WriteAllTextAsync(Path.Combine(folder, "eicar.ndb"), $"Eicar-Test-Signature:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Eicar))}\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "clamd.conf"), $"Foreground yes\nDatabaseDirectory {folder}\n{(bySocket ? $"LocalSocket {socket}" : $"TCPSocket {port}\nTCPAddr 127.0.0.1")}\nStreamMaxLength 2M\nLogFile {folder}/clamd.log\n");
        var start = new ProcessStartInfo(InstalledClamd.Path!, ["--config-file", Path.Combine(folder, "clamd.conf")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        EndPoint at = bySocket ? new UnixDomainSocketEndPoint(socket) : new IPEndPoint(IPAddress.Loopback, port);
        for (var i = 0; i < 300; i++)
        {
            Assert.False(process.HasExited, process.HasExited ? $"clamd ended: {await errors}" : "");
            try
            {
                using var probe = bySocket ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
                await probe.ConnectAsync(at);
                return new Clamd(process, folder, bySocket ? "unix:" + socket : $"127.0.0.1:{port}");
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException("clamd did not start to listen within 30 seconds.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
