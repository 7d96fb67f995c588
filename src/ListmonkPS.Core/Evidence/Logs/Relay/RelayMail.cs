namespace ListmonkPS.Core.Evidence.Logs.Relay;

/// <summary>What a relay's log has told so far of one mail in its queue.</summary>
internal sealed class RelayMail
{
    /// <summary>Its ids, in the order in which it went through queues: a content filter gives it a new one.</summary>
    public required IReadOnlyList<string> QueueIds { get; init; }

    /// <summary>Message-ID.</summary>
    public string? MessageId { get; set; }

    /// <summary>Envelope sender.</summary>
    public string? Sender { get; set; }

    /// <summary>When it was first seen.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>True when something became of it.</summary>
    public bool HasOutcome { get; set; }

    /// <summary>Attempts by recipient.</summary>
    public Dictionary<string, int> Attempts { get; } = new(StringComparer.OrdinalIgnoreCase);
}
