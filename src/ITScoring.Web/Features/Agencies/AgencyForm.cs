using ITScoring.Domain.Agencies;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Agencies;

/// <summary>The form of an agency as it is posted.</summary>
public sealed class AgencyForm
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? ShortName { get; set; }

    public string? Block { get; set; }

    public string? Order { get; set; }

    public string? ValidFrom { get; set; }

    public static AgencyForm Of(Agency agency) => new()
    {
        Code = agency.Code,
        Name = agency.Name,
        ShortName = agency.ShortName,
        Block = $"{agency.BlockId}",
        Order = $"{agency.Order}",
        ValidFrom = agency.ValidFrom is { } from ? VietnamTime.Day(from) : "",
    };
}
