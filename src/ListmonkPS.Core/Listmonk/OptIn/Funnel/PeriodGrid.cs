namespace ListmonkPS.Core.Listmonk.OptIn.Funnel;

/// <summary>
/// Hours, days or weeks of a time zone, numbered. The changes of its offset are handed to PostgreSQL with the query: so periods follow daylight saving time as
/// it is here, whatever zones the database knows, and each row is counted into its period in the one pass that reads it.
/// </summary>
internal sealed class PeriodGrid
{
    /// <summary>The local 1970-01-05 was a Monday: weeks begin on Mondays.</summary>
    private const long Monday = 4 * 86_400;

    private const long Day = 86_400;
    private readonly TimeZoneInfo _zone;
    private readonly long _phase;

    /// <summary>Makes the grid.</summary>
    /// <param name="zone">Time zone of the periods.</param>
    /// <param name="every">Length of a period.</param>
    /// <param name="until">Latest time that will be asked for.</param>
    public PeriodGrid(TimeZoneInfo zone, TimeSpan every, DateTimeOffset until)
    {
        _zone = zone;
        Seconds = (long)every.TotalSeconds;
        _phase = Seconds % (7 * Day) == 0 ? Monday : 0;
        (Changes, Offsets) = ZoneOffsets.Of(zone, until);
    }

    /// <summary>Length of a period in seconds; a day of a change of the clock has an hour more or less.</summary>
    public long Seconds { get; }

    /// <summary>Local seconds at which the numbers begin.</summary>
    public long Phase => _phase;

    /// <summary>True when the offset belongs to the number: the hour that the clock goes through twice is two periods.</summary>
    public bool TellsOffsets => Seconds < Day;

    /// <summary>When the offset changed, in seconds since 1970, ascending.</summary>
    public double[] Changes { get; }

    /// <summary>Offset from UTC in seconds before the first change, then after each.</summary>
    public int[] Offsets { get; }

    /// <summary>Number and offset of the period of a time.</summary>
    public (long Slot, int Offset) SlotOf(DateTimeOffset time)
    {
        int offset = (int)_zone.GetUtcOffset(time).TotalSeconds;
        long slot = (long)Math.Floor((time.ToUnixTimeSeconds() + offset - _phase) / (double)Seconds);
        return (slot, TellsOffsets ? offset : 0);
    }

    /// <summary>First moment of a period.</summary>
    public DateTimeOffset StartOf(long slot, int offset)
    {
        DateTime local = DateTime.UnixEpoch.AddSeconds((slot * (double)Seconds) + _phase);
        return TellsOffsets ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.FromSeconds(offset)) : MidnightOf(local);
    }

    /// <summary>The period after another.</summary>
    public (long Slot, int Offset) Next(long slot, int offset) =>
        TellsOffsets ? SlotOf(StartOf(slot, offset).AddSeconds(Seconds)) : (slot + 1, 0);

    /// <summary>A midnight that the clock skips is the moment at which it does.</summary>
    private DateTimeOffset MidnightOf(DateTime local)
    {
        DateTime midnight = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        while (_zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, _zone.GetUtcOffset(midnight));
    }
}
