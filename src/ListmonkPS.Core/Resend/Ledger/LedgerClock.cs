namespace ListmonkPS.Core.Resend.Ledger;

/// <summary>Refuses to send by a clock that was set back: limits and intervals would count the same hour twice.</summary>
internal static class LedgerClock
{
    /// <summary>What time servers may correct while nobody notices.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>Throws when the ledger has seen a later time than now.</summary>
    /// <param name="now">The time of the ledger.</param>
    /// <param name="latest">The latest time it has seen; null for none.</param>
    /// <param name="place">Where the ledger is.</param>
    public static void RefuseSetBack(DateTimeOffset now, DateTimeOffset? latest, string place)
    {
        if (latest is { } seen && seen - now > Tolerance)
            throw new FailureException(LedgerFailures.ClockSetBack(place, now, seen));
    }
}
