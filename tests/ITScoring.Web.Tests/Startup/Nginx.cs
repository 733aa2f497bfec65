using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ITScoring.Testing;
using ITScoring.Web.Tests.Portal;

namespace ITScoring.Web.Tests.Startup;

/// <summary>A real nginx with the configuration of deploy/nginx.conf, but for ports, names and paths. Stopped when it is disposed of.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private Nginx(Process process, string folder, int plain, int secure) => (_process, _folder, PlainPort, SecurePort) = (process, folder, plain, secure);

    public int PlainPort { get; }

    public int SecurePort { get; }

    /// <param name="first">Port of the portal's one node.</param>
    /// <param name="second">Port of the other.</param>
    public static async Task<Nginx> StartAsync(int first, int second)
    {
        var folder = Directory.CreateTempSubdirectory("itscoring-nginx-").FullName;
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(SettableClock.At(2020, 1, 1), SettableClock.At(2120, 1, 1));
        await File.WriteAllTextAsync(Path.Combine(folder, "fullchain.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        var (plain, secure) = (LoopbackPort.Free(), LoopbackPort.Free());
        var lines = (await File.ReadAllLinesAsync(Path.Combine(SourceFolder.Root, "deploy", "nginx.conf"))).Where(l => !l.Contains("listen [::]", StringComparison.Ordinal));
        var site = string.Join('\n', lines)
            .Replace("listen 80;", $"listen 127.0.0.1:{plain};", StringComparison.Ordinal).Replace("listen 443 ssl", $"listen 127.0.0.1:{secure} ssl", StringComparison.Ordinal)
            .Replace("danhgia.example.vn", "cong.test", StringComparison.Ordinal).Replace("/etc/itscoring/tls", folder, StringComparison.Ordinal)
            .Replace(":5081", $":{first}", StringComparison.Ordinal).Replace(":5082", $":{second}", StringComparison.Ordinal);
        var temporary = string.Join('\n', new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(t => $"{t}_temp_path {folder}/{t};"));
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), $"daemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}\n{site}\n}}\n");
        var process = Process.Start(new ProcessStartInfo(InstalledNginx.Path!, ["-p", folder, "-c", Path.Combine(folder, "nginx.conf")]) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        for (var i = 0; i < 100; i++)
        {
            Assert.False(process.HasExited, process.HasExited ? $"nginx ended: {await errors}" : "");
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, secure);
                return new Nginx(process, folder, plain, secure);
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException("nginx did not start to listen within 10 seconds.");
    }

    /// <summary>A browser with its own cookies that comes from an address of this machine.</summary>
    public HttpClient From(string address)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        return new HttpClient(handler) { BaseAddress = new Uri($"https://cong.test:{SecurePort}") };
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
