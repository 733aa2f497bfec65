using ITScoring.Domain.Submissions;
using ITScoring.Web.Features.Sections;
using ITScoring.Web.Startup;

namespace ITScoring.Web.Features.Answers;

/// <summary>What became of one saved answer, for the script of the section page.</summary>
/// <param name="State">saved, invalid, conflict, refused or failed.</param>
/// <param name="Version">Version of the stored answer; 0: there is none.</param>
/// <param name="Shown">Fingerprint of the stored answer: with it the field counts as untouched.</param>
/// <param name="Time">When it was saved, e.g. 10:32; null unless saved.</param>
/// <param name="Text">What to tell the person; null when saved.</param>
public sealed record AnswerReply(string State, int Version = 0, string? Shown = null, string? Time = null, string? Text = null)
{
    public static AnswerReply Saved(Answer? stored, DateTime now) => Of("saved", stored) with { Time = VietnamTime.Clock(now) };

    public static AnswerReply Of(string state, Answer? stored, string? text = null) => new(state, stored?.Version ?? 0, PostedAnswer.FingerprintOf(stored), Text: text);
}
