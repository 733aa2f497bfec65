namespace ITScoring.Web.Commands;

/// <summary>Exit codes of all commands.</summary>
public static class ExitCode
{
    /// <summary>Done, or checked and it holds.</summary>
    public const int Yes = 0;

    /// <summary>Checked and it does not hold.</summary>
    public const int DoesNotHold = 1;

    /// <summary>Unusable input or wrong usage; every problem is on standard error.</summary>
    public const int Unusable = 2;
}
