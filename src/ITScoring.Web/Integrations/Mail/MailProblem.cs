namespace ITScoring.Web.Integrations.Mail;

/// <summary>A mail was not taken.</summary>
/// <param name="message">Why, as an administrator reads it.</param>
/// <param name="isConnectionLost">Whether the next mail needs another connection.</param>
public sealed class MailProblem(string message, bool isConnectionLost, Exception inner) : Exception(message, inner)
{
    public bool IsConnectionLost { get; } = isConnectionLost;
}
