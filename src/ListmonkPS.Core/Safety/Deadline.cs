namespace ListmonkPS.Core.Safety;

/// <summary>A bound around a wait. No wait of this module is without one.</summary>
internal static class Deadline
{
    /// <summary>
    /// How long work may take to notice that it has to end; after that it is left behind. Not every library call obeys its token (a name
    /// lookup by the system does not), and Ctrl+C has to be honoured within a second.
    /// </summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs work that has to end within a bound.</summary>
    /// <param name="bound">Longest wait.</param>
    /// <param name="time">Clock that the bound is measured by.</param>
    /// <param name="late">Makes the failure that says what was waited for.</param>
    /// <param name="work">The work; its token ends at the bound or with <paramref name="cancellation"/>.</param>
    /// <param name="cancellation">Ends the work from outside.</param>
    /// <exception cref="FailureException">The bound passed.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled from outside.</exception>
    public static async Task<T> RunAsync<T>(
        TimeSpan bound, TimeProvider time, Func<Failure> late, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using CancellationTokenSource limit = new(bound, time);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using CancellationTokenSource abandon = new(Timeout.InfiniteTimeSpan, time);
        using CancellationTokenRegistration grace = end.Token.Register(() => abandon.CancelAfter(Grace));
        try
        {
            return await work(end.Token).WaitAsync(abandon.Token);
        }
        catch (Exception exception) when (exception is not FailureException && end.IsCancellationRequested)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new FailureException(late(), exception);
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public static Task RunAsync(
        TimeSpan bound, TimeProvider time, Func<Failure> late, Func<CancellationToken, Task> work, CancellationToken cancellation) =>
        RunAsync(
            bound,
            time,
            late,
            async token =>
            {
                await work(token);
                return true;
            },
            cancellation);
}
