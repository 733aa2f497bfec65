namespace ITScoring.Web.Security;

/// <summary>What a page or act of the portal asks of the account. Who has it stands in <see cref="Permissions"/>.</summary>
public enum Permission
{
    /// <summary>Anything that every signed-in account may do with itself: its password, its list of work.</summary>
    OwnAccount,

    /// <summary>Read the form of the home agency.</summary>
    ReadOwnForm,

    /// <summary>Open the files of forms that the account may read.</summary>
    ReadFiles,

    /// <summary>Answer questions and add evidence.</summary>
    FillForm,

    /// <summary>Give sections of the form to contributors.</summary>
    ShareOut,

    /// <summary>Present the form to the head, take it back.</summary>
    PresentForm,

    /// <summary>Sign off, send back to the editor, confirm explanations.</summary>
    SignOff,

    /// <summary>Write explanations.</summary>
    Explain,

    /// <summary>Read forms under review: the queue and what was assigned.</summary>
    ReadReviews,

    /// <summary>Judge, return, finish.</summary>
    Review,

    /// <summary>Settle explanations of others' verdicts.</summary>
    Settle,

    /// <summary>Periods and their verbs, assignments, extensions; reopening a form.</summary>
    ManagePeriods,

    /// <summary>The list of agencies and blocks: names over time, validity, mergers, divisions.</summary>
    ManageAgencies,

    /// <summary>Read what was proposed to UBND tỉnh.</summary>
    ReadProposals,

    /// <summary>The list of a period's documents, and those of one agency that the account may have.</summary>
    ReadDocuments,

    /// <summary>Attach documents that were signed outside; which kinds follows from the role (<see cref="Domain.Publications.SignedDocument.KindsOf"/>).</summary>
    AttachSigned,

    /// <summary>Hand back, approve, publish.</summary>
    Approve,

    /// <summary>Read approved results before they are public.</summary>
    ReadApprovedResults,

    /// <summary>Read criteria sets: all of them, or those that the account was asked to look at.</summary>
    ReadCriteriaSets,

    /// <summary>Write criteria sets and put them in force.</summary>
    ManageCriteriaSets,

    ManageAccounts,

    /// <summary>See the people of the home agency, invite, suspend and re-activate its contributors.</summary>
    ManageOwnPeople,

    /// <summary>Give a deputy of the home agency the signing for a stated time.</summary>
    Delegate,

    ReadAudit,

    /// <summary>See states of the data that cannot be.</summary>
    CheckIntegrity,

    /// <summary>Read the settings of the portal, never its secrets.</summary>
    ReadSettings,

    ChangeSettings,

    /// <summary>See what became of mails and of the jobs that send them.</summary>
    ReadOutbox,
}
