using System.ComponentModel.DataAnnotations;
using System.Net;

namespace ITScoring.Web.Startup;

/// <summary>Proxies that stand before the site (section <c>Proxy</c>).</summary>
public sealed class ProxyOptions : IValidatableObject
{
    public const string Section = "Proxy";

    /// <summary>Whether X-Forwarded-For, -Proto and -Host are read, from the trusted addresses only.</summary>
    public bool ForwardedHeaders { get; set; }

    /// <summary>Addresses (<c>10.0.0.5</c>) and networks (<c>10.0.0.0/28</c>) of the proxies whose word counts; anybody else's headers are ignored.</summary>
    public IReadOnlyList<string> Trusted { get; set; } = [];

    /// <summary>The networks of <see cref="Trusted"/>; an address is a network of one.</summary>
    /// <exception cref="FormatException">One is neither an address nor a network.</exception>
    public IEnumerable<IPNetwork> Networks() => Given().Select(t => Read(t) ?? throw new FormatException($"“{t}” is no network."));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!ForwardedHeaders)
            yield break;
        if (!Given().Any())
            yield return new ValidationResult("Proxy:ForwardedHeaders đang bật nhưng Proxy:Trusted trống: nêu địa chỉ của máy chủ chuyển tiếp (ví dụ 127.0.0.1), nếu không ai cũng giả được địa chỉ mạng.");
        foreach (var trusted in Given())
        {
            if (Read(trusted) is not { } network)
                yield return new ValidationResult($"Cấu hình Proxy:Trusted có “{trusted}”, nhưng chỉ nhận địa chỉ (10.0.0.5) hoặc dải mạng (10.0.0.0/28).");
            else if (network.PrefixLength == 0)
                yield return new ValidationResult($"Cấu hình Proxy:Trusted có “{trusted}”, tức là tin mọi địa chỉ; chỉ nêu máy chủ chuyển tiếp.");
        }
    }

    /// <summary>A list in a later layer of configuration takes an entry of an earlier one away with a blank.</summary>
    private IEnumerable<string> Given() => Trusted.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t.Trim());

    private static IPNetwork? Read(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
