namespace ListmonkPS.Core.Listmonk.OptIn.Funnel;

/// <summary>The rows of one period and list as they were counted, before it is decided what their times mean.</summary>
/// <param name="ListId">Number of the list.</param>
/// <param name="Slot">Number of the period.</param>
/// <param name="Offset">Offset of the period in seconds, where the grid tells offsets apart.</param>
internal sealed record PeriodCount(int ListId, long Slot, int Offset)
{
    /// <summary>Confirmed some time after the row was made.</summary>
    public long Confirmed { get; init; }

    /// <summary>Confirmed, and not touched since the row was made.</summary>
    public long ConfirmedAtOnce { get; init; }

    /// <summary>Confirmed within a day, but not at once.</summary>
    public long WithinDay { get; init; }

    /// <summary>Unconfirmed, of enabled people.</summary>
    public long Waiting { get; init; }

    /// <summary>Unconfirmed, of others.</summary>
    public long Blocked { get; init; }

    /// <summary>Unsubscribed.</summary>
    public long Unsubscribed { get; init; }

    /// <summary>In groups of ten or more of the same second.</summary>
    public long Imported { get; init; }

    /// <summary>Seconds to confirm: half and nine tenths of those confirmed; null where none did.</summary>
    public double[]? Percentiles { get; init; }
}
