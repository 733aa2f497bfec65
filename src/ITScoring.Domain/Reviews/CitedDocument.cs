using System.Text;
using ITScoring.Domain.Submissions;

namespace ITScoring.Domain.Reviews;

/// <summary>A document by which an agency proves what a criterion reads.</summary>
/// <param name="AgencyCode">Whose form cites it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Identity">Equal for the same document in any form: the hash of a file; number, date and issuer of a citation; the address of a link.</param>
public sealed record CitedDocument(string AgencyCode, string Title, string Identity)
{
    /// <param name="evidence">With its file loaded when it is one.</param>
    public static CitedDocument Of(string agencyCode, Evidence evidence) => new(agencyCode, evidence.Title, evidence.Kind switch
    {
        EvidenceKind.File => $"file\n{evidence.File?.Sha256 ?? throw new ArgumentException("The file was not loaded.", nameof(evidence))}",
        EvidenceKind.Citation => $"citation\n{Plain(evidence.Number)}\n{evidence.Date:yyyy-MM-dd}\n{Plain(evidence.Issuer)}",
        _ => $"link\n{Address(evidence.Url)}",
    });

    // People write "12/QĐ-UBND", "12 /qđ-ubnd", and the same letters composed or not.
    private static string Plain(string? text) =>
        string.Concat((text ?? "").Normalize(NormalizationForm.FormC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    // Scheme and host know no case; a path does. What stands after # names a place in the same document.
    private static string Address(string? url)
    {
        var text = (url ?? "").Normalize(NormalizationForm.FormC).Trim();
        return (Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Query) : text).TrimEnd('/');
    }
}
