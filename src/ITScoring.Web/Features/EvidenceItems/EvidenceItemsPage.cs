using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Submissions;

namespace ITScoring.Web.Features.EvidenceItems;

/// <summary>The documents that prove one answer.</summary>
public sealed class EvidenceItemsPage
{
    public required OwnForm Form { get; init; }

    public required Question Question { get; init; }

    /// <summary>As declared now.</summary>
    public required AnswerValue? Answer { get; init; }

    /// <summary>On this question, in their order.</summary>
    public required IReadOnlyList<Evidence> Own { get; init; }

    /// <summary>On other questions of the form, to be used here too.</summary>
    public required IReadOnlyList<Evidence> Others { get; init; }

    /// <summary>By id of the document that stands now: the earlier ones in its place, latest first.</summary>
    public required IReadOnlyDictionary<int, IReadOnlyList<Evidence>> Replaced { get; init; }

    public required bool CanEdit { get; init; }

    /// <summary>The document whose place the next one takes.</summary>
    public Evidence? Replacing { get; init; }

    public required long MostFileBytes { get; init; }

    public required long MostFormBytes { get; init; }

    /// <summary>Bytes of all files of the form.</summary>
    public required long FormBytes { get; init; }

    /// <summary>Options and rows that a document can prove by itself.</summary>
    public IReadOnlyList<EvidencePart> Parts => EvidencePart.Of(Question, Answer);

    /// <summary>Name under which the title of a document is spoken of when it is refused; its control's id follows from it.</summary>
    public static string NameField(int evidenceId) => $"name-{evidenceId}";

    public string Path => $"{Form.Path}/questions/{Question.Code}/evidence";

    /// <summary>Codes of the parts of this question that a document proves; none: the whole answer.</summary>
    public IReadOnlyList<string> PartsOf(Evidence evidence) => [.. evidence.Uses.Where(u => u.QuestionCode == Question.Code && u.Part.Length > 0).Select(u => u.Part)];

    /// <summary>The parts that a document proves, in words; empty: the whole answer.</summary>
    public string PartNamesOf(Evidence evidence) => string.Join("; ", PartsOf(evidence).Select(p => EvidencePart.NameOf(Question, Answer, p)));
}
