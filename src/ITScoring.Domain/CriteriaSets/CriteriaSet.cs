using ITScoring.Domain.CriteriaSets.Examples;
using ITScoring.Domain.CriteriaSets.Expressions;
using ITScoring.Domain.Scoring;
using ITScoring.Domain.Scoring.Rules;

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
    private readonly HashSet<string>[] _previousOf;

    /// <param name="askingOrder">The questions so that each comes after those that its <c>askWhen</c> names.</param>
    internal CriteriaSet(
        IReadOnlyList<Section> sections,
        IReadOnlyList<Question> questions,
        IReadOnlyList<Question> askingOrder,
        IReadOnlyList<Check> checks,
        IReadOnlyList<CriteriaGroup> groups,
        IReadOnlyList<ClassLevel> classes)
    {
        (Sections, Questions, AskingOrder, Checks, Groups, Classes) = (sections, questions, askingOrder, checks, groups, classes);
        QuestionSlots = questions.Count == 0 ? 0 : questions.Max(question => question.Index) + 1;
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
        foreach (var question in askingOrder.Where(question => question.AskWhen is not null))
            question.AskedBecauseOf = question.AskWhen!.NamedNow.SelectMany(code => _questions[code].AskedBecauseOf.Append(code)).ToHashSet();
        BestRules = NumberBestRules(_allCriteria);
        Operations = NumberOperations(_allCriteria);
        _previousOf = [.. _allCriteria.Select(criterion => Expressions(criterion)
            .SelectMany(expression => expression.Nodes).OfType<PreviousNumber>().Select(node => node.Question).ToHashSet())];
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

    /// <summary>Tests of the rules that travel with the set; empty in format 1.</summary>
    public IReadOnlyList<Example> Examples { get; init; } = [];

    /// <summary>Of all groups, in order.</summary>
    public IReadOnlyList<Criterion> Criteria => _allCriteria;

    public Question? FindQuestion(string code) => _questions.GetValueOrDefault(code);

    public Criterion? FindCriterion(string code) => _criteria.GetValueOrDefault(code);

    public CriteriaGroup GroupOf(Criterion criterion) => _groupOf[criterion.Index];

    public IReadOnlyList<Question> QuestionsIn(string sectionCode) => [.. _questionsIn[sectionCode]];

    /// <summary>Every question that the criterion reads in its rule and its condition, in set order.</summary>
    public IReadOnlyList<Question> QuestionsOf(Criterion criterion) => _questionsOf[criterion.Index];

    /// <summary>Every criterion that reads the question, in set order.</summary>
    public IReadOnlyList<Criterion> CriteriaOf(string questionCode) => [.. _criteriaOf[questionCode]];

    /// <summary>
    /// Every criterion that the answer to a question can move, in set order: those that read it, and those that read a question which is
    /// asked or not because of it, directly or through others.
    /// </summary>
    public IReadOnlyList<Criterion> MovedBy(string questionCode)
    {
        var codes = Questions.Where(question => question.AskedBecauseOf.Contains(questionCode)).Select(question => question.Code).Append(questionCode);
        return [.. codes.SelectMany(code => _criteriaOf[code]).Distinct().OrderBy(criterion => criterion.Index)];
    }

    /// <summary>The questions so that each comes after those that its <c>askWhen</c> names.</summary>
    internal IReadOnlyList<Question> AskingOrder { get; }

    /// <summary>Places of questions: their count, or more when some could not be read.</summary>
    internal int QuestionSlots { get; }

    /// <summary>The best-of-cohort rules and parts, each at its index, with its criterion.</summary>
    internal IReadOnlyList<(Criterion Criterion, BestOfCohortRule Rule)> BestRules { get; }

    /// <summary>Whether the criterion's points, or a part of them, follow from the best value of the block: then others' values move them.</summary>
    public bool ComparesWithBest(Criterion criterion) => BestRules.Any(r => r.Criterion == criterion);

    /// <summary>Number of operations in the expressions of all criteria: the length of a trace.</summary>
    internal int Operations { get; }

    internal bool ReadsPrevious(Criterion criterion, string questionCode) => _previousOf[criterion.Index].Contains(questionCode);

    private static IEnumerable<string> Names(Criterion criterion) =>
        criterion.Rule.Questions.Concat(criterion.AppliesWhen?.Questions ?? []);

    private static IEnumerable<Expression> Expressions(Criterion criterion) =>
        criterion.AppliesWhen is null ? criterion.Rule.Expressions : criterion.Rule.Expressions.Prepend(criterion.AppliesWhen);

    private static List<(Criterion Criterion, BestOfCohortRule Rule)> NumberBestRules(IEnumerable<Criterion> criteria)
    {
        var rules = new List<(Criterion, BestOfCohortRule)>();
        foreach (var criterion in criteria)
        {
            foreach (var rule in criterion.Rule.All.OfType<BestOfCohortRule>())
            {
                rule.Index = rules.Count;
                rules.Add((criterion, rule));
            }
        }

        return rules;
    }

    private static int NumberOperations(IEnumerable<Criterion> criteria)
    {
        var operations = 0;
        foreach (var node in criteria.SelectMany(Expressions).SelectMany(expression => expression.Nodes))
        {
            if (node.IsOperation)
                node.Slot = operations++;
        }

        return operations;
    }
}
