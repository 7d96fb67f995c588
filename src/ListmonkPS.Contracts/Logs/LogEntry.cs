namespace ListmonkPS;

/// <summary>One event of a log: of listmonk a line, with the lines that belong to it; of a relay what became of one mail to one recipient.</summary>
public sealed record LogEntry
{
    /// <summary>When it was written; null when the line does not tell.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>True when the source told the offset from UTC; false when the zone was assumed, which for listmonk's own stamps it has to be.</summary>
    public bool HasZone { get; init; }

    /// <summary>Where it was read.</summary>
    public LogSource Source { get; init; }

    /// <summary>Address, file, container or unit.</summary>
    public required string Place { get; init; }

    /// <summary>What it is about.</summary>
    public LogClass Class { get; init; }

    /// <summary>The text, made harmless, without secrets and without confirm links; a line break within it is written \n.</summary>
    public required string Message { get; init; }

    /// <summary>True when it is about an opt-in mail, false when not, null when the text does not tell.</summary>
    public bool? IsOptIn { get; init; }

    /// <summary>What the mail server's words in it mean; null when there are none.</summary>
    public SmtpReply? Reply { get; init; }

    /// <summary>Number of the subscriber that it names; null for none.</summary>
    public int? SubscriberId { get; init; }

    /// <summary>True when that subscriber, or the recipient, still waits for confirmation; null when not known.</summary>
    public bool? StillWaits { get; init; }

    /// <summary>Version of listmonk that a line of a start tells; null for any other.</summary>
    public string? Version { get; init; }

    /// <summary>Source file of listmonk that wrote it, with the line number; null when the line does not tell.</summary>
    public string? Origin { get; init; }

    /// <summary>The relay's ids of the mail, in the order in which it went through queues; empty for listmonk's own lines.</summary>
    public TextList<string> QueueId { get; init; } = TextList<string>.Empty;

    /// <summary>Message-ID of the mail at a relay; null when not known.</summary>
    public string? MessageId { get; init; }

    /// <summary>Envelope sender of the mail at a relay; null when not known.</summary>
    public string? Sender { get; init; }

    /// <summary>Recipient of the mail at a relay; null when not known.</summary>
    public string? Recipient { get; init; }

    /// <summary>How often the relay has tried, as far as this log shows; 0 for listmonk's own lines.</summary>
    public int Attempts { get; init; }

    /// <summary>True when the relay is done with the mail: passed on or given up.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Name of the session; null without one.</summary>
    public string? Session { get; init; }
}
