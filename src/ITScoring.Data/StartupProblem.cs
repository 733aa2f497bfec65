namespace ITScoring.Data;

/// <summary>Something outside the program keeps it from starting. The message is one Vietnamese sentence for the operator, without a stack trace.</summary>
public sealed class StartupProblem(string message, Exception? cause = null) : Exception(message, cause);
