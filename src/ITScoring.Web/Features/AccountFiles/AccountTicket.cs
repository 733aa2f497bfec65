namespace ITScoring.Web.Features.AccountFiles;

/// <summary>What a preview showed, kept between the preview and the choice.</summary>
/// <param name="Sha256">Of the file.</param>
public sealed record AccountTicket(string FileName, string Sha256, IReadOnlyList<AccountLine> Good, IReadOnlyList<AccountBadLine> Bad);
