using System.Text;
using ITScoring.Domain.CriteriaSets.Json;

namespace ITScoring.Domain.CriteriaSets;

/// <summary>Reads an answer as it stands in a cohort or in the database.</summary>
public static class AnswerJson
{
    /// <summary>The answer; no value and no problem for <c>null</c> and an empty text: unanswered.</summary>
    public static Parsed<AnswerValue> Read(Question question, string json)
    {
        var problems = new ProblemList();

        // Lone surrogates become question marks here and are part of no valid code or number; in texts nothing better exists.
        var root = JsonFile.Read(Encoding.UTF8.GetBytes(json), problems);
        var answer = root is null ? null : new AnswerReader(problems, question.Code).Read(question, root);
        return problems.Any ? new Parsed<AnswerValue>(problems.InOrder()) : new Parsed<AnswerValue>(answer);
    }
}
