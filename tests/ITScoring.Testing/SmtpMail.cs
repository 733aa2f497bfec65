namespace ITScoring.Testing;

/// <summary>A mail as a server got it.</summary>
/// <param name="From">Address of the envelope.</param>
/// <param name="To">Addresses of the envelope.</param>
/// <param name="Text">Head and body, as they came over the line.</param>
public sealed record SmtpMail(string From, IReadOnlyList<string> To, byte[] Text);
