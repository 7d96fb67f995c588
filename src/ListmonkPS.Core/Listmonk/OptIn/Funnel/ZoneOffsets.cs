namespace ListmonkPS.Core.Listmonk.OptIn.Funnel;

/// <summary>When the offset of a time zone changed.</summary>
internal static class ZoneOffsets
{
    private static readonly TimeSpan Step = TimeSpan.FromDays(7);

    /// <summary>The changes from 2000 on, in seconds since 1970, and the offsets before the first and after each.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="until">Latest time that matters.</param>
    public static (double[] Changes, int[] Offsets) Of(TimeZoneInfo zone, DateTimeOffset until)
    {
        List<double> changes = [];
        DateTimeOffset from = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        List<int> offsets = [Seconds(zone, from)];
        for (DateTimeOffset to = from + Step; from < until; from = to, to += Step)
        {
            if (Seconds(zone, to) == offsets[^1])
                continue;
            changes.Add(ChangeBetween(zone, from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds()));
            offsets.Add(Seconds(zone, to));
        }

        return ([.. changes], [.. offsets]);
    }

    private static double ChangeBetween(TimeZoneInfo zone, long from, long to)
    {
        int before = Seconds(zone, DateTimeOffset.FromUnixTimeSeconds(from));
        while (to - from > 1)
        {
            long middle = (from + to) / 2;
            if (Seconds(zone, DateTimeOffset.FromUnixTimeSeconds(middle)) == before)
                from = middle;
            else
                to = middle;
        }

        return to;
    }

    private static int Seconds(TimeZoneInfo zone, DateTimeOffset time) => (int)zone.GetUtcOffset(time).TotalSeconds;
}
