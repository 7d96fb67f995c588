using ListmonkPS.Core.Listmonk.Api;

namespace ListmonkPS.Core.Listmonk.Settings.Reloading;

/// <summary>
/// Waits for the restart that listmonk makes half a second after it has answered (contract 4.6): the server is gone for a tenth of a second, and
/// its log starts anew. Either is proof.
/// </summary>
internal static class ReloadWatch
{
    /// <summary>Longest wait. listmonk gives its own shutdown three seconds; the rest is for a slow start.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    /// <summary>Shorter than the 60 to 140 ms for which connections were seen refused.</summary>
    private static readonly TimeSpan HealthInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>A log has up to 5000 lines: it is not asked for with each look.</summary>
    private static readonly TimeSpan LogInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>Waits.</summary>
    /// <param name="api">The server.</param>
    /// <param name="log">Its log from before; null when it could not be read.</param>
    /// <param name="time">Clock.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<ReloadOutcome> WaitAsync(ListmonkApi api, IReadOnlyList<string>? log, TimeProvider time, CancellationToken cancellation)
    {
        using CancellationTokenSource bound = new(Bound, time);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
        bool isUp = false;
        try
        {
            bool wasDown = false;
            long logSeen = time.GetTimestamp();
            while (true)
            {
                isUp = await api.IsHealthyAsync(end.Token);
                if (isUp && wasDown) return ReloadOutcome.Seen;
                wasDown |= !isUp;
                if (isUp && log is not null && time.GetElapsedTime(logSeen) >= LogInterval)
                {
                    if (await StartsAnewAsync(api, log, end.Token)) return ReloadOutcome.Seen;
                    logSeen = time.GetTimestamp();
                }

                await Task.Delay(HealthInterval, time, end.Token);
            }
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return isUp ? ReloadOutcome.NotSeen : ReloadOutcome.Dead;
        }
    }

    private static async Task<bool> StartsAnewAsync(ListmonkApi api, IReadOnlyList<string> log, CancellationToken cancellation)
    {
        try
        {
            IReadOnlyList<string> now = await api.GetLogAsync(cancellation);
            // Up to v3 lines carry whole seconds, so that a new log may repeat a line of the old one: then it is at least shorter.
            return log.Count > 0 && (now.Count < log.Count || !now.Contains(log[^1]));
        }
        catch (FailureException)
        {
            return false; // it may be on its way down: the next look tells
        }
    }
}
