namespace ITScoring.Web.Features.Councils;

/// <summary>The council as posted: its decision, and one entry of each list for a member.</summary>
public sealed class CouncilForm
{
    public string? Number { get; set; }

    public string? Date { get; set; }

    public string? Abstract { get; set; }

    public string?[] Name { get; set; } = [];

    public string?[] Office { get; set; } = [];

    public string?[] Role { get; set; } = [];

    /// <summary>The evaluated agency that the member works for, as its number; blank: none.</summary>
    public string?[] Agency { get; set; } = [];
}
