using System.ComponentModel;

namespace ITScoring.Web.Features.Api;

/// <summary>Agencies ranked together.</summary>
public sealed record ApiBlock(
    [property: Description("Mã khối")] string Code,
    [property: Description("Tên khối")] string Name);
