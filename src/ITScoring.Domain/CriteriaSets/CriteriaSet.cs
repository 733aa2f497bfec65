using ITScoring.Domain.Scoring;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>A criteria set (bộ tiêu chí): one version of the questionnaire with its scoring rules. Read and checked by <see cref="CriteriaSetFile"/>, never changed.</summary>
public sealed class CriteriaSet
{
    private readonly Dictionary<string, Question> _questions;
    private readonly Dictionary<string, Criterion> _criteria;
    private readonly Criterion[] _allCriteria;
    private readonly CriteriaGroup[] _groupOf;
    private readonly ILookup<string, Question> _questionsIn;
    private readonly IReadOnlyList<Question>[] _questionsOf;
    private readonly ILookup<string, Criterion> _criteriaOf;

    internal CriteriaSet(
        IReadOnlyList<Section> sections,
        IReadOnlyList<Question> questions,
        IReadOnlyList<Check> checks,
        IReadOnlyList<CriteriaGroup> groups,
        IReadOnlyList<ClassLevel> classes)
    {
        (Sections, Questions, Checks, Groups, Classes) = (sections, questions, checks, groups, classes);
        _questions = questions.ToDictionary(question => question.Code);
        _questionsIn = questions.ToLookup(question => question.Section);
        _allCriteria = [.. groups.SelectMany(group => group.Criteria)];
        _criteria = _allCriteria.ToDictionary(criterion => criterion.Code);
        _groupOf = [.. groups.SelectMany(group => group.Criteria.Select(_ => group))];
        _questionsOf = [.. _allCriteria.Select(criterion => (IReadOnlyList<Question>)[.. Names(criterion)
            .Select(code => _questions[code]).Distinct().OrderBy(question => question.Index)])];
        _criteriaOf = _allCriteria
            .SelectMany(criterion => _questionsOf[criterion.Index].Select(question => (question.Code, Criterion: criterion)))
            .ToLookup(pair => pair.Code, pair => pair.Criterion);
    }

    /// <summary>E.g. <c>QB-2018</c>.</summary>
    public required string Code { get; init; }

    /// <summary>From 1; raised by every change after the set has been used.</summary>
    public required int Version { get; init; }

    public required string Title { get; init; }

    public string? LegalBasis { get; init; }

    public string? Notes { get; init; }

    /// <summary>The full mark that everything is scaled to, e.g. 1000.00.</summary>
    public required Points Scale { get; init; }

    public IReadOnlyList<Section> Sections { get; }

    public IReadOnlyList<Question> Questions { get; }

    public IReadOnlyList<Check> Checks { get; }

    public IReadOnlyList<CriteriaGroup> Groups { get; }

    /// <summary>Highest first; empty: rank only.</summary>
    public IReadOnlyList<ClassLevel> Classes { get; }

    /// <summary>Of all groups, in order.</summary>
    public IEnumerable<Criterion> Criteria => _allCriteria;

    public Question? FindQuestion(string code) => _questions.GetValueOrDefault(code);

    public Criterion? FindCriterion(string code) => _criteria.GetValueOrDefault(code);

    public CriteriaGroup GroupOf(Criterion criterion) => _groupOf[criterion.Index];

    public IReadOnlyList<Question> QuestionsIn(string sectionCode) => [.. _questionsIn[sectionCode]];

    /// <summary>Every question that the criterion reads in its rule and its condition, in set order.</summary>
    public IReadOnlyList<Question> QuestionsOf(Criterion criterion) => _questionsOf[criterion.Index];

    /// <summary>Every criterion that reads the question, in set order.</summary>
    public IReadOnlyList<Criterion> CriteriaOf(string questionCode) => [.. _criteriaOf[questionCode]];

    private static IEnumerable<string> Names(Criterion criterion) =>
        criterion.Rule.Questions.Concat(criterion.AppliesWhen?.Questions ?? []);
}
