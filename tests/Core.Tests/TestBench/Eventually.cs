using System.Diagnostics;

namespace ListmonkPS.Core.Tests.TestBench;

/// <summary>Waits for what comes by itself, with a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Asks again and again until it is so.</summary>
    /// <exception cref="TimeoutException">It is still not so after three minutes.</exception>
    public static async Task HoldsAsync(string what, Func<Task<bool>> condition)
    {
        TimeSpan bound = TimeSpan.FromMinutes(3);
        long start = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(start) > bound) throw new TimeoutException($"After {bound.TotalSeconds:0} s still not: {what}.");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc cref="HoldsAsync(string, Func{Task{bool}})"/>
    public static Task HoldsAsync(string what, Func<bool> condition) => HoldsAsync(what, () => Task.FromResult(condition()));
}
