namespace ITScoring.Web.Features.Agencies;

/// <summary>Which agencies are looked for, and how they are sorted; as it stands in the address.</summary>
public sealed class AgenciesFilter
{
    /// <summary>In code and in all names, earlier ones too; marks and case are ignored.</summary>
    public string? Search { get; set; }

    /// <summary>Code of a block.</summary>
    public string? Block { get; set; }

    /// <summary><c>now</c> (in force today, also when nothing is chosen), <c>ended</c>, <c>coming</c> or <c>all</c>.</summary>
    public string? State { get; set; }

    /// <summary>A column of <see cref="AgenciesPage.Columns"/>; with a leading minus from the last to the first.</summary>
    public string? Sort { get; set; }
}
