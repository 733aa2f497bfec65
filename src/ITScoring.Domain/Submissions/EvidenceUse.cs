namespace ITScoring.Domain.Submissions;

/// <summary>That a document proves the answer to a question, or a part of it.</summary>
public sealed class EvidenceUse
{
    private EvidenceUse()
    {
    }

    internal EvidenceUse(string questionCode, EvidencePlace place) => (QuestionCode, Part, Position) = (questionCode, place.Part, place.Position);

    public int Id { get; private set; }

    public int EvidenceId { get; private set; }

    public string QuestionCode { get; private set; } = "";

    /// <summary>Code of the option or number of the row that it proves; empty: the whole answer.</summary>
    public string Part { get; private set; } = "";

    /// <summary>Place among the documents of the question, rising; equal ones stand in the order in which they were added.</summary>
    public int Position { get; private set; }

    internal void PlaceAt(int position) => Position = position;
}
