namespace ListmonkPS.Core.Resend.Limits;

/// <summary>When a refused mail is tried again: the pause that the server or its class states, twice as long each time, and a little later than asked, so that retries part.</summary>
/// <param name="random">Gives the little.</param>
internal sealed class BackOff(Random random)
{
    private const double Spread = 0.2;

    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    /// <summary>The pause before the next attempt; never shorter than stated.</summary>
    /// <param name="stated">What the server or the class states; null for nothing.</param>
    /// <param name="attempts">How often it was tried, 1 at least.</param>
    public TimeSpan Pause(TimeSpan? stated, int attempts)
    {
        TimeSpan least = stated ?? Usual;
        TimeSpan grown = least * Math.Pow(2, Math.Min(attempts - 1, 20));
        TimeSpan bounded = grown > Longest ? (least > Longest ? least : Longest) : grown;
        return bounded * (1 + (Spread * random.NextDouble()));
    }
}
