using ITScoring.Domain.CriteriaSets;
using ITScoring.Web.Features.Sections;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Reports;
using Microsoft.Extensions.Primitives;

namespace ITScoring.Web.Features.Workbooks;

/// <summary>The answer to one question as the cells of a workbook give it: as fields of the form page, and what those are understood as.</summary>
/// <param name="Fields">By name, as the section page would send them.</param>
/// <param name="At">The cell that has the problem, else the answer's first.</param>
/// <param name="Problem">Why it cannot be taken; null when it can.</param>
/// <param name="Typed">For a problem: what stands in the cell.</param>
public sealed record WorkbookAnswer(Question Question, IReadOnlyDictionary<string, string[]> Fields, WorkbookAddress At, string? Problem, string Typed)
{
    /// <summary>The same reading as of a posted page, so that nothing is understood differently here.</summary>
    public AnswerInput Input { get; } = InputOf(Question, Fields);

    /// <summary>Tells whether cells still read as they did.</summary>
    public string Fingerprint => PostedAnswer.Fingerprint(Problem ?? Input.Problem ?? Input.Json, null);

    public static AnswerInput InputOf(Question question, IReadOnlyDictionary<string, string[]> fields) =>
        AnswerInput.Read(question, new FormCollection(fields.ToDictionary(f => f.Key, f => new StringValues(f.Value))));
}
