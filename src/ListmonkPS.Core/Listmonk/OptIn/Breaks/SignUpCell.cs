namespace ListmonkPS.Core.Listmonk.OptIn.Breaks;

/// <summary>People who signed up in the same quarter of an hour, are of the same part, and took about as long to confirm.</summary>
/// <param name="Quarter">Number of the quarter of an hour since 1970, UTC.</param>
/// <param name="Part">List number or mail domain, where parts are told apart; else empty.</param>
/// <param name="Delay">Class of <see cref="DelayCurve.Bounds"/> that the time to confirm is in, or one of the constants here.</param>
/// <param name="People">Number of people.</param>
internal readonly record struct SignUpCell(long Quarter, string Part, int Delay, long People)
{
    /// <summary>Seconds in a quarter of an hour, which every time zone's offset is a multiple of.</summary>
    public const int Seconds = 900;

    /// <summary>Quarters in a day.</summary>
    public const int InDay = 96;

    /// <summary>Not confirmed.</summary>
    public const int Unconfirmed = -1;

    /// <summary>Confirmed, and the row was not touched since it was made: preconfirmed, or the time is not known.</summary>
    public const int ConfirmedAtOnce = -2;

    /// <summary>The quarter of a time.</summary>
    public static long QuarterOf(DateTimeOffset time) => (long)Math.Floor(time.ToUnixTimeSeconds() / (double)Seconds);

    /// <summary>First moment of a quarter.</summary>
    public static DateTimeOffset TimeOf(long quarter) => DateTimeOffset.FromUnixTimeSeconds(quarter * Seconds);
}
