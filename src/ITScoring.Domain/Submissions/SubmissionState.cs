namespace ITScoring.Domain.Submissions;

/// <summary>States of one agency's form.</summary>
public enum SubmissionState
{
    Drafting,
    AwaitingSignOff,
    Submitted,
    Returned,
    Verified,
}
