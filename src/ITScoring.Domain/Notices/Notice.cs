namespace ITScoring.Domain.Notices;

/// <summary>
/// Thông báo: one event told to one person, written in the same save as the event. The same row stands on the person's page of notices and
/// in the outbox of mails.
/// </summary>
public sealed class Notice
{
    /// <summary>Tries before a mail is given up: within some two days.</summary>
    public static int MostAttempts => Waits.Length + 1;

    private Notice()
    {
    }

    /// <param name="eventKey">Tells the event from others of its kind, so that nobody is told of it twice; at most 64 characters.</param>
    /// <param name="body">Paragraphs, one a line; no answers, no reasons: what a mail may say.</param>
    /// <param name="path">The page that it is about, e.g. <c>/submissions/2018/stc</c>.</param>
    /// <param name="byMail">Whether a mail is wanted.</param>
    public Notice(NoticeKind kind, string eventKey, int recipientId, int? periodId, int? agencyId, string title, string body, string path, bool byMail, DateTime now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventKey);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(body);
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal))
            throw new ArgumentException("A notice leads to a page of the portal.", nameof(path));
        (Kind, EventKey, RecipientId, PeriodId, AgencyId, Title, Body, Path, CreatedAt) = (kind, eventKey, recipientId, periodId, agencyId, title, body, path, now);
        (Mail, MailDueAt) = byMail ? (MailState.Waiting, (DateTime?)now) : (MailState.Off, null);
    }

    public long Id { get; private set; }

    public NoticeKind Kind { get; private set; }

    public string EventKey { get; private set; } = "";

    public int RecipientId { get; private set; }

    public int? PeriodId { get; private set; }

    public int? AgencyId { get; private set; }

    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";

    public string Path { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    /// <summary>When the person read it in the portal; null: not yet.</summary>
    public DateTime? ReadAt { get; private set; }

    public MailState Mail { get; private set; }

    /// <summary>Not before this the mail is tried; null: it is not tried any more.</summary>
    public DateTime? MailDueAt { get; private set; }

    /// <summary>Tries begun so far. Counted and saved before the server is spoken to, so that no two processes send the same mail.</summary>
    public int MailAttempts { get; private set; }

    public DateTime? MailSentAt { get; private set; }

    /// <summary>Why the last try failed.</summary>
    public string? MailProblem { get; private set; }

    /// <summary>After each failed try.</summary>
    private static ReadOnlySpan<int> Waits => [1, 5, 15, 60, 240, 720, 1440];

    /// <summary>Whether it is time to try the mail.</summary>
    public bool IsMailDue(DateTime now) => Mail == MailState.Waiting && MailDueAt <= now;

    /// <summary>Counts a try before it is made. Should the program end before the answer is stored, the mail is tried again later.</summary>
    public void BeginSending(DateTime now)
    {
        if (!IsMailDue(now))
            throw new InvalidOperationException("The mail is not due.");
        MailAttempts++;
        MailDueAt = now.AddMinutes(MailAttempts <= Waits.Length ? Waits[MailAttempts - 1] : Waits[^1]);
    }

    public void MarkSent(DateTime now) => (Mail, MailSentAt, MailDueAt, MailProblem) = (MailState.Sent, now, null, null);

    /// <summary>The try failed: again later, or never after the last one.</summary>
    public void MarkFailed(string problem)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(problem);
        MailProblem = problem;
        if (MailAttempts >= MostAttempts)
            (Mail, MailDueAt) = (MailState.GivenUp, null);
    }

    public void MarkWithoutAddress() => (Mail, MailDueAt) = (MailState.NoAddress, null);
}
