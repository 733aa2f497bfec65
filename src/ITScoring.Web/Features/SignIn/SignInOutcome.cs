namespace ITScoring.Web.Features.SignIn;

/// <summary>What came of a try to sign in.</summary>
public enum SignInOutcome
{
    Done,

    /// <summary>The password was right; a code is asked for as well.</summary>
    SecondStep,

    /// <summary>Signed in, with a password that somebody else gave.</summary>
    MustChangePassword,

    /// <summary>Name or password is wrong; which of them is not said.</summary>
    Wrong,

    /// <summary>Too many wrong passwords.</summary>
    Locked,

    /// <summary>The password is right but the account is suspended.</summary>
    Suspended,
}
