using ITScoring.Domain.CriteriaSets;

namespace ITScoring.Domain.Scoring;

/// <summary>An agency as the scorer sees it.</summary>
/// <param name="Block">Agencies of one block are ranked together and compared in best-of-cohort rules.</param>
/// <param name="Ranked">False: scored, but given no rank.</param>
/// <param name="Answers">By question code; null: no submission, scored with no answers and not ranked.</param>
/// <param name="Previous">Last period's verified answers by question code.</param>
public sealed record CohortAgency(
    string Code,
    string? Name,
    string Block,
    bool Ranked,
    IReadOnlyDictionary<string, AnswerValue>? Answers,
    IReadOnlyDictionary<string, AnswerValue> Previous);
