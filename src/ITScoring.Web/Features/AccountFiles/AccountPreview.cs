namespace ITScoring.Web.Features.AccountFiles;

/// <summary>What taking a list of people over would do, before anything is written.</summary>
public sealed record AccountPreview(AccountTicket Content, string Ticket)
{
    public IReadOnlyList<AccountLine> Changes => [.. Content.Good.Where(l => l.Kind != AccountLineKind.Unchanged)];
}
