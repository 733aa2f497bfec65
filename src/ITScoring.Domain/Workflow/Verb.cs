namespace ITScoring.Domain.Workflow;

/// <summary>Everything that moves a period or a form. Who may do it, and when, stands in <see cref="VerbTable"/>.</summary>
public enum Verb
{
    Open,
    Answer,
    Present,
    Recall,
    SendBack,
    Submit,
    Judge,
    JudgeSecond,
    DecideInCouncil,
    Return,
    Finish,
    Reopen,
    CloseCollecting,
    SendPreliminary,
    Explain,
    ConfirmExplanation,
    Settle,
    Propose,
    HandBack,
    Approve,
    Publish,
    PrepareCorrection,
    PublishCorrection,
}
