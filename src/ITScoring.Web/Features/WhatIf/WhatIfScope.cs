using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Web.Features.WhatIf;

/// <summary>Which figures are tried: those that feed a criterion, those of a section, or all.</summary>
/// <param name="Value">As in the address: <c>criterion:I.3</c>, <c>section:H</c>, or empty for the whole form.</param>
/// <param name="Questions">In set order; what the system fills cannot be tried.</param>
public sealed record WhatIfScope(string Value, string Name, IReadOnlyList<Question> Questions)
{
    private const string OfCriterion = "criterion:";
    private const string OfSection = "section:";

    /// <summary>Null: the set has no such section or criterion.</summary>
    public static WhatIfScope? Of(CriteriaSet set, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return new WhatIfScope("", "Cả phiếu", Tried(set.Questions));
        if (value.StartsWith(OfSection, StringComparison.Ordinal) && set.Sections.FirstOrDefault(s => s.Code == value[OfSection.Length..]) is { } section)
            return new WhatIfScope(value, NameOf(section), Tried(set.QuestionsIn(section.Code)));
        if (value.StartsWith(OfCriterion, StringComparison.Ordinal) && set.FindCriterion(value[OfCriterion.Length..]) is { } criterion)
        {
            // Also the questions that decide whether those are asked at all.
            var read = set.QuestionsOf(criterion);
            var codes = read.SelectMany(q => q.AskedBecauseOf.Append(q.Code)).ToHashSet();
            return new WhatIfScope(value, NameOf(criterion), Tried(set.Questions.Where(q => codes.Contains(q.Code))));
        }

        return null;
    }

    /// <summary>Everything that can be chosen, for a select: value and name.</summary>
    public static IEnumerable<(string Value, string Name)> All(CriteriaSet set) =>
    [
        ("", "Cả phiếu"),
        .. set.Sections.Where(s => set.QuestionsIn(s.Code).Any(q => q.FilledBy != FilledBy.System)).Select(s => (OfSection + s.Code, NameOf(s))),
        .. set.Criteria.Select(c => (OfCriterion + c.Code, NameOf(c))),
    ];

    public static string AddressOf(Section section) => "what-if?of=" + OfSection + Uri.EscapeDataString(section.Code);

    public static string AddressOf(Criterion criterion) => "what-if?of=" + OfCriterion + Uri.EscapeDataString(criterion.Code);

    private static string NameOf(Section section) => $"Phần {section.Code}. {section.Name}";

    private static string NameOf(Criterion criterion) => $"Tiêu chí {criterion.Code}. {criterion.Name}";

    private static IReadOnlyList<Question> Tried(IEnumerable<Question> questions) => [.. questions.Where(q => q.FilledBy != FilledBy.System)];
}
