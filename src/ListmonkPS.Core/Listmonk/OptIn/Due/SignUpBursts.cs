using System.Runtime.InteropServices;

namespace ListmonkPS.Core.Listmonk.OptIn.Due;

/// <summary>
/// Finds the minutes in which far more people signed up than is usual around them, as robots and imports make them (field cases C122, C123): their
/// addresses are often those of strangers. It counts people by the time of their oldest waiting subscription.
/// </summary>
internal sealed class SignUpBursts
{
    /// <summary>So few people in one minute are never a burst.</summary>
    public const int Fewest = 20;

    /// <summary>A minute with so many times the people of a usual one is a burst.</summary>
    public const int Times = 20;

    /// <summary>What is usual is counted within so many minutes before and after.</summary>
    private const int Around = 12 * 60;

    /// <summary>So many minutes before and after belong to the burst itself and are no measure of what is usual.</summary>
    private const int Near = 60;

    private readonly Dictionary<long, int> _people = [];
    private Dictionary<long, string>? _reasons;

    /// <summary>Counts one person in.</summary>
    /// <param name="oldest">When the oldest waiting subscription was made, in UTC.</param>
    public void Add(DateTime oldest) => Add(oldest, 1);

    /// <summary>Counts people of one minute in.</summary>
    /// <param name="minute">A time within the minute, in UTC.</param>
    /// <param name="people">How many.</param>
    public void Add(DateTime minute, int people) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_people, MinuteOf(minute), out _) += people;

    /// <summary>Why a person who signed up then is suspect; null when not. What is counted in after the first question counts no more.</summary>
    /// <param name="oldest">When the oldest waiting subscription was made, in UTC.</param>
    public string? ReasonAt(DateTime oldest) => (_reasons ??= Judge()).GetValueOrDefault(MinuteOf(oldest));

    private static long MinuteOf(DateTime time) => time.Ticks / TimeSpan.TicksPerMinute;

    private Dictionary<long, string> Judge()
    {
        long[] minutes = [.. _people.Keys.Order()];
        long[] before = new long[minutes.Length + 1]; // people before each minute
        for (int i = 0; i < minutes.Length; i++)
            before[i + 1] = before[i] + _people[minutes[i]];
        Dictionary<long, string> reasons = [];
        foreach ((long minute, int count) in _people)
        {
            if (count < Fewest)
                continue;
            long usual = Between(minute - Around, minute + Around) - Between(minute - Near, minute + Near);
            const int Minutes = 2 * (Around - Near);
            if ((long)count * Minutes >= Times * usual)
                reasons.Add(minute, Texts.Format("notice.suspect.burst", count, (double)usual * 60 / Minutes));
        }

        return reasons;

        long Between(long from, long to) => before[FirstAfter(minutes, to)] - before[FirstAfter(minutes, from - 1)];
    }

    /// <summary>Index of the first minute later than one.</summary>
    private static int FirstAfter(long[] minutes, long minute)
    {
        int index = Array.BinarySearch(minutes, minute);
        return index < 0 ? ~index : index + 1;
    }
}
