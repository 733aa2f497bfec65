using ITScoring.Domain;
using ITScoring.Domain.Submissions;

namespace ITScoring.Web.Features.Sections;

/// <summary>What came of saving a section: every usable field is stored, the others are named.</summary>
public sealed class SectionSave
{
    /// <summary>The form as a whole cannot be changed now; nothing was stored.</summary>
    public Outcome Refusal { get; init; } = Outcome.Done;

    /// <summary>Codes of the questions that were stored by this save.</summary>
    public List<string> Saved { get; } = [];

    /// <summary>By question code: why an entry has no usable shape. It was not stored, the page shows it again.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    /// <summary>By question code: the answer that somebody else stored meanwhile. This entry was not stored, the page shows both.</summary>
    public Dictionary<string, Answer> Conflicts { get; } = [];

    /// <summary>By question code: the answers of the posted questions as they stand after the save; a question without one has no entry.</summary>
    public IReadOnlyDictionary<string, Answer> Answers { get; init; } = new Dictionary<string, Answer>();

    public bool IsComplete => Refusal.Ok && Problems.Count == 0 && Conflicts.Count == 0;
}
