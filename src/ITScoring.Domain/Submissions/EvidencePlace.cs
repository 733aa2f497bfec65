namespace ITScoring.Domain.Submissions;

/// <summary>Where a document stands at a question.</summary>
/// <param name="Part">Code of an option or number of a row; empty: the whole answer.</param>
/// <param name="Position">Among the documents of the question, rising.</param>
public sealed record EvidencePlace(string Part = "", int Position = 0)
{
    public static readonly EvidencePlace Whole = new();
}
