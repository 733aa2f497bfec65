using System.Globalization;
using System.Text;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Publications;

namespace ITScoring.Domain.Submissions;

/// <summary>Tells two states of a section apart: what the agency declared, its notes, and the documents that prove it.</summary>
public static class SectionContent
{
    /// <param name="answers">Of the form; those of other sections are passed over.</param>
    /// <param name="evidence">Of the form, with the questions that each proves; removed documents are passed over.</param>
    /// <returns>Lower-case hexadecimal SHA-256.</returns>
    public static string Sha256(CriteriaSet set, string sectionCode, IEnumerable<Answer> answers, IEnumerable<Evidence> evidence)
    {
        var content = new StringBuilder();
        var stored = answers.ToDictionary(a => a.QuestionCode);
        var proofs = evidence.Where(e => e.RemovedAt is null).SelectMany(e => e.Uses.Select(u => (u.QuestionCode, u.Part, Evidence: e))).ToLookup(p => p.QuestionCode);
        foreach (var question in set.QuestionsIn(sectionCode).Where(q => q.FilledBy == FilledBy.Agency))
        {
            var answer = stored.GetValueOrDefault(question.Code);
            Write(content, question.Code, answer?.DeclaredJson, answer?.Note);
            foreach (var (_, part, e) in proofs[question.Code].OrderBy(p => p.Evidence.Id).ThenBy(p => p.Part, StringComparer.Ordinal))
                Write(content, e.Id.ToString(CultureInfo.InvariantCulture), part, e.Number, e.Date?.ToString("O", CultureInfo.InvariantCulture), e.Issuer, e.Abstract, e.Url);
        }

        return CanonicalJson.Sha256(content.ToString());
    }

    /// <summary>Each with its length, so that no two contents are written alike.</summary>
    private static void Write(StringBuilder content, params ReadOnlySpan<string?> parts)
    {
        foreach (var part in parts)
            content.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part};");
        content.Append('\n');
    }
}
