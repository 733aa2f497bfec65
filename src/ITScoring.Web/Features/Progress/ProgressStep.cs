namespace ITScoring.Web.Features.Progress;

/// <summary>What an agency's form, or an explanation, waits for.</summary>
public enum ProgressStep
{
    /// <summary>The agency fills it in.</summary>
    Filling,

    /// <summary>The head's sign-off.</summary>
    SignOff,

    /// <summary>The reviewers' verdicts.</summary>
    Reviewing,

    /// <summary>Verdicts that are to be looked at again.</summary>
    LookAgain,

    /// <summary>What reviewers want from the agency and have not yet sent back to it.</summary>
    ToReturn,

    /// <summary>The council.</summary>
    Council,

    /// <summary>The second judgement of the sample.</summary>
    SecondReview,

    /// <summary>What the agency was asked to mend.</summary>
    Returned,

    /// <summary>An explanation that the head has not confirmed.</summary>
    ExplanationUnconfirmed,

    /// <summary>An explanation that nobody has settled.</summary>
    ExplanationUnsettled,

    /// <summary>Nothing more: verified.</summary>
    Verified,

    /// <summary>Nothing more: it was not handed in before the preliminary result.</summary>
    Locked,
}
