namespace ListmonkPS.Core.Evidence.Logs.Relay;

/// <summary>A line of a relay's log taken apart.</summary>
/// <param name="Time">When it was written.</param>
/// <param name="HasZone">True when the line tells the offset from UTC.</param>
/// <param name="QueueId">Id of the mail; null for a line about none.</param>
/// <param name="Kind">What the line tells.</param>
internal sealed record RelayLine(DateTimeOffset? Time, bool HasZone, string? QueueId, RelayLineKind Kind)
{
    /// <summary>Envelope sender.</summary>
    public string? Sender { get; init; }

    /// <summary>Recipient.</summary>
    public string? Recipient { get; init; }

    /// <summary>Message-ID.</summary>
    public string? MessageId { get; init; }

    /// <summary>Id that the mail has from here on in a queue of the same machine; null for none.</summary>
    public string? NextId { get; init; }
}
