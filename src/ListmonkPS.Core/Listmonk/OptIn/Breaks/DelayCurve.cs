namespace ListmonkPS.Core.Listmonk.OptIn.Breaks;

/// <summary>
/// Which share of those who confirm at all has done so by a certain age of the sign-up. Who signed up an hour ago can only be seen to confirm fast, so young
/// sign-ups would bend the curve; the estimator of Lynden-Bell (Mon. Not. R. Astr. Soc. 155, 1971) for such right-truncated times does not let them.
/// </summary>
internal sealed class DelayCurve
{
    /// <summary>Upper bounds of the classes of the time to confirm, in seconds; the last class has none.</summary>
    public static readonly double[] Bounds =
        [900, 3600, 10_800, 21_600, 43_200, 86_400, 172_800, 259_200, 432_000, 604_800, 1_209_600, 2_592_000];

    /// <summary>Where one in ten confirmations shows its time, the others without are preconfirmed; with fewer, times are not kept here.</summary>
    private const double KnownShare = 0.1;

    /// <summary>Without any times, sign-ups count from this age on.</summary>
    private const double UnknownMaturity = 2 * 86_400;

    // _share[i]: share that has confirmed by Bounds[i].
    private readonly double[] _share;

    private DelayCurve(double[] share, bool knowsDelays) => (_share, KnowsDelays) = (share, knowsDelays);

    /// <summary>True when times to confirm are recorded, so that a confirmation without one was none by mail.</summary>
    public bool KnowsDelays { get; }

    /// <summary>The curve of some sign-ups.</summary>
    /// <param name="cells">The sign-ups.</param>
    /// <param name="now">Quarter in which they were read.</param>
    public static DelayCurve Of(IReadOnlyCollection<SignUpCell> cells, long now)
    {
        double timed = cells.Where(cell => cell.Delay >= 0).Sum(cell => (double)cell.People);
        double untimed = cells.Where(cell => cell.Delay == SignUpCell.ConfirmedAtOnce).Sum(cell => (double)cell.People);
        bool knows = timed > 0 && timed >= KnownShare * (timed + untimed);
        double[] share = new double[Bounds.Length];
        double later = 1;
        for (int index = Bounds.Length - 1; index >= 0; index--)
        {
            // Of those old enough to be seen in class index + 1, the part that is: so much of the curve lies beyond this bound.
            double reach = index + 1 < Bounds.Length ? Bounds[index + 1] : Bounds[index] * 2;
            double inClass = 0;
            double upTo = 0;
            foreach (SignUpCell cell in cells)
            {
                if (cell.Delay < 0 || cell.Delay > index + 1 || (now - cell.Quarter) * SignUpCell.Seconds < reach)
                    continue;
                upTo += cell.People;
                inClass += cell.Delay == index + 1 ? cell.People : 0;
            }

            later *= upTo > 0 ? 1 - (inClass / upTo) : 1;
            share[index] = later;
        }

        return new DelayCurve(share, knows);
    }

    /// <summary>Share of those who confirm at all that has done so by an age, 0 to 1.</summary>
    /// <param name="seconds">The age.</param>
    public double By(double seconds)
    {
        if (!KnowsDelays)
            return seconds < UnknownMaturity ? 0 : 1;
        int above = Array.FindIndex(Bounds, bound => bound > seconds);
        if (above < 0)
            return 1;
        (double from, double start) = above == 0 ? (0, 0) : (Bounds[above - 1], _share[above - 1]);
        return start + ((_share[above] - start) * (seconds - from) / (Bounds[above] - from));
    }
}
