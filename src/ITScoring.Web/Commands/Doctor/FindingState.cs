namespace ITScoring.Web.Commands.Doctor;

/// <summary>How something stands.</summary>
public enum FindingState
{
    Good,

    /// <summary>Works, and somebody should know.</summary>
    Mind,

    /// <summary>To be mended.</summary>
    Wrong,
}
