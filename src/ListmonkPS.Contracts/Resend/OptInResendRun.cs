namespace ListmonkPS;

/// <summary>A resend run and how far it has come: the last object of Invoke-OptInResend.</summary>
public sealed record OptInResendRun
{
    /// <summary>Name, unique on its server.</summary>
    public required string Run { get; init; }

    /// <summary>Where it stands.</summary>
    public OptInResendRunState State { get; init; }

    /// <summary>How it sends.</summary>
    public ResendRoute Via { get; init; }

    /// <summary>The SMTP account whose limits count, as host (user); the server itself where its settings cannot be read.</summary>
    public required string Account { get; init; }

    /// <summary>People in the run.</summary>
    public long Total { get; init; }

    /// <summary>Mails that the mail server took.</summary>
    public long Sent { get; init; }

    /// <summary>Mails that listmonk (up to v4) put into its queue.</summary>
    public long Queued { get; init; }

    /// <summary>People who are tried again later.</summary>
    public long Retry { get; init; }

    /// <summary>People who were refused for good, or as often as may be tried.</summary>
    public long GaveUp { get; init; }

    /// <summary>People of whom it is not known whether their mail left.</summary>
    public long InDoubt { get; init; }

    /// <summary>People who were not due any more.</summary>
    public long Skipped { get; init; }

    /// <summary>People who are still to be mailed, those who are tried again later among them.</summary>
    public long Left { get; init; }

    /// <summary>People of the run who have confirmed since; null where nobody asked or it cannot be read.</summary>
    public long? Confirmed { get; init; }

    /// <summary>Share of those who were mailed that has confirmed since, from 0 to 1; null where it is not known or nobody was mailed.</summary>
    public double? RecoveryRate => Confirmed is { } confirmed && Sent + Queued > 0 ? (double)confirmed / (Sent + Queued) : null;

    /// <summary>Those who were given up, by class, most frequent first: "7 MailboxUnknown".</summary>
    public TextList<string> GaveUpBy { get; init; } = TextList<string>.Empty;

    /// <summary>When it was begun.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it last ended or stopped; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When it may go on; null when nothing is left or somebody has to mend something first.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Why it stands where it stands, in one sentence; empty for a run that came to its end.</summary>
    public string Reason { get; init; } = "";

    /// <summary>
    /// What Invoke-OptInResend takes beside -Run to go on as before, as text to paste: limits, template, ledger. Empty for nothing; of a run that is read from a
    /// ledger, which does not keep them, only what it cannot go on without.
    /// </summary>
    public string ResumeWith { get; init; } = "";

    /// <summary>Name of the session.</summary>
    public required string Session { get; init; }
}
