namespace ITScoring.Web.Features.AccountFiles;

/// <summary>What a line of an uploaded list would make.</summary>
public enum AccountLineKind
{
    /// <summary>A new account.</summary>
    Account,

    /// <summary>A further membership of an account that is there, or that an earlier line makes.</summary>
    Membership,

    /// <summary>Nothing: it is there already.</summary>
    Unchanged,
}
