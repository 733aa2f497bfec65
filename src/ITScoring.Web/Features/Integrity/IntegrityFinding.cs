namespace ITScoring.Web.Features.Integrity;

/// <summary>One impossible state.</summary>
/// <param name="What">A sentence.</param>
/// <param name="Where">Period, agency, account or row.</param>
/// <param name="Link">Address of a page that an administrator may open; null: there is none.</param>
/// <param name="Mend">What to do about it, a sentence.</param>
public sealed record IntegrityFinding(string What, string Where, string? Link, string Mend);
