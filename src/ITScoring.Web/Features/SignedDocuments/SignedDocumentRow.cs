using ITScoring.Domain.Publications;

namespace ITScoring.Web.Features.SignedDocuments;

/// <summary>A signed document as those who run and approve the evaluation see it.</summary>
/// <param name="AttachedBy">Name of the account; for signed-in officials only.</param>
/// <param name="ReplacedAt">When another one took its place; null: it stands.</param>
public sealed record SignedDocumentRow(SignedDocument Document, string AttachedBy, DateTime? ReplacedAt);
