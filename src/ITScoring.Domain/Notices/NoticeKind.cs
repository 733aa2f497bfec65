namespace ITScoring.Domain.Notices;

/// <summary>Of what a person is told.</summary>
public enum NoticeKind
{
    /// <summary>To contributors: sections were given to them.</summary>
    SectionAssigned,

    /// <summary>To those who sign off: a form waits for them.</summary>
    Presented,

    /// <summary>To editors: the head sent the form back.</summary>
    SentBack,

    /// <summary>To editors and assigned reviewers: a form was officially submitted.</summary>
    Submitted,

    /// <summary>To editors and the contributors concerned: the reviewer returned questions.</summary>
    Returned,

    /// <summary>To editors and heads: seven, three or one days are left.</summary>
    DeadlineNear,

    /// <summary>To contributors: their section is due by tomorrow.</summary>
    SectionDue,

    /// <summary>To editors and those who sign off: the preliminary result was sent.</summary>
    PreliminarySent,

    /// <summary>To those who sign off: an explanation waits for them.</summary>
    ExplanationWritten,

    /// <summary>To the reviewers who may settle them: explanations were confirmed.</summary>
    ExplanationConfirmed,

    /// <summary>To editors and those who sign off: an explanation was accepted or declined.</summary>
    ExplanationSettled,

    /// <summary>To editors and those who sign off: a period was opened.</summary>
    PeriodOpened,

    /// <summary>To those who sign off: the agency has not confirmed that it made the period known.</summary>
    DisseminationDue,

    /// <summary>To whoever is to set the password of the own account: the one-time code goes out with the mail and nowhere else.</summary>
    Invitation,
}
