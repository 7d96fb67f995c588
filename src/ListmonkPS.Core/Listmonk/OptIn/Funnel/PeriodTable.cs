using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Listmonk.OptIn.Funnel;

/// <summary>Makes periods of what was counted: those without sign-ups too, from the first one of a list to the end.</summary>
/// <param name="grid">The periods.</param>
/// <param name="session">Name of the session.</param>
internal sealed class PeriodTable(PeriodGrid grid, string session)
{
    /// <summary>Where one in ten confirmations has a time, those without were preconfirmed; with fewer, times are not kept here.</summary>
    private const double TimedShare = 0.1;

    /// <summary>The periods, list by list in the order given, oldest first.</summary>
    /// <param name="lists">The lists.</param>
    /// <param name="counts">What was counted.</param>
    /// <param name="last">Last moment that was asked for.</param>
    public IReadOnlyList<OptInPeriod> Of(IReadOnlyList<ListRow> lists, IReadOnlyList<PeriodCount> counts, DateTimeOffset last)
    {
        long timed = counts.Sum(count => count.Confirmed);
        bool knowsTimes = timed > 0 && timed >= TimedShare * (timed + counts.Sum(count => count.ConfirmedAtOnce));
        ILookup<int, PeriodCount> byList = counts.ToLookup(count => count.ListId);
        return [.. lists.SelectMany(list => OfList(list, [.. byList[list.Id]], knowsTimes, last))];
    }

    private OptInPeriod[] OfList(ListRow list, PeriodCount[] counts, bool knowsTimes, DateTimeOffset last)
    {
        if (counts.Length == 0)
            return [];
        Dictionary<(long, int), PeriodCount> bySlot = counts.ToDictionary(count => (count.Slot, count.Offset));
        PeriodCount first = counts.MinBy(count => grid.StartOf(count.Slot, count.Offset))!;
        List<OptInPeriod> periods = [];
        (long Slot, int Offset) slot = (first.Slot, first.Offset);
        for (DateTimeOffset start = grid.StartOf(slot.Slot, slot.Offset); start <= last;)
        {
            (long Slot, int Offset) next = grid.Next(slot.Slot, slot.Offset);
            DateTimeOffset end = grid.StartOf(next.Slot, next.Offset);
            periods.Add(Period(list, bySlot.GetValueOrDefault(slot) ?? new PeriodCount(list.Id, slot.Slot, slot.Offset), knowsTimes) with { Start = start, End = end });
            (slot, start) = (next, end);
        }

        double?[] series = [.. periods.Select(period => period.ShareWithinDay)];
        return [.. periods.Select(period => period with { Series = series })];
    }

    private OptInPeriod Period(ListRow list, PeriodCount count, bool knowsTimes)
    {
        long confirmed = count.Confirmed + (knowsTimes ? 0 : count.ConfirmedAtOnce);
        long signedUp = confirmed + count.Waiting + count.Unsubscribed + count.Blocked;
        return new OptInPeriod
        {
            ListId = list.Id,
            ListName = list.Name,
            SignedUp = signedUp,
            Confirmed = confirmed,
            Waiting = count.Waiting,
            Unsubscribed = count.Unsubscribed,
            Blocked = count.Blocked,
            Imported = count.Imported,
            Preconfirmed = knowsTimes ? count.ConfirmedAtOnce : 0,
            Share = ShareOf(confirmed, signedUp),
            ShareWithinDay = ShareOf(knowsTimes ? count.WithinDay : confirmed, signedUp),
            MedianTimeToConfirm = count.Percentiles is { } median ? TimeSpan.FromSeconds(Math.Round(median[0])) : null,
            Percentile90TimeToConfirm = count.Percentiles is { } late ? TimeSpan.FromSeconds(Math.Round(late[1])) : null,
            Session = session,
        };
    }

    private static double? ShareOf(long part, long whole) => whole == 0 ? null : (double)part / whole;
}
