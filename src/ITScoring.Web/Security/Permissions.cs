using ITScoring.Domain.Accounts;
using static ITScoring.Domain.Accounts.Role;
using static ITScoring.Web.Security.Permission;

namespace ITScoring.Web.Security;

/// <summary>
/// The table role × permission: the outer door of every route. States and ownership stand with the verbs of the domain
/// (<see cref="Domain.Workflow.VerbTable"/>); what belongs to another agency is not found.
/// </summary>
public static class Permissions
{
    public static readonly IReadOnlyDictionary<Role, IReadOnlySet<Permission>> Table = new Dictionary<Role, IReadOnlySet<Permission>>
    {
        [Contributor] = Set(OwnAccount, ReadOwnForm, ReadDocuments, ReadFiles, FillForm),
        [Editor] = Set(OwnAccount, ReadOwnForm, ReadDocuments, ReadFiles, FillForm, ShareOut, PresentForm, Explain, ManageOwnPeople),
        [Head] = Set(OwnAccount, ReadOwnForm, ReadDocuments, ReadFiles, SignOff, Permission.Delegate),
        [Deputy] = Set(OwnAccount, ReadOwnForm, ReadDocuments, ReadFiles, SignOff),
        [Reviewer] = Set(OwnAccount, ReadReviews, ReadDocuments, ReadFiles, Permission.Review, Settle, ReadCriteriaSets),
        [PeriodManager] = Set(OwnAccount, ReadReviews, ReadFiles, ManagePeriods, ManageAgencies, ReadCriteriaSets, ManageCriteriaSets, ReadProposals, ReadDocuments, AttachSigned, ReadApprovedResults, ReadSettings),
        [Leader] = Set(OwnAccount, ReadCriteriaSets, ReadProposals, ReadDocuments, AttachSigned, Approve, ReadApprovedResults),
        [Observer] = Set(OwnAccount, ReadCriteriaSets, ReadApprovedResults),
        [Administrator] = Set(OwnAccount, ManageAccounts, ReadAudit, CheckIntegrity, ReadOutbox, ReadSettings, ChangeSettings),
    };

    public static bool Allows(Role role, Permission permission) => Table[role].Contains(permission);

    private static HashSet<Permission> Set(params Permission[] permissions) => [.. permissions];
}
