using System.Runtime.CompilerServices;

namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>
/// Reads a slice of any size in answers of bounded size. Pages by number would miss people whose neighbours confirm meanwhile (G15), so the numbers of the
/// subscribers are cut into spans, each read whole: wide where few are, narrow where many are.
/// </summary>
/// <param name="call">Asks.</param>
/// <param name="mayQuery">Whether the spans may be asked for; without the right the slice is read whole.</param>
/// <param name="readsWhole">Told when more than <paramref name="atOnce"/> people are read whole for want of the right, with their number.</param>
/// <param name="atOnce">About how many people an answer may hold.</param>
internal sealed class SubscriberReader(SubscriberCall call, bool mayQuery, Action<long>? readsWhole = null, int atOnce = SubscriberReader.PeopleInAnswer)
{
    /// <summary>About one mebibyte of JSON.</summary>
    public const int PeopleInAnswer = 1000;

    /// <summary>The subscribers, each once, in no order.</summary>
    public async IAsyncEnumerable<ApiSubscriber> ReadAsync(SubscriberSlice slice, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long total = await call.CountAsync(slice, cancellation);
        if (total == 0)
            yield break;
        bool isSmall = total <= atOnce;
        if (!isSmall && !mayQuery)
            readsWhole?.Invoke(total);
        IAsyncEnumerable<SubscriberSlice> parts = isSmall || !mayQuery ? One(slice) : CutAsync(slice, cancellation);
        await foreach (SubscriberSlice part in parts)
        {
            foreach (ApiSubscriber subscriber in await call.ReadAsync(part, cancellation))
                yield return subscriber;
        }
    }

    private static async IAsyncEnumerable<SubscriberSlice> One(SubscriberSlice slice)
    {
        await Task.CompletedTask;
        yield return slice;
    }

    private async IAsyncEnumerable<SubscriberSlice> CutAsync(SubscriberSlice slice, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long width = atOnce;
        for (int after = 0; after < int.MaxValue;)
        {
            int to = (int)Math.Min(after + width, int.MaxValue);
            SubscriberSlice part = slice.Between(after, to);
            long count = await call.CountAsync(part, cancellation);
            if (count > atOnce && width > atOnce)
            {
                width = Math.Max(atOnce, width / 4);
                continue;
            }

            if (count > 0)
                yield return part;
            after = to;
            if (count < atOnce / 4)
                width *= 4;
        }
    }
}
