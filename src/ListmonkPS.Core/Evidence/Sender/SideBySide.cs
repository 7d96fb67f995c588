using System.Runtime.CompilerServices;

namespace ListmonkPS.Core.Evidence.Sender;

/// <summary>Runs many small works a few at a time and hands their results out in order, as soon as they are there.</summary>
internal static class SideBySide
{
    private const int AtOnce = 16;

    /// <summary>The results of all works, known beforehand.</summary>
    /// <param name="works">The works; each begins when it is its turn.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static IAsyncEnumerable<T> RunAsync<T>(IEnumerable<Func<Task<T>>> works, CancellationToken cancellation) =>
        RunAsync(OneByOneAsync(works), cancellation);

    /// <summary>The results of all works, which may themselves take time to be known.</summary>
    /// <param name="works">The works; each begins when it is its turn.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async IAsyncEnumerable<T> RunAsync<T>(IAsyncEnumerable<Func<Task<T>>> works, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Queue<Task<T>> running = new();
        await foreach (Func<Task<T>> work in works.WithCancellation(cancellation))
        {
            if (running.Count == AtOnce)
                yield return await running.Dequeue();
            running.Enqueue(work());
        }

        while (running.TryDequeue(out Task<T>? next))
            yield return await next;
    }

    private static async IAsyncEnumerable<T> OneByOneAsync<T>(IEnumerable<T> items)
    {
        foreach (T item in items)
            yield return await Task.FromResult(item);
    }
}
