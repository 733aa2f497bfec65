using System.Security.Cryptography;
using System.Text;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;

namespace ITScoring.Web.Features.Sections;

/// <summary>One question as it came back from the section page.</summary>
/// <param name="Version">Version of the stored answer that the page showed; 0: there was none; null: not to be compared.</param>
/// <param name="Shown">Fingerprint of what the page showed.</param>
public sealed record PostedAnswer(Question Question, AnswerInput Input, string? Note, int? Version, string? Shown)
{
    /// <summary>Whether the person changed anything since the page was shown.</summary>
    public bool IsTouched => Input.Problem is not null || Shown is null || Shown != Fingerprint(Input.Json, Note);

    /// <summary>Tells two states of a field apart without sending the value twice.</summary>
    public static string Fingerprint(string? json, string? note) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{json}\n{note}")).AsSpan(0, 8));

    public static string FingerprintOf(Answer? answer) => Fingerprint(answer?.DeclaredJson, answer?.Note);
}
