namespace ITScoring.Web.Features.Accounts;

/// <summary>Acts upon an account that are asked once before they are done.</summary>
public enum AccountVerb
{
    Suspend,
    Reactivate,
    Reset,
    DropSecondFactor,
    Anonymise,
}
