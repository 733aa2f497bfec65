using System.Security.Cryptography;
using System.Text;
using ITScoring.Data;
using ITScoring.Domain.CriteriaSets;
using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Shared;
using ITScoring.Web.Input;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Sections;

/// <summary>One question as it came back from the section page.</summary>
/// <param name="Note">Cleaned; null: none.</param>
/// <param name="Version">Version of the stored answer that the page showed; 0: there was none; null: not to be compared.</param>
/// <param name="Shown">Fingerprint of what the page showed.</param>
/// <param name="KeepsNote">No note came with the form: the stored one stays.</param>
/// <param name="TakesOver">The value is last period's, taken over by its button.</param>
public sealed record PostedAnswer(Question Question, AnswerInput Input, string? Note, int? Version, string? Shown, bool KeepsNote = false, bool TakesOver = false)
{
    /// <summary>Reads what the controls of one question sent; null: the page did not offer it for editing.</summary>
    public static PostedAnswer? Read(Question question, IFormCollection form) => !form.ContainsKey("v-" + question.Code)
        ? null
        : new PostedAnswer(
            question,
            AnswerInput.Read(question, form),
            PlainText.Clean(form["note-" + question.Code]),
            int.TryParse(form["v-" + question.Code], out var version) ? version : 0,
            form["o-" + question.Code].ToString(),
            KeepsNote: !form.ContainsKey("note-" + question.Code));

    /// <summary>Why this cannot be stored; null when it can.</summary>
    public string? Problem =>
        Input.Problem ?? (Note?.Length > Lengths.Text ? $"Ghi chú dài {Display.Of(Note.Length)} ký tự, quá {Display.Of(Lengths.Text)} ký tự. Rút gọn rồi lưu lại." : null);

    /// <summary>Whether the person changed anything since the page was shown.</summary>
    public bool IsTouched => TakesOver || Problem is not null || Shown is null || Shown != Fingerprint(Input.Json, Note);

    /// <summary>What the answer is to become, on top of what is stored.</summary>
    public (string? Json, string? Note) On(Answer? stored) => (Input.IsSent ? Input.Json : stored?.DeclaredJson, KeepsNote ? stored?.Note : Note);

    /// <summary>Tells two states of a field apart without sending the value twice.</summary>
    public static string Fingerprint(string? json, string? note) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{json}\n{note}")).AsSpan(0, 8));

    public static string FingerprintOf(Answer? answer) => Fingerprint(answer?.DeclaredJson, answer?.Note);
}
