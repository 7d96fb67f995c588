namespace ListmonkPS.Core.Resend.Ledger;

/// <summary>How many people of a run are in which state.</summary>
/// <param name="Counts">Number by state.</param>
/// <param name="NextRetryAt">When the first of those who are tried again is due; null for none.</param>
/// <param name="GaveUpBy">Those who were given up, by class.</param>
internal sealed record LedgerFigures(IReadOnlyDictionary<LedgerState, long> Counts, DateTimeOffset? NextRetryAt, IReadOnlyDictionary<SmtpReplyClass, long> GaveUpBy)
{
    /// <summary>Number in a state.</summary>
    public long this[LedgerState state] => Counts.GetValueOrDefault(state);

    /// <summary>Number of people in the run.</summary>
    public long Total => Counts.Values.Sum();

    /// <summary>Those still to be mailed.</summary>
    public long Left => this[LedgerState.Due] + this[LedgerState.Claimed] + this[LedgerState.Begun] + this[LedgerState.Retry];

    /// <summary>Those whom senders have in hand.</summary>
    public long Held => this[LedgerState.Claimed] + this[LedgerState.Begun];
}
