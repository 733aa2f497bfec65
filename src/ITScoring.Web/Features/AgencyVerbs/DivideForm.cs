namespace ITScoring.Web.Features.AgencyVerbs;

/// <summary>A division as it is posted.</summary>
public sealed class DivideForm
{
    /// <summary>New agencies that one form takes.</summary>
    public const int MostParts = 5;

    public string? On { get; set; }

    public string? Basis { get; set; }

    public string? Continues { get; set; }

    /// <summary>Of the new agencies, line by line, as the three that follow.</summary>
    public string?[]? Code { get; set; }

    public string?[]? Name { get; set; }

    public string?[]? ShortName { get; set; }

    public string?[]? Block { get; set; }

    /// <summary>A <see cref="Domain.Agencies.RestatementRule"/>.</summary>
    public string? Rule { get; set; }

    public string? RuleReason { get; set; }

    /// <summary>Whether the confirmation was given.</summary>
    public string? Confirmed { get; set; }

    public string? At(string?[]? column, int line) => line < column?.Length ? column[line] : null;
}
