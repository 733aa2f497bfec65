using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ITScoring.Web.Integrations.Scanning;

/// <summary>Reads where the scanner listens.</summary>
internal static class ScannerAddress
{
    private const string Unix = "unix:";

    /// <summary>Null when it is neither <c>host:port</c> nor <c>unix:/path</c>.</summary>
    public static EndPoint? Read(string address)
    {
        if (address.StartsWith(Unix, StringComparison.Ordinal))
            return Path.IsPathRooted(address[Unix.Length..]) ? new UnixDomainSocketEndPoint(address[Unix.Length..]) : null;
        var colon = address.LastIndexOf(':');
        return colon > 0 && ushort.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? new DnsEndPoint(address[..colon].Trim('[', ']'), port)
            : null;
    }
}
