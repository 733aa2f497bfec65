using ITScoring.Domain.Publications;

namespace ITScoring.Web.Features.Documents;

/// <summary>How far a long document is, without its content. Times are UTC.</summary>
public sealed record PreparedRow(string Name, PreparedDocumentState State, int Done, int Total, DateTime AskedAt, DateTime? ReadyAt, int Bytes)
{
    public bool IsPending => State is PreparedDocumentState.Waiting or PreparedDocumentState.Working;
}
