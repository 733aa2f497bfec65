namespace ITScoring.Domain;

/// <summary>Why a verb was refused; the web answers 404, 409 and 422 for them.</summary>
public enum RefusalKind
{
    /// <summary>The actor may not do this (role, agency, assignment).</summary>
    NotAllowed,

    /// <summary>The form or period is not in a state in which this is possible.</summary>
    WrongState,

    /// <summary>Something entered or required is missing or wrong; the user can mend it.</summary>
    Input,
}
